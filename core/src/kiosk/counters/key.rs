//! The names of what is counted, from the registries: those of the header of the table, too.

use crate::{
    kiosk::{Deed, Ending, Guess, Phase, visit::WAYS},
    model::named::named,
    story::CHAPTERS,
    text::Language,
};
use std::sync::LazyLock;

named! {
    /// What went wrong and was mended.
    Recovery {
        /// The app stopped with a panic.
        Panic = "panic",
        /// No frame was drawn any more.
        Frames = "frames",
        /// Nothing answered any more.
        Hang = "hang",
        /// The canvas was lost.
        Canvas = "canvas",
        /// The storage was full, refused, or held what cannot be read.
        Storage = "storage",
        /// An update could not be put in place.
        Update = "update",
        /// The settings could not be taken as they stood.
        Settings = "settings",
    }
}

/// Visits that began.
const VISITS: &str = "visits";
/// Other versions that were put in place.
pub(super) const UPDATES: &str = "updates";

/// Phases that a visitor reaches.
const REACHED: [Phase; 7] =
    [Phase::Bet, Phase::Reveal, Phase::Again, Phase::Home, Phase::Chapters, Phase::Told, Phase::Free];

/// Every counter, in the order of the table.
#[must_use]
pub fn keys() -> &'static [String] {
    static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut keys = vec![VISITS.to_owned()];
        keys.extend(Language::ALL.map(language));
        keys.extend(REACHED.map(reached));
        keys.extend(Guess::ALL.map(guess));
        keys.extend(WAYS.iter().map(|way| tried(way.id)));
        keys.extend(CHAPTERS.map(|one| chapter(one.id)));
        keys.extend(Ending::ALL.map(ended));
        keys.extend(Recovery::ALL.map(recovery));
        keys.push(UPDATES.to_owned());
        keys
    });
    &KEYS
}

/// The counters that something in a visit adds to.
pub(super) fn of(deed: &Deed) -> Vec<String> {
    match *deed {
        Deed::Began(spoken) => vec![VISITS.to_owned(), language(spoken)],
        Deed::Reached(phase) => vec![reached(phase)],
        Deed::Bet(guessed) => vec![guess(guessed)],
        Deed::Tried(way) => vec![tried(way.id())],
        Deed::Chapter(id) => vec![chapter(id)],
        Deed::Ended(ending) => vec![ended(ending)],
    }
}

fn language(language: Language) -> String {
    format!("language.{}", language.id())
}

fn reached(phase: Phase) -> String {
    format!("reached.{}", phase.id())
}

pub(super) fn guess(guess: Guess) -> String {
    format!("bet.{}", guess.id())
}

fn tried(way: &str) -> String {
    format!("way.{way}")
}

fn chapter(id: &str) -> String {
    format!("chapter.{id}")
}

fn ended(ending: Ending) -> String {
    format!("ended.{}", ending.id())
}

pub(super) fn recovery(recovery: Recovery) -> String {
    format!("recovery.{}", recovery.id())
}
