//! The outcome board: what a run came to so far.

use super::{
    super::{Arg, Language},
    duration, span,
};
use crate::model::{Moment, Timeline};

/// One line of the outcome board: the key of its label, and its value in words and as a bare figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `board.<key>` in the locales, and the name by which tests read it.
    pub key: &'static str,
    /// Its value, in the language.
    pub value: String,
    /// Its value as a whole number (orders, minutes or seconds), if it has happened.
    pub raw: Option<u64>,
}

/// The keys of the outcome board's lines, in their order.
pub const FIGURES: [&str; 5] = ["failed", "turned_away", "noticed", "restored", "budget"];

/// What a line of the outcome board is called.
#[must_use]
pub fn figure_name(key: &str, timeline: &Timeline, language: Language) -> String {
    let budget = duration(timeline.budget_seconds, language);
    language.text_with(&format!("board.{key}"), &[("budget", budget)])
}

/// One line of the outcome board at a moment, by its key. What has not happened yet, or will not, is a dash.
#[must_use]
pub fn figure(key: &'static str, timeline: &Timeline, moment: &Moment, language: Language) -> Figure {
    let outcome = &timeline.outcome;
    let number = |number: u64| Figure { key, value: Arg::Number(number).show(), raw: Some(number) };
    let minutes = |from: Option<u64>, to: Option<u64>| {
        let raw = to.filter(|minute| *minute <= moment.minute).zip(from).map(|(to, from)| to.saturating_sub(from));
        let value = raw.map_or_else(|| language.text("none"), |minutes| span(minutes, language).show());
        Figure { key, value, raw }
    };
    match key {
        "failed" => number(moment.counts.failed),
        "turned_away" => number(moment.counts.turned_away),
        "noticed" => minutes(outcome.exposed_minute, outcome.noticed_minute),
        "restored" => minutes(outcome.noticed_minute, outcome.restored_minute),
        _ => {
            let value = duration(moment.spent_seconds, language).show();
            Figure { key, value, raw: Some(moment.spent_seconds) }
        }
    }
}

/// The outcome board at a moment.
#[must_use]
pub fn board(timeline: &Timeline, moment: &Moment, language: Language) -> Vec<Figure> {
    FIGURES.into_iter().map(|key| figure(key, timeline, moment, language)).collect()
}
