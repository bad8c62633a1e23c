//! What is told and in which order, all of it data: chapters with their beats and bets, tours, terms.

mod beat;
mod cake;
mod chapters;
pub mod facts;
pub mod glossary;
mod margin;
pub mod notes;
pub mod presets;
pub mod quiz;
mod race;
mod search;
mod topic;
mod tour;

pub use beat::{Ask, Beat, Bet, Chapter, Spot, Stage, Table, View};
pub use cake::Cake;
pub use chapters::{CHAPTERS, CORE, PEOPLE, chapter};
pub use margin::{Margin, Pace, Week};
pub use race::Race;
pub use search::{Known, Search};
pub use topic::{Seen, Topic};
pub use tour::{Performance, Tour, Way};
