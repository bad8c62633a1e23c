//! Heaps of slips: they grow as sand does, from the middle of their foot, and a slip that lies stays where it is.

use crate::scene::easing::{Point, at};

/// Stage units between the slips of a heap, across and up, as long as it is small.
const STEP: (f64, f64) = (8.4, 4.4);

/// A heap.
pub struct Heap {
    foot: Point,
    step: (f64, f64),
}

/// The layer of a heap, from its middle outwards, in which the slip of this number lies, and how high in it.
fn layer(number: u64) -> (u64, u64) {
    let layer = (((8.0 * number as f64 + 1.0).sqrt() - 1.0) / 2.0) as u64;
    (layer, number - layer * (layer + 1) / 2)
}

impl Heap {
    /// A heap of so many slips on `foot`; from `most` on, wide and high, they lie closer.
    pub fn of(foot: Point, slips: u64, most: (f64, f64)) -> Self {
        let layers = (layer(slips.saturating_sub(1)).0 + 1) as f64;
        Self { foot, step: (STEP.0.min(most.0 / layers), STEP.1.min(most.1 / layers)) }
    }

    /// Where the slip of this number lies.
    pub fn place(&self, number: u64) -> Point {
        // Layers lean on both sides in turn, each from the foot up to the new top.
        let (layer, row) = layer(number);
        let half = layer.div_ceil(2) as f64 - row as f64 / 2.0;
        let across = if layer % 2 == 1 { half } else { -half };
        let mess = (wobble(number, 1.8), wobble(number * 3, 0.9));
        at(self.foot.x + across * self.step.0 + mess.0, self.foot.y - row as f64 * self.step.1 + mess.1)
    }
}

/// A steady little difference from one slip to the next, from `-size` to `size`.
pub fn wobble(number: u64, size: f64) -> f64 {
    // Multiples of the golden ratio spread evenly and never repeat.
    let part = (number as f64 * 0.618_033_988_75).fract();
    (part * 2.0 - 1.0) * size
}
