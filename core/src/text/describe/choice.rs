//! What choices are set to, in words.

use super::super::{Arg, Language};
use crate::model::{
    Scenario, Steps, WeekTime,
    calendar::Calendar,
    choice,
    steps::{read_percent, write_percent},
};

/// Weights of a list that are all said; of a longer one, the beginning and the end.
const MOST_WEIGHTS: usize = 5;

/// What a choice is set to, in words.
#[must_use]
pub fn choice_value(scenario: &Scenario, key: &str, language: Language) -> String {
    value(key, &choice(key).map(|choice| choice.get(scenario)).unwrap_or_default(), language)
}

/// A value of a choice, as an address writes it, in words.
#[must_use]
pub fn value(key: &str, value: &str, language: Language) -> String {
    let name = format!("value.{key}.{value}");
    if language.has(&name) {
        return language.text(&name);
    }
    let whole = || value.parse().unwrap_or_default();
    let n = match key {
        "seed" => return value.to_owned(),
        "start" => return start(value, language),
        "steps" => Arg::Name(steps(value)),
        "share" => Arg::Share(read_percent(value).unwrap_or_default()),
        "slo" | "threshold" => Arg::Share(u16::try_from(whole()).unwrap_or_default()),
        _ => Arg::Number(whole()),
    };
    language.text_with(&format!("unit.{key}"), &[("n", n)])
}

/// A time of the week.
fn start(value: &str, language: Language) -> String {
    let time = WeekTime::read(value).unwrap_or(WeekTime::TUESDAY_MORNING);
    let clock = Calendar::MONDAY.clock(Calendar::MONDAY.next(time, 0));
    let weekday = Arg::Name(language.text(&format!("weekday.{}", clock.weekday)));
    let time = Arg::Name(format!("{:02}:{:02}", clock.hour, clock.minute));
    language.text_with("unit.start", &[("weekday", weekday), ("time", time)])
}

/// The weights that orders meet, one after the other.
fn steps(value: &str) -> String {
    let weights = Steps::read(value).unwrap_or_default().weights();
    let mut words: Vec<String> = weights.into_iter().map(write_percent).collect();
    if words.len() > MOST_WEIGHTS {
        words.splice(2..words.len() - 2, ["…".to_owned()]);
    }
    words.join(" → ") + "%"
}
