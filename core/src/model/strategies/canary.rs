//! Canary: one boat of the new kind takes a few orders first, then more, each step held and watched.

use super::{Act, Move, Strategy};
use crate::model::{
    assumptions::{CANARY_LATER_STEPS, PERCENT, REDEPLOY_MINUTES, SWITCH_MINUTES},
    crossing::Crossing,
    scenario::Scenario,
};

/// Raises the new version's share in steps.
pub struct Canary;

impl Strategy for Canary {
    fn id(&self) -> &'static str {
        "canary"
    }

    fn forward(&self, scenario: &Scenario) -> Vec<Move> {
        let mut moves = vec![Act::Ready.after(0)];
        let mut minute = SWITCH_MINUTES;
        let later = CANARY_LATER_STEPS.into_iter().filter(|step| *step > scenario.share);
        for step in std::iter::once(scenario.share).chain(later) {
            moves.push(Act::Weigh { share: step * PERCENT }.after(minute));
            minute += scenario.hold;
        }
        // The last step, all orders, is not held: Argo Rollouts lets the old boats go soon after it.
        let done = minute - scenario.hold + SWITCH_MINUTES;
        moves.extend([Act::Remove.after(done), Act::Finish.after(done)]);
        moves
    }

    fn back(&self, _: &Scenario, now: &Crossing) -> Vec<Move> {
        if now.old_kept {
            return vec![Act::Weigh { share: 0 }.after(SWITCH_MINUTES)];
        }
        vec![Act::Prepare.after(0), Act::Weigh { share: 0 }.after(REDEPLOY_MINUTES + SWITCH_MINUTES)]
    }
}
