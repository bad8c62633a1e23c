//! The boats: who lies at which berth, who comes and goes, and which way an order takes.

use super::{
    easing::{Point, at, ease, mix},
    frame::Boat,
    places::{LOWER_BERTH, LOWER_WAY, UPPER_BERTH, UPPER_WAY},
};
use crate::model::{Crossing, Moment, Release, Scenario, timeline::MILLI, units::WHOLE};

/// Which version an order meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// Stage units that a boat comes from or leaves to.
const SEAWARD: f64 = 620.0;
/// Simulated minutes (thousandths) of a boat's coming or going.
const SAIL: u64 = 900;
/// When, after the gate was shut (thousandths of a minute), the one ferry leaves and the other comes, and for how
/// long each sails: both within the two minutes of the swap.
const LEAVES_AFTER: u64 = 700;
const LEAVES_FOR: u64 = 600;
const COMES_AFTER: u64 = 1_200;
const COMES_FOR: u64 = 750;
/// Simulated time (thousandths of a minute) of the gangway's swing, and for how long it stays for the last orders.
const SWING: u64 = 400;
const SWING_WAITS: u64 = 600;
/// The water on which a fleet lies: where the first boat does, and how far the rows and the columns of two rows with
/// five boats are apart.
const FLEET: Point = at(1238.0, 458.0);
const FLEET_STEP: (f64, f64) = (78.0, 132.0);
/// Boats in a row of the smallest grid, its rows, and how large its boats are.
const ROW: u16 = 5;
const ROWS: u16 = 2;
const SMALL: f64 = 0.35;

/// How a fleet lies: in rows of so many boats.
#[derive(Clone, Copy)]
struct Grid {
    boats: u16,
    rows: u16,
    row: u16,
}

impl Grid {
    /// The fewest rows that hold so many boats, five boats long for two rows.
    fn of(boats: u16) -> Self {
        let mut rows = ROWS;
        while rows * (rows * ROW / ROWS) < boats {
            rows += 1;
        }
        Self { boats, rows, row: rows * ROW / ROWS }
    }

    fn scale(self) -> f64 {
        SMALL * f64::from(ROWS) / f64::from(self.rows)
    }

    fn place(self, number: u16) -> Point {
        let (row, column) = (number / self.row, number % self.row);
        // First and last boats lie where those of the smallest grid do.
        let across = FLEET_STEP.0 * f64::from(ROW - 1) / f64::from(self.row - 1);
        let down = FLEET_STEP.1 * f64::from(ROWS - 1) / f64::from(self.rows - 1);
        at(FLEET.x + f64::from(column) * across, FLEET.y + f64::from(row) * down)
    }

    /// Over the pier, along the row, by the boat of this number, to the far shore.
    fn way(self, number: u16) -> Vec<Point> {
        let Point { x, y } = self.place(number);
        let upper = number / self.row < self.rows / ROWS;
        let pier = if upper { [at(1030.0, 426.0), at(1186.0, 428.0)] } else { [at(1030.0, 430.0), at(1170.0, 552.0)] };
        let shore = at(1452.0 + 110.0 * f64::from(number) / f64::from(self.boats.max(1)), 278.0);
        let part = self.scale() / SMALL;
        let (alongside, off) = (at(x - 26.0 * part, y - 14.0 * part), at(x + 22.0 * part, y - 15.0 * part));
        vec![pier[0], pier[1], alongside, off, at(x + 26.0, y - 60.0), shore]
    }
}

/// The boats of a moment and the ways that orders take.
pub(super) struct Fleet {
    pub boats: Vec<Boat>,
    /// Whether the fleet is changed boat by boat, and each boat has a way of its own.
    by_boats: bool,
    ways: Vec<Vec<Point>>,
}

/// A boat's presence: 0 away, 1 at its berth, and on the way between, as its being there changed at `since`.
fn presence(now: bool, before: bool, since: u64) -> f64 {
    let part = ease(since as f64 / SAIL as f64);
    mix(f64::from(u8::from(before)), f64::from(u8::from(now)), part)
}

/// Boats of a fleet that take orders: new ones first, then old ones; those that are changed or away are left out at the
/// end of the row.
fn serving(crossing: &Crossing, boats: u16) -> std::ops::Range<u16> {
    0..boats.saturating_sub(crossing.missing + crossing.away)
}

fn berthed(side: Side, berth: Point, presence: f64, canary: bool) -> Option<Boat> {
    (presence > 0.0).then(|| Boat {
        number: u8::from(side == Side::New),
        new: side == Side::New,
        canary,
        place: at(berth.x + (1.0 - presence) * SEAWARD, berth.y),
        scale: 1.0,
        opacity: (presence * 2.0).min(1.0),
    })
}

