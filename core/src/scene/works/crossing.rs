//! Release: the ways aboard, the two berths, the canary’s wicket and the share board.

use super::Shown;
use crate::{
    model::units::WHOLE,
    scene::{
        fleet::{Layout, ways::ways},
        frame::Pose,
        places::{BARRIER, BARRIER_OPEN, GANGWAY, GANGWAY_DOWN, PLANK_IN},
    },
};

/// The slots of the share board: each stands for one order in twenty.
const SLOTS: [&str; 20] = [
    "share-1", "share-2", "share-3", "share-4", "share-5", "share-6", "share-7", "share-8", "share-9", "share-10",
    "share-11", "share-12", "share-13", "share-14", "share-15", "share-16", "share-17", "share-18", "share-19",
    "share-20",
];

pub(super) fn show(shown: &mut Shown<'_>) {
    let ways = ways(shown.timeline, shown.moment, shown.still);
    for gangway in ["gangway", "gangway-far"] {
        shown.poses.push(Pose::turn(gangway, GANGWAY_DOWN * ways.gangway, GANGWAY));
    }
    for plank in ["plank", "plank-far"] {
        shown.poses.push(Pose::shift(plank, PLANK_IN * (1.0 - ways.plank), 0.0));
    }
    shown.poses.push(Pose::turn("barrier", BARRIER_OPEN * ways.barrier, BARRIER));
    let crossing = &shown.moment.crossing;
    shown.states.push(("barrier-sign", if crossing.open { "open" } else { "closed" }));
    let layout = Layout::of(&shown.timeline.scenario);
    let (upper, lower) = match layout {
        // Here both kinds lie side by side, or one after the other.
        Layout::Rows(_) => ("plain", "plain"),
        Layout::OneBerth if !crossing.open => ("plain", "plain"),
        Layout::OneBerth if crossing.share == WHOLE => ("new", "plain"),
        Layout::OneBerth => ("old", "plain"),
        Layout::Gangway | Layout::Plank => ("old", "new"),
    };
    shown.states.extend([("berth-upper", upper), ("berth-lower", lower)]);
    let wicket = match (layout, crossing.share) {
        (Layout::Plank, 0) => "shut",
        (Layout::Plank, WHOLE) => "open",
        (Layout::Plank, _) => "few",
        _ => "none",
    };
    shown.states.push(("wicket", wicket));
    share(shown);
}

/// Which version each of twenty orders meets; a slot that only some of its orders share shows both.
fn share(shown: &mut Shown<'_>) {
    let crossing = &shown.moment.crossing;
    let (slots, whole) = (SLOTS.len() as u32, u32::from(WHOLE));
    let new = u32::from(crossing.share) * slots;
    shown.states.extend(SLOTS.into_iter().zip(0_u32..).map(|(part, slot)| {
        let state = match (slot * whole, (slot + 1) * whole) {
            _ if !crossing.open => "none",
            (_, to) if to <= new => "new",
            (from, _) if from < new => "both",
            _ => "old",
        };
        (part, state)
    }));
}
