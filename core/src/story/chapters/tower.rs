//! Tower and promise: what is watched, what is promised, and a cake that no lamp had warned of.

use crate::{
    model::{Scenario, Words, units::WHOLE},
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Table, Topic},
};

/// Seconds of failing completely up to which the answer is the first option, and the second.
const FEW: u64 = 600;
const SOME: u64 = 7_200;

/// How long everything may fail in 30 days, at the promise that was set.
const MARGIN: Bet = Bet {
    id: "margin",
    options: &["few", "some", "many"],
    answer: |show| match show.timeline.budget_seconds {
        seconds if seconds <= FEW => 0,
        seconds if seconds <= SOME => 1,
        _ => 2,
    },
};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "tower",
    terms: &["monitoring", "error-budget"],
    telling: "watch",
    keeps: &["words"],
    beats: &[
        Beat {
            id: "watch",
            set: &[("fault", "none"), ("seed", "10")],
            stage: Stage::Plays(Spot::At("watch-goes-on"), Spot::After("watch-goes-on", 6_500)),
            short: true,
            topics: &[
                Topic {
                    id: "monitoring",
                    card: "monitoring",
                    holds: |seen| seen.happens("watch-goes-on") && seen.timeline.scenario.watch,
                },
                Topic {
                    id: "metrics",
                    card: "metrics",
                    // More than a minute's worth: they are counted over time.
                    holds: |seen| {
                        seen.happens("watch-goes-on") && seen.moment.counts.arrived > seen.timeline.scenario.orders
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "numbers",
            set: &[("release", "all-at-once")],
            stage: Stage::Stands(Spot::Before("gate-opened")),
            topics: &[Topic {
                id: "met-by-a-trick",
                card: "goodharts-law",
                // No order fails, since none may come.
                holds: |seen| seen.moment.counts.failed == 0 && seen.moment.counts.turned_away > 0,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "logs",
            set: &[("release", "canary")],
            stage: Stage::Stands(Spot::Before("promise-read")),
            topics: &[Topic {
                id: "logs",
                card: "logs",
                // Boats are under way, each with its log, and the book in the tower lies open.
                holds: |seen| {
                    seen.happens("watch-goes-on") && seen.timeline.scenario.watch && seen.moment.counts.aboard > 0
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "guess", ask: Ask::Bet(&MARGIN), ..Beat::NEW },
        Beat {
            id: "promise",
            stage: Stage::Plays(Spot::At("promise-read"), Spot::Past("promise-read")),
            topics: &[
                Topic {
                    id: "slo",
                    card: "slo",
                    holds: |seen| seen.happens("promise-read") && seen.timeline.scenario.slo == Scenario::default().slo,
                },
                Topic {
                    id: "error-budget",
                    card: "error-budget",
                    holds: |seen| {
                        let (spent, budget) = (seen.moment.spent_seconds, seen.timeline.budget_seconds);
                        seen.happens("promise-read") && spent <= budget && (FEW + 1..=SOME).contains(&budget)
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "whole",
            set: &[("slo", "9999")],
            stage: Stage::Stands(Spot::Past("promise-read")),
            topics: &[Topic {
                id: "aim-for-all",
                card: "slo",
                holds: |seen| seen.happens("promise-read") && seen.timeline.budget_seconds <= FEW,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "cake",
            set: &[("slo", "9990")],
            stage: Stage::Stands(Spot::At("customers-heard")),
            ask: Ask::Table(Table::CakeArrives),
            topics: &[Topic {
                id: "green-is-not-right",
                card: "shared-words",
                holds: |seen| {
                    let own_words = seen.timeline.scenario.words == Words::Own;
                    let green = seen.happens("customers-heard") && !seen.moment.noticed;
                    seen.on_table(Table::CakeArrives)
                        && green
                        && seen.timeline.outcome.misread_by.is_some() == own_words
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "orders",
            stage: Stage::Plays(Spot::At("customers-heard"), Spot::End),
            short: true,
            topics: &[Topic {
                id: "did-orders-rise",
                card: "need",
                holds: |seen| {
                    let everyones = seen.moment.crossing.deployed() == WHOLE;
                    everyones && seen.happened("customers-heard") && seen.moment.minute == seen.timeline.end()
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, short: true, view: crate::story::View::Harbour, ..Beat::NEW },
    ],
};
