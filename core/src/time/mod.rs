//! Pacing: show milliseconds to simulated minutes and back, so that each event can be read and dull days fly by.

mod pacing;
mod show;

pub use pacing::Pacing;
pub use show::{Entry, Show};
