//! The crossing: one fault, four ways, and what each of them costs.

use super::noticed_after;
use crate::{
    model::{Fault, Release, Scenario, event::Kind, simulate, units::WHOLE},
    story::{Ask, Beat, Bet, Chapter, Race, Seen, Spot, Stage, Table, Topic},
};

/// Minutes up to which a small fault counts as noticed at the first step of the canary.
const FIRST_STEP: u64 = 12;
/// Orders that come back at least when everybody has the fault at once, and how many times as few at most behind a canary.
const MANY: u64 = 500;
const TIMES: u64 = 15;
/// Orders that the canary's first step gives to the new version, in basis points.
const FIRST_SHARE: u16 = 500;

/// Whether the small canary sees a small fault.
const SMALL: Bet = Bet {
    id: "small-fault",
    options: &["first", "later", "never"],
    answer: |show| match noticed_after(&show.timeline) {
        Some(minutes) if minutes <= FIRST_STEP => 0,
        Some(_) => 1,
        None => 2,
    },
};

/// Orders that fail in one of the ways that race on the table, if they do.
fn raced(seen: &Seen<'_>, release: &str) -> Option<u64> {
    let release = Release::by_id(release)?;
    seen.on_table(Table::Race).then(|| Race::new(&seen.timeline.scenario).failed(release))
}

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "crossing",
    terms: &["blue-green", "canary"],
    telling: "canary",
    keeps: &[],
    beats: &[
        Beat {
            id: "race",
            set: &[("release", "all-at-once")],
            stage: Stage::Stands(Spot::At("release-started")),
            ask: Ask::Table(Table::Race),
            short: true,
            topics: &[
                Topic {
                    id: "all-at-once",
                    card: "all-at-once",
                    holds: |seen| raced(seen, "all-at-once") >= Some(MANY),
                },
                Topic {
                    id: "rolling",
                    card: "rolling",
                    holds: |seen| {
                        let rolling = raced(seen, "rolling");
                        raced(seen, "canary") < rolling && rolling < raced(seen, "all-at-once")
                    },
                },
                Topic {
                    id: "six-hundred-or-thirty",
                    card: "canary",
                    holds: |seen| {
                        raced(seen, "canary").is_some_and(|few| raced(seen, "all-at-once") > Some(TIMES * few))
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "blue-green",
            set: &[("release", "blue-green")],
            stage: Stage::Plays(Spot::At("side-checked"), Spot::After("restored", 2_500)),
            short: true,
            topics: &[Topic {
                id: "blue-green",
                card: "blue-green",
                holds: |seen| seen.happens("restored") && seen.happened("switched"),
            }],
            ..Beat::NEW
        },
        Beat {
            id: "canary",
            set: &[("release", "canary")],
            stage: Stage::Plays(Spot::At("weighed"), Spot::After("restored", 2_500)),
            short: true,
            topics: &[Topic {
                id: "canary",
                card: "canary",
                holds: |seen| {
                    let few = seen.timeline.shares().iter().all(|(_, share)| *share <= FIRST_SHARE);
                    seen.happens("restored") && few && seen.moment.counts.failed > 0
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "small",
            set: &[("severity", "2")],
            stage: Stage::Stands(Spot::At("weighed")),
            ask: Ask::Bet(&SMALL),
            ..Beat::NEW
        },
        Beat {
            id: "slow",
            stage: Stage::Plays(Spot::After("weighed", 9_000), Spot::Past("noticed")),
            topics: &[
                Topic {
                    id: "small-canary-sees-little",
                    card: "canary",
                    holds: |seen| seen.happens("noticed") && noticed_after(seen.timeline) > Some(FIRST_STEP),
                },
                Topic {
                    id: "care-has-a-price",
                    card: "blue-green",
                    // One waits, the other pays for boats.
                    holds: |seen| {
                        let costs = |release: &str| {
                            let release = Release::by_id(release).unwrap_or_default();
                            simulate(&Scenario { release, fault: Fault::None, ..seen.timeline.scenario.clone() })
                                .outcome
                        };
                        let (canary, beside, at_once) = (costs("canary"), costs("blue-green"), costs("all-at-once"));
                        seen.happened("weighed")
                            && canary.everyone_minutes > at_once.everyone_minutes
                            && beside.spare_boat_minutes > at_once.spare_boat_minutes
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "flag",
            set: &[("flag", "on"), ("severity", "20")],
            stage: Stage::Plays(Spot::At("back-started"), Spot::After("restored", 3_000)),
            topics: &[Topic {
                id: "feature-flag",
                card: "feature-flag",
                // Everybody's boat carries the new part, and nobody meets it.
                holds: |seen| {
                    let crossing = &seen.moment.crossing;
                    seen.happened("flag-turned") && crossing.deployed() == WHOLE && crossing.exposed() == 0
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "records",
            set: &[("flag", "off"), ("fault", "data"), ("e2e", "off"), ("integration", "off")],
            stage: Stage::Plays(Spot::At("records-mended"), Spot::Past("records-mended")),
            topics: &[Topic {
                id: "rollback-undoes-not-all",
                card: "rollback",
                holds: |seen| {
                    let left = matches!(seen.moment.event.kind, Kind::RecordsMended { records } if records > 0);
                    left && seen.moment.restored
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "home",
            set: &[("fault", "none")],
            stage: Stage::Stands(Spot::After("weighed", 2_500)),
            ask: Ask::GoOn,
            short: true,
            topics: &[Topic {
                id: "one-shop-first",
                card: "canary",
                holds: |seen| (1..=FIRST_SHARE).contains(&seen.moment.crossing.exposed()),
            }],
            ..Beat::NEW
        },
    ],
};
