//! The crew: with a DevOps engineer of its own or without, and who keeps the workshop sharp.

use crate::{
    model::{
        Assumptions, Gate, GateState, Servers,
        crew::{Crew, crew_year},
    },
    story::{Ask, Beat, Chapter, Spot, Stage, Table, Topic, View},
};

/// People of the crew that is looked at on the table.
pub const PEOPLE: u64 = 6;

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "crew",
    terms: &["devops-engineer", "maintainability"],
    telling: "together",
    keeps: &[],
    beats: &[
        Beat {
            id: "who",
            set: &[("fault", "none")],
            stage: Stage::Plays(Spot::Before("gates-passed"), Spot::Past("image-sealed")),
            topics: &[Topic {
                id: "devops-engineer",
                card: "devops-engineer",
                holds: |seen| {
                    let gates = Gate::LINE.iter().all(|gate| seen.gate(*gate) == GateState::Passed);
                    gates && seen.happens("image-sealed") && seen.timeline.outcome.docks_differing == 0
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "move",
            ask: Ask::Table(Table::Crew),
            topics: &[Topic {
                id: "maintainability",
                card: "maintainability",
                // In a year without anybody of its own, all work comes to take longer.
                holds: |seen| {
                    let slower = |engineers| {
                        let year = crew_year(Crew::new(PEOPLE, engineers), &Assumptions::default());
                        year.weeks.last().map(|week| week.friction)
                    };
                    seen.on_table(Table::Crew) && slower(0) > slower(1)
                },
            }],
            ..Beat::NEW
        },
        Beat {
            id: "together",
            set: &[("release", "rolling")],
            stage: Stage::Plays(Spot::At("boat-replaced"), Spot::After("boat-replaced", 4_000)),
            topics: &[Topic {
                id: "different-and-together",
                card: "container",
                // Boats of both kinds are in the fleet, and both take the box.
                holds: |seen| {
                    let boxed = seen.timeline.scenario.servers == Servers::Container;
                    boxed && (1..seen.timeline.scenario.boats).contains(&seen.moment.crossing.new_boats)
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", view: View::Harbour, ask: Ask::GoOn, ..Beat::NEW },
    ],
};
