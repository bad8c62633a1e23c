//! All at once: the ferry is stopped and swapped.

use super::{Act, Move, Strategy};
use crate::model::{
    assumptions::{REDEPLOY_MINUTES, SWAP_MINUTES, WHOLE},
    crossing::Crossing,
    scenario::Scenario,
};

/// Stops the service, swaps all of it, starts it again.
pub struct AllAtOnce;

impl Strategy for AllAtOnce {
    fn id(&self) -> &'static str {
        "all-at-once"
    }

    fn forward(&self, _: &Scenario) -> Vec<Move> {
        vec![
            Act::Close.after(0),
            Act::Remove.after(0),
            Act::Open { share: WHOLE }.after(SWAP_MINUTES),
            Act::Finish.after(SWAP_MINUTES),
        ]
    }

    fn back(&self, _: &Scenario, _: &Crossing) -> Vec<Move> {
        // The old version is no longer there: it is fetched first, while the new one still serves.
        vec![Act::Close.after(REDEPLOY_MINUTES), Act::Open { share: 0 }.after(REDEPLOY_MINUTES + SWAP_MINUTES)]
    }

    fn pauses_when_noticed(&self) -> bool {
        false
    }
}
