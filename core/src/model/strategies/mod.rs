//! The ways to release, behind one registry: a new strategy is one file and one line in `STRATEGIES`.

mod all_at_once;
mod blue_green;
mod canary;
mod rolling;

use super::{crossing::Crossing, scenario::Scenario};

/// One change of the crossing, planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Minutes after the plan begins.
    pub after: u64,
    /// What changes.
    pub act: Act,
}

/// What a release does to the crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// No order can board.
    Close,
    /// Orders can board again; `share` of them (basis points) meet the new version.
    Open {
        /// Orders on the new version, in basis points.
        share: u16,
    },
    /// The side that is coming begins to be built up; it takes no orders yet.
    Prepare,
    /// The side that is coming stands complete; it takes no orders yet.
    Ready,
    /// All orders move to one of two sides that both stand ready.
    Switch {
        /// Orders on the new version, in basis points: none or all.
        share: u16,
    },
    /// The share of orders that meet the new version changes.
    Weigh {
        /// Orders on the new version, in basis points.
        share: u16,
    },
    /// One boat of the fleet is replaced.
    Boat {
        /// Boats of the new kind now.
        new: u16,
        /// Boats in the fleet.
        of: u16,
    },
    /// The side without orders is taken away.
    Remove,
    /// The new version is everybody's; the release is over.
    Finish,
}

impl Act {
    /// This act, `after` minutes from now.
    #[must_use]
    pub const fn after(self, after: u64) -> Move {
        Move { after, act: self }
    }
}

/// A way to bring a new version to the customers, and the way back.
pub trait Strategy: Sync {
    /// Its name in addresses and locales.
    fn id(&self) -> &'static str;
    /// The way forward, in rising order of minutes after the release starts.
    fn forward(&self, scenario: &Scenario) -> Vec<Move>;
    /// The way back from `now`, in rising order of minutes after somebody decides to go back.
    /// Its last move leaves every order with the old version.
    fn back(&self, scenario: &Scenario, now: &Crossing) -> Vec<Move>;
    /// Choices that change nothing for it.
    fn idle_choices(&self) -> &'static [&'static str] {
        &["share", "hold"]
    }
    /// Whether the way forward stands still once something is noticed, until it is decided what to do.
    /// Argo Rollouts' analysis stops a canary and a blue-green release; a Kubernetes rolling update
    /// looks at readiness only and goes on.
    fn pauses_when_noticed(&self) -> bool {
        true
    }
}

/// Every strategy, the default first.
static STRATEGIES: [&dyn Strategy; 4] =
    [&canary::Canary, &blue_green::BlueGreen, &rolling::Rolling, &all_at_once::AllAtOnce];

/// A strategy of the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release(u8);

impl Release {
    /// Every strategy, the default first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..STRATEGIES.len() as u8).map(Self)
    }

    /// The strategy of this name.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::all().find(|release| release.id() == id)
    }

    /// Its name in addresses and locales.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.strategy().id()
    }

    /// What it does.
    #[must_use]
    pub fn strategy(self) -> &'static dyn Strategy {
        STRATEGIES[usize::from(self.0)]
    }
}
