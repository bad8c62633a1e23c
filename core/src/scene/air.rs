//! What moves without meaning anything: waves, smoke, gulls, boats at their moorings. It moves with the show, so that a
//! pause stops it, and the same place is the same picture.

use super::easing::{Point, at, ease, mix};

/// Show milliseconds for which everything stays where it is, where a stage unit is one CSS pixel; less, where it is larger.
/// The quickest wave goes one pixel in it at its quickest. Where a browser puts layers together without a graphics chip,
/// each step costs it the whole picture.
const STEP_MS: f64 = 144.0;

/// A slow movement to and fro.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sway {
    /// Its ends, in stage units from where a thing was drawn.
    ends: (Point, Point),
    /// Show milliseconds from one end to the other.
    way_ms: u64,
    /// Show milliseconds that it is ahead of the show, so that no two things move alike.
    ahead_ms: u64,
}

const fn sway(from: (f64, f64), to: (f64, f64), way_ms: u64, ahead_ms: u64) -> Sway {
    Sway { ends: (at(from.0, from.1), at(to.0, to.1)), way_ms, ahead_ms }
}

/// The waves, those behind first.
pub const WAVES: [Sway; 3] = [
    sway((-30.0, -1.0), (30.0, 1.5), 23_000, 0),
    sway((30.0, 1.5), (-30.0, -1.0), 17_000, 6_000),
    sway((-30.0, -1.0), (30.0, 1.5), 13_000, 3_000),
];
/// The smoke of ovens and ships.
pub const SMOKE: Sway = sway((-3.0, 4.0), (5.0, -5.0), 9_000, 0);
/// The gulls.
pub const GULLS: Sway = sway((-34.0, 6.0), (38.0, -10.0), 29_000, 0);
/// Boats on the water.
pub const BOATS: Sway = sway((0.0, -0.8), (0.0, 0.8), 4_500, 0);

impl Sway {
    /// How far a thing is from where it was drawn, at a place of the show (in its milliseconds), in stage units, where so
    /// many CSS pixels are one of them.
    #[must_use]
    pub fn at(&self, place: u64, scale: f64) -> Point {
        let (from, to) = self.ends;
        // All in the same frames, so that the others are free of it.
        let step = (STEP_MS / scale) as u64;
        let passed = place - place % step.max(1) + self.ahead_ms;
        let part = (passed % (2 * self.way_ms)) as f64 / self.way_ms as f64;
        let part = ease(if part > 1.0 { 2.0 - part } else { part });
        at(mix(from.x, to.x, part), mix(from.y, to.y, part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sways_goes_to_and_fro_and_never_jumps() {
        /// Stage units that the quickest goes in a step, with a little room.
        const SLOWLY: f64 = 1.1;
        for sway in WAVES.into_iter().chain([SMOKE, GULLS, BOATS]) {
            let (from, to) = sway.ends;
            let places: Vec<Point> = (0..4 * sway.way_ms / 100).map(|tenth| sway.at(tenth * 100, 1.0)).collect();
            let far = |one: &Point, other: &Point| (one.x - other.x).abs().max((one.y - other.y).abs());
            assert!(places.windows(2).all(|pair| far(&pair[0], &pair[1]) < SLOWLY), "{sway:?} jumps");
            for end in [from, to] {
                assert!(places.iter().any(|place| far(place, &end) < 0.1), "{sway:?} never comes to {end:?}");
            }
        }
    }
}
