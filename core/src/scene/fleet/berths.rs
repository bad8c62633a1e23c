//! Boats at the two berths: each stands for all boats of its kind.

use super::{Grid, HULLS, turn::Turn};
use crate::{
    model::{Crossing, Moment, Timeline, units::WHOLE},
    scene::{
        easing::{Point, at, ease, mix},
        frame::{Boat, Heading, Hull},
        places::{LOWER_BERTH, UPPER_BERTH},
    },
};

/// Stage units that a boat comes from or leaves to, and how far it keeps to the side as it comes.
const SEAWARD: f64 = 800.0;
const ASIDE: f64 = 60.0;
/// Part of its way, from the sea, on which it comes out of the haze: beyond what most screens show.
const HAZE: f64 = 0.2;
/// Simulated time (thousandths of a minute) of a boat's coming; from when its last orders have gone on, of its leaving.
const COMES_FOR: u64 = 900;
/// Where the gate is long shut, minutes soon go by faster than a boat should: it takes this part (numerator, denominator)
/// of the time after the other has left for its coming, and the berth is seen empty in the rest.
const COMES_IN: (u64, u64) = (3, 4);
const LEAVES_AFTER: u64 = 950;
const LEAVES_FOR: u64 = 650;
/// How long before the gate opens again a ferry has come to its berth.
const AT_BERTH: u64 = 100;
/// How long a boat bobs when it has come, how high (stage units), how far it heels over (degrees).
const BOBS_FOR: u64 = 1_100;
const BOB: (f64, f64) = (2.6, 1.5);
/// How far it heels over on its way, in degrees.
const LEAN: f64 = 1.2;

/// A boat's stay at its berth.
#[derive(Clone, Copy)]
struct Stay {
    /// 0 at sea, 1 at the berth.
    part: f64,
    heading: Heading,
    /// Thousandths of a minute since it has come.
    rested: u64,
}

impl Stay {
    fn coming(since: u64) -> Self {
        Self::coming_for(COMES_FOR, since)
    }

    /// Comes for so long.
    fn coming_for(length: u64, since: u64) -> Self {
        let heading = if since < length { Heading::Comes } else { Heading::Rests };
        Self { part: ease(since as f64 / length as f64), heading, rested: since.saturating_sub(length) }
    }

    fn leaving(since: u64) -> Self {
        let gone = since.saturating_sub(LEAVES_AFTER);
        let heading = if gone > 0 { Heading::Leaves } else { Heading::Rests };
        Self { part: 1.0 - ease(gone as f64 / LEAVES_FOR as f64), heading, rested: u64::MAX }
    }

    fn of(turn: Turn) -> Self {
        if turn.now { Self::coming(turn.since) } else { Self::leaving(turn.since) }
    }

    /// The boat, unless it is away.
    fn boat(self, number: u16, hull: Hull, berth: Point, canary: bool) -> Option<Boat> {
        let off = 1.0 - self.part;
        let bob = bob(self.rested);
        let aside = if self.heading == Heading::Comes { off * ASIDE } else { 0.0 };
        (self.part > 0.0).then(|| Boat {
            number: number * HULLS + hull as u16,
            hull,
            canary,
            heading: self.heading,
            place: at(berth.x + off * SEAWARD, berth.y + aside + bob * BOB.0),
            scale: 1.0,
            roll: bob * BOB.1 - LEAN * 4.0 * self.part * off,
            opacity: (self.part / HAZE).min(1.0),
        })
    }
}

/// How a boat bobs when it has come: three times, up and down in turn, less and less; between -1 and 1.
fn bob(rested: u64) -> f64 {
    const TIMES: u64 = 3;
    if rested >= BOBS_FOR {
        return 0.0;
    }
    let (time, within) = (rested * TIMES / BOBS_FOR, rested * TIMES % BOBS_FOR);
    let (part, gone) = (within as f64 / BOBS_FOR as f64, rested as f64 / BOBS_FOR as f64);
    let way = if time % 2 == 0 { 1.0 } else { -1.0 };
    way * 4.0 * part * (1.0 - part) * (1.0 - gone) * (1.0 - gone)
}

