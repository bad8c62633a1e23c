//! The drill: something is taken away on purpose, to learn whether the harbour copes.

use crate::{
    model::event::Kind,
    story::{Ask, Beat, Bet, Chapter, Seen, Spot, Stage, Topic},
};

/// How the harbour bears that a boat stays away.
const BEARS: Bet = Bet {
    id: "drill-boat",
    options: &["nothing", "some", "stands"],
    answer: |show| {
        let outcome = &show.timeline.outcome;
        match (outcome.counts.turned_away, outcome.downtime_minutes) {
            (_, down) if down > 0 => 2,
            (0, _) => 0,
            _ => 1,
        }
    },
};

/// Boats that stay away, once they do.
fn away(seen: &Seen<'_>) -> Option<u16> {
    let drill = seen.timeline.events.iter().find_map(|event| match event.kind {
        Kind::BoatsAway { boats } => Some(boats),
        _ => None,
    });
    drill.filter(|_| seen.happened("boats-away"))
}

/// Hours of the day in which people are at work.
const WORKING: std::ops::Range<u8> = 9..17;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "drill",
    terms: &["chaos-drill", "availability-zone", "resilience"],
    telling: "harbour",
    keeps: &[],
    beats: &[
        Beat {
            id: "idea",
            set: &[("fault", "none"), ("release", "rolling"), ("away", "boat"), ("away-at", "60")],
            stage: Stage::Stands(Spot::Before("boats-away")),
            topics: &[Topic {
                id: "hypothesis",
                card: "chaos-drill",
                holds: |seen| {
                    let next = seen.timeline.events.get(seen.moment.event_index as usize + 1);
                    next.is_some_and(|next| next.kind.id() == "boats-away") && !seen.moment.noticed
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "guess", ask: Ask::Bet(&BEARS), ..Beat::NEW },
        Beat {
            id: "boat",
            stage: Stage::Plays(Spot::Before("boats-away"), Spot::Past("healed")),
            topics: &[Topic {
                id: "chaos-drill",
                card: "chaos-drill",
                holds: |seen| {
                    away(seen) == Some(1) && matches!(seen.moment.event.kind, Kind::Healed { replaced: true })
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "choose",
            set: &[("away", "harbour")],
            stage: Stage::Stands(Spot::Before("boats-away")),
            ask: Ask::Choose("servers", &["container", "image", "handmade"]),
            ..Beat::NEW
        },
        Beat {
            id: "harbour",
            stage: Stage::Plays(Spot::Before("boats-away"), Spot::Past("healed")),
            topics: &[
                Topic {
                    id: "availability-zone",
                    card: "availability-zone",
                    holds: |seen| away(seen) == Some(seen.timeline.scenario.boats / 2),
                },
                Topic {
                    id: "resilience",
                    card: "resilience",
                    holds: |seen| seen.happens("healed") && seen.moment.crossing.away == 0,
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "learn",
            topics: &[Topic {
                id: "game-day",
                card: "game-day",
                holds: |seen| seen.happens("healed") && WORKING.contains(&seen.moment.clock.hour),
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
