//! The choices of one run, and the names of the places and people it passes.

use super::strategies::Release;
use serde::Serialize;

/// Everything that a person can choose. The same scenario always tells the same story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Repeats the story exactly.
    pub seed: u32,
    /// What is wrong with the change, if anything.
    pub fault: Fault,
    /// Per cent of the orders on the new version that fail by the fault, 1 to 100.
    pub severity: u16,
    /// How the new version is released.
    pub release: Release,
    /// Per cent of the orders that the canary takes first, 1 to 50.
    pub share: u16,
    /// Minutes at each canary step; blue-green: minutes that the old side is kept. 0 to 240.
    pub hold: u64,
    /// Whether monitoring watches, or only customers' complaints tell.
    pub watch: bool,
    /// Who goes back.
    pub back: Back,
    /// Orders a minute, 10 to 10,000.
    pub orders: u64,
    /// Promised success over 30 days in basis points (the SLO), 9,000 to 9,999.
    pub slo: u16,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            seed: 1,
            fault: Fault::Load,
            severity: 20,
            release: Release::default(),
            share: 5,
            hold: 10,
            watch: true,
            back: Back::Auto,
            orders: 300,
            slo: 9_990,
        }
    }
}

/// What is wrong with the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Only real traffic shows it: every gate passes.
    Load,
    /// Nothing is wrong.
    None,
    /// A suspicious pattern, which the linter sees.
    Style,
    /// The parts do not fit, which the compiler sees.
    Syntax,
    /// One part computes the wrong thing, which unit tests see.
    Logic,
    /// Two parts misunderstand each other, which integration tests see.
    Integration,
}

impl Fault {
    /// All faults, default first.
    pub const ALL: [Self; 6] = [Self::Load, Self::None, Self::Style, Self::Syntax, Self::Logic, Self::Integration];

    /// Its name in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::None => "none",
            Self::Style => "style",
            Self::Syntax => "syntax",
            Self::Logic => "logic",
            Self::Integration => "integration",
        }
    }

    /// The gate that sees it, if one does.
    #[must_use]
    pub const fn gate(self) -> Option<Gate> {
        match self {
            Self::Load | Self::None => None,
            Self::Style => Some(Gate::Lint),
            Self::Syntax => Some(Gate::Compile),
            Self::Logic => Some(Gate::Unit),
            Self::Integration => Some(Gate::Integration),
        }
    }
}

/// Who takes a failing release back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// The watch itself, at once.
    Auto,
    /// A person who is called, looks and decides.
    Manual,
}

impl Back {
    /// Both, default first.
    pub const ALL: [Self; 2] = [Self::Auto, Self::Manual];

    /// Its name in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Manual => "manual",
        }
    }
}

/// A place where something is done to the idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    /// The wish is heard.
    Need,
    /// The plan is drawn.
    Spec,
    /// The change is written.
    Code,
    /// The change is inspected.
    Ci,
    /// The change is sealed, stored and tried.
    Container,
    /// The new version crosses.
    Release,
    /// The new version is watched over.
    Operate,
}

impl Station {
    /// All stations, in the order of the journey.
    pub const ALL: [Self; 7] =
        [Self::Need, Self::Spec, Self::Code, Self::Ci, Self::Container, Self::Release, Self::Operate];

    /// Its name in addresses and locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Spec => "spec",
            Self::Code => "code",
            Self::Ci => "ci",
            Self::Container => "container",
            Self::Release => "release",
            Self::Operate => "operate",
        }
    }

    /// Its place in the order of the journey, from 0.
    #[must_use]
    pub const fn index(self) -> u8 {
        self as u8
    }
}

/// One of the four people who pass the plan on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hand {
    /// The bakery's owner.
    Owner,
    /// The product manager.
    Manager,
    /// The designer.
    Designer,
    /// The engineer.
    Engineer,
}

impl Hand {
    /// All hands, in the order in which the plan passes them.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Manager, Self::Designer, Self::Engineer];

    /// Its name in locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Designer => "designer",
            Self::Engineer => "engineer",
        }
    }
}

/// One check of the inspection line (CI).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// The linter: style and suspicious patterns.
    Lint,
    /// The compiler: whether the parts fit at all.
    Compile,
    /// Unit tests: each part alone.
    Unit,
    /// Integration tests: parts together.
    Integration,
}

impl Gate {
    /// All gates, cheapest first, as the line runs them.
    pub const ALL: [Self; 4] = [Self::Lint, Self::Compile, Self::Unit, Self::Integration];

    /// Its name in addresses and locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Compile => "compile",
            Self::Unit => "unit",
            Self::Integration => "integration",
        }
    }
}