/// The empty mooring of a boat.
fn mooring(number: u16, place: Point, scale: f64, opacity: f64) -> Option<Boat> {
    (opacity > 0.0).then_some(Boat {
        number: number * HULLS + Hull::Away as u16,
        hull: Hull::Away,
        canary: false,
        heading: Heading::Rests,
        place,
        scale,
        roll: 0.0,
        opacity,
    })
}

/// Moorings of boats that a drill keeps away, beside the berths.
fn away(moment: &Moment, still: bool) -> Vec<Boat> {
    /// Number of the first one: the berths have those before it.
    const FIRST: u16 = 2;
    let (now, before) = (moment.crossing.away, moment.before.away);
    let grid = Grid::anchorage(now.max(before));
    let part = if still { 1.0 } else { ease(moment.since_change as f64 / COMES_FOR as f64) };
    let is = |away: u16, number: u16| f64::from(u8::from(number < away));
    let mut boats = Vec::new();
    for number in 0..grid.boats {
        let seen = mix(is(before, number), is(now, number), part);
        boats.extend(mooring(FIRST + number, grid.place(number), grid.scale, seen));
    }
    boats
}

/// Two berths, one for each kind; `canary`: the new kind flies the pennant until it has all orders.
pub fn two(timeline: &Timeline, moment: &Moment, still: bool, canary: bool) -> Vec<Boat> {
    let old = |crossing: &Crossing| {
        let fetched = crossing.preparing && crossing.finished;
        crossing.old_kept || crossing.share < WHOLE || fetched
    };
    let new = |crossing: &Crossing| crossing.ready || crossing.preparing || crossing.share > 0;
    let stay = |there: &dyn Fn(&Crossing) -> bool| Stay::of(Turn::of(timeline, moment, there).rested(still));
    let pennant = canary && moment.crossing.share < WHOLE;
    let mut boats = away(moment, still);
    boats.extend(stay(&old).boat(0, Hull::Old, UPPER_BERTH, false));
    boats.extend(stay(&new).boat(1, Hull::New, LOWER_BERTH, pennant));
    boats
}

/// One berth: the ferries change places while the gate is shut, after the last orders have gone on. However long the
/// swap takes, the next ferry comes when it is nearly over.
pub fn one(timeline: &Timeline, moment: &Moment, still: bool) -> Vec<Boat> {
    let gate = Turn::of(timeline, moment, &|crossing| crossing.open);
    let (carrier, other) = if moment.crossing.share == WHOLE { (Hull::New, Hull::Old) } else { (Hull::Old, Hull::New) };
    let mut boats = away(moment, still);
    if gate.now {
        let came = gate.since.saturating_add(COMES_FOR + AT_BERTH);
        boats.extend(Stay::coming(came).boat(0, carrier, UPPER_BERTH, false));
        return boats;
    }
    let leaves = Stay::leaving(gate.since);
    let comes = opens_in(timeline, moment)
        .and_then(|until| {
            let length = comes_for(gate.since.saturating_add(until));
            (length + AT_BERTH).checked_sub(until).map(|since| Stay::coming_for(length, since))
        })
        .unwrap_or(Stay { part: 0.0, heading: Heading::Comes, rested: 0 });
    boats.extend(mooring(0, UPPER_BERTH, 1.0, 1.0 - leaves.part.max(comes.part)));
    boats.extend(leaves.boat(0, carrier, UPPER_BERTH, false));
    boats.extend(comes.boat(0, other, UPPER_BERTH, false));
    boats
}

/// How long the next ferry's coming takes when the gate is shut for so long (thousandths of a minute, both).
fn comes_for(shut: u64) -> u64 {
    let empty = shut.saturating_sub(LEAVES_AFTER + LEAVES_FOR + AT_BERTH);
    (empty / COMES_IN.1 * COMES_IN.0).max(COMES_FOR)
}

/// Thousandths of a minute until the gate opens again.
fn opens_in(timeline: &Timeline, moment: &Moment) -> Option<u64> {
    let mut instant = moment.instant;
    loop {
        let (next, until) = timeline.next_crossing(instant)?;
        instant += until;
        if next.open {
            return Some(instant - moment.instant);
        }
    }
}
