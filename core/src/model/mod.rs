//! What happens: choices in, events and counts out. Whole numbers only, so that every machine agrees to the bit.
#![deny(clippy::float_arithmetic, clippy::float_cmp, clippy::lossy_float_literal)]

pub mod act;
pub mod assumptions;
pub mod booking;
pub mod calendar;
pub mod choices;
pub mod crew;
pub mod crossing;
pub mod docks;
pub mod draw;
pub mod drill;
pub mod event;
pub mod journey;
pub mod keys;
pub mod kinds;
pub mod log;
pub mod measures;
pub mod moment;
pub mod named;
pub mod scenario;
pub mod stations;
pub mod steps;
pub mod strategies;
pub mod timeline;
pub mod tower;
pub mod units;
pub mod world;
pub mod year;

pub use assumptions::Assumptions;
pub use booking::{Counts, Lots};
pub use calendar::WeekTime;
pub use choices::{CHOICES, Choice, Values, choice};
pub use crossing::Crossing;
pub use event::{Event, Kind, Noticer};
pub use journey::{simulate, simulate_with};
pub use kinds::{Away, Back, Delivery, Fault, Gate, Hand, Servers, Station, Turn, Words};
pub use log::Visit;
pub use measures::Outcome;
pub use moment::{GateState, Moment};
pub use scenario::Scenario;
pub use steps::Steps;
pub use strategies::{Release, Strategy};
pub use timeline::Timeline;

/// The version of the model that an address names. It rises when the same choices tell another story.
pub const MODEL_VERSION: u32 = 2;
