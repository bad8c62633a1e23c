//! The crossings of a visit: one fault that no gate sees, all at once and in the other ways, as the simulation tells them.

use crate::{
    model::{Fault, Release, Scenario},
    story::{Performance, Spot},
    time::Show,
};
use std::sync::LazyLock;

/// A way to send the fault, and which part of it is seen.
#[derive(Debug)]
pub struct Way {
    /// The name of the way in the registry of strategies.
    pub id: &'static str,
    /// Where it is entered.
    from: Spot,
    /// Where it has been told.
    until: Spot,
}

/// The way of the bet.
pub const AT_ONCE: Way =
    Way { id: "all-at-once", from: Spot::At("gate-opened"), until: Spot::After("restored", 3_400) };

/// The ways that a visitor can choose instead, in the order of their buttons.
pub const WAYS: [Way; 3] = [
    Way { id: "canary", from: Spot::At("weighed"), until: Spot::Past("restored") },
    Way { id: "blue-green", from: Spot::At("side-checked"), until: Spot::Past("restored") },
    // Its first boat meets few orders.
    Way { id: "rolling", from: Spot::After("boat-replaced", 1_000), until: Spot::Past("restored") },
];

/// Where the story of the bet begins, and where it waits for the guess.
const SETUP: Spot = Spot::At("release-started");
const EVE: Spot = Spot::Before("gate-opened");

impl Way {
    /// The way of a strategy.
    #[must_use]
    pub fn of(release: Release) -> &'static Self {
        WAYS.iter().find(|way| way.id == release.id()).unwrap_or(&AT_ONCE)
    }

    /// The strategy.
    #[must_use]
    pub fn release(&self) -> Release {
        Release::by_id(self.id).unwrap_or_default()
    }

    /// The choices: the usual ones, with the fault that only real orders show.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        Scenario { release: self.release(), fault: Fault::Load, ..Scenario::default() }
    }

    fn between(&self, from: Spot, until: Spot) -> Performance {
        let scenario = self.scenario();
        let show = Show::new(&scenario);
        let from = from.place(&show).unwrap_or(0);
        Performance { scenario, from, until: until.place(&show).unwrap_or(from).max(from) }
    }

    /// The fault crosses.
    #[must_use]
    pub fn crossing(&self) -> Performance {
        self.between(self.from, self.until)
    }

    /// It has crossed.
    #[must_use]
    pub fn crossed(&self) -> Performance {
        self.between(self.until, self.until)
    }
}

/// The new version is about to cross all at once.
#[must_use]
pub fn setup() -> Performance {
    AT_ONCE.between(SETUP, EVE)
}

/// The last moment before it does.
#[must_use]
pub fn eve() -> Performance {
    AT_ONCE.between(EVE, EVE)
}

/// Orders that have come back when the fault has crossed in this way: what the stage shows then.
#[must_use]
pub fn failed(release: Release) -> u64 {
    // The same for everybody, so that it is computed once.
    static FAILED: LazyLock<Vec<(&str, u64)>> = LazyLock::new(|| {
        let ways = [&AT_ONCE].into_iter().chain(&WAYS);
        ways.map(|way| {
            let crossed = way.crossed();
            (way.id, Show::new(&crossed.scenario).at(crossed.until).counts.failed)
        })
        .collect()
    });
    FAILED.iter().find(|(way, _)| *way == release.id()).map_or(0, |(_, failed)| *failed)
}
