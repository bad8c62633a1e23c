//! What a speaker has beside each chapter: what to say, what people ask, and an honest answer to each. In the locales these are
//! `note.<chapter>.say`, `note.<chapter>.asked.<n>` and `note.<chapter>.answer.<n>`, counted from one.

use super::{Chapter, chapter, chapters::CHAPTERS};
use crate::model::Station;

/// How much stands beside a chapter.
#[derive(Debug)]
pub struct Note {
    /// The chapter's name.
    pub chapter: &'static str,
    /// How many questions are foreseen.
    pub asked: usize,
}

impl Note {
    const fn new(chapter: &'static str, asked: usize) -> Self {
        Self { chapter, asked }
    }

    /// The key of what is said.
    #[must_use]
    pub fn say(&self) -> String {
        format!("note.{}.say", self.chapter)
    }

    /// The keys of the questions, each with that of its answer.
    pub fn asked(&self) -> impl Iterator<Item = (String, String)> {
        let Self { chapter, asked } = *self;
        (1..=asked).map(move |n| (format!("note.{chapter}.asked.{n}"), format!("note.{chapter}.answer.{n}")))
    }
}

/// One for every chapter, in their order.
pub const NOTES: [Note; 15] = [
    Note::new("friday", 3),
    Note::new("crews", 3),
    Note::new("wish", 3),
    Note::new("gates", 3),
    Note::new("docks", 3),
    Note::new("button", 3),
    Note::new("crossing", 3),
    Note::new("tower", 3),
    Note::new("year", 3),
    Note::new("drill", 3),
    Note::new("sre", 3),
    Note::new("keys", 3),
    Note::new("crew", 3),
    Note::new("roles", 2),
    Note::new("future", 3),
];

/// The notes of the chapter of this name.
#[must_use]
pub fn note(chapter: &str) -> Option<&'static Note> {
    NOTES.iter().find(|note| note.chapter == chapter)
}

/// The chapter that is about a station: its notes serve whoever speaks without a chapter.
#[must_use]
pub fn about(station: Station) -> &'static Chapter {
    let id = match station {
        Station::Need | Station::Spec => "wish",
        Station::Code | Station::Ci => "gates",
        Station::Container => "docks",
        Station::Release => "crossing",
        Station::Operate => "tower",
    };
    chapter(id).unwrap_or(CHAPTERS[0])
}
