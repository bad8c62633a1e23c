//! A year: many ideas through one team with few hands, in a harbour before DevOps and in one with it. Ideas and faults are
//! the same in both.

mod bands;
mod harbour;
mod ideas;
mod measures;
mod team;

pub use bands::{BANDS, BANDS_SOURCE, Band, Level, MEASURES, MONTH, Measure};
pub use harbour::Harbour;
pub use ideas::{Idea, ideas};
pub use measures::{Figures, median};

use super::assumptions::Assumptions;

/// Days of the year: 52 weeks, so that it ends on the weekday on which it began.
pub const YEAR_DAYS: u64 = 364;

/// One release of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// The minute of the year at which it started.
    pub minute: u64,
    /// Ideas that went together.
    pub ideas: u64,
    /// Minutes from the first order that could meet a fault until all was well, if it failed (DORA's failed deployment
    /// recovery time).
    pub recovery_minutes: Option<u64>,
    /// Whether it was called off without a fault.
    pub false_alarm: bool,
    /// Orders that failed or turned away, beyond those that fail on any day.
    pub lost_orders: u64,
}

/// One change that reached every customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The minute of the year at which every customer had it.
    pub minute: u64,
    /// Which idea.
    pub idea: u64,
    /// Minutes since its commit (DORA's change lead time).
    pub lead_minutes: u64,
    /// Minutes since the wish.
    pub wish_minutes: u64,
    /// Whether it is what was wished for.
    pub as_wished: bool,
}

/// What a year came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// Every release, in order.
    pub deployments: Vec<Deployment>,
    /// Every change that reached all customers, in order.
    pub deliveries: Vec<Delivery>,
    /// Wishes that were heard.
    pub wishes: u64,
    /// Working minutes that people spent.
    pub worked: u64,
    /// Those of them that were spent on doing something again.
    pub reworked: u64,
}

/// Simulates a year of a harbour.
#[must_use]
pub fn year(harbour: Harbour, seed: u32, given: &Assumptions) -> Year {
    team::Team::new(harbour, seed, given).run()
}
