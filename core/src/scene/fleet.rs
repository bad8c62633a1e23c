//! The boats: who lies at which berth, who comes and goes, and how an order goes aboard.

mod berths;
mod grid;
mod turn;
pub(super) mod ways;

use super::{
    easing::{Point, at, ease, mix},
    frame::{Boat, Heading, Hull},
    places::{LOWER_BERTH, LOWER_WAY, PLANK_WAY, UPPER_BERTH, UPPER_WAY},
};
use crate::model::{Crossing, Moment, Release, Scenario, Timeline, units::WHOLE};
use grid::Grid;

/// Which version an order meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// How the picture of a release is laid out.
#[derive(Clone, Copy)]
pub enum Layout {
    /// A fleet in rows, changed boat by boat.
    Rows(Grid),
    /// One berth, at which the ferries change places.
    OneBerth,
    /// Two berths, and one gangway that swings from one to the other.
    Gangway,
    /// Two berths, and beside the gangway a plank to that of the new kind.
    Plank,
}

impl Layout {
    /// The layout of a story.
    pub fn of(scenario: &Scenario) -> Self {
        let is = |id: &str| Release::by_id(id) == Some(scenario.release);
        if scenario.release.strategy().goes_by_boats(scenario) {
            Self::Rows(Grid::fleet(scenario.boats))
        } else if is("all-at-once") {
            Self::OneBerth
        } else if is("canary") {
            Self::Plank
        } else {
            Self::Gangway
        }
    }
}

/// How an order goes aboard.
pub struct Aboard {
    /// Over the quay to a landing stage.
    pub way: &'static [Point],
    /// Its place on the deck.
    pub deck: Point,
    /// Thousandths of a minute that it waits on the quay, until it can go over to the boat.
    pub waits: u64,
    /// How far to the right it keeps over the water, where another boat lies in its way, in stage units.
    pub clear_of: Option<f64>,
}

/// The boats of a moment and the ways that orders take.
pub struct Fleet {
    pub boats: Vec<Boat>,
    layout: Layout,
}

/// Boats of each kind that a fleet may have; each has a number of its own.
const HULLS: u16 = 3;
/// Thousandths of a minute in which one boat of a fleet takes another's place.
const TAKES_PLACE: u64 = 900;
/// Stage units from which it comes, for a boat of size 1.
const FROM: f64 = 170.0;
/// Orders that a deck has room for side by side, and on top of each other; on a small boat, side by side.
const DECK: (u64, u64) = (5, 4);
const SMALL_DECK: u64 = 3;

impl Fleet {
    /// The boats of a moment; `still`: they have come to rest.
    pub fn new(timeline: &Timeline, moment: &Moment, still: bool) -> Self {
        let layout = Layout::of(&timeline.scenario);
        let boats = match layout {
            Layout::Rows(grid) => boat_by_boat(grid, moment, still),
            Layout::OneBerth => berths::one(timeline, moment, still),
            Layout::Gangway => berths::two(timeline, moment, still, false),
            Layout::Plank => berths::two(timeline, moment, still, true),
        };
        Self { boats, layout }
    }

    /// How the slip of this side and number goes aboard, which leaves the quay when the crossing stands as `now`, and
    /// stood as `before` until `since` thousandths of a minute ago.
    pub fn aboard(&self, side: Side, number: u64, (now, before, since): (Crossing, Crossing, u64)) -> Aboard {
        let to_come = |length: u64, changed: bool| if changed { length.saturating_sub(since) } else { 0 };
        match (self.layout, side) {
            (Layout::Rows(grid), _) => {
                let boat = Serving::of(&now, grid.boats).boat(side, number);
                let way = if grid.is_low(boat) { &PLANK_WAY[..] } else { &UPPER_WAY };
                let plank = grid.is_low(boat) && !low_serves(grid, &before);
                let (place, column) = (grid.place(boat), (number / 2) % SMALL_DECK);
                // They stand behind the rail of the foredeck.
                let deck = at((28.0 + 26.0 * column as f64) * grid.scale, -26.0 * grid.scale - 4.0);
                let deck = at(place.x + deck.x, place.y + deck.y);
                Aboard { way, deck, waits: to_come(ways::PLANK_OUT, plank), clear_of: None }
            }
            (Layout::OneBerth, _) => at_berth(Side::Old, side, number, 0),
            (Layout::Plank, _) => {
                let aboard = at_berth(side, side, number, 0);
                if side == Side::New { Aboard { way: &PLANK_WAY, ..aboard } } else { aboard }
            }
            (Layout::Gangway, _) => at_berth(side, side, number, to_come(ways::SWUNG, now.share != before.share)),
        }
    }
}

