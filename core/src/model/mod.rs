//! What happens: choices in, events and counts out. Whole numbers only, so that every machine agrees to the bit.
#![deny(clippy::float_arithmetic, clippy::float_cmp, clippy::lossy_float_literal)]

pub mod assumptions;
pub mod calendar;
pub mod choices;
pub mod crossing;
pub mod draw;
pub mod event;
pub mod journey;
pub mod measures;
pub mod moment;
pub mod scenario;
pub mod stations;
pub mod strategies;
pub mod timeline;

pub use choices::{CHOICES, Choice, Values, choice};
pub use crossing::{Counts, Crossing};
pub use event::{Event, Kind, Noticer};
pub use journey::simulate;
pub use measures::Outcome;
pub use moment::Moment;
pub use scenario::{Back, Fault, Gate, Hand, Scenario, Station};
pub use strategies::{Release, Strategy};
pub use timeline::{Timeline, Visit};

/// The version of the model that an address names. It rises when the same choices tell another story.
pub const MODEL_VERSION: u32 = 1;
