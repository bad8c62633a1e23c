//! Looks for the legal story that takes longest: from each candidate, one choice after the other is changed for the worse.

use super::stories::Story;
use naru_core::{
    link::Link,
    model::{CHOICES, Scenario, Values, simulate},
};
use std::time::{Duration, Instant};

/// Rounds through all choices.
const ROUNDS: usize = 4;
/// Runs of each story, of which the quickest counts: the others were disturbed.
const RUNS: usize = 7;
/// Less than this much slower, in hundredths, is chance.
const CLEARLY: u32 = 102;

/// The slowest story that is found.
pub fn climb(stories: &[Story]) -> Story {
    let candidates = stories.iter().filter(|story| story.is("worst"));
    let tops = candidates.map(|story| top(story.scenario.clone()));
    let slowest = tops.max_by_key(|(took, _)| *took).map(|(_, scenario)| scenario).unwrap_or_default();
    let fragment = Link { scenario: slowest.clone(), ..Link::default() }.fragment();
    Story { name: "worst: found by climbing".to_owned(), fragment, scenario: slowest }
}

/// From a story, as far up as single changes lead.
fn top(start: Scenario) -> (Duration, Scenario) {
    let (mut slowest, mut best) = (took(&start), start);
    for _ in 0..ROUNDS {
        let before = slowest;
        for choice in &CHOICES {
            for value in values(choice.values) {
                let mut other = best.clone();
                if !choice.set(&mut other, &value) || other == best {
                    continue;
                }
                let took = took(&other);
                if took * 100 > slowest * CLEARLY {
                    (slowest, best) = (took, other);
                }
            }
        }
        if slowest == before {
            break;
        }
    }
    (slowest, best)
}

/// Values that a choice is tried with: all names and examples; of numbers the ends and some between.
fn values(values: Values) -> Vec<String> {
    match values {
        Values::Names(names) => names().into_iter().map(str::to_owned).collect(),
        Values::Written { examples, .. } => examples.iter().map(|example| (*example).to_owned()).collect(),
        Values::Number { min, max } => {
            let between = [2, 4, 8, 16, 50, 200].map(|part| min + (max - min) / part);
            [min, max].into_iter().chain(between).map(|number| number.to_string()).collect()
        }
    }
}

fn took(scenario: &Scenario) -> Duration {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(simulate(std::hint::black_box(scenario)));
        start.elapsed()
    };
    (0..RUNS).map(run).min().unwrap_or_default()
}
