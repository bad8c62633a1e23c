//! Figures that stand in texts and are not inserted by the simulation: where each is from. A test finds any other.

use crate::model::{
    Scenario,
    assumptions::Assumptions,
    measures::budget_seconds,
    units::{MINUTE_SECONDS, PERCENT},
    year::BANDS_SOURCE,
};

/// Where a figure is from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// Somebody published it, in a year.
    Published {
        /// Who, and in what.
        name: &'static str,
        /// The year.
        year: u16,
    },
    /// It is what the model computes, or what is chosen there, written as texts write it.
    Model(fn() -> String),
    /// It is a limit of the thing itself: all of it is 100 %.
    Whole,
    /// It is an example of how people speak, and claims nothing.
    Example,
}

/// A figure in texts.
#[derive(Debug)]
pub struct Fact {
    /// As it is written.
    pub figure: &'static str,
    /// The texts that it stands in.
    pub texts: &'static [&'static str],
    /// Where it is from.
    pub source: Source,
}

/// The promise of the usual choices, in per cent.
fn promise() -> String {
    let (whole, tenths) = (Scenario::default().slo / PERCENT, Scenario::default().slo % PERCENT / 10);
    format!("{whole}.{tenths}%")
}

/// Minutes of failing completely within it.
fn margin() -> String {
    let seconds = budget_seconds(&Scenario::default(), Assumptions::default().promise_days);
    let tenths = seconds * 10 / MINUTE_SECONDS;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// All of them.
pub const FACTS: [Fact; 8] = [
    Fact { figure: "17:00", texts: &["story.friday.evening"], source: Source::Example },
    Fact {
        figure: "100%",
        texts: &["story.gates.covered", "story.tower.whole", "term.slo.limit", "note.tower.asked.1"],
        source: Source::Whole,
    },
    Fact {
        figure: "99.9%",
        texts: &["story.tower.guess", "note.tower.say", "term.slo.software", "term.error-budget.software"],
        source: Source::Model(promise),
    },
    Fact {
        figure: "30",
        texts: &[
            "story.tower.guess",
            "note.tower.say",
            "term.slo.software",
            "term.error-budget.software",
            "caption.promise-read.within",
            "caption.promise-read.over",
        ],
        source: Source::Model(|| Assumptions::default().promise_days.to_string()),
    },
    Fact { figure: "43.2", texts: &["term.error-budget.software"], source: Source::Model(margin) },
    Fact {
        figure: "2024",
        texts: &["story.year.survey", "note.year.answer.2", "term.dora.limit"],
        source: Source::Published { name: BANDS_SOURCE.0, year: BANDS_SOURCE.1 },
    },
    Fact { figure: "5%", texts: &["term.traffic-router.engineers"], source: Source::Example },
    Fact { figure: "5", texts: &["story.friday.evening"], source: Source::Example },
];
