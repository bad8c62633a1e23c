//! The crowd: slips that stand for orders. Slips are counted off the cumulative counts, each stands for the
//! same number of orders, so that what is seen always adds up to the figures.

use super::{
    easing::{Point, along, at},
    fleet::{Fleet, Side},
    places::{CUSTOMERS, QUEUE, TURNED},
};
use crate::model::{Moment, Timeline, timeline::MILLI, units::CROSSING_MINUTES};

/// Slips a minute that the picture holds at most.
const SLIPS_A_MINUTE: u64 = 30;
/// Part of the way after which a failed order shows its mark.
const MARK_AT: f64 = 0.55;
/// Slips side by side in a heap.
const HEAP_WIDTH: u64 = 5;
/// Stage units between slips of a heap, across and up.
const HEAP_STEP: (f64, f64) = (8.5, 4.2);
/// Stage units that a heap may rise: the faces behind it stay to be seen.
const HIGHEST_HEAP: f64 = 34.0;
/// Slips side by side where they turned away, and stage units that these may rise: the works behind stay to be seen.
const TURNED_WIDTH: u64 = 12;
const HIGHEST_TURNED: f64 = 46.0;
/// Stage units between slips that wait.
const QUEUE_STEP: f64 = 13.0;
/// Stage units that they may reach back over the quay.
const LONGEST_QUEUE: f64 = 390.0;

/// What a slip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// On its way with the old version.
    Old,
    /// On its way with the new version.
    New,
    /// Failed, with a mark.
    Failed,
    /// Before the closed gate.
    Waiting,
    /// Turned away.
    Turned,
}

/// One slip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slip {
    /// Where its middle is.
    pub place: Point,
    /// What it shows.
    pub kind: SlipKind,
    /// Which of its kind it is; a slip keeps its number for all its way.
    pub number: u64,
}

/// Orders that one slip stands for: 1, 2, 5, 10, 20, 50, …
#[must_use]
pub fn orders_a_slip(orders_a_minute: u64) -> u64 {
    let mut ten = 1;
    loop {
        for factor in [1, 2, 5] {
            if ten * factor * SLIPS_A_MINUTE >= orders_a_minute {
                return ten * factor;
            }
        }
        ten *= 10;
    }
}

/// One of the four counts that slips are counted off.
struct Stream {
    side: Side,
    failed: bool,
    /// Orders boarded at an instant.
    count: fn(&Timeline, u64) -> u64,
}

const STREAMS: [Stream; 4] = [
    Stream { side: Side::Old, failed: false, count: |timeline, instant| timeline.boarded(instant).old_arrived },
    Stream { side: Side::Old, failed: true, count: |timeline, instant| timeline.boarded(instant).old_failed },
    Stream { side: Side::New, failed: false, count: |timeline, instant| timeline.boarded(instant).new_arrived },
    Stream { side: Side::New, failed: true, count: |timeline, instant| timeline.boarded(instant).new_failed },
];

/// Slips that stand for `orders`, rounded to the nearest.
const fn slips_of(orders: u64, a_slip: u64) -> u64 {
    (orders + a_slip / 2) / a_slip
}

