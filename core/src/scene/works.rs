//! What the stations show: lamps, boards, hands, customers, the tower.

use super::{
    crowd::{heap_of, heaped},
    easing::{Point, mix, passed},
    fleet::Fleet,
    frame::{Idea, Pose},
    places::{BARRIER, BARRIER_OPEN, GANGWAY, GANGWAY_DOWN, HOOK, MARGIN_FOOT, ON_THE_PIER, YARD},
};
use crate::model::{Fault, Gate, Hand, Kind, Moment, Timeline, moment::GateState, timeline::MILLI};

/// A part of the drawing and the state that it shows.
pub type State = (&'static str, &'static str);

const GATES: [&str; 4] = ["gate-lint", "gate-compile", "gate-unit", "gate-integration"];
const HANDS: [&str; 4] = ["hand-owner", "hand-pm", "hand-designer", "hand-engineer"];
const LINES: [&str; 6] =
    ["board-line-1", "board-line-2", "board-line-3", "board-line-4", "board-line-5", "board-line-6"];
const LAYERS: [&str; 4] = ["layer-1", "layer-2", "layer-3", "layer-4"];
const CUSTOMERS: [&str; 5] = ["customer-1", "customer-2", "customer-3", "customer-4", "customer-5"];
/// The line of the board in which a suspicious pattern stands.
const SUSPECT: usize = 3;

/// The state of every part.
pub(super) fn states(timeline: &Timeline, moment: &Moment) -> Vec<State> {
    let mut states: Vec<State> = Vec::new();
    states.extend(GATES.into_iter().zip(moment.gates).map(|(part, state)| {
        let name = match state {
            GateState::Idle => "idle",
            GateState::Off => "off",
            GateState::Testing => "testing",
            GateState::Passed => "passed",
            GateState::Stopped => "stopped",
        };
        (part, name)
    }));
    states.extend(HANDS.into_iter().zip(Hand::ALL).map(|(part, hand)| {
        let busy = matches!(moment.event.kind, Kind::PlanPassed { hand: whose, .. } if whose == hand);
        let done = moment.hands > hand as u8;
        (
            part,
            if busy {
                "busy"
            } else if done {
                "done"
            } else {
                "idle"
            },
        )
    }));
    let started = timeline.events.iter().position(|event| event.kind == Kind::WorkStarted);
    let written = match started {
        Some(start) if start == moment.event_index as usize => moment.to_next as usize * (LINES.len() + 1) / 1_000,
        Some(start) if start < moment.event_index as usize => LINES.len(),
        _ => 0,
    };
    let stopped_style = moment.event.kind == (Kind::GateStopped { gate: Gate::Lint, fault: Fault::Style });
    states.extend(LINES.into_iter().enumerate().map(|(index, part)| {
        let suspect = stopped_style && index == SUSPECT;
        (
            part,
            if suspect {
                "suspect"
            } else if index < written {
                "on"
            } else {
                "off"
            },
        )
    }));
    let sent_back = matches!(moment.event.kind, Kind::GateStopped { .. } | Kind::Mended);
    states.push(("chute", if sent_back { "on" } else { "off" }));
    let images = timeline.scenario.servers.are_images();
    let sealing = moment.event.kind == Kind::GatesPassed && images;
    states.extend(LAYERS.into_iter().enumerate().map(|(index, part)| {
        let on = sealing && moment.to_next as usize * (LAYERS.len() + 1) / 1_000 > index;
        (part, if on { "on" } else { "off" })
    }));
    let lamp = match (timeline.scenario.watch, moment.noticed && !moment.restored) {
        (true, true) => "alert",
        (true, false) if moment.minute >= timeline.release_start => "calm",
        _ => "off",
    };
    states.push(("tower-lamp", lamp));
    let heaped = heaped(timeline, moment);
    states.extend(CUSTOMERS.into_iter().zip(0_u64..).map(|(part, customer)| {
        // A heap at their feet makes customers sorry, until orders arrive well again.
        let sorry = heap_of(customer, heaped) > 0 && !moment.restored;
        (
            part,
            if sorry {
                "sorry"
            } else if moment.counts.arrived > 0 {
                "glad"
            } else {
                "waiting"
            },
        )
    }));
    states
}

/// Where every moving part is.
pub(super) fn poses(timeline: &Timeline, moment: &Moment, idea: Option<&Idea>) -> Vec<Pose> {
    let mut poses = Vec::new();
    let down = Fleet::gangway(&timeline.scenario, moment, timeline.release_start);
    poses.push(Pose::turn("gangway", GANGWAY_DOWN * down, GANGWAY));
    let lifted = |open: bool| f64::from(u8::from(open));
    let open = mix(lifted(moment.before.open), lifted(moment.crossing.open), passed(moment.since_change, MILLI / 3));
    poses.push(Pose::turn("barrier", BARRIER_OPEN * open, BARRIER));
    let budget = timeline.budget_seconds.max(1) as f64;
    let left = (1.0 - moment.spent_seconds as f64 / budget).clamp(0.0, 1.0);
    poses.push(Pose::grow("margin-fill", left, MARGIN_FOOT));
    let (trolley, load) = crane(timeline, moment, idea);
    poses.push(Pose::shift("crane-trolley", trolley, 0.0));
    poses.push(Pose::shift("crane-load", 0.0, load));
    poses.push(Pose::fade("wish-bubble", 0.0));
    poses.push(Pose::fade("crane-box", 0.0));
    poses
}

/// How far trolley and hook are from where they were drawn: over the box while they carry it.
fn crane(timeline: &Timeline, moment: &Moment, idea: Option<&Idea>) -> (f64, f64) {
    const AT_REST: (f64, f64) = (-20.0, 0.0);
    /// Show milliseconds in which it comes to the box, or goes back from it.
    const COMES_MS: u64 = 700;
    let over = |place: Point| (place.x - HOOK.x, (place.y - HOOK.y).max(0.0));
    let between = |from: (f64, f64), to: (f64, f64), part: f64| (mix(from.0, to.0, part), mix(from.1, to.1, part));
    let part = passed(moment.event_ms, COMES_MS);
    if !timeline.scenario.servers.are_images() {
        return AT_REST;
    }
    match (moment.event.kind, idea) {
        (Kind::ImageStored, _) => between(AT_REST, over(YARD), part),
        (Kind::ImagePlaced, Some(idea)) => over(idea.place),
        (Kind::TrialPassed | Kind::TrialSkipped | Kind::GateStopped { gate: Gate::EndToEnd, .. }, _) => {
            between(over(ON_THE_PIER), AT_REST, part)
        }
        _ => AT_REST,
    }
}
