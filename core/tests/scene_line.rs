//! What somebody who looks at the line, the yard and the tower relies on: the pictures tell what happens, and what was chosen.

mod any_scenario;

use any_scenario::any_scenario;
use naru_core::{
    model::{Delivery, Fault, Gate, Kind, Scenario, Servers, Station},
    scene::{Frame, How, View, frame},
    session::Camera,
    time::Show,
};
use proptest::prelude::*;

/// Where the crane's trolley hangs as it was drawn.
const TROLLEY: f64 = 876.0;
const FRAME_MS: usize = 16;

fn seen(show: &Show, place: u64, still: bool) -> Frame {
    let view = View { width: 962.0, height: 474.0, camera: Camera::Follow, still, before: false, letters: 1.0 };
    frame(&show.timeline, &show.at(place), &view)
}

fn state(frame: &Frame, part: &str) -> &'static str {
    frame.states.iter().find(|(name, _)| *name == part).map_or("", |(_, state)| state)
}

fn how(frame: &Frame, part: &str) -> How {
    frame.poses.iter().find(|pose| pose.part == part).map_or(How::Fade(f64::NAN), |pose| pose.how)
}

/// Places of the show from one event of a kind to the next event.
fn during(show: &Show, wanted: impl Fn(&Kind) -> bool) -> std::ops::Range<u64> {
    let index = show.timeline.events.iter().position(|event| wanted(&event.kind)).expect("it happens");
    let place = |index: usize| show.timeline.instants.get(index).map_or(show.length(), |when| show.pacing.place(*when));
    place(index)..place(index + 1)
}

fn show_of(change: impl Fn(&mut Scenario)) -> Show {
    let mut scenario = Scenario::default();
    change(&mut scenario);
    Show::new(&scenario)
}

#[test]
fn what_a_gate_stops_is_seen_on_its_way_back() {
    let show = show_of(|scenario| scenario.fault = Fault::Syntax);
    let stopped = during(&show, |kind| matches!(kind, Kind::GateStopped { .. }));
    let places: Vec<_> = stopped.clone().step_by(FRAME_MS).filter_map(|place| seen(&show, place, false).idea).collect();
    let (first, last) = (places[0].place, places[places.len() - 1].place);
    assert!(first.x == 700.0 && first.y == 396.0, "it begins under the gate that stopped it: {first:?}");
    assert!(last.x < 630.0 && last.y > first.y + 30.0, "it ends below, beside the workshop: {last:?}");
    assert!(places.windows(2).all(|pair| pair[1].place.x <= pair[0].place.x && pair[1].place.y >= pair[0].place.y));
    let (now, still) = (seen(&show, stopped.start, false), seen(&show, stopped.start, true));
    assert_eq!(
        (state(&now, "chute"), state(&now, "gate-compile"), state(&now, "gate-lint")),
        ("on", "stopped", "passed")
    );
    assert!(still.idea.is_some_and(|idea| idea.place.y > first.y + 10.0), "a still shows it on the chute");
    let again = show.timeline.events.iter().rposition(|event| event.kind == Kind::Committed).expect("it is committed");
    let after = seen(&show, show.pacing.place(show.timeline.instants[again]), false);
    assert_eq!((state(&after, "chute"), state(&after, "gate-compile")), ("off", "idle"));
}

#[test]
fn layers_are_laid_down_before_the_container_is_closed_about_the_change() {
    let show = show_of(|_| {});
    let sealing = during(&show, |kind| *kind == Kind::ImageSealed);
    let mut steps = Vec::new();
    for place in sealing.clone().step_by(FRAME_MS) {
        let frame = seen(&show, place, false);
        let on_the_bench = how(&frame, "seal-box") == How::Fade(1.0);
        // The change is seen once: by itself, or in the bench, or it is the container.
        let container = frame.idea.is_some_and(|idea| idea.form == "container");
        assert_eq!(frame.idea.is_none(), on_the_bench && !container, "at {place}");
        let layers = ["layer-1", "layer-2", "layer-3", "seal-mark"].map(|layer| state(&frame, layer) == "on");
        let step = layers.iter().filter(|on| **on).count() + usize::from(on_the_bench) + usize::from(container);
        assert!(layers.windows(2).all(|pair| pair[0] || !pair[1]), "from below: {layers:?}");
        steps.push(step);
    }
    assert!(steps.is_sorted() && steps.first() == Some(&0) && steps.last() == Some(&6), "{steps:?}");
    assert_eq!(state(&seen(&show, sealing.start, true), "layer-3"), "on", "a still tells it too");
}

#[test]
fn the_hook_is_at_what_the_crane_carries() {
    let show = show_of(|_| {});
    for wanted in [Kind::ImageStored, Kind::ImagePlaced] {
        let event = during(&show, |kind| *kind == wanted);
        let ends =
            [event.start, event.end - 1].map(|place| seen(&show, place, false).idea.expect("it is carried").place);
        for place in event.step_by(FRAME_MS) {
            let frame = seen(&show, place, false);
            let idea = frame.idea.expect("it is carried").place;
            let How::Shift(trolley, _) = how(&frame, "crane-trolley") else { panic!("it only goes along the bridge") };
            assert!(ends.contains(&idea) || (trolley + TROLLEY - idea.x).abs() < 0.01, "{idea:?} {trolley}");
        }
    }
    let placed = during(&show, |kind| *kind == Kind::ImagePlaced);
    assert_eq!(state(&seen(&show, placed.start - 1, false), "yard-stored"), "off");
    assert_eq!(state(&seen(&show, placed.start, false), "yard-stored"), "on", "the image stays; a copy goes");
}

