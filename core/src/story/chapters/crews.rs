//! Two crews: improvement against stability, and a way of working that takes the wall down.

use crate::{
    model::{
        assumptions::Assumptions,
        event::Kind,
        year::{Harbour, year},
    },
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Topic, View},
};

/// Which harbour loses more orders in a year: the one that goes rarely, or the one that goes often.
const SLOWER: Bet = Bet {
    id: "slower",
    options: &["rarely", "often"],
    answer: |show| {
        let lost = |harbour| lost(harbour, show.timeline.scenario.seed);
        usize::from(lost(Harbour::Before) < lost(Harbour::With))
    },
};

/// Orders that a harbour loses in a year.
fn lost(harbour: Harbour, seed: u32) -> u64 {
    year(harbour, seed, &Assumptions::default()).figures().lost_orders
}

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "crews",
    terms: &["devops", "silo"],
    telling: "answer",
    keeps: &[],
    beats: &[
        Beat {
            id: "change",
            stage: Stage::Plays(Spot::At("work-started"), Spot::Before("committed")),
            topics: &[Topic { id: "improvement", card: "devops", holds: |seen| seen.happens("work-started") }],
            ..Beat::NEW
        },
        Beat {
            id: "keep",
            set: &[("fault", "none")],
            stage: Stage::Plays(Spot::At("watch-goes-on"), Spot::After("watch-goes-on", 3_000)),
            topics: &[Topic {
                id: "stability",
                card: "devops",
                holds: |seen| seen.happens("watch-goes-on") && seen.moment.crossing.finished && !seen.moment.noticed,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "wall",
            set: &[("delivery", "train")],
            stage: Stage::Stands(Spot::At("waits-to-go")),
            topics: &[Topic {
                id: "silo",
                card: "silo",
                holds: |seen| matches!(seen.moment.event.kind, Kind::WaitsToGo { ideas } if ideas > 1),
            }],
            ..Beat::NEW
        },
        Beat { id: "guess", ask: Ask::Bet(&SLOWER), view: View::Harbour, ..Beat::NEW },
        Beat {
            id: "answer",
            set: &[("fault", "load"), ("release", "all-at-once")],
            stage: Stage::Plays(Spot::Before("bad-one-found"), Spot::Past("bad-one-found")),
            topics: &[Topic {
                id: "slower-is-no-safer",
                card: "batch-size",
                holds: |seen| {
                    let lost = |harbour| lost(harbour, seen.timeline.scenario.seed);
                    let searched = matches!(seen.moment.event.kind, Kind::BadOneFound { trials, .. } if trials > 1);
                    searched && lost(Harbour::Before) > lost(Harbour::With)
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "devops",
            set: &[("delivery", "continuous"), ("release", "canary")],
            stage: Stage::Plays(Spot::Before("noticed"), Spot::After("restored", 1_500)),
            topics: &[Topic {
                id: "devops",
                card: "devops",
                holds: |seen| {
                    let outcome = &seen.timeline.outcome;
                    seen.happens("restored") && outcome.caught_at == Some("watch") && outcome.ideas == 1
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
