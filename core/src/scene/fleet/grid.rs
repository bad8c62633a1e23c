//! Boats in rows on the water.

use crate::scene::easing::{Point, at};

/// Where the first boats of a fleet's rows lie, and the last ones.
const WATER: [Point; 2] = [at(1236.0, 450.0), at(1550.0, 602.0)];
/// The same for the moorings of boats that stay away, beside the two berths.
const ANCHORAGE: [Point; 2] = [at(1454.0, 430.0), at(1520.0, 540.0)];
/// Water that a boat of size 1 needs, across and down.
const BOAT: (f64, f64) = (230.0, 116.0);

/// How boats lie: in rows of so many.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Boats in all.
    pub boats: u16,
    /// Their size.
    pub scale: f64,
    row: u16,
    rows: u16,
    first: Point,
    step: (f64, f64),
}

impl Grid {
    /// A fleet.
    pub fn fleet(boats: u16) -> Self {
        Self::within(WATER, boats, 5, 0.33)
    }

    /// Boats that stay away.
    pub fn anchorage(boats: u16) -> Self {
        Self::within(ANCHORAGE, boats, 2, 0.26)
    }

    /// The rows in which so many boats are largest; a row has `shortest` boats or more.
    fn within([first, last]: [Point; 2], boats: u16, shortest: u16, largest: f64) -> Self {
        let apart = |length: f64, count: u16| length / f64::from(count.max(2) - 1);
        let mut best = Self { boats, scale: 0.0, row: shortest, rows: 1, first, step: (0.0, 0.0) };
        for row in shortest..=boats.max(shortest) {
            let rows = boats.div_ceil(row).max(1);
            let step = (apart(last.x - first.x, row), apart(last.y - first.y, rows));
            let scale = largest.min(step.0 / BOAT.0).min(step.1 / BOAT.1);
            if scale > best.scale {
                best = Self { scale, row, rows, step, ..best };
            }
        }
        best
    }

    /// The middle of the waterline of the boat of this number.
    pub fn place(self, number: u16) -> Point {
        let (row, column) = (number / self.row, number % self.row);
        at(self.first.x + f64::from(column) * self.step.0, self.first.y + f64::from(row) * self.step.1)
    }

    /// Whether it lies in one of the lower rows.
    pub fn is_low(self, number: u16) -> bool {
        number / self.row >= self.rows.div_ceil(2)
    }
}
