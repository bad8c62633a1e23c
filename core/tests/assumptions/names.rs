//! The names on it: all exist, and none that matters is missing.

use crate::page::{PAGE, cells};
use naru_core::model::{
    Assumptions, CHOICES, Outcome, Values,
    assumptions::Unit,
    units::{CROSSING_MINUTES, WHOLE, WORK_DAY, WORK_DAYS},
    year::YEAR_DAYS,
};
use std::collections::BTreeSet;

/// What is agreed and no assumption, and may stand behind a figure all the same.
pub const CONVENTIONS: [(&str, u64, Unit); 5] = [
    ("CROSSING_MINUTES", CROSSING_MINUTES, Unit::Minutes),
    ("WHOLE", WHOLE as u64, Unit::Count),
    ("WORK_DAY", WORK_DAY, Unit::Minutes),
    ("WORK_DAYS", WORK_DAYS, Unit::Days),
    ("YEAR_DAYS", YEAR_DAYS, Unit::Days),
];

/// The names that a choice between kinds can take.
pub fn kinds() -> BTreeSet<String> {
    let names = |values: &Values| if let Values::Names(names) = values { names() } else { Vec::new() };
    CHOICES.iter().flat_map(|choice| names(&choice.values)).map(str::to_owned).collect()
}

/// The measures of a run, by their names in its document.
fn measures() -> BTreeSet<String> {
    let outcome = serde_json::to_value(Outcome::default()).expect("an outcome can be written");
    outcome.as_object().expect("an outcome has names").keys().cloned().collect()
}

#[test]
fn every_name_on_the_page_exists_and_every_choice_is_on_it() {
    let mut known: BTreeSet<String> = kinds().into_iter().chain(measures()).collect();
    known.extend(Assumptions::LIST.iter().map(|one| one.name.to_owned()));
    known.extend(CHOICES.iter().map(|choice| choice.key.to_owned()));
    known.extend(CONVENTIONS.iter().map(|one| one.0.to_owned()));
    let told: BTreeSet<&str> =
        PAGE.split('`').skip(1).step_by(2).filter(|it| !it.starts_with("cargo xtask ")).collect();
    let unknown: Vec<_> = told.iter().filter(|name| !known.contains(**name)).collect();
    assert!(unknown.is_empty(), "neither assumptions nor choices nor measures: {unknown:?}");
    let untold: Vec<_> = CHOICES.iter().map(|choice| choice.key).filter(|key| !told.contains(key)).collect();
    assert!(untold.is_empty(), "choices that the page does not name: {untold:?}");
}

#[test]
fn every_measure_is_told() {
    let told: Vec<String> = cells("| measure | what it is |").into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(told.len(), measures().len());
    assert_eq!(BTreeSet::from_iter(told), measures());
}
