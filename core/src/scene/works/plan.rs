//! Need and spec: the wish at the bakery's counter, and the hands that the plan passes through.

use super::Shown;
use crate::{
    model::{Hand, Kind, Turn, Words},
    scene::{drawing::Drawing, easing::passed, frame::Pose},
};

const HANDS: [&str; 4] = ["hand-owner", "hand-pm", "hand-designer", "hand-engineer"];
const SHEETS: [&str; 4] = ["sheet-owner", "sheet-pm", "sheet-designer", "sheet-engineer"];
/// How far the baker nods and the child jumps, in stage units, and the show milliseconds of both times together.
const NOD: f64 = 2.2;
const NODS_MS: u64 = 900;
const JOY: f64 = 7.0;
const JOY_MS: u64 = 1_100;

pub(super) fn show(shown: &mut Shown<'_>) {
    counter(shown);
    let so_far = shown.so_far();
    let kind = shown.moment.event.kind;
    let holds = |hand: Hand| matches!(kind, Kind::PlanPassed { hand: whose, .. } if whose == hand);
    // Once the plan in the hand shows it: what is better, everybody is told.
    let told = matches!(kind, Kind::PlanPassed { turn: Turn::Improved, .. })
        && shown.idea.is_some_and(|idea| idea.form == Drawing::after_all(so_far).form());
    let hands = HANDS.into_iter().zip(Hand::ALL).map(|(part, hand)| {
        let state = match (holds(hand), told) {
            (true, true) => "better",
            (true, false) => "busy",
            (false, true) => "glad",
            // Where the plan and the wish parted.
            (false, false) if kind == (Kind::WishReturns { hand }) => "meant",
            (false, false) => "idle",
        };
        (part, state)
    });
    shown.states.extend(hands);
    // The plan itself lies before the one who holds it; what the others made of it stays before them.
    let sheets = SHEETS.into_iter().zip(Hand::ALL).zip(Drawing::by_hand(so_far));
    shown.states.extend(
        sheets.map(|((part, hand), drawing)| (part, drawing.filter(|_| !holds(hand)).map_or("none", Drawing::form))),
    );
    let words = if shown.timeline.scenario.words == Words::Shared { "shared" } else { "own" };
    shown.states.push(("words", words));
}

/// The baker, and the customer and child before the counter.
fn counter(shown: &mut Shown<'_>) {
    let (baker, customer) = match shown.moment.event.kind {
        Kind::WishHeard => ("hears", "tells"),
        Kind::WishAgreed => ("glad", "glad"),
        // What customers say comes back to the bakery.
        Kind::CustomersHeard | Kind::WishReturns { .. } => ("hears", "idle"),
        _ => ("idle", "idle"),
    };
    let agreed = shown.so_far().iter().any(|event| event.kind == Kind::WishAgreed);
    shown.states.extend([
        ("baker", baker),
        ("wisher", customer),
        ("child", customer),
        ("order-note", if agreed { "on" } else { "off" }),
    ]);
    let since = if shown.moment.event.kind == Kind::WishAgreed { shown.moment.event_ms } else { 0 };
    shown.poses.push(Pose::shift("baker-head", 0.0, NOD * twice(since, NODS_MS)));
    shown.poses.push(Pose::shift("child-joy", 0.0, -JOY * twice(since, JOY_MS)));
}

/// Up to 1 and down to 0, two times within `length`.
fn twice(ms: u64, length: u64) -> f64 {
    let half = length / 2;
    let up = |ms: u64| passed(ms * 2, half) - passed((ms * 2).saturating_sub(half), half);
    up(ms) + up(ms.saturating_sub(half))
}
