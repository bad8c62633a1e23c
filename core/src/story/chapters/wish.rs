//! From wish to plan: a cake passes through four hands, and shared words decide whether it stays what was meant.

use crate::{
    model::{Hand, Turn, Words, event::Kind},
    story::{Ask, Beat, Chapter, Spot, Stage, Table, Topic},
};

/// A story in which a hand reads something else, when each trade has words of its own.
const SEED: (&str, &str) = ("seed", "10");

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "wish",
    terms: &["spec", "shared-words"],
    telling: "hands",
    keeps: &[],
    beats: &[
        Beat {
            id: "need",
            set: &[SEED, ("fault", "none")],
            stage: Stage::Plays(Spot::Start, Spot::Before("wish-agreed")),
            short: true,
            topics: &[Topic { id: "need", card: "need", holds: |seen| seen.happens("wish-heard") }],
            ..Beat::NEW
        },
        Beat { id: "cake", ask: Ask::Table(Table::Cake), ..Beat::NEW },
        Beat {
            id: "words",
            stage: Stage::Stands(Spot::At("wish-agreed")),
            ask: Ask::Choose("words", &["shared", "own"]),
            ..Beat::NEW
        },
        Beat {
            id: "hands",
            stage: Stage::Plays(Spot::Before("plan-passed"), Spot::Past("plan-passed")),
            short: true,
            topics: &[
                Topic {
                    id: "spec",
                    card: "spec",
                    holds: |seen| seen.happens("plan-passed") && seen.moment.hands as usize == Hand::ALL.len(),
                },
                Topic {
                    id: "each-hand",
                    card: "spec",
                    holds: |seen| {
                        let turned = |turn| {
                            let mut events = seen.timeline.events.iter();
                            events
                                .any(|event| matches!(event.kind, Kind::PlanPassed { turn: this, .. } if this == turn))
                        };
                        let passed = seen.happens("plan-passed") && turned(Turn::Improved);
                        passed && (seen.timeline.scenario.words == Words::Shared || turned(Turn::Misread))
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "excuse",
            topics: &[Topic {
                id: "shared-words",
                card: "shared-words",
                holds: |seen| {
                    let own_words = seen.timeline.scenario.words == Words::Own;
                    seen.happens("plan-passed") && seen.timeline.outcome.misread_by.is_some() == own_words
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
