//! The ways to release, behind one registry: a new strategy is one file and one line in `STRATEGIES`.

mod all_at_once;
mod blue_green;
mod canary;
mod rolling;

pub use super::act::{Act, Move};
use super::{crossing::Crossing, docks::Docks, named::Named, scenario::Scenario, world::World};

/// A way to bring a new version to the customers, and the way back.
pub trait Strategy: Sync {
    /// Its name in addresses and locales.
    fn id(&self) -> &'static str;
    /// The way forward, in rising order of minutes after the release starts. It ends with a stall where boats do not
    /// get ready and the strategy waits for them.
    fn forward(&self, world: &World, docks: &Docks) -> Vec<Move>;
    /// The way back from `now`, in rising order of minutes after somebody decides to go back.
    /// Its last move leaves every order with the old version.
    fn back(&self, world: &World, docks: &Docks, now: &Crossing) -> Vec<Move>;
    /// Choices that change something for it, of those that are some strategies' own.
    fn own_choices(&self) -> &'static [&'static str] {
        &[]
    }
    /// Whether it sends orders only to boats that are ready. A Kubernetes rolling update, and whatever is built on
    /// replica sets, asks each boat.
    fn waits_until_ready(&self) -> bool {
        true
    }
    /// Whether the fleet is changed boat by boat, so that the share follows from the boats.
    fn goes_by_boats(&self, _: &Scenario) -> bool {
        false
    }
    /// Whether the way forward stands still once something is noticed, until it is decided what to do.
    /// Argo Rollouts' analysis stops a canary and a blue-green release; a Kubernetes rolling update
    /// looks at readiness only and goes on.
    fn pauses_when_noticed(&self) -> bool {
        true
    }
}

/// Whether a choice means something for some strategies only.
#[must_use]
pub fn is_own_choice(key: &str) -> bool {
    Release::all().any(|release| release.strategy().own_choices().contains(&key))
}

/// Every strategy, the default first.
static STRATEGIES: [&dyn Strategy; 4] =
    [&canary::Canary, &blue_green::BlueGreen, &rolling::Rolling, &all_at_once::AllAtOnce];

/// A strategy of the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release(u8);

/// The strategies by their number in the registry.
const RELEASES: [Release; STRATEGIES.len()] = {
    let mut all = [Release(0); STRATEGIES.len()];
    let mut index = 0;
    while index < all.len() {
        all[index] = Release(index as u8);
        index += 1;
    }
    all
};

impl Named for Release {
    const KINDS: &'static [Self] = &RELEASES;

    fn name(self) -> &'static str {
        self.id()
    }
}

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
