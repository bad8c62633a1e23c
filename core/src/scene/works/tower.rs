//! Operate: the tower and those who watch there, the logbook, and the sign with the promise and its margin.

use super::Shown;
use crate::{
    model::{Kind, Station},
    scene::{
        frame::Pose,
        places::{MARGIN_FOOT, MARGIN_LENGTH},
    },
};

/// Steps in which the margin is shown: it changes when something happened, not with every frame.
const MARGIN_STEPS: u64 = 100;

pub(super) fn show(shown: &mut Shown<'_>) {
    let (timeline, moment) = (shown.timeline, shown.moment);
    let watched = timeline.scenario.watch;
    let released = moment.station >= Station::Release;
    let alert = moment.noticed && !moment.restored;
    let pick = |yes: bool, one: &'static str, other: &'static str| if yes { one } else { other };
    let on = |yes: bool| pick(yes, "on", "off");
    shown.states.extend([
        ("tower-lamp", pick(watched && released, pick(alert, "alert", "calm"), "off")),
        ("tower-room", pick(watched, pick(alert, "alert", "manned"), "unmanned")),
        ("tower-beam", on(watched && released)),
        ("telescope", pick(watched, pick(released, "watching", "idle"), "parked")),
        // Where nobody watches, nobody writes.
        ("logbook", pick(watched, "open", "closed")),
        ("log-released", on(released)),
        ("log-noticed", on(moment.noticed)),
        ("log-back", on(moment.restored)),
        ("log-read", on(shown.so_far().iter().any(|event| matches!(event.kind, Kind::PromiseRead { .. })))),
    ]);
    let budget = timeline.budget_seconds.max(1);
    let spent = ((moment.spent_seconds * MARGIN_STEPS + budget / 2) / budget).min(MARGIN_STEPS);
    let left = (MARGIN_STEPS - spent) as f64 / MARGIN_STEPS as f64;
    shown.states.push(("promise", pick(moment.spent_seconds >= budget, "spent", "kept")));
    shown.states.push(("margin-notch", on(spent > 0)));
    shown.poses.extend([
        Pose::grow("margin-fill", left, MARGIN_FOOT),
        Pose::shift("notch-way", -MARGIN_LENGTH * (1.0 - left), 0.0),
    ]);
}
