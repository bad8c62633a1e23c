//! The chapters, in the order in which they are told. A new one is one file here and one line in each list.

mod button;
mod crew;
mod crews;
mod crossing;
mod docks;
mod drill;
mod friday;
mod future;
mod gates;
mod keys;
mod roles;
mod sre;
mod tower;
mod wish;
mod year;

pub use crew::PEOPLE;

use super::Chapter;
use crate::model::Timeline;

/// All chapters: those of the core tour first.
pub const CHAPTERS: [&Chapter; 15] = [
    &friday::CHAPTER,
    &crews::CHAPTER,
    &wish::CHAPTER,
    &gates::CHAPTER,
    &docks::CHAPTER,
    &button::CHAPTER,
    &crossing::CHAPTER,
    &tower::CHAPTER,
    &year::CHAPTER,
    &drill::CHAPTER,
    &sre::CHAPTER,
    &keys::CHAPTER,
    &crew::CHAPTER,
    &roles::CHAPTER,
    &future::CHAPTER,
];

/// How many of them, from the first, are the core tour.
pub const CORE: usize = 8;

/// The chapter of this name.
#[must_use]
pub fn chapter(id: &str) -> Option<&'static Chapter> {
    CHAPTERS.into_iter().find(|chapter| chapter.id == id)
}

/// Minutes from the first order that could meet the fault until somebody noticed.
fn noticed_after(timeline: &Timeline) -> Option<u64> {
    let outcome = &timeline.outcome;
    outcome.noticed_minute.zip(outcome.exposed_minute).map(|(noticed, exposed)| noticed - exposed)
}
