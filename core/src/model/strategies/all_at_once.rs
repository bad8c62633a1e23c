//! All at once: the ferry is stopped and swapped.

use super::{Act, Move, Strategy};
use crate::model::{crossing::Crossing, docks::Docks, units::WHOLE, world::World};

/// Stops the service, swaps all of it, starts it again.
pub struct AllAtOnce;

impl Strategy for AllAtOnce {
    fn id(&self) -> &'static str {
        "all-at-once"
    }

    fn forward(&self, world: &World, docks: &Docks) -> Vec<Move> {
        let swapped = docks.ready_minutes + world.given.swap_minutes;
        vec![Act::Close.after(0), Act::Open { share: WHOLE }.after(swapped), Act::Finish.after(swapped)]
    }

    fn back(&self, world: &World, docks: &Docks, _: &Crossing) -> Vec<Move> {
        // The old version is no longer there: it is fetched first, while the new one still serves.
        let fetched = world.given.fetch_minutes;
        let swapped = fetched + docks.ready_minutes + world.given.swap_minutes;
        vec![Act::Close.after(fetched), Act::Open { share: 0 }.after(swapped)]
    }

    fn waits_until_ready(&self) -> bool {
        false
    }

    fn pauses_when_noticed(&self) -> bool {
        false
    }
}
