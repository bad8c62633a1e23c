//! Canary: one boat of the new kind takes a few orders first, then more, each step held and watched.

use super::{Act, Move, Strategy};
use crate::model::{crossing::Crossing, docks::Docks, scenario::Scenario, units::WHOLE, world::World};

/// Raises the new version's share in steps.
pub struct Canary;

/// Boats that a weight asks for: at least one, and all only for all orders. Rounded up where a router splits the orders,
/// so that there is room for them; to the nearest where the boats themselves are the weight.
fn boats_of(weight: u16, fleet: u16, router: bool) -> u16 {
    let exact = u64::from(weight) * u64::from(fleet);
    let round = if router { u64::from(WHOLE) - 1 } else { u64::from(WHOLE / 2) };
    let most = if weight < WHOLE && !router { fleet.saturating_sub(1) } else { fleet };
    (((exact + round) / u64::from(WHOLE)) as u16).min(most).max(1)
}

/// The share of one whole boats' weight.
fn by_boats(boats: u16, docks: &Docks) -> Act {
    let share = (u32::from(WHOLE) * u32::from(boats) / u32::from(docks.boats.max(1))) as u16;
    Act::Weigh { share, boats, spare: 0 }
}

impl Strategy for Canary {
    fn id(&self) -> &'static str {
        "canary"
    }

    fn own_choices(&self) -> &'static [&'static str] {
        &["steps", "share", "hold", "router"]
    }

    fn goes_by_boats(&self, scenario: &Scenario) -> bool {
        !scenario.router
    }

    fn forward(&self, world: &World, docks: &Docks) -> Vec<Move> {
        let (scenario, given) = (world.scenario, world.given);
        let mut weights = scenario.steps.weights();
        if scenario.hold == 0 {
            // Steps that are not held would serve nobody: without time to look, only the last one is left.
            weights.drain(..weights.len() - 1);
        }
        let mut moves = Vec::new();
        let mut minute = docks.ready_minutes;
        let (last, mut ready) = (weights.len() - 1, 0);
        for (index, weight) in weights.into_iter().enumerate() {
            let boats = boats_of(weight, docks.boats, scenario.router);
            if !docks.accept_first(boats) {
                // Since the first boats were asked for, or those of this step.
                let asked = if index == 0 { 0 } else { minute };
                moves.push(Act::Stall { ready }.after(asked + given.stall_minutes.max(docks.ready_minutes)));
                return moves;
            }
            if index == 0 {
                moves.push(Act::Ready.after(minute));
                minute += given.switch_minutes;
            } else {
                moves.push(Act::Pause.after(minute));
            }
            ready = boats;
            let spare = boats;
            let act =
                if scenario.router { Act::Weigh { share: weight, boats: 0, spare } } else { by_boats(boats, docks) };
            moves.push(act.after(minute));
            // The last step, all orders, is not held: Argo Rollouts lets the old boats go soon after it.
            minute += if index == last { given.switch_minutes } else { scenario.hold };
        }
        moves.extend([Act::Remove.after(minute), Act::Finish.after(minute)]);
        moves
    }

    fn back(&self, world: &World, docks: &Docks, now: &Crossing) -> Vec<Move> {
        let switch = world.given.switch_minutes;
        let none = Act::Weigh { share: 0, boats: 0, spare: 0 };
        if !world.scenario.router {
            // The boats are the weight: they are rolled back, a quarter of the fleet at a time, which is how much a
            // replica set may have out of service by default.
            let wave = docks.boats.div_ceil(4).max(1);
            let left = |step: u16| now.new_boats.saturating_sub(step * wave);
            let back = (0..=now.new_boats.div_ceil(wave)).skip(usize::from(now.new_boats > 0));
            return back.map(|step| by_boats(left(step), docks).after(u64::from(step) * docks.ready_minutes)).collect();
        }
        if now.old_kept {
            return vec![none.after(switch)];
        }
        let fetched = world.given.fetch_minutes + docks.ready_minutes;
        vec![Act::Prepare { spare: docks.boats }.after(0), none.after(fetched + switch)]
    }
}
