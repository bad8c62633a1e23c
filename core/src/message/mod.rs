//! What a frame and the page around it say to each other: commands in, events out. `docs/embed.md` is the contract.

mod command;
mod event;
mod reply;
mod stand;

pub use command::{Command, Goal, Id, Letter, Refusal, StepGoal, read};
pub use event::{Direction, Event, Measures, Screen, State};
pub use reply::{Reply, Seen};
pub use stand::Stand;

/// The version of the contract.
pub const VERSION: u64 = 1;