/// Aboard the boat at the berth of a kind; the slip's own side says where its deck is.
fn at_berth(berth: Side, side: Side, number: u64, waits: u64) -> Aboard {
    /// Where the upper boat's bow ends, and a slip beside it does not touch it: stage units from its middle.
    const BOW: f64 = 172.0;
    match berth {
        Side::Old => Aboard { way: &UPPER_WAY, deck: deck(UPPER_BERTH, side, number), waits, clear_of: None },
        Side::New => {
            let deck = deck(LOWER_BERTH, side, number);
            Aboard { way: &LOWER_WAY, deck, waits, clear_of: Some(UPPER_BERTH.x + BOW) }
        }
    }
}

/// A slip's place on the foredeck of the boat at a berth.
fn deck(berth: Point, side: Side, number: u64) -> Point {
    const STEP: (f64, f64) = (9.2, 6.0);
    let (column, row) = (number % DECK.0, number / DECK.0 % DECK.1);
    let first = match side {
        Side::Old => 56.0,
        Side::New => 47.0,
    };
    at(berth.x + first + column as f64 * STEP.0, berth.y - 25.0 - row as f64 * STEP.1)
}

/// Boats of a fleet that take orders: so many new ones from the first boat on, and old ones after all new ones.
struct Serving {
    new: u16,
    old: std::ops::Range<u16>,
}

impl Serving {
    /// Those that are changed are left out at the end of the rows. A drill takes old boats first, from the end, then new
    /// ones, but never the last of a kind that orders still meet.
    fn of(crossing: &Crossing, boats: u16) -> Self {
        let there = boats.saturating_sub(crossing.missing);
        let new = crossing.new_boats.min(there);
        let serving = there.saturating_sub(crossing.away);
        let kept = u16::from(new < there && crossing.share < WHOLE).min(serving);
        let still_new = new.min(serving - kept);
        Self { new: still_new, old: new..new + serving - still_new }
    }

    fn hull(&self, number: u16) -> Hull {
        match number {
            _ if number < self.new => Hull::New,
            _ if self.old.contains(&number) => Hull::Old,
            _ => Hull::Away,
        }
    }

    /// Which boat takes the slip of this side and number.
    fn boat(&self, side: Side, number: u64) -> u16 {
        let (first, count) = match side {
            Side::New => (0, self.new),
            Side::Old => (self.old.start, self.old.end - self.old.start),
        };
        first + (number % u64::from(count.max(1))) as u16
    }
}

/// Whether boats of the lower rows take orders.
fn low_serves(grid: Grid, crossing: &Crossing) -> bool {
    let Serving { new, old } = Serving::of(crossing, grid.boats);
    new > 0 && grid.is_low(new - 1) || !old.is_empty() && grid.is_low(old.end - 1)
}

/// A fleet in rows: each boat, and where one is changed or away, its empty mooring.
fn boat_by_boat(grid: Grid, moment: &Moment, still: bool) -> Vec<Boat> {
    let part = if still { 1.0 } else { ease(moment.since_change as f64 / TAKES_PLACE as f64) };
    let (now, before) = (Serving::of(&moment.crossing, grid.boats), Serving::of(&moment.before, grid.boats));
    let mut boats = Vec::new();
    for hull in [Hull::Away, Hull::Old, Hull::New] {
        for number in 0..grid.boats {
            let is = |serving: &Serving| f64::from(u8::from(serving.hull(number) == hull));
            let there = mix(is(&before), is(&now), part);
            if there <= 0.0 {
                continue;
            }
            let place = grid.place(number);
            let off = if hull == Hull::Away { 0.0 } else { (1.0 - there) * FROM * grid.scale };
            boats.push(Boat {
                number: number * HULLS + hull as u16,
                hull,
                canary: false,
                heading: Heading::Rests,
                place: at(place.x + off, place.y),
                scale: grid.scale,
                roll: 0.0,
                opacity: there,
            });
        }
    }
    boats
}
