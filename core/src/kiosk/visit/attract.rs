//! The loop that draws people in: the harbour at work, a bet that somebody left half filled, and what others guessed today.

use super::{
    Cue,
    ways::{AT_ONCE, WAYS},
};
use crate::model::{Release, named::named};

named! {
    /// A scene of the loop.
    Scene {
        /// A fault crosses, each time in another way.
        Crossing = "crossing",
        /// A bet that is half filled.
        Bet = "bet",
        /// What was guessed today.
        Guesses = "guesses",
    }
}

/// Milliseconds of each scene. Nothing stands for longer than 25 seconds, so that nothing burns in.
const SCENES: [(Scene, u64); 3] = [(Scene::Crossing, 24_000), (Scene::Bet, 10_000), (Scene::Guesses, 10_000)];
/// Milliseconds of all of them.
const TURN_MS: u64 = {
    let (mut sum, mut scene) = (0, 0);
    while scene < SCENES.len() {
        sum += SCENES[scene].1;
        scene += 1;
    }
    sum
};
/// Turns of the loop: one for each way to cross.
const TURNS: u64 = 1 + WAYS.len() as u64;
/// Per cent to which the pile of the bet is filled at most: the rest is for whoever comes.
const HALF: u64 = 50;

/// Where the loop stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attract {
    /// The scene.
    pub scene: Scene,
    /// Milliseconds since it began.
    pub spent_ms: u64,
    /// The way in which the fault crosses in this turn.
    pub way: Release,
    /// Per cent to which the pile of the bet is filled: it grows in its scene, and stays at half.
    pub filled: u64,
}

/// The loop's time, which begins again after its last turn.
pub(super) const fn wrapped(spent_ms: u64) -> u64 {
    spent_ms % (TURN_MS * TURNS)
}

impl Attract {
    /// Where the loop stands after so many milliseconds.
    pub(super) fn at(spent_ms: u64) -> Self {
        let way = match ((wrapped(spent_ms) / TURN_MS) as usize).checked_sub(1) {
            Some(other) => WAYS.get(other).unwrap_or(&AT_ONCE),
            None => &AT_ONCE,
        };
        let mut rest = spent_ms % TURN_MS;
        let mut scene = Scene::Crossing;
        let mut filled = HALF;
        for (one, lasts) in SCENES {
            scene = one;
            if rest < lasts {
                filled = if one == Scene::Bet { HALF * rest / lasts } else { HALF };
                break;
            }
            rest -= lasts;
        }
        Self { scene, spent_ms: rest, way: way.release(), filled }
    }

    /// What the stage must do.
    #[must_use]
    pub const fn cue(&self) -> Cue {
        Cue::Attract { scene: self.scene, way: self.way }
    }
}
