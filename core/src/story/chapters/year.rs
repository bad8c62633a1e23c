//! A year in two harbours: the same ideas and faults, before DevOps and with it.

use crate::{
    model::{
        assumptions::Assumptions,
        year::{BANDS, Figures, Harbour, Level, Measure, year},
    },
    story::{Ask, Beat, Bet, Chapter, Seen, Table, Topic, View},
};

/// Whether more of many small releases fail than of few large ones.
const FAIL_RATE: Bet = Bet {
    id: "fail-rate",
    options: &["more", "same", "fewer"],
    answer: |show| {
        /// Basis points within which two rates count as the same.
        const SAME: u64 = 300;
        match figures(show.timeline.scenario.seed).map(|figures| figures.change_fail_rate.unwrap_or_default()).into() {
            (before, with) if before.abs_diff(with) <= SAME => 1,
            (before, with) if with > before => 0,
            _ => 2,
        }
    },
};

/// What the year of each harbour came to.
fn figures(seed: u32) -> [Figures; 2] {
    Harbour::ALL.map(|harbour| year(harbour, seed, &Assumptions::default()).figures())
}

/// The two years on the board, if it lies on the table.
fn board(seen: &Seen<'_>) -> Option<[Figures; 2]> {
    seen.on_table(Table::Year).then(|| figures(seen.timeline.scenario.seed))
}

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "year",
    terms: &["deployment-frequency", "lead-time", "change-failure-rate", "recovery-time", "dora"],
    telling: "two",
    keeps: &[],
    beats: &[
        Beat { id: "two", view: View::Harbour, ..Beat::NEW },
        Beat { id: "guess", view: View::Harbour, ask: Ask::Bet(&FAIL_RATE), ..Beat::NEW },
        Beat {
            id: "board",
            view: View::Harbour,
            ask: Ask::Table(Table::Year),
            topics: &[
                Topic {
                    id: "deployment-frequency",
                    card: "deployment-frequency",
                    holds: |seen| board(seen).is_some_and(|[before, with]| with.deployments > before.deployments),
                },
                Topic {
                    id: "lead-time",
                    card: "lead-time",
                    holds: |seen| board(seen).is_some_and(|[before, with]| with.lead_minutes < before.lead_minutes),
                },
                Topic {
                    id: "change-failure-rate",
                    card: "change-failure-rate",
                    holds: |seen| {
                        board(seen).is_some_and(|years| years.iter().all(|year| year.change_fail_rate > Some(0)))
                    },
                },
                Topic {
                    id: "recovery-time",
                    card: "recovery-time",
                    holds: |seen| {
                        board(seen).is_some_and(|[before, with]| with.recovery_minutes < before.recovery_minutes)
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "survey",
            view: View::Harbour,
            ask: Ask::Table(Table::Survey),
            topics: &[Topic {
                id: "dora",
                card: "dora",
                // The survey lies there, whose middle group failed less than the one above.
                holds: |seen| {
                    let rate = |level| {
                        let band = BANDS.iter().find(|band| band.level == level);
                        band.map(|band| band.ranges[Measure::ChangeFailRate as usize])
                    };
                    seen.on_table(Table::Survey) && rate(Level::Medium) < rate(Level::High)
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
