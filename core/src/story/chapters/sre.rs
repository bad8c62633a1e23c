//! Reliability as a feature: the margin under the promise decides how fast to go, and a review asks what, not who.

use crate::{
    model::Scenario,
    story::{Ask, Beat, Chapter, Margin, Pace, Spot, Stage, Table, Topic},
};

/// The margin of somebody who always rushes, when the train stops, or else after the last week.
fn rushed() -> Margin {
    let mut margin = Margin::new(&Scenario::default());
    while !margin.stopped() && !margin.over() {
        margin.week(Pace::Rush);
    }
    margin
}

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "sre",
    terms: &["sre", "blameless-review"],
    telling: "margin",
    keeps: &[],
    beats: &[
        Beat {
            id: "feature",
            set: &[("fault", "none")],
            stage: Stage::Plays(Spot::At("watch-goes-on"), Spot::Past("promise-read")),
            topics: &[Topic {
                id: "sre",
                card: "sre",
                holds: |seen| {
                    let kept = seen.moment.spent_seconds <= seen.timeline.budget_seconds;
                    seen.happens("promise-read") && kept && seen.timeline.scenario.watch
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "margin",
            ask: Ask::Table(Table::Margin),
            topics: &[Topic {
                id: "margin-decides",
                card: "error-budget",
                holds: |seen| seen.on_table(Table::Margin) && rushed().stopped(),
            }],
            ..Beat::NEW
        },
        Beat {
            id: "review",
            set: &[
                ("fault", "logic"),
                ("unit", "off"),
                ("integration", "off"),
                ("e2e", "off"),
                ("release", "all-at-once"),
            ],
            stage: Stage::Plays(Spot::At("noticed"), Spot::Past("restored")),
            topics: &[Topic {
                id: "find-no-culprit",
                card: "blameless-review",
                holds: |seen| seen.happens("restored") && seen.moment.counts.failed > 0,
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
