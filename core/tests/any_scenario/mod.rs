//! Any legal scenario, drawn by walking the registry of choices: a new choice is tried as soon as it stands there.

use naru_core::model::{CHOICES, Choice, Scenario, Values};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Basis points as an address writes per cents.
fn percent(points: u64) -> String {
    format!("{}.{:02}", points / 100, points % 100)
}

/// A rising list of weights, drawn from one word: numbers drawn from it, put in order.
fn rising_list(word: u64) -> String {
    let count = word % 12 + 1;
    let drawn: BTreeSet<u64> = (0..count).map(|index| (word >> 4).wrapping_mul(2 * index + 1) % 10_000 + 1).collect();
    drawn.into_iter().map(percent).collect::<Vec<_>>().join(",")
}

/// A minute of the week, drawn from one word.
fn week_time(word: u64) -> String {
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let (day, minute) = (word % 7, word / 7 % 1_440);
    format!("{}-{:02}:{:02}", weekdays[day as usize], minute / 60, minute % 60)
}

/// A legal value of a choice, drawn from one word.
fn value(choice: &Choice, word: u64) -> String {
    match choice.values {
        Values::Names(names) => {
            let names = names();
            names[(word % names.len() as u64) as usize].to_owned()
        }
        Values::Number { min, max } => {
            // Quiet days are tried more often than busy ones, so that a run stays quick.
            let max = if choice.key == "orders" && !word.is_multiple_of(8) { 900 } else { max };
            (min + word / 8 % (max - min + 1)).to_string()
        }
        // Every other time one of the examples, else something of the kind that is nowhere written down.
        Values::Written { examples, .. } if word.is_multiple_of(2) => {
            examples[(word / 2 % examples.len() as u64) as usize].to_owned()
        }
        Values::Written { .. } => match choice.key {
            "steps" => rising_list(word / 2),
            "share" => percent(word / 2 % 10_000 + 1),
            "start" => week_time(word / 2),
            key => panic!("{key} is a new kind of choice: say here how its values are drawn"),
        },
    }
}

/// Any legal scenario.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    proptest::collection::vec(any::<u64>(), CHOICES.len()).prop_map(|words| {
        let mut scenario = Scenario::default();
        for (choice, word) in CHOICES.iter().zip(words) {
            // Weights that were just drawn are not all lost to a first one of their own.
            if choice.key == "share" && word.is_multiple_of(3) {
                continue;
            }
            let value = value(choice, word);
            assert!(choice.set(&mut scenario, &value), "{}={value}", choice.key);
        }
        scenario
    })
}
