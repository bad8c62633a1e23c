//! The kiosk without a browser: its settings, what it counts, the visit of somebody who walks up to it, and the door for staff.
#![deny(clippy::float_arithmetic, clippy::float_cmp, clippy::lossy_float_literal)]

pub mod corner;
pub mod counters;
pub mod settings;
pub mod visit;
mod words;

pub use corner::{Door, StaffCorner};
pub use counters::{Counters, Date, Recovery};
pub use settings::{Fault, SETTINGS, Setting, Settings, Sizes};
pub use visit::{Control, Deed, Ending, Guess, Phase, Visit, Warning};
pub use words::{Word, counter, counters as counter_names, moment};
