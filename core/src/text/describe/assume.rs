//! What the simulation assumes: one sentence for each line of the model's registry.

use super::super::{Arg, Language};
use crate::model::{
    assumptions::{Assumptions, Source, Unit},
    units::{DAY, HOUR, WORK_DAY},
};

/// An assumption in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// What it is about, by its name: [`assumed_group`] has its words.
    pub group: &'static str,
    /// What is assumed.
    pub text: String,
    /// Where it is from.
    pub origin: String,
}

/// All assumptions, in the order of the journey: those of a group stand together.
#[must_use]
pub fn assumed(language: Language) -> Vec<Assumed> {
    let assumed = Assumptions::LIST.iter().map(|one| {
        let key = format!("assume.{}", one.name.replace('_', "-"));
        Assumed {
            group: one.part.id(),
            text: language.text_with(&key, &[("n", amount(one.value, one.unit, language))]),
            origin: origin(one.source, language),
        }
    });
    assumed.collect()
}

/// What a group of assumptions is called.
#[must_use]
pub fn assumed_group(group: &str, language: Language) -> String {
    language.text(&format!("assume.group.{group}"))
}

/// Where an assumption is from.
fn origin(source: Source, language: Language) -> String {
    match source {
        Source::Invented => language.text("assume.origin.invented"),
        Source::Published(what, year) => {
            let args = [("source", Arg::Name(what.to_owned())), ("year", Arg::Name(year.to_string()))];
            language.text_with("assume.origin.published", &args)
        }
    }
}

/// A value in the greatest unit of which it is a whole number. What is counted has its unit in the sentence.
fn amount(value: u64, unit: Unit, language: Language) -> Arg {
    let units = match unit {
        Unit::Count => return Arg::Number(value),
        Unit::BasisPoints => return Arg::Share(u16::try_from(value).unwrap_or(u16::MAX)),
        Unit::Minutes => [(DAY, "days"), (HOUR, "hours"), (1, "minutes")],
        Unit::WorkMinutes => [(WORK_DAY, "work-days"), (HOUR, "work-hours"), (1, "minutes")],
        Unit::Days => [(1, "days"); 3],
    };
    let (size, name) = units.into_iter().find(|(size, _)| value.is_multiple_of(*size)).unwrap_or((1, "minutes"));
    Arg::Name(language.text_with(&format!("assume.value.{name}"), &[("n", Arg::Number(value / size))]))
}
