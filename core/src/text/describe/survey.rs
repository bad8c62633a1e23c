//! DORA's survey in words: what each group answered, and what a year came to in the same terms.

use super::{
    super::{Arg, Language},
    span,
};
use crate::model::{
    units::{DAY, HOUR, PERCENT, WEEK},
    year::{Band, Figures, MONTH, Measure},
};

/// A group's name, and the share of those who answered that are in it.
#[must_use]
pub fn group(band: &Band, language: Language) -> [String; 2] {
    let share = Arg::Share(u16::try_from(band.share).unwrap_or(u16::MAX));
    let name = language.text(&format!("survey.group.{}", band.level.id()));
    [name, language.text_with("survey.share", &[("share", share)])]
}

/// What a group answered.
#[must_use]
pub fn answered(band: &Band, measure: Measure, language: Language) -> String {
    let (from, to) = band.ranges[measure as usize];
    let words = |minutes| {
        Arg::Name(if measure == Measure::DeploymentInterval {
            once(minutes, language)
        } else {
            time(minutes, language)
        })
    };
    match (measure, from) {
        (Measure::ChangeFailRate, _) => rate(from),
        (Measure::DeploymentInterval, 0) => language.text("survey.often"),
        (_, 0) => language.text_with("survey.less", &[("to", words(to))]),
        _ => language.text_with("survey.range", &[("from", words(from)), ("to", words(to))]),
    }
}

/// What a year came to.
#[must_use]
pub fn computed(figures: &Figures, measure: Measure, language: Language) -> String {
    let Some(value) = figures.measure(measure) else { return language.text("none") };
    match measure {
        Measure::ChangeFailRate => rate(value),
        Measure::DeploymentInterval => {
            let days = ((value + DAY / 2) / DAY).max(1);
            language.text_with("survey.once.days", &[("n", Arg::Number(days))])
        }
        Measure::LeadTime | Measure::RecoveryTime => span(value, language).show(),
    }
}

/// Basis points, to the whole per cent.
fn rate(points: u64) -> String {
    let percent = u64::from(PERCENT);
    Arg::Share(u16::try_from(points / percent * percent).unwrap_or(u16::MAX)).show()
}

/// A length of time as the survey's answers name it.
fn time(minutes: u64, language: Language) -> String {
    match minutes {
        HOUR => language.text("survey.time.hour"),
        DAY => language.text("survey.time.day"),
        WEEK => language.text("survey.time.week"),
        MONTH => language.text("survey.time.month"),
        _ => language.text_with("survey.time.months", &[("n", Arg::Number(minutes / MONTH))]),
    }
}

/// How often, as the survey's answers name it.
fn once(minutes: u64, language: Language) -> String {
    match minutes {
        DAY => language.text("survey.once.day"),
        WEEK => language.text("survey.once.week"),
        MONTH => language.text("survey.once.month"),
        _ => language.text_with("survey.once.months", &[("n", Arg::Number(minutes / MONTH))]),
    }
}
