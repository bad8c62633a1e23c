//! One fault crosses in every way, on one clock that starts with each release.

use crate::model::{Counts, Release, Scenario, Timeline, simulate, timeline::MILLI, units::CROSSING_MINUTES};

/// Minutes for which the clock runs on when all is well again everywhere: the last orders are still under way.
const AFTERWARDS: u64 = CROSSING_MINUTES + 1;

/// The crossings, in the order of the registry.
#[derive(Clone, Debug)]
pub struct Race {
    timelines: Vec<Timeline>,
}

impl Race {
    /// The same choices in every way.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let ways = Release::all().map(|release| simulate(&Scenario { release, ..scenario.clone() }));
        Self { timelines: ways.collect() }
    }

    /// The ways, and how their orders fare so many thousandths of a minute after the start.
    pub fn at(&self, instant: u64) -> impl Iterator<Item = (Release, Counts)> {
        self.timelines.iter().map(move |timeline| {
            let start = timeline.release_start * MILLI;
            (timeline.scenario.release, timeline.counts((start + instant).min(timeline.watch_end * MILLI)))
        })
    }

    /// Thousandths of a minute until no order meets the fault any more, in none of the ways.
    #[must_use]
    pub fn length(&self) -> u64 {
        let ends = self.timelines.iter().map(|timeline| {
            let end = timeline.outcome.restored_minute.unwrap_or(timeline.watch_end);
            end.saturating_sub(timeline.release_start) + AFTERWARDS
        });
        ends.max().unwrap_or(0) * MILLI
    }

    /// Orders that have failed in a way by then.
    #[must_use]
    pub fn failed(&self, release: Release) -> u64 {
        let found = self.at(self.length()).find(|(way, _)| *way == release);
        found.map_or(0, |(_, counts)| counts.failed)
    }
}
