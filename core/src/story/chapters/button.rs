//! Who presses the button: a change that is ready, and why small releases find the bad idea sooner.

use crate::{
    model::{Delivery, Gate, GateState},
    story::{Ask, Beat, Chapter, Search, Spot, Stage, Table, Topic},
};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "button",
    terms: &["continuous-delivery", "continuous-deployment"],
    telling: "goes",
    keeps: &[],
    beats: &[
        Beat {
            id: "trial",
            set: &[("fault", "none")],
            stage: Stage::Plays(Spot::At("image-placed"), Spot::Past("trial-passed")),
            topics: &[
                Topic {
                    id: "staging",
                    card: "staging",
                    // No real order has met it yet.
                    holds: |seen| seen.happened("image-placed") && seen.moment.counts.came == 0,
                },
                Topic {
                    id: "e2e-test",
                    card: "e2e-test",
                    holds: |seen| seen.happens("trial-passed") && seen.gate(Gate::EndToEnd) == GateState::Passed,
                },
            ],
            ..Beat::NEW
        },
        Beat { id: "ready", ask: Ask::Choose("delivery", &["continuous", "button", "train"]), ..Beat::NEW },
        Beat {
            id: "goes",
            stage: Stage::Plays(Spot::At("trial-passed"), Spot::After("release-started", 2_500)),
            topics: &[
                Topic {
                    id: "continuous-delivery",
                    card: "continuous-delivery",
                    holds: |seen| {
                        let by_itself = seen.timeline.scenario.delivery == Delivery::Continuous;
                        seen.happens("release-started") && seen.happened("waits-to-go") != by_itself
                    },
                },
                Topic {
                    id: "continuous-deployment",
                    card: "continuous-deployment",
                    holds: |seen| {
                        let by_itself = seen.timeline.scenario.delivery == Delivery::Continuous;
                        seen.happens("release-started") && (seen.timeline.outcome.ideas == 1) == by_itself
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "bad-one",
            ask: Ask::Table(Table::BadOne),
            topics: &[Topic {
                id: "find-the-bad-one",
                card: "batch-size",
                holds: |seen| {
                    let trials = |ideas| Search::new(ideas, seen.timeline.digest()).halving();
                    seen.on_table(Table::BadOne) && trials(Search::IDEAS) > trials(2)
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
