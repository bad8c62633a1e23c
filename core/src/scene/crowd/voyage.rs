//! The way of one slip: over the quay and aboard, a rest on the deck, over the water to its owner.

use super::heap::wobble;
use crate::{
    model::{timeline::MILLI, units::CROSSING_MINUTES},
    scene::{
        easing::{Point, along, at, ease, mix},
        fleet::Aboard,
    },
};

/// Parts of the time under way after which it is on its place on the deck, it fails if it fails, and it leaves the deck.
const ON_DECK: f64 = 0.34;
/// See [`ON_DECK`].
pub const FAILS: f64 = 0.41;
const OFF_DECK: f64 = 0.46;
/// Where it waits for its way to be free, and where it has made up for it.
const WAITS: f64 = 0.07;
const MADE_UP: f64 = 0.85;
/// Stage units that slips keep apart: on land, and at most over the water, where they also rise.
const ON_LAND: f64 = 2.5;
const OVER_WATER: (f64, f64) = (12.0, 9.0);
const RISE: f64 = 24.0;
/// Part of the way over the water at which it is beside the boat that lies there.
const BESIDE: f64 = 0.4;
/// How fast it leaves the deck, by its usual pace.
const START: f64 = 0.45;

/// Where a customer receives an order.
pub const fn arms(customer: Point) -> Point {
    at(customer.x + 4.0, customer.y - 24.0)
}

/// Where the slip of this number is on its way `to` its owner, `part` of it gone.
pub fn place(aboard: &Aboard, to: Point, number: u64, part: f64) -> Point {
    if part < ON_DECK {
        let place = embarking(aboard, part / ON_DECK);
        // On the deck each has its own place.
        let apart = wobble(number, ON_LAND) * (1.0 - ease(part / ON_DECK * 4.0 - 3.0));
        return at(place.x, place.y + apart);
    }
    let gone = ((part - OFF_DECK) / (1.0 - OFF_DECK)).clamp(0.0, 1.0);
    // It gathers way, and does not linger before its owner.
    let straight = aboard.deck.towards(to, gone * mix(START, 1.0, gone));
    let arch = 4.0 * gone * (1.0 - gone);
    let aside = aboard.clear_of.map_or(0.0, |right| (right - aboard.deck.towards(to, BESIDE).x).max(0.0));
    let apart = (wobble(number * 7, OVER_WATER.0), wobble(number * 5, OVER_WATER.1));
    at(straight.x + (apart.0 + aside) * arch, straight.y + (apart.1 - RISE) * arch)
}

/// Over the quay and the landing stage, then to its place on the deck.
fn embarking(aboard: &Aboard, part: f64) -> Point {
    let Some(stage) = aboard.way.last() else { return aboard.deck };
    let apart = |one: &Point, other: &Point| ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt();
    let way: f64 = aboard.way.windows(2).map(|pair| apart(&pair[0], &pair[1])).sum();
    let rest = apart(stage, &aboard.deck);
    let gone = (way + rest) * part;
    if gone < way { along(aboard.way, gone / way) } else { stage.towards(aboard.deck, (gone - way) / rest.max(1.0)) }
}

/// How much of its way a slip has gone when `passed` thousandths of a minute have passed, the first `waits` of them before
/// the gate. Those that came early stand at the head of the queue, and all arrive in time.
pub fn gone(passed: u64, waits: u64) -> f64 {
    let part = |milli: u64| milli as f64 / (CROSSING_MINUTES * MILLI) as f64;
    let (part, waits) = (part(passed), part(waits));
    if waits <= WAITS || part >= MADE_UP {
        return part;
    }
    let head = WAITS * (0.3 + waits).min(1.0);
    if part < waits { part.min(head) } else { mix(head, MADE_UP, (part - waits) / (MADE_UP - waits)) }
}
