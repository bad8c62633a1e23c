//! The harbour that steers itself: from typed commands to scripts to operators to machines that learn, and what they do not see.

use super::noticed_after;
use crate::{
    model::{Gate, GateState, Servers},
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Topic},
};

/// Whether the watch sees that the wrong thing was built.
const SEEN: Bet = Bet {
    id: "seen",
    options: &["at-once", "later", "never"],
    answer: |show| match noticed_after(&show.timeline) {
        Some(minutes) if minutes <= 10 => 0,
        Some(_) => 1,
        None => 2,
    },
};

/// Who catches a fault when machines look.
const WATCH: &str = "watch";

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "future",
    terms: &["mlops", "aiops"],
    telling: "meaning",
    keeps: &[],
    beats: &[
        Beat {
            id: "typed",
            set: &[("servers", "handmade"), ("release", "blue-green"), ("watch", "off"), ("back", "manual")],
            stage: Stage::Plays(Spot::At("noticed"), Spot::Past("restored")),
            topics: &[Topic {
                id: "typed-commands",
                card: "toil",
                holds: |seen| {
                    let by_hand = seen.timeline.scenario.servers == Servers::Handmade;
                    seen.happens("restored") && by_hand && seen.timeline.outcome.caught_at != Some(WATCH)
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "watched",
            set: &[("servers", "container"), ("watch", "on"), ("back", "auto")],
            stage: Stage::Plays(Spot::At("switched"), Spot::Past("restored")),
            topics: &[Topic {
                id: "operators",
                card: "orchestrator",
                holds: |seen| {
                    let placed = seen.timeline.scenario.servers == Servers::Container;
                    seen.happens("restored") && placed && seen.timeline.outcome.caught_at == Some(WATCH)
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "guess",
            set: &[("fault", "none"), ("words", "own"), ("seed", "10")],
            stage: Stage::Stands(Spot::At("watch-goes-on")),
            ask: Ask::Bet(&SEEN),
            ..Beat::NEW
        },
        Beat {
            id: "meaning",
            stage: Stage::Plays(Spot::At("customers-heard"), Spot::End),
            topics: &[Topic {
                id: "machines-watch-tidy-numbers",
                card: "aiops",
                holds: |seen| seen.happens("wish-returns") && !seen.moment.noticed,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "learning",
            stage: Stage::Plays(Spot::Before("gates-passed"), Spot::Past("gates-passed")),
            topics: &[Topic {
                id: "mlops",
                card: "mlops",
                holds: |seen| {
                    seen.happens("gates-passed") && Gate::LINE.iter().all(|gate| seen.gate(*gate) == GateState::Passed)
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
