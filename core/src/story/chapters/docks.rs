//! Docks and boxes: servers that came to differ, and one sealed box that is the same everywhere.

use crate::{
    model::{Gate, GateState, Servers, Station, event::Kind},
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Topic},
};

/// How an update goes that needs what some docks lack.
const STALLS: Bet = Bet {
    id: "lacking",
    options: &["goes", "stops", "fails"],
    answer: |show| {
        let stalled = show.timeline.events.iter().any(|event| matches!(event.kind, Kind::Stalled { .. }));
        if stalled {
            1
        } else if show.timeline.outcome.harmed_orders > 0 {
            2
        } else {
            0
        }
    },
};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "docks",
    terms: &["drift", "image"],
    telling: "box",
    keeps: &[],
    beats: &[
        Beat {
            id: "hand",
            set: &[("servers", "handmade"), ("fault", "environment"), ("release", "rolling")],
            stage: Stage::Plays(Spot::At("servers-patched"), Spot::Past("servers-patched")),
            topics: &[Topic {
                id: "drift",
                card: "drift",
                holds: |seen| {
                    let differ = matches!(seen.moment.event.kind, Kind::ServersPatched { differ, .. } if differ > 0);
                    differ && seen.timeline.scenario.servers == Servers::Handmade
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "guess", ask: Ask::Bet(&STALLS), ..Beat::NEW },
        Beat {
            id: "stalled",
            stage: Stage::Plays(Spot::After("release-started", 5_000), Spot::Past("stalled")),
            topics: &[Topic {
                id: "works-on-one",
                card: "rolling",
                holds: |seen| matches!(seen.moment.event.kind, Kind::Stalled { ready, of } if ready > 0 && ready < of),
            }],
            ..Beat::NEW
        },
        Beat {
            id: "script",
            set: &[("servers", "scripted")],
            stage: Stage::Plays(Spot::At("servers-patched"), Spot::Past("servers-patched")),
            topics: &[Topic {
                id: "configuration-management",
                card: "configuration-management",
                holds: |seen| seen.happens("servers-patched") && seen.timeline.scenario.servers == Servers::Scripted,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "drawn",
            set: &[("servers", "image")],
            stage: Stage::Plays(Spot::Before("image-sealed"), Spot::Past("image-sealed")),
            topics: &[
                Topic {
                    id: "iac",
                    card: "iac",
                    holds: |seen| {
                        let drawn = seen.happens("image-sealed") && seen.timeline.scenario.servers == Servers::Image;
                        drawn && seen.timeline.outcome.docks_differing == 0
                    },
                },
                Topic {
                    id: "machine-image",
                    card: "machine-image",
                    holds: |seen| seen.happens("image-sealed") && seen.timeline.scenario.servers == Servers::Image,
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "box",
            set: &[("servers", "container")],
            stage: Stage::Plays(Spot::At("image-sealed"), Spot::Past("image-placed")),
            short: true,
            topics: &[
                Topic {
                    id: "container",
                    card: "container",
                    holds: |seen| {
                        let box_of_its_own = seen.timeline.scenario.servers == Servers::Container;
                        box_of_its_own && seen.moment.station == Station::Container
                    },
                },
                Topic {
                    id: "image",
                    card: "image",
                    holds: |seen| seen.happened("image-sealed") && seen.moment.station == Station::Container,
                },
                Topic {
                    id: "registry",
                    card: "registry",
                    holds: |seen| seen.happened("image-stored") && seen.moment.station == Station::Container,
                },
                Topic {
                    id: "orchestrator",
                    card: "orchestrator",
                    holds: |seen| seen.happens("image-placed") && seen.timeline.scenario.servers == Servers::Container,
                },
                Topic {
                    id: "immutability",
                    card: "immutability",
                    holds: |seen| {
                        seen.happens("image-placed")
                            && seen.timeline.scenario.servers.are_images()
                            && seen.timeline.outcome.docks_differing == 0
                    },
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "outside",
            stage: Stage::Plays(Spot::At("trial-passed"), Spot::After("release-started", 2_500)),
            topics: &[Topic {
                id: "secrets-outside",
                card: "secrets",
                // The box that was tried is the box that crosses.
                holds: |seen| {
                    seen.happened("image-sealed")
                        && seen.gate(Gate::EndToEnd) == GateState::Passed
                        && seen.happens("release-started")
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
