//! What somebody who looks at need, spec and code relies on: the picture tells what became of the wish, and where.

mod any_scenario;

use any_scenario::any_scenario;
use naru_core::{
    model::{Event, Fault, Gate, Hand, Kind, Scenario, Turn, Words},
    scene::{Frame, View, frame},
    session::Camera,
    time::Show,
};
use proptest::prelude::*;

const SHEETS: [&str; 4] = ["sheet-owner", "sheet-pm", "sheet-designer", "sheet-engineer"];
const HANDS: [&str; 4] = ["hand-owner", "hand-pm", "hand-designer", "hand-engineer"];
const LINES: usize = 7;
/// Longer than the idea's way and its settling, shorter than an event is shown.
const SETTLED_MS: u64 = 1_700;

fn seen(show: &Show, place: u64, still: bool) -> Frame {
    let view = View { width: 962.0, height: 474.0, camera: Camera::Follow, still, before: false, letters: 1.0 };
    frame(&show.timeline, &show.at(place), &view)
}

fn state(frame: &Frame, part: &str) -> &'static str {
    frame.states.iter().find(|(name, _)| *name == part).map_or("", |(_, state)| state)
}

/// The states of all lines of the board.
fn board(frame: &Frame) -> Vec<&'static str> {
    (1..=LINES).map(|number| state(frame, &format!("board-line-{number}"))).collect()
}

/// The events of a story, each with its place in the show.
fn places(show: &Show) -> Vec<(u64, Event)> {
    let place = |instant: &u64| show.pacing.place(*instant);
    show.timeline.instants.iter().map(place).zip(show.timeline.events.iter().copied()).collect()
}

/// Where the first event of a kind is shown.
fn place_of(show: &Show, wanted: impl Fn(&Kind) -> bool) -> u64 {
    places(show).into_iter().find(|(_, event)| wanted(&event.kind)).expect("the story has such an event").0
}

fn form(frame: &Frame) -> &'static str {
    frame.idea.as_ref().map_or("", |idea| idea.form)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_shows_where_it_changed(scenario in any_scenario(), still in any::<bool>()) {
        let show = Show::new(&scenario);
        let mut drawn = "plan-cake";
        for (place, event) in places(&show) {
            let Kind::PlanPassed { hand, turn } = event.kind else { continue };
            // In still steps, all is told as soon as it happens.
            let settled = seen(&show, if still { place } else { place + SETTLED_MS }, still);
            let now = form(&settled);
            match turn {
                Turn::Kept => prop_assert_eq!(now, drawn),
                Turn::Improved => prop_assert!(now != drawn || now.ends_with(['2', '3']), "{} from {}", now, drawn),
                Turn::Misread => {
                    let kind = |form: &'static str| form.trim_end_matches(['2', '3']);
                    prop_assert!(kind(now) != kind(drawn) || drawn.starts_with("plan-loaf"), "{} from {}", now, drawn);
                }
            }
            // Nobody notices a plan that is misread; what is better, everybody is told.
            let others = HANDS.into_iter().zip(Hand::ALL).filter(|(_, other)| *other != hand);
            let told = others.map(|(part, _)| state(&settled, part)).all(|state| state == "glad");
            prop_assert_eq!(told, turn == Turn::Improved);
            drawn = now;
            // What it was stays before the hand, for all to compare, to the end of the story.
            let end = seen(&show, show.length(), still);
            prop_assert_eq!(state(&end, SHEETS[hand as usize]), drawn);
        }
        prop_assert!(drawn.starts_with("plan-cake") == show.timeline.outcome.misread_by.is_none());
    }

    #[test]
    fn the_idea_goes_on_from_where_it_was(scenario in any_scenario(), part in 0.0..1.0_f64) {
        const FRAME_MS: u64 = 16;
        let show = Show::new(&scenario);
        let place = (show.length() as f64 * part) as u64;
        let (one, next) = (seen(&show, place, false), seen(&show, place + FRAME_MS, false));
        if let (Some(one), Some(next)) = (one.idea, next.idea) {
            prop_assert!((one.squash - next.squash).abs() < 0.06, "{:?} {:?}", one, next);
            prop_assert!((one.height - next.height).abs() < 12.0, "{:?} {:?}", one, next);
            prop_assert!((one.scale - next.scale).abs() < 0.08, "{:?} {:?}", one, next);
            prop_assert!(one.height >= -0.5, "{:?}", one);
            // A form is never changed at full size.
            prop_assert!(one.form == next.form || one.scale < 0.9, "{:?} {:?}", one, next);
        }
    }

    #[test]
    fn while_orders_cross_need_spec_and_code_stand_still(scenario in any_scenario(), part in 0.0..1.0_f64) {
        let show = Show::new(&scenario);
        let start = show.pacing.place(show.timeline.release_start * 1_000);
        let end = show.pacing.place(show.timeline.watch_end * 1_000);
        let ashore = |place: u64| {
            let frame = seen(&show, place, false);
            let parts = SHEETS.into_iter().chain(HANDS).chain(["baker", "wisher", "child", "coder", "engineer", "main-line"]);
            let states: Vec<_> = parts.map(|part| state(&frame, part)).collect();
            let still = ["baker-head", "child-joy"].map(|name| frame.poses.iter().find(|pose| pose.part == name).copied());
            (states, still, board(&frame))
        };
        let place = start + (end.saturating_sub(start).saturating_sub(1) as f64 * part) as u64;
        prop_assert_eq!(ashore(start), ashore(place));
    }
}

