//! The travelling idea: its form and its place, from event to event. It crouches before it hops, and settles when it lands.

use super::{
    carried::{Carried, carried},
    drawing::Drawing,
    easing::{Point, at, ease, mix, passed},
    frame::Idea,
    places::{AFTER_GATES, CHUTE_END, MAIN_LINE, NEXT_WISH, ON_THE_PIER, PALLET, WISH, WORKBENCH, YARD, gate, hand},
};
use crate::model::{Gate, Kind, Moment, Timeline};

/// Show milliseconds of the idea's way from one place to the next, the crouch before it included.
const WAY_MS: u64 = 900;
/// Show milliseconds of its crouch before a hop, and of its settling after it.
const CROUCH_MS: u64 = 140;
const SETTLE_MS: u64 = 420;
/// Stage units that it rises on its way, and on the way past the workshop's engineers.
const HOP: f64 = 22.0;
const HIGH_HOP: f64 = 84.0;
/// How much lower and wider it gets when it crouches and when it lands, and how much higher and slimmer as it flies, as shares.
const CROUCH: f64 = 0.12;
const LANDING: f64 = 0.14;
const STRETCH: f64 = 0.06;
/// Show milliseconds after which a hand has changed the drawing, and that the change takes to be seen before and after.
const WORKED_MS: u64 = 1_400;
const CHANGE_MS: u64 = 180;

/// How the idea is when it rests after an event.
#[derive(Clone, Copy)]
struct Rest {
    /// Its form when it comes.
    comes: &'static str,
    /// Its form when it goes: a hand may have changed the drawing.
    form: &'static str,
    place: Point,
    size: f64,
}

/// Form and place after an event. `None`: it is aboard, and the boats are the picture.
fn rest(timeline: &Timeline, index: usize) -> Option<Rest> {
    // Of a size to be held, and to be carried.
    const WISHED: f64 = 1.15;
    const HELD: f64 = 0.62;
    const ON_THE_BENCH: f64 = 0.72;
    let resting = |form, place, size| Some(Rest { comes: form, form, place, size });
    let event = timeline.events.get(index)?;
    let images = timeline.scenario.servers.are_images();
    match event.kind {
        Kind::WishHeard | Kind::WishAgreed => resting("wish", WISH, WISHED),
        Kind::PlanPassed { hand: whose, .. } => {
            let until = |end: usize| Drawing::after_all(timeline.events.get(..end).unwrap_or_default()).form();
            let comes = until(index);
            Some(Rest { comes, ..resting(until(index + 1), hand(whose), HELD)? })
        }
        Kind::WorkStarted | Kind::Mended => resting("code", WORKBENCH, ON_THE_BENCH),
        Kind::Committed => resting("box", MAIN_LINE, 1.0),
        Kind::GateStarted { gate: which } => resting("box", gate(which), 1.0),
        Kind::GateStopped { gate: Gate::EndToEnd, .. } => {
            resting(if images { "container" } else { "box" }, ON_THE_PIER, 1.0)
        }
        Kind::GateStopped { .. } => resting("box", CHUTE_END, 1.0),
        Kind::GatesPassed => resting("box", AFTER_GATES, 1.0),
        Kind::ImageSealed => resting("container", PALLET, 1.0),
        Kind::ImageStored => resting("container", YARD, 1.0),
        Kind::ServersPatched { .. } => resting("box", PALLET, 1.0),
        Kind::ImagePlaced | Kind::TrialPassed | Kind::TrialSkipped | Kind::WaitsToGo { .. } => {
            // Only what is sealed into an image travels in a container.
            resting(if images { "container" } else { "box" }, ON_THE_PIER, 1.0)
        }
        // What customers say rises from the far shore: the next wish, or the same one again.
        Kind::CustomersHeard | Kind::WishReturns { .. } => resting("wish", NEXT_WISH, WISHED),
        _ => None,
    }
}

/// Up from 0 to 1 and down again, as `part` goes from 0 to 1; outside, 0.
fn bump(part: f64) -> f64 {
    (4.0 * part * (1.0 - part)).max(0.0)
}

/// How much lower and wider it is than it was drawn, `ms` after an event that moved it or not.
fn squash(ms: u64, hops: bool) -> f64 {
    /// The part of the settling in which it sinks in; then it springs back a little too far, by this much of it.
    const SINKS: f64 = 0.6;
    const SPRINGS: f64 = 0.35;
    let of = |since: u64, length: u64| ms.saturating_sub(since) as f64 / length as f64;
    let landed = if hops { WAY_MS } else { 0 };
    let settling = of(landed, SETTLE_MS);
    let sunk = bump(settling / SINKS) - SPRINGS * bump((settling - SINKS) / (1.0 - SINKS));
    let flown = bump(of(CROUCH_MS, WAY_MS - CROUCH_MS));
    let before = CROUCH * bump(of(0, CROUCH_MS)) - STRETCH * flown;
    LANDING * sunk + if hops { before } else { 0.0 }
}

/// The idea at a moment.
pub(super) fn idea(timeline: &Timeline, moment: &Moment, still: bool) -> Option<Idea> {
    let index = moment.event_index as usize;
    let rests = rest(timeline, index)?;
    match carried(moment, timeline.scenario.servers.are_images(), still) {
        Some(Carried::Seen(idea)) => return Some(idea),
        Some(Carried::Inside) => return None,
        None => {}
    }
    if still {
        return Some(Idea { form: rests.form, place: rests.place, scale: rests.size, squash: 0.0, height: 0.0 });
    }
    let before = index.checked_sub(1).and_then(|index| rest(timeline, index)).unwrap_or(rests);
    let (from, to, ms) = (before.place, rests.place, moment.event_ms);
    let hops = from != to;
    let part = passed(ms.saturating_sub(CROUCH_MS), WAY_MS - CROUCH_MS);
    let ground = from.towards(to, part);
    let high = if matches!(moment.event.kind, Kind::Committed | Kind::Mended) { HIGH_HOP } else { HOP };
    let height = if hops { high * bump(part) } else { 0.0 };
    let place = at(ground.x, ground.y - height);
    // It changes its form half way, and its drawing in a hand: a little smaller for a moment, so that the change is seen
    // and does not jump.
    let turned = if before.form == rests.comes { 1.0 } else { 0.6 + 0.4 * ease((2.0 * part - 1.0).abs()) };
    let since_change = ms.abs_diff(WORKED_MS) as f64 / CHANGE_MS as f64;
    let redrawn = if rests.comes == rests.form { 1.0 } else { 0.75 + 0.25 * ease(since_change) };
    let form = if part < 0.5 {
        before.form
    } else if ms < WORKED_MS {
        rests.comes
    } else {
        rests.form
    };
    let scale = mix(before.size, rests.size, part) * turned * redrawn;
    Some(Idea { form, place, scale, squash: squash(ms, hops), height })
}
