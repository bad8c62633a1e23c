//! Workshop and gates: code that is read, and checks of which the cheapest comes first.

use crate::{
    model::{Gate, GateState, Station},
    story::{Ask, Beat, Bet, Chapter, Spot, Stage, Topic},
};

/// Which gate stops the fault.
const WHICH: Bet = Bet {
    id: "which-gate",
    options: &["lint", "compile", "unit", "integration"],
    answer: |show| {
        let caught = show.timeline.outcome.caught_at;
        Gate::LINE.iter().position(|gate| Some(gate.id()) == caught).unwrap_or(Gate::LINE.len())
    },
};

/// Who meets the fault when all of the code is run by tests.
const COVERED: Bet = Bet {
    id: "covered",
    options: &["gates", "trial", "customers"],
    answer: |show| match show.timeline.outcome.caught_at {
        Some("watch" | "customers" | "crew") | None => 2,
        Some("e2e") => 1,
        Some(_) => 0,
    },
};

/// The chapter.
pub const CHAPTER: Chapter = Chapter {
    id: "gates",
    terms: &["ci", "coverage"],
    telling: "stopped",
    keeps: &[],
    beats: &[
        Beat {
            id: "write",
            set: &[("fault", "logic"), ("seed", "7")],
            stage: Stage::Plays(Spot::At("work-started"), Spot::Before("gate-started")),
            short: true,
            topics: &[
                Topic {
                    id: "code-is-read",
                    card: "code",
                    holds: |seen| seen.happened("work-started") && seen.moment.station == Station::Code,
                },
                Topic { id: "main-line", card: "main-line", holds: |seen| seen.happens("committed") },
            ],
            ..Beat::NEW
        },
        Beat { id: "guess", ask: Ask::Bet(&WHICH), ..Beat::NEW },
        Beat {
            id: "stopped",
            stage: Stage::Plays(Spot::At("gate-started"), Spot::Past("gate-stopped")),
            short: true,
            topics: &[
                Topic {
                    id: "lint",
                    card: "lint",
                    holds: |seen| seen.happens("gate-stopped") && seen.gate(Gate::Lint) == GateState::Passed,
                },
                Topic {
                    id: "compiler",
                    card: "compiler",
                    holds: |seen| seen.happens("gate-stopped") && seen.gate(Gate::Compile) == GateState::Passed,
                },
                Topic {
                    id: "unit-test",
                    card: "unit-test",
                    holds: |seen| seen.happens("gate-stopped") && seen.gate(Gate::Unit) == GateState::Stopped,
                },
                Topic {
                    id: "cheapest-first",
                    card: "ci",
                    // The dearest need not be asked any more.
                    holds: |seen| seen.happens("gate-stopped") && seen.gate(Gate::Integration) == GateState::Idle,
                },
            ],
            ..Beat::NEW
        },
        Beat {
            id: "mended",
            stage: Stage::Plays(Spot::At("mended"), Spot::Past("gates-passed")),
            topics: &[Topic {
                id: "integration-test",
                card: "integration-test",
                holds: |seen| seen.happens("gates-passed") && seen.gate(Gate::Integration) == GateState::Passed,
            }],
            ..Beat::NEW
        },
        Beat {
            id: "covered",
            set: &[("fault", "integration"), ("integration", "off"), ("coverage", "100")],
            stage: Stage::Stands(Spot::Past("committed")),
            ask: Ask::Bet(&COVERED),
            ..Beat::NEW
        },
        Beat {
            id: "missed",
            stage: Stage::Plays(Spot::At("weighed"), Spot::Past("noticed")),
            topics: &[Topic {
                id: "coverage",
                card: "coverage",
                holds: |seen| {
                    let all_was_run =
                        seen.timeline.scenario.coverage == 100 && seen.gate(Gate::Unit) == GateState::Passed;
                    all_was_run && seen.happens("noticed") && seen.moment.counts.failed > 0
                },
            }],
            ..Beat::NEW
        },
        Beat { id: "home", ask: Ask::GoOn, ..Beat::NEW },
    ],
};
