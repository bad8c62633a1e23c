//! Rolling update: the fleet is changed boat by boat, as a Kubernetes Deployment does.

use super::{Act, Move, Strategy};
use crate::model::{crossing::Crossing, docks::Docks, scenario::Scenario, world::World};

/// Replaces a few boats at a time.
pub struct Rolling;

/// How many boats may be beyond the fleet, and how many of it may be out of service. Kubernetes refuses both to be 0,
/// unless they are per cents that round to it: then it lets one be out of service, since nothing could move otherwise.
fn limits(scenario: &Scenario) -> (u16, u16) {
    let (surge, unavailable) = (scenario.surge.min(scenario.boats), scenario.unavailable.min(scenario.boats));
    if surge + unavailable == 0 { (0, 1) } else { (surge, unavailable) }
}

/// The fleet while `at_work` boats are being changed and `new` are of the new kind.
fn fleet(new: u16, at_work: u16, docks: &Docks, limits: (u16, u16)) -> Act {
    let missing = at_work.min(limits.1);
    Act::Boats { new, of: docks.boats, missing, spare: at_work - missing }
}

impl Strategy for Rolling {
    fn id(&self) -> &'static str {
        "rolling"
    }

    fn own_choices(&self) -> &'static [&'static str] {
        &["surge", "unavailable"]
    }

    fn goes_by_boats(&self, _: &Scenario) -> bool {
        true
    }

    fn forward(&self, world: &World, docks: &Docks) -> Vec<Move> {
        let limits = limits(world.scenario);
        let mut moves = Vec::new();
        // A boat that does not get ready goes on taking one of the places at which boats are changed.
        let (mut minute, mut progress, mut tried, mut new, mut stuck) = (0, 0, 0, 0, 0);
        while tried < docks.boats && stuck < limits.0 + limits.1 {
            let wave = (limits.0 + limits.1 - stuck).min(docks.boats - tried);
            moves.push(fleet(new, stuck + wave, docks, limits).after(minute));
            minute += docks.ready_minutes;
            let ready = (tried..tried + wave).filter(|dock| docks.accepts(*dock)).count() as u16;
            progress = if ready > 0 { minute } else { progress };
            (tried, new, stuck) = (tried + wave, new + ready, stuck + wave - ready);
            moves.push(fleet(new, stuck, docks, limits).after(minute));
        }
        if stuck > 0 {
            moves.push(Act::Stall { ready: new }.after(minute.max(progress + world.given.stall_minutes)));
        } else {
            moves.extend([Act::Remove.after(minute), Act::Finish.after(minute)]);
        }
        moves
    }

    fn back(&self, world: &World, docks: &Docks, now: &Crossing) -> Vec<Move> {
        let limits = limits(world.scenario);
        let (mut minute, mut new) = (0, now.new_boats);
        // Boats that never got ready are simply taken away.
        let mut moves = vec![fleet(new, 0, docks, limits).after(0)];
        while new > 0 {
            let wave = (limits.0 + limits.1).min(new);
            // Those that go out of service are boats of the new kind.
            moves.push(fleet(new - wave.min(limits.1), wave, docks, limits).after(minute));
            minute += docks.ready_minutes;
            new -= wave;
            moves.push(fleet(new, 0, docks, limits).after(minute));
        }
        moves
    }

    fn pauses_when_noticed(&self) -> bool {
        false
    }
}
