//! The bet: how many orders come back when everybody gets the fault at once.

use super::ways::{AT_ONCE, WAYS, failed};
use crate::model::named::named;

named! {
    /// What can be guessed.
    Guess {
        /// As few as behind a canary.
        Few = "few",
        /// In between.
        Several = "several",
        /// As many as come back.
        Many = "many",
    }
}

/// How many orders each guess says, in the order of [`Guess::ALL`]: round figures, from what the simulation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts([u64; Guess::ALL.len()]);

impl Amounts {
    /// The amounts of the bet.
    #[must_use]
    pub fn new() -> Self {
        let (few, many) = (failed(WAYS[0].release()), failed(AT_ONCE.release()));
        // As many times more than few as many are more than it.
        Self([few, (few * many).isqrt(), many].map(round))
    }

    /// How many orders a guess says.
    #[must_use]
    pub const fn of(&self, guess: Guess) -> u64 {
        self.0[guess as usize]
    }

    /// Which guess is nearest to a number of orders.
    #[must_use]
    pub fn nearest(&self, orders: u64) -> Guess {
        let far = |guess: &Guess| self.of(*guess).abs_diff(orders);
        Guess::ALL.into_iter().min_by_key(far).unwrap_or(Guess::Many)
    }
}

impl Default for Amounts {
    fn default() -> Self {
        Self::new()
    }
}

/// A number with one digit that counts.
fn round(number: u64) -> u64 {
    let unit = 10_u64.pow(number.checked_ilog10().unwrap_or(0));
    (number + unit / 2) / unit * unit
}
