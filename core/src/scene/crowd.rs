//! The crowd: slips that stand for orders. Slips are counted off the cumulative counts, each stands for the
//! same number of orders, so that what is seen always adds up to the figures.

mod heap;
mod voyage;

use super::{
    easing::{Point, at},
    fleet::{Fleet, Side},
    places::{CUSTOMERS, QUEUE, TURNED},
};
use crate::model::{Lots, Moment, Timeline, timeline::MILLI, units::CROSSING_MINUTES};
use heap::Heap;

/// Slips a minute that the picture holds at most.
const SLIPS_A_MINUTE: u64 = 75;
/// Slips side by side that wait, and stage units between them, along the queue and across.
const ABREAST: u64 = 3;
const QUEUE_STEP: (f64, f64) = (12.0, 7.0);
/// Stage units that they may reach back over the quay.
const LONGEST_QUEUE: f64 = 390.0;
/// The heap of those that turned away: as wide and as high as it may be, for the works behind stay to be seen.
const TURNED_HEAP: (f64, f64) = (80.0, 32.0);
/// Heaps before the customers: their knees may be hidden, their faces not.
const OWN_HEAP: (f64, f64) = (62.0, 27.0);
/// Customers.
const OWNERS: u64 = CUSTOMERS.len() as u64;

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
    /// Whether it lies where it is, and is not on its way.
    pub lies: bool,
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
#[derive(Clone, Copy)]
struct Stream {
    side: Side,
    failed: bool,
    /// Its orders of all.
    of: fn(&Lots) -> u64,
}

const STREAMS: [Stream; 4] = [
    Stream { side: Side::Old, failed: false, of: |lots| lots.old_arrived },
    Stream { side: Side::Old, failed: true, of: |lots| lots.old_failed },
    Stream { side: Side::New, failed: false, of: |lots| lots.new_arrived },
    Stream { side: Side::New, failed: true, of: |lots| lots.new_failed },
];

impl Stream {
    /// Slips that stand for its orders among these, rounded to the nearest.
    fn slips(self, lots: &Lots, a_slip: u64) -> u64 {
        ((self.of)(lots) + a_slip / 2) / a_slip
    }

    /// Whose order the slip of this number is.
    const fn owner(self, number: u64) -> u64 {
        // Every other one, so that neighbours are not served in a row; two and five share no factor, so each is met.
        (number * 2 + self.side as u64) % OWNERS
    }

    /// How many of its first `slips` are this customer's.
    fn slips_of(self, owner: u64, slips: u64) -> u64 {
        let first = (0..OWNERS).find(|number| self.owner(*number) == owner).unwrap_or(0);
        (slips + OWNERS - 1 - first) / OWNERS
    }
}

/// Slips whose results are known to a customer: those that came well, and those that came back failed.
#[must_use]
pub(super) fn known_to(owner: u64, known: &Lots, a_slip: u64) -> (u64, u64) {
    STREAMS.iter().fold((0, 0), |(well, failed), stream| {
        let slips = stream.slips_of(owner, stream.slips(known, a_slip));
        if stream.failed { (well, failed + slips) } else { (well + slips, failed) }
    })
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
    let start = now.saturating_sub(CROSSING_MINUTES * MILLI);
    let (known, boarded) = (timeline.boarded(start), timeline.boarded(now));
    let heaps = |owner: u64| known_to(owner, &known, a_slip).1;
    for stream in STREAMS {
        let mut left = start;
        let landed = stream.slips(&known, a_slip);
        for number in landed..stream.slips(&boarded, a_slip) {
            // The slip goes aboard when the middle one of its orders does.
            let orders = number * a_slip + a_slip.div_ceil(2);
            left = reached(|instant| (stream.of)(&timeline.boarded(instant)), orders, left, now);
            let passed = moment.instant - left;
            if passed > CROSSING_MINUTES * MILLI && moment.instant > now {
                continue;
            }
            let aboard = fleet.aboard(stream.side, number, timeline.crossing(left));
            let owner = stream.owner(number);
            let to = if stream.failed {
                let ahead = stream.slips_of(owner, number) - stream.slips_of(owner, landed);
                let heap = Heap::of(feet(owner), heaps(owner) + ahead + 1, OWN_HEAP);
                heap.place(heaps(owner) + ahead)
            } else {
                voyage::arms(CUSTOMERS[owner as usize])
            };
            let part = voyage::gone(passed, aboard.waits);
            let kind = match (stream.failed && part > voyage::FAILS, stream.side) {
                (true, _) => SlipKind::Failed,
                (false, Side::Old) => SlipKind::Old,
                (false, Side::New) => SlipKind::New,
            };
            slips.push(Slip { place: voyage::place(&aboard, to, number, part), kind, number, lies: false });
        }
    }
    for owner in 0..OWNERS {
        let heaped = heaps(owner);
        let heap = Heap::of(feet(owner), heaped, OWN_HEAP);
        let slip = |level| Slip {
            place: heap.place(level),
            kind: SlipKind::Failed,
            number: level * OWNERS + owner,
            lies: true,
        };
        slips.extend((0..heaped).map(slip));
    }
    ashore(moment, a_slip, &mut slips);
    slips
}

/// Those that wait before the closed gate, and those that turned away.
fn ashore(moment: &Moment, a_slip: u64, slips: &mut Vec<Slip>) {
    let rounded = |orders: u64| (orders + a_slip / 2) / a_slip;
    let waiting = rounded(moment.counts.waiting);
    let step = QUEUE_STEP.0.min(LONGEST_QUEUE / waiting.div_ceil(ABREAST).max(1) as f64);
    slips.extend((0..waiting).map(|number| {
        let (rank, file) = ((number / ABREAST) as f64, (number % ABREAST) as f64);
        // Each file stands a little further back than the one behind it.
        let x = QUEUE.x - (rank + file / ABREAST as f64) * step;
        let y = QUEUE.y + file * QUEUE_STEP.1 + heap::wobble(number, 1.5);
        Slip { place: at(x, y), kind: SlipKind::Waiting, number, lies: true }
    }));
    let turned = rounded(moment.counts.turned_away);
    let heap = Heap::of(TURNED, turned, TURNED_HEAP);
    slips.extend((0..turned).map(|number| Slip {
        place: heap.place(number),
        kind: SlipKind::Turned,
        number,
        lies: true,
    }));
}

/// Before a customer's feet.
const fn feet(owner: u64) -> Point {
    /// Middle of a slip that stands on the landing's edge.
    const DOWN: f64 = 3.5;
    let customer = CUSTOMERS[owner as usize];
    at(customer.x, customer.y + DOWN)
}
