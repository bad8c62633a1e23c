//! Where the works carry the idea themselves: down the chute, into its container on the bench, and by the crane.

use super::{
    easing::{Point, along, at, mix, passed, within},
    frame::Idea,
    places::{AFTER_GATES, BENCH, CHUTE_END, CRANE_WAY, PALLET, STORE_WAY, chute, gate},
};
use crate::model::{Gate, Kind, Moment};

/// Show milliseconds that a stopped box stays under its gate, that it falls to the chute, and that it slides.
const STOPPED_MS: u64 = 1_000;
const FALLS_MS: u64 = 350;
const SLIDES_MS: u64 = 1_700;
/// How far down the chute a still picture shows it.
const STILL_SLIDE: f64 = 0.3;

/// Parts of the time of sealing: the box comes to the bench, and the closed container is the idea from there on.
const COMES: (f64, f64) = (0.06, 0.4);
const SEALED: f64 = 0.93;
/// Where a still picture of the sealing is taken: the walls stand, and the front is half way up.
const STILL_SEALING: f64 = 0.65;
/// The box's size on the bench, and how high it hops there, in stage units.
const IN_THE_BENCH: f64 = 0.5;
const HOP: f64 = 26.0;

/// Parts of an event's time in which the crane carries: to the yard, and to the pier.
const STORES: (f64, f64) = (0.22, 0.8);
const PLACES: (f64, f64) = (0.06, 0.6);

/// The idea while the works carry it.
pub(super) enum Carried {
    /// It can be seen.
    Seen(Idea),
    /// It is in what the bench folds about it; the bench shows it.
    Inside,
}

/// How far the sealing is, from 0 to 1.
pub(super) fn sealing(moment: &Moment, still: bool) -> f64 {
    if still { STILL_SEALING } else { event_part(moment) }
}

/// How far the last event's time has passed, from 0 to 1.
pub(super) fn event_part(moment: &Moment) -> f64 {
    moment.to_next as f64 / 1_000.0
}

/// The idea, where something carries it after the last event. `images`: whether servers are made from images.
pub(super) fn carried(moment: &Moment, images: bool, still: bool) -> Option<Carried> {
    let idea = |form, place, scale, height| Carried::Seen(Idea { form, place, scale, squash: 0.0, height });
    let crane = |way: &[Point; 4], times| {
        let part = if still { 1.0 } else { within(event_part(moment), times) };
        let (place, [from, .., to]) = (along(way, part), *way);
        // Its shadow goes along below it.
        let ground = mix(from.y, to.y, (place.x - from.x) / (to.x - from.x));
        idea("container", place, 1.0, ground - place.y)
    };
    Some(match moment.event.kind {
        Kind::GateStopped { gate: which, .. } if Gate::LINE.contains(&which) => {
            let (from, onto) = (gate(which), chute(gate(which).x));
            let place = if still {
                onto.towards(CHUTE_END, STILL_SLIDE)
            } else {
                let since = |ms: u64| moment.event_ms.saturating_sub(ms);
                let falls = passed(since(STOPPED_MS), FALLS_MS);
                from.towards(onto, falls).towards(CHUTE_END, passed(since(STOPPED_MS + FALLS_MS), SLIDES_MS))
            };
            idea("box", place, 1.0, 0.0)
        }
        Kind::ImageSealed => match sealing(moment, still) {
            part if part < COMES.1 => {
                let part = within(part, COMES);
                let (ground, height) = (AFTER_GATES.towards(BENCH, part), HOP * 4.0 * part * (1.0 - part));
                idea("box", at(ground.x, ground.y - height), mix(1.0, IN_THE_BENCH, part), height)
            }
            part if part < SEALED => Carried::Inside,
            _ => idea("container", PALLET, 1.0, 0.0),
        },
        Kind::ImageStored => crane(&STORE_WAY, STORES),
        Kind::ImagePlaced if images => crane(&CRANE_WAY, PLACES),
        _ => return None,
    })
}
