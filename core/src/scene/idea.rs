//! The travelling idea: its form and its place, from event to event.

use super::{
    easing::{Point, along, at, ease, passed},
    frame::Idea,
    places::{AFTER_GATES, CRANE_WAY, MAIN_LINE, NEXT_WISH, ON_THE_PIER, PALLET, WISH, WORKBENCH, YARD, gate, hand},
};
use crate::model::{Event, Kind, Moment, Servers, Timeline};

/// Show milliseconds of the idea's way from one place to the next.
const WAY_MS: u64 = 900;
/// Show milliseconds of its way by crane.
const CRANE_MS: u64 = 1_900;
/// Stage units that it rises on its way, and on the way past the workshop's engineer.
const HOP: f64 = 26.0;
const HIGH_HOP: f64 = 84.0;

/// Form and place after an event. `None`: it is aboard, and the boats are the picture.
fn rest(event: &Event, servers: Servers) -> Option<(&'static str, Point)> {
    // Only what is sealed into an image travels in a container.
    let sealed = if servers.are_images() { "container" } else { "box" };
    Some(match event.kind {
        Kind::WishHeard | Kind::WishAgreed => ("wish", WISH),
        Kind::PlanPassed { hand: whose, .. } => ("plan", hand(whose)),
        Kind::WorkStarted | Kind::Mended => ("code", WORKBENCH),
        Kind::Committed => ("box", MAIN_LINE),
        Kind::GateStarted { gate: which } | Kind::GateStopped { gate: which, .. } => ("box", gate(which)),
        Kind::GatesPassed => ("box", AFTER_GATES),
        Kind::ImageSealed => ("container", PALLET),
        Kind::ImageStored => ("container", YARD),
        Kind::ServersPatched { .. } => ("box", PALLET),
        Kind::ImagePlaced | Kind::TrialPassed | Kind::TrialSkipped | Kind::WaitsToGo { .. } => (sealed, ON_THE_PIER),
        // What customers say rises from the far shore: the next wish, or the same one again.
        Kind::CustomersHeard | Kind::WishReturns { .. } => ("wish", NEXT_WISH),
        _ => return None,
    })
}

/// The idea at a moment.
pub(super) fn idea(timeline: &Timeline, moment: &Moment, still: bool) -> Option<Idea> {
    let index = moment.event_index as usize;
    let servers = timeline.scenario.servers;
    let (form, to) = rest(&moment.event, servers)?;
    let before =
        index.checked_sub(1).and_then(|index| timeline.events.get(index)).and_then(|event| rest(event, servers));
    let (old_form, from) = before.unwrap_or((form, to));
    let craned = moment.event.kind == Kind::ImagePlaced && servers.are_images();
    let part = if still { 1.0 } else { passed(moment.event_ms, if craned { CRANE_MS } else { WAY_MS }) };
    let hop = match moment.event.kind {
        _ if from == to || craned => 0.0,
        Kind::Committed | Kind::Mended => HIGH_HOP,
        _ => HOP,
    };
    let hop = hop * 4.0 * part * (1.0 - part);
    let place = if craned { along(&CRANE_WAY, part) } else { from.towards(to, part) };
    // It changes its form half way, a little smaller for a moment, so that the change is seen and does not jump.
    let turn = if old_form == form { 1.0 } else { 0.6 + 0.4 * ease((2.0 * part - 1.0).abs()) };
    Some(Idea { form: if part < 0.5 { old_form } else { form }, place: at(place.x, place.y - hop), scale: turn })
}
