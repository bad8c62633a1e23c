//! Roles meet and part: trades that were one, or became one, as the tools changed.

use crate::{
    model::{Gate, GateState, event::Kind},
    story::{Ask, Beat, Chapter, Spot, Stage, Topic, View},
};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "roles",
    terms: &["dba"],
    telling: "system",
    keeps: &[],
    beats: &[
        Beat {
            id: "records",
            set: &[("fault", "data"), ("e2e", "off"), ("integration", "off")],
            stage: Stage::Plays(Spot::At("records-mended"), Spot::Past("records-mended")),
            topics: &[Topic {
                id: "dba",
                card: "dba",
                holds: |seen| matches!(seen.moment.event.kind, Kind::RecordsMended { records } if records > 0),
            }],
            ..Beat::NEW
        },
        Beat {
            id: "front",
            set: &[("fault", "integration"), ("integration", "on")],
            stage: Stage::Plays(Spot::Before("gate-stopped"), Spot::Past("gate-stopped")),
            topics: &[Topic {
                id: "front-and-back",
                card: "code",
                // Two parts, each good by itself, do not fit.
                holds: |seen| {
                    seen.gate(Gate::Unit) == GateState::Passed && seen.gate(Gate::Integration) == GateState::Stopped
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "system",
            set: &[("fault", "none"), ("e2e", "on")],
            stage: Stage::Plays(Spot::At("image-sealed"), Spot::Past("image-placed")),
            topics: &[Topic {
                id: "developer-and-system",
                card: "devops",
                holds: |seen| seen.happens("image-placed") && seen.timeline.outcome.docks_differing == 0,
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
