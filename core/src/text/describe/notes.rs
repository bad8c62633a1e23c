//! What a speaker has beside a chapter, with the figures that the stage shows there.

use super::{
    super::{Arg, Language},
    duration, told,
};
use crate::{
    model::{Release, assumptions::Assumptions, measures::budget_seconds},
    story::{Chapter, Race, notes::note},
};

/// What a speaker has beside a chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// What to say aloud.
    pub say: String,
    /// What people ask.
    pub asked: Vec<Asked>,
}

/// A question of the audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// An honest answer.
    pub answer: String,
}

/// The notes of a chapter; nothing where it has none. Asks for the words of [`Shelf::Notes`](super::super::Shelf::Notes).
#[must_use]
pub fn notes(chapter: &'static Chapter, language: Language) -> Notes {
    let Some(note) = note(chapter.id) else { return Notes::default() };
    let key = note.say();
    let say = language.text_with(&key, &figures(chapter, &key, language));
    let asked = note
        .asked()
        .map(|(question, answer)| Asked { question: language.text(&question), answer: language.text(&answer) })
        .collect();
    Notes { say, asked }
}

/// The figures that a text inserts: only these are computed.
fn figures(chapter: &'static Chapter, key: &str, language: Language) -> Vec<(&'static str, Arg)> {
    let mut figures = Vec::new();
    let scenario = chapter.scenario(0, &[]);
    if language.inserts(key, "lost_before") {
        figures.extend(told::lost(scenario.seed));
    }
    if language.inserts(key, "canary") {
        let race = Race::new(&scenario);
        let failed = |id| Arg::Number(Release::by_id(id).map_or(0, |release| race.failed(release)));
        figures.extend([("all", failed("all-at-once")), ("canary", failed("canary"))]);
    }
    if language.inserts(key, "budget") {
        let seconds = budget_seconds(&scenario, Assumptions::default().promise_days);
        figures.push(("budget", duration(seconds, language)));
    }
    figures
}
