//! CI: gate after gate, the cheapest first; a gate that sees its kind of fault stops the change.

use crate::model::{
    assumptions::GATE_MINUTES,
    event::Kind,
    journey::Log,
    scenario::{Fault, Gate, Station},
};

/// Inspects the change; returns the gate that stopped it, if one did.
pub fn run(log: &mut Log, fault: Fault) -> Option<Gate> {
    log.enter(Station::Ci);
    for (gate, minutes) in Gate::ALL.into_iter().zip(GATE_MINUTES) {
        log.happens(Kind::GateStarted { gate });
        log.passes(minutes);
        if fault.gate() == Some(gate) {
            log.happens(Kind::GateStopped { gate, fault });
            return Some(gate);
        }
    }
    log.happens(Kind::GatesPassed);
    None
}
