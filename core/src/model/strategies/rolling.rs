//! Rolling update: the fleet is changed boat by boat, as a Kubernetes Deployment does.

use super::{Act, Move, Strategy};
use crate::model::{
    assumptions::{BOATS, ROLLING_STEP_MINUTES},
    crossing::Crossing,
    scenario::Scenario,
};

/// Replaces one boat after the other.
pub struct Rolling;

impl Strategy for Rolling {
    fn id(&self) -> &'static str {
        "rolling"
    }

    fn forward(&self, _: &Scenario) -> Vec<Move> {
        let mut moves: Vec<Move> =
            (1..=BOATS).map(|new| Act::Boat { new, of: BOATS }.after(u64::from(new) * ROLLING_STEP_MINUTES)).collect();
        let done = u64::from(BOATS) * ROLLING_STEP_MINUTES;
        moves.extend([Act::Remove.after(done), Act::Finish.after(done)]);
        moves
    }

    fn back(&self, _: &Scenario, now: &Crossing) -> Vec<Move> {
        (1..=now.new_boats)
            .map(|step| {
                Act::Boat { new: now.new_boats - step, of: BOATS }.after(u64::from(step) * ROLLING_STEP_MINUTES)
            })
            .collect()
    }

    fn pauses_when_noticed(&self) -> bool {
        false
    }
}
