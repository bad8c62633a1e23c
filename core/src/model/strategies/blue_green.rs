//! Blue-green: two complete sides, one gangway that swings over, and back while the old side is kept.

use super::{Act, Move, Strategy};
use crate::model::{
    assumptions::{PREPARE_MINUTES, REDEPLOY_MINUTES, SWITCH_MINUTES, WHOLE},
    crossing::Crossing,
    scenario::Scenario,
};

/// Builds the new side beside the old one, switches all orders, keeps the old side for a while.
pub struct BlueGreen;

impl Strategy for BlueGreen {
    fn id(&self) -> &'static str {
        "blue-green"
    }

    fn idle_choices(&self) -> &'static [&'static str] {
        &["share"]
    }

    fn forward(&self, scenario: &Scenario) -> Vec<Move> {
        let switched = PREPARE_MINUTES + SWITCH_MINUTES;
        vec![
            Act::Prepare.after(0),
            Act::Ready.after(PREPARE_MINUTES),
            Act::Switch { share: WHOLE }.after(switched),
            Act::Remove.after(switched + scenario.hold),
            Act::Finish.after(switched + scenario.hold),
        ]
    }

    fn back(&self, _: &Scenario, now: &Crossing) -> Vec<Move> {
        if now.old_kept {
            return vec![Act::Switch { share: 0 }.after(SWITCH_MINUTES)];
        }
        // The old side is gone: going back is a release of its own.
        vec![
            Act::Prepare.after(0),
            Act::Ready.after(REDEPLOY_MINUTES),
            Act::Switch { share: 0 }.after(REDEPLOY_MINUTES + SWITCH_MINUTES),
        ]
    }
}
