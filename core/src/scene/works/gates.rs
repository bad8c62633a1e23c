//! CI: the gates' lamps, tools and stamps, and the chute that takes back what was stopped.

use super::Shown;
use crate::model::moment::GateState;

const GATES: [&str; 4] = ["gate-lint", "gate-compile", "gate-unit", "gate-integration"];

pub(super) fn show(shown: &mut Shown<'_>) {
    let gates = GATES.into_iter().zip(shown.moment.gates);
    // It shows the way back from the stop until the mended change is on the line again.
    let sent_back = gates.clone().any(|(_, state)| state == GateState::Stopped);
    shown.states.extend(gates.map(|(part, state)| {
        let name = match state {
            GateState::Idle => "idle",
            GateState::Off => "off",
            GateState::Testing => "testing",
            GateState::Passed => "passed",
            GateState::Stopped => "stopped",
        };
        (part, name)
    }));
    shown.states.push(("chute", if sent_back { "on" } else { "off" }));
}