/// The instant between `from` and `to` at which a rising count reaches `orders`.
fn reached(count: impl Fn(u64) -> u64, orders: u64, from: u64, to: u64) -> u64 {
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if count(middle) >= orders {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Every slip that can be seen at a moment.
pub(super) fn crowd(timeline: &Timeline, moment: &Moment, fleet: &Fleet) -> Vec<Slip> {
    let a_slip = orders_a_slip(timeline.scenario.orders);
    let mut slips = Vec::new();
    // What is counted stands still when the watching ends; what is under way then still arrives.
    let now = moment.instant.min(timeline.watch_end * MILLI);
    let crossing = CROSSING_MINUTES * MILLI;
    let start = now.saturating_sub(crossing);
    let later = moment.instant - now;
    let mut heaped = 0;
    for stream in &STREAMS {
        let known = slips_of((stream.count)(timeline, start), a_slip);
        let boarded = slips_of((stream.count)(timeline, now), a_slip);
        heaped += if stream.failed { known } else { 0 };
        for number in known..boarded {
            // The slip goes aboard when the middle one of its orders does.
            let orders = number * a_slip + a_slip.div_ceil(2);
            let left = reached(|instant| (stream.count)(timeline, instant), orders, start, now);
            let part = (now - left + later) as f64 / crossing as f64;
            if part > 1.0 && later > 0 {
                continue;
            }
            let way = fleet.way(stream.side, number, &timeline.crossing(left).0);
            let place = if stream.failed { returned(way, number, part) } else { along(way, part) };
            let kind = match (stream.failed && part > MARK_AT, stream.side) {
                (true, _) => SlipKind::Failed,
                (false, Side::Old) => SlipKind::Old,
                (false, Side::New) => SlipKind::New,
            };
            slips.push(Slip { place: jitter(place, number), kind, number });
        }
    }
    slips.extend((0..heaped).map(|number| Slip { place: heap(number, heaped), kind: SlipKind::Failed, number }));
    let waiting = slips_of(moment.counts.waiting, a_slip);
    let step = QUEUE_STEP.min(LONGEST_QUEUE / waiting.max(1) as f64);
    slips.extend((0..waiting).map(|number| {
        let place = at(QUEUE.x - number as f64 * step, QUEUE.y + wobble(number, 3.0));
        Slip { place, kind: SlipKind::Waiting, number }
    }));
    let turned = slips_of(moment.counts.turned_away, a_slip);
    slips.extend((0..turned).map(|number| Slip {
        place: turned_place(number, turned),
        kind: SlipKind::Turned,
        number,
    }));
    slips
}

/// Where the slip of this number of those that turned away lies, of `turned` in all: many lie closer.
fn turned_place(number: u64, turned: u64) -> Point {
    let (column, row) = (number % TURNED_WIDTH, number / TURNED_WIDTH);
    let rise = HEAP_STEP.1.min(HIGHEST_TURNED / turned.div_ceil(TURNED_WIDTH).max(1) as f64);
    at(TURNED.x - column as f64 * HEAP_STEP.0, TURNED.y - row as f64 * rise)
}

/// Whose failed order the slip of this number is.
const fn customer_of(number: u64) -> u64 {
    // Every other one, so that neighbours are not served in a row; two and five share no factor, so each is met.
    number * 2 % CUSTOMERS.len() as u64
}

/// Slips heaped before a customer's feet, of `heaped` in all.
#[must_use]
pub fn heap_of(customer: u64, heaped: u64) -> u64 {
    let heaps = CUSTOMERS.len() as u64;
    let first = (0..heaps).find(|number| customer_of(*number) == customer).unwrap_or(0);
    (heaped + heaps - 1 - first) / heaps
}

/// A failed order turns from its way, to lie down before its owner's feet.
fn returned(way: &[Point], number: u64, part: f64) -> Point {
    let mut way = way.split_last().map_or(way, |(_, rest)| rest).to_vec();
    way.push(heap(number, number + 1));
    along(&way, part)
}

/// Where the failed slip of this number lies, of `heaped` in all: high heaps lie closer.
fn heap(number: u64, heaped: u64) -> Point {
    let heaps = CUSTOMERS.len() as u64;
    let (customer, level) = (customer_of(number), number / heaps);
    let (column, row) = (level % HEAP_WIDTH, level / HEAP_WIDTH);
    let foot = CUSTOMERS[customer as usize];
    let rows = heaped.div_ceil(heaps * HEAP_WIDTH).max(1);
    let rise = HEAP_STEP.1.min(HIGHEST_HEAP / rows as f64);
    let across = (column as f64 - (HEAP_WIDTH - 1) as f64 / 2.0) * HEAP_STEP.0;
    at(foot.x + across + wobble(number, 1.5), foot.y + 4.0 - row as f64 * rise)
}

fn jitter(place: Point, number: u64) -> Point {
    at(place.x, place.y + wobble(number, 4.0))
}

/// A steady little difference from one slip to the next, from `-size` to `size`.
fn wobble(number: u64, size: f64) -> f64 {
    // Multiples of the golden ratio spread evenly and never repeat.
    let part = (number as f64 * 0.618_033_988_75).fract();
    (part * 2.0 - 1.0) * size
}

/// Failed slips that lie on the far shore at a moment.
#[must_use]
pub fn heaped(timeline: &Timeline, moment: &Moment) -> u64 {
    let a_slip = orders_a_slip(timeline.scenario.orders);
    slips_of(moment.known.old_failed, a_slip) + slips_of(moment.known.new_failed, a_slip)
}
