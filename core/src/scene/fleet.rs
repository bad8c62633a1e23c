//! The boats: who lies at which berth, who comes and goes, and which way an order takes.

use super::{
    easing::{Point, at, ease, mix},
    frame::Boat,
    places::{LOWER_BERTH, LOWER_WAY, UPPER_BERTH, UPPER_WAY},
};
use crate::model::{
    Crossing, Moment, Release, Scenario,
    assumptions::{BOATS, WHOLE},
    timeline::MILLI,
};

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
/// How large the boats of a fleet are.
const SMALL: f64 = 0.35;
/// Boats in a row of the fleet.
const ROW: u16 = 5;
/// Where the first boat of the fleet lies, and the way to the next one across and down.
const FLEET: Point = at(1238.0, 458.0);
const FLEET_STEP: (f64, f64) = (78.0, 132.0);

/// The boats of a moment and the ways that orders take.
pub(super) struct Fleet {
    pub boats: Vec<Boat>,
    rolling: bool,
    ways: Vec<Vec<Point>>,
}

/// A boat's presence: 0 away, 1 at its berth, and on the way between, as its being there changed at `since`.
fn presence(now: bool, before: bool, since: u64) -> f64 {
    let part = ease(since as f64 / SAIL as f64);
    mix(f64::from(u8::from(before)), f64::from(u8::from(now)), part)
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
        if is("rolling") {
            return Self::rolling(moment);
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
            rolling: false,
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
            rolling: false,
            ways: vec![UPPER_WAY.to_vec(), UPPER_WAY.to_vec()],
        }
    }

    fn rolling(moment: &Moment) -> Self {
        let (now, before) = (moment.crossing.new_boats, moment.before.new_boats);
        let part = presence(true, false, moment.since_change);
        let mut boats = Vec::new();
        for number in 0..BOATS {
            let new = number < now;
            let (row, column) = (number / ROW, number % ROW);
            let place = at(FLEET.x + f64::from(column) * FLEET_STEP.0, FLEET.y + f64::from(row) * FLEET_STEP.1);
            let changes = new != (number < before);
            let boat = |new: bool, part: f64| Boat {
                number: number as u8 * 2 + u8::from(new),
                new,
                canary: false,
                place: at(place.x + (1.0 - part) * 60.0, place.y),
                scale: SMALL,
                opacity: part,
            };
            if changes && part < 1.0 {
                boats.push(boat(!new, 1.0 - part));
            }
            boats.push(boat(new, if changes { part } else { 1.0 }));
        }
        boats.retain(|boat| boat.opacity > 0.0);
        let ways = (0..BOATS).map(Self::fleet_way).collect();
        Self { boats, rolling: true, ways }
    }

    /// Over the pier, along the row, by the boat of this number, to the far shore.
    fn fleet_way(number: u16) -> Vec<Point> {
        let (row, column) = (number / ROW, number % ROW);
        let x = FLEET.x + f64::from(column) * FLEET_STEP.0;
        let y = FLEET.y + f64::from(row) * FLEET_STEP.1;
        let pier =
            if row == 0 { [at(1030.0, 426.0), at(1186.0, 428.0)] } else { [at(1030.0, 430.0), at(1170.0, 552.0)] };
        let shore = at(1452.0 + f64::from(number) * 11.0, 278.0);
        vec![pier[0], pier[1], at(x - 26.0, y - 14.0), at(x + 22.0, y - 15.0), at(x + 26.0, y - 60.0), shore]
    }

    /// The way of a slip of this side and number that went aboard when the fleet had so many new boats.
    pub fn way(&self, side: Side, number: u64, new_boats: u16) -> &[Point] {
        let index = if self.rolling {
            let (first, count) = match side {
                Side::New => (0, new_boats.max(1)),
                Side::Old => (new_boats.min(BOATS - 1), (BOATS - new_boats).max(1)),
            };
            usize::from(first) + (number % u64::from(count)) as usize
        } else {
            usize::from(side == Side::New)
        };
        self.ways.get(index).map_or(&[], Vec::as_slice)
    }

    /// How far the gangway reaches down, from 0 to 1.
    pub fn gangway(scenario: &Scenario, moment: &Moment, release_start: u64) -> f64 {
        let is = |id: &str| Release::by_id(id) == Some(scenario.release);
        let swing = |passed: u64| ease(passed as f64 / SWING as f64);
        if is("rolling") {
            // Both rows of the fleet take orders.
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