#[test]
fn the_wish_is_told_heard_and_agreed() {
    let show = Show::new(&Scenario::default());
    let heard = seen(&show, 0, true);
    assert_eq!(["wisher", "baker", "order-note"].map(|part| state(&heard, part)), ["tells", "hears", "off"]);
    let agreed = seen(&show, place_of(&show, |kind| *kind == Kind::WishAgreed), true);
    assert_eq!(
        ["wisher", "child", "baker", "order-note"].map(|part| state(&agreed, part)),
        ["glad", "glad", "glad", "on"]
    );
}

#[test]
fn lines_are_typed_one_after_another() {
    let show = Show::new(&Scenario::default());
    let (start, end) =
        (place_of(&show, |kind| *kind == Kind::WorkStarted), place_of(&show, |kind| *kind == Kind::Committed));
    assert_eq!(board(&seen(&show, start - 1, false)), ["off"; LINES]);
    // The first instant, which a still step shows, has a line already.
    assert_eq!(board(&seen(&show, start, true))[0], "typing");
    let mut written = 0;
    for place in (start..end).step_by(50) {
        let lines = board(&seen(&show, place, false));
        let on = lines.iter().take_while(|line| **line == "on").count();
        assert!(on >= written && on <= written + 1, "{lines:?}");
        assert_eq!(lines.get(on), Some(&"typing"), "the next one is being typed: {lines:?}");
        assert!(lines.iter().skip(on + 1).all(|line| *line == "off"), "{lines:?}");
        written = on;
    }
    assert_eq!(written, LINES - 1);
    assert_eq!(board(&seen(&show, end, false)), ["on"; LINES]);
}

#[test]
fn the_linter_underlines_what_is_suspicious_and_it_is_mended() {
    for (fault, wanted) in [(Fault::Style, "suspect"), (Fault::Syntax, "failed")] {
        let show = Show::new(&Scenario { fault, ..Scenario::default() });
        let stopped = seen(&show, place_of(&show, |kind| matches!(kind, Kind::GateStopped { .. })), true);
        assert_eq!(board(&stopped).iter().filter(|line| **line != "on").collect::<Vec<_>>(), [&wanted]);
        assert_eq!(state(&stopped, "main-line"), "apart");
        assert_eq!(state(&stopped, "coder"), "hears");
        let mended = seen(&show, place_of(&show, |kind| *kind == Kind::Mended), true);
        assert_eq!(board(&mended).iter().filter(|line| **line == "mended").count(), 1);
        assert_eq!(state(&seen(&show, show.length(), true), "main-line"), "met");
    }
}

#[test]
fn what_a_gate_stops_slides_back_and_is_taken_up_from_there() {
    let show = Show::new(&Scenario { fault: Fault::Syntax, ..Scenario::default() });
    let stop = place_of(&show, |kind| matches!(kind, Kind::GateStopped { gate: Gate::Compile, .. }));
    let mend = place_of(&show, |kind| *kind == Kind::Mended);
    let at = |place: u64| seen(&show, place, false).idea.expect("the idea is ashore").place;
    assert!((at(stop + 100).x - at(stop + 900).x).abs() < 1.0, "it stands where it was stopped, to be seen");
    let (last, taken) = (at(mend - 1), at(mend));
    assert!((last.x - taken.x).abs() < 2.0 && (last.y - taken.y).abs() < 2.0, "{last:?} {taken:?}");
}

#[test]
fn the_words_on_the_table_are_those_of_the_plan() {
    for (words, wanted) in [(Words::Shared, "shared"), (Words::Own, "own")] {
        let show = Show::new(&Scenario { words, ..Scenario::default() });
        assert_eq!(state(&seen(&show, 0, true), "words"), wanted);
    }
}