impl Fleet {
    pub fn new(scenario: &Scenario, moment: &Moment) -> Self {
        let is = |id: &str| Release::by_id(id) == Some(scenario.release);
        if scenario.release.strategy().goes_by_boats(scenario) {
            return Self::boat_by_boat(Grid::of(scenario.boats), moment);
        }
        if is("all-at-once") {
            return Self::single(moment);
        }
        let canary = is("canary");
        let stands = |crossing: &Crossing| {
            let fetched = crossing.preparing && crossing.finished;
            let old = crossing.old_kept || crossing.share < WHOLE || fetched;
            let new = crossing.ready || crossing.preparing || crossing.share > 0;
            (old, new)
        };
        let (old_now, new_now) = stands(&moment.crossing);
        let (old_before, new_before) = stands(&moment.before);
        let since = moment.since_change;
        let boats = [
            berthed(Side::Old, UPPER_BERTH, presence(old_now, old_before, since), false),
            berthed(
                Side::New,
                LOWER_BERTH,
                presence(new_now, new_before, since),
                canary && moment.crossing.share < WHOLE,
            ),
        ];
        Self {
            boats: boats.into_iter().flatten().collect(),
            by_boats: false,
            ways: vec![UPPER_WAY.to_vec(), LOWER_WAY.to_vec()],
        }
    }

    /// One berth: the ferries change places while the gate is shut, after the last orders have gone aboard.
    fn single(moment: &Moment) -> Self {
        let crossing = &moment.crossing;
        let part = |from: u64, length: u64| ease(moment.since_change.saturating_sub(from) as f64 / length as f64);
        let (leaves, comes) = if crossing.open {
            (1.0, 0.0)
        } else {
            (1.0 - part(LEAVES_AFTER, LEAVES_FOR), part(COMES_AFTER, COMES_FOR))
        };
        let (carrier, other) = if crossing.share == WHOLE { (Side::New, Side::Old) } else { (Side::Old, Side::New) };
        let boats = [berthed(other, UPPER_BERTH, comes, false), berthed(carrier, UPPER_BERTH, leaves, false)];
        Self {
            boats: boats.into_iter().flatten().collect(),
            by_boats: false,
            ways: vec![UPPER_WAY.to_vec(), UPPER_WAY.to_vec()],
        }
    }

    fn boat_by_boat(grid: Grid, moment: &Moment) -> Self {
        let (now, before) = (&moment.crossing, &moment.before);
        let part = presence(true, false, moment.since_change);
        let mut boats = Vec::new();
        for number in 0..grid.boats {
            let place = grid.place(number);
            let stands = |crossing: &Crossing, new: bool| {
                (number < crossing.new_boats) == new && serving(crossing, grid.boats).contains(&number)
            };
            for new in [false, true] {
                let there = mix(f64::from(u8::from(stands(before, new))), f64::from(u8::from(stands(now, new))), part);
                boats.push(Boat {
                    number: number as u8 * 2 + u8::from(new),
                    new,
                    canary: false,
                    place: at(place.x + (1.0 - there) * 60.0 * grid.scale() / SMALL, place.y),
                    scale: grid.scale(),
                    opacity: there,
                });
            }
        }
        boats.retain(|boat| boat.opacity > 0.0);
        Self { boats, by_boats: true, ways: (0..grid.boats).map(|number| grid.way(number)).collect() }
    }

    /// The way of a slip of this side and number that went aboard when the crossing stood so.
    pub fn way(&self, side: Side, number: u64, crossing: &Crossing) -> &[Point] {
        let index = if self.by_boats {
            let serving = serving(crossing, self.ways.len() as u16);
            let of_side = |boat: &u16| (*boat < crossing.new_boats) == (side == Side::New);
            let count = serving.clone().filter(of_side).count().max(1);
            serving.clone().filter(of_side).nth(number as usize % count).unwrap_or(serving.start).into()
        } else {
            usize::from(side == Side::New)
        };
        self.ways.get(index).map_or(&[], Vec::as_slice)
    }

    /// How far the gangway reaches down, from 0 to 1.
    pub fn gangway(scenario: &Scenario, moment: &Moment, release_start: u64) -> f64 {
        let is = |id: &str| Release::by_id(id) == Some(scenario.release);
        let swing = |passed: u64| ease(passed as f64 / SWING as f64);
        if scenario.release.strategy().goes_by_boats(scenario) {
            // All rows of the fleet take orders.
            return swing(moment.instant.saturating_sub(release_start * MILLI));
        }
        if is("canary") {
            let down = |crossing: &Crossing| f64::from(u8::from(crossing.ready));
            return mix(down(&moment.before), down(&moment.crossing), swing(moment.since_change));
        }
        let down = |crossing: &Crossing| is("blue-green") && crossing.share == WHOLE;
        match (down(&moment.before), down(&moment.crossing), moment.next_change) {
            (_, true, _) => 1.0,
            (true, false, _) => 1.0 - swing(moment.since_change.saturating_sub(SWING_WAITS)),
            // It is down when the first order comes.
            (false, false, Some((next, until))) if down(&next) => swing(SWING.saturating_sub(until)),
            _ => 0.0,
        }
    }
}
