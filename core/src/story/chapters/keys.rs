//! Who holds the keys: a rented harbour, a master key in the safe, and a key to just one's own door.

use crate::{
    model::{
        Assumptions,
        keys::{Door, Holder, Loss, Regime, lose},
    },
    story::{Ask, Beat, Chapter, Seen, Spot, Stage, Table, Topic, View},
};

/// What it comes to when an engineer's key is lost, if keys lie on the table.
fn lost(seen: &Seen<'_>, regime: Regime) -> Option<Loss> {
    seen.on_table(Table::Keys).then(|| lose(regime, Holder::Engineer, &Assumptions::default()))
}

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "keys",
    terms: &["cloud", "root-account", "least-privilege"],
    telling: "doors",
    keeps: &[],
    beats: &[
        Beat {
            id: "rented",
            set: &[("fault", "none"), ("release", "blue-green")],
            stage: Stage::Plays(Spot::At("side-preparing"), Spot::Past("side-ready")),
            topics: &[Topic {
                id: "cloud",
                card: "cloud",
                // A second berth is there when it is needed, and paid for by the hour.
                holds: |seen| seen.happens("side-ready") && seen.moment.crossing.spare > 0,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "doors",
            view: View::Harbour,
            ask: Ask::Table(Table::Keys),
            topics: &[
                Topic {
                    id: "root-account",
                    card: "root-account",
                    holds: |seen| {
                        lost(seen, Regime::Master).is_some_and(|loss| loss.open_doors.has(Door::HarbourOffice))
                    },
                },
                Topic {
                    id: "least-privilege",
                    card: "least-privilege",
                    holds: |seen| {
                        let doors = |regime| lost(seen, regime).map(|loss| loss.open_doors.count());
                        doors(Regime::Own) < doors(Regime::Shared) && doors(Regime::Shared) < doors(Regime::Master)
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "changed",
            view: View::Harbour,
            topics: &[Topic {
                id: "lost-key-is-changed",
                card: "access-key",
                holds: |seen| {
                    let minutes = |regime| lost(seen, regime).map(|loss| loss.minutes);
                    minutes(Regime::Own) < minutes(Regime::Shared)
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
