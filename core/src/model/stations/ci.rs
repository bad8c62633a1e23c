//! CI: gate after gate, the cheapest first; a gate that sees its kind of fault stops the change.

use crate::model::{
    docks::trial_differs,
    draw::Purpose,
    event::Kind,
    kinds::{Fault, Gate, Station},
    log::Log,
    scenario::Scenario,
    units::{PERCENT, WHOLE, share_of},
    world::World,
};

/// Whether a gate is switched on. The compiler always is: nothing would run without it.
#[must_use]
pub const fn is_on(scenario: &Scenario, gate: Gate) -> bool {
    match gate {
        Gate::Lint => scenario.lint,
        Gate::Compile => true,
        Gate::Unit => scenario.unit,
        Gate::Integration => scenario.integration,
        Gate::EndToEnd => scenario.e2e,
    }
}

/// How often a gate that is on sees a kind of fault, in basis points.
#[must_use]
pub fn sight(world: &World, gate: Gate, fault: Fault) -> u64 {
    let given = world.given;
    match (gate, fault) {
        (Gate::Lint, Fault::Style) | (Gate::Compile, Fault::Syntax) => u64::from(WHOLE),
        (Gate::Unit, Fault::Logic) => share_of(u64::from(world.scenario.coverage * PERCENT), given.unit_checks),
        (Gate::Integration, Fault::Logic) => given.integration_sees_logic,
        (Gate::Integration, Fault::Integration) => given.integration_sees_integration,
        (Gate::Integration, Fault::Data) => given.integration_sees_data,
        (Gate::EndToEnd, Fault::Style) => given.e2e_sees_style,
        (Gate::EndToEnd, Fault::Logic) => given.e2e_sees_logic,
        (Gate::EndToEnd, Fault::Integration) => given.e2e_sees_integration,
        (Gate::EndToEnd, Fault::Data) => given.e2e_sees_data,
        // The boat on trial does not get ready, if its dock lacks what the change needs.
        (Gate::EndToEnd, Fault::Environment) if trial_differs(world) => u64::from(WHOLE),
        _ => 0,
    }
}

/// Whether a gate stops a change with this fault. Each gate draws for itself: what one sees does not depend on which
/// others are on, so a gate more never lets more through.
#[must_use]
pub fn stops(world: &World, gate: Gate, fault: Fault) -> bool {
    let chance = sight(world, gate, fault);
    is_on(world.scenario, gate) && world.draws.happens(Purpose::Gate, gate as u64, 0, chance)
}

/// Minutes that a gate takes.
#[must_use]
pub const fn minutes(world: &World, gate: Gate) -> u64 {
    if !is_on(world.scenario, gate) {
        return 0;
    }
    match gate {
        Gate::Lint => world.given.lint_minutes,
        Gate::Compile => world.given.compile_minutes,
        Gate::Unit => world.given.unit_minutes,
        Gate::Integration => world.given.integration_minutes,
        Gate::EndToEnd => world.given.e2e_minutes,
    }
}

/// Inspects the change; returns the gate that stopped it, if one did.
pub fn run(log: &mut Log, fault: Fault) -> Option<Gate> {
    log.enter(Station::Ci);
    let world = log.world;
    for gate in Gate::LINE.into_iter().filter(|gate| is_on(world.scenario, *gate)) {
        log.happens(Kind::GateStarted { gate });
        log.passes(minutes(&world, gate));
        if stops(&world, gate, fault) {
            log.happens(Kind::GateStopped { gate, fault });
            return Some(gate);
        }
    }
    log.happens(Kind::GatesPassed);
    None
}