#[test]
fn who_lets_it_go_is_seen_and_leaves_when_it_has_gone() {
    for (delivery, waits, goes) in [
        (Delivery::Continuous, "continuous-go", "continuous-go"),
        (Delivery::Button, "button-wait", "button-go"),
        (Delivery::Train, "train-wait", "train-go"),
    ] {
        let show = show_of(|scenario| scenario.delivery = delivery);
        let release = during(&show, |kind| *kind == Kind::ReleaseStarted);
        assert_eq!(state(&seen(&show, release.start - 1, false), "delivery"), waits);
        assert_eq!(state(&seen(&show, release.start, false), "delivery"), goes);
        assert_eq!(state(&seen(&show, release.end, false), "delivery"), "gone");
    }
}

#[test]
fn a_tower_without_watch_is_empty() {
    for watch in [true, false] {
        let show = show_of(|scenario| scenario.watch = watch);
        let frame = seen(&show, show.length(), false);
        assert_eq!(state(&frame, "tower-room") == "unmanned", !watch);
        assert_eq!(state(&frame, "tower-beam") == "on", watch);
        assert_eq!(state(&frame, "logbook") == "open", watch);
        assert_eq!(["log-released", "log-noticed", "log-back", "log-read"].map(|line| state(&frame, line)), ["on"; 4]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn docks_look_as_they_were_made(scenario in any_scenario(), part in 0.0..1.0_f64) {
        let show = Show::new(&scenario);
        let frame = seen(&show, (show.length() as f64 * part) as u64, false);
        prop_assert_eq!(state(&frame, "docks"), scenario.servers.id());
        let unlike = ["dock-1", "dock-2", "dock-3"].iter().filter(|dock| state(&frame, dock).ends_with("unlike")).count();
        let so_far = &show.timeline.events[..=show.at((show.length() as f64 * part) as u64).event_index as usize];
        let differ = so_far.iter().rev().find_map(|event| match event.kind {
            Kind::ServersPatched { differ, of } => Some((differ, of)),
            _ => None,
        });
        match differ {
            None | Some((0, _)) => prop_assert_eq!(unlike, 0),
            Some((differ, of)) => {
                prop_assert!(!matches!(scenario.servers, Servers::Container | Servers::Image));
                prop_assert!((1..=3).contains(&unlike) && (unlike < 3 || differ == of || of < 3), "{} of 3, {} of {}", unlike, differ, of);
            }
        }
    }

    #[test]
    fn only_gates_that_are_off_look_so(scenario in any_scenario(), part in 0.0..1.0_f64) {
        let show = Show::new(&scenario);
        let frame = seen(&show, (show.length() as f64 * part) as u64, false);
        let on = [scenario.lint, true, scenario.unit, scenario.integration];
        for (gate, on) in ["gate-lint", "gate-compile", "gate-unit", "gate-integration"].iter().zip(on) {
            prop_assert_eq!(state(&frame, gate) == "off", !on);
        }
        prop_assert_eq!(state(&frame, "trial-boat") == "off", !scenario.e2e);
    }

    #[test]
    fn while_orders_cross_line_yard_and_tower_stand_still_between_events(scenario in any_scenario(), part in 0.0..1.0_f64) {
        let show = Show::new(&scenario);
        let start = show.station_place(Station::Release);
        let place = start + ((show.length() - start) as f64 * part) as u64;
        let (one, next) = (show.at(place), show.at(place + FRAME_MS as u64));
        prop_assume!(one.event_index == next.event_index && one.spent_seconds == next.spent_seconds);
        let (one, next) = (seen(&show, place, false), seen(&show, place + FRAME_MS as u64, false));
        for part in ["crane-trolley", "crane-load", "trial-way", "margin-fill", "notch-way", "seal-left", "seal-front", "lid-way"] {
            prop_assert_eq!(how(&one, part), how(&next, part));
        }
        prop_assert_eq!(one.states.len(), next.states.len());
        for part in ["docks", "delivery", "tower-lamp", "tower-beam", "promise", "margin-notch", "harbour-master"] {
            prop_assert_eq!(state(&one, part), state(&next, part));
        }
    }
}

#[test]
fn the_trial_boat_tells_how_the_trial_went() {
    let passes = show_of(|_| {});
    let trial = during(&passes, |kind| *kind == Kind::TrialPassed);
    assert_eq!(state(&seen(&passes, trial.start - 1, false), "trial-boat"), "out");
    assert_eq!(state(&seen(&passes, trial.start, false), "trial-boat"), "passed");
    assert_eq!(how(&seen(&passes, trial.end - 1, false), "trial-way"), How::Shift(0.0, 0.0), "it is back");
    // A fault that only the trial can see: the gates before it are off.
    let stops = (1..40).map(|seed| {
        show_of(|scenario| {
            (scenario.seed, scenario.fault) = (seed, Fault::Logic);
            (scenario.unit, scenario.integration) = (false, false);
        })
    });
    let by_trial = |kind: &Kind| matches!(kind, Kind::GateStopped { gate: Gate::EndToEnd, .. });
    let stops = stops
        .into_iter()
        .find(|show| show.timeline.events.iter().any(|event| by_trial(&event.kind)))
        .expect("one of them is stopped");
    let stopped = during(&stops, by_trial);
    assert_eq!(state(&seen(&stops, stopped.start, false), "trial-boat"), "stopped");
    assert_eq!(state(&seen(&stops, stopped.start, false), "chute"), "off", "the chute is the line's");
}
