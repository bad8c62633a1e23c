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

    fn idle_choices(&self) -> &'static [&'static str] {
        &[]
    }

    fn forward(&self, scenario: &Scenario) -> Vec<Move> {
        let mut moves = vec![Act::Ready.after(0)];
        let mut minute = SWITCH_MINUTES;
        let later = CANARY_LATER_STEPS.into_iter().filter(|step| *step > scenario.share);
        // Steps that are not held would serve nobody: without time to look, only the last one is left.
        let steps: Vec<u16> = std::iter::once(scenario.share).chain(later).collect();
        let first = if scenario.hold == 0 { steps.len() - 1 } else { 0 };
        for step in steps.into_iter().skip(first) {
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
