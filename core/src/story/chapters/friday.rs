//! Friday, 17:00: a release before DevOps, and how long it takes until somebody notices.

use super::noticed_after;
use crate::{
    model::event::{Kind, Noticer},
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Topic, View},
};

/// Minutes below which the answer is the first option, and the second.
const SOON: u64 = 5;
const WITHIN: u64 = 60;

/// How long until somebody notices.
const NOTICED: Bet = Bet {
    id: "noticed",
    options: &["soon", "within", "late"],
    answer: |show| match noticed_after(&show.timeline) {
        Some(minutes) if minutes <= SOON => 0,
        Some(minutes) if minutes <= WITHIN => 1,
        _ => 2,
    },
};

/// The harbour before DevOps: rare, large releases by hand, that nobody watches.
const BEFORE: &[(&str, &str)] = &[
    ("release", "all-at-once"),
    ("delivery", "train"),
    ("servers", "handmade"),
    ("watch", "off"),
    ("back", "manual"),
    ("lint", "off"),
    ("unit", "off"),
    ("integration", "off"),
    ("e2e", "off"),
    ("start", "fri-17:00"),
];

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "friday",
    terms: &["release"],
    telling: "restored",
    keeps: &[],
    beats: &[
        Beat {
            id: "evening",
            set: BEFORE,
            stage: Stage::Plays(Spot::Before("release-started"), Spot::Before("gate-opened")),
            topics: &[Topic {
                id: "before-devops",
                card: "release",
                holds: |seen| {
                    seen.happens("gate-closed") && seen.timeline.outcome.ideas > 1 && !seen.timeline.scenario.watch
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "failing", stage: Stage::Plays(Spot::At("gate-opened"), Spot::Before("noticed")), ..Beat::NEW },
        Beat { id: "guess", ask: Ask::Bet(&NOTICED), ..Beat::NEW },
        Beat {
            id: "noticed",
            stage: Stage::Plays(Spot::At("noticed"), Spot::Before("back-started")),
            topics: &[Topic {
                id: "nobody-watches",
                card: "monitoring",
                holds: |seen| {
                    let by_customers = matches!(seen.moment.event.kind, Kind::Noticed { by: Noticer::Customers });
                    by_customers && seen.moment.counts.failed > 0
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "restored",
            stage: Stage::Plays(Spot::After("back-started", 2_500), Spot::After("restored", 3_000)),
            topics: &[Topic {
                id: "feared-releases",
                card: "release",
                holds: |seen| {
                    let counts = &seen.moment.counts;
                    let lost = counts.failed > 0 && counts.turned_away > 0;
                    seen.happens("restored") && lost && seen.timeline.outcome.ideas > 1
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
