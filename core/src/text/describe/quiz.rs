//! What the quiz says: situations, actions, what they came to, and why.

use super::{
    super::{Arg, Language, Sentence},
    choice::value,
    duration, span,
};
use crate::{
    model::units::HOUR,
    story::quiz::{Measure, Question},
};

/// Choices by their names, as a text inserts them.
fn values(choices: &[(&'static str, &str)], language: Language) -> Vec<(&'static str, Arg)> {
    choices.iter().map(|(key, chosen)| (*key, Arg::Name(value(key, chosen, language)))).collect()
}

/// The situation of a question, which ends in what is asked.
#[must_use]
pub fn situation(question: &Question, language: Language) -> Sentence {
    let key = format!("quiz.{}.situation", question.id);
    language.sentence(&key, &values(question.set, language)).unwrap_or_default()
}

/// What can be done, by its number.
#[must_use]
pub fn action(question: &Question, action: usize, language: Language) -> String {
    let Some(action) = question.actions.get(action) else { return String::new() };
    // What the action chooses comes first: it takes the place of what the situation had.
    let mut chosen = values(action.set, language);
    chosen.extend(values(question.set, language));
    language.text_with(&format!("quiz.{}.{}", question.id, action.id), &chosen)
}

/// Why the actions came to what they came to.
#[must_use]
pub fn why(question: &Question, language: Language) -> Sentence {
    let results = question.results();
    let least = results.get(question.best()).copied().flatten();
    let most = results.into_iter().max_by_key(|result| result.unwrap_or(u64::MAX)).flatten();
    let mut figures = values(question.set, language);
    for (name, result) in [("best", least), ("worst", most)] {
        figures.push((name, Arg::Name(measured(question.measure, result, language))));
    }
    language.sentence(&format!("quiz.{}.why", question.id), &figures).unwrap_or_default()
}

/// What actions are compared by.
#[must_use]
pub fn measure(measure: Measure, language: Language) -> String {
    language.text(&format!("measure.{}", measure.id()))
}

/// What an action came to; `None` where it never came to it.
#[must_use]
pub fn measured(measure: Measure, value: Option<u64>, language: Language) -> String {
    let id = measure.id();
    let Some(value) = value else { return language.text(&format!("measure.{id}.never")) };
    let time = match measure {
        Measure::Budget => duration(value, language),
        Measure::Rework => work(value, language),
        _ => span(value, language),
    };
    language.text_with(&format!("measure.{id}.value"), &[("n", Arg::Number(value)), ("time", time)])
}

/// Minutes of people's work: in hours, since a working day has not as many as a day.
fn work(minutes: u64, language: Language) -> Arg {
    if minutes < HOUR {
        return span(minutes, language);
    }
    let args = [("h", Arg::Number(minutes / HOUR)), ("m", Arg::Number(minutes % HOUR))];
    Arg::Name(language.text_with("duration.hm", &args))
}
