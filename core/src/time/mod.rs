//! Pacing: show milliseconds to simulated minutes and back, so that each event can be read and dull days fly by.

mod pacing;
mod show;
mod stops;
mod turns;

pub use pacing::Pacing;
pub use show::{Entry, Show};
pub use turns::{Turn, Turns};
