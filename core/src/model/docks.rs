//! The docks, a server each: how long a boat takes to get ready there, and which of them differ from the others.

use super::{
    draw::Purpose,
    kinds::{Fault, Servers},
    world::World,
};

/// The docks of a fleet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Docks {
    /// How many there are, one for each boat of the fleet.
    pub boats: u16,
    /// Minutes until one boat is ready.
    pub ready_minutes: u64,
    /// Bit i: dock i differs from the others, and nobody wrote down how.
    differing: u128,
    /// Bit i: at dock i, a boat with the change does not get ready.
    refusing: u128,
}

impl Docks {
    /// The docks of a world, for a change with this fault.
    #[must_use]
    pub fn of(world: &World, fault: Fault) -> Self {
        let boats = world.scenario.boats;
        let drift = drift(world);
        let differing =
            (0..boats).filter(|dock| differs(world, u64::from(*dock), drift)).fold(0, |all, dock| all | 1 << dock);
        let given = world.given;
        let ready_minutes = match world.scenario.servers {
            Servers::Container => given.container_ready,
            Servers::Image => given.image_ready,
            Servers::Scripted => given.scripted_ready,
            Servers::Handmade => given.handmade_ready,
        };
        Self { boats, ready_minutes, differing, refusing: if fault == Fault::Environment { differing } else { 0 } }
    }

    /// Docks that differ from the others.
    #[must_use]
    pub const fn differing(&self) -> u16 {
        self.differing.count_ones() as u16
    }

    /// Docks at which a boat with the change does not get ready.
    #[must_use]
    pub const fn refusing(&self) -> u16 {
        self.refusing.count_ones() as u16
    }

    /// Whether a boat with the change gets ready at this dock.
    #[must_use]
    pub const fn accepts(&self, dock: u16) -> bool {
        self.refusing >> dock & 1 == 0
    }

    /// Whether boats with the change get ready at the first `docks` of them.
    #[must_use]
    pub fn accept_first(&self, docks: u16) -> bool {
        (0..docks).all(|dock| self.accepts(dock))
    }
}

/// How often a dock differs, in basis points. What is made from one image is alike: a boat is replaced, never repaired.
const fn drift(world: &World) -> u64 {
    match world.scenario.servers {
        Servers::Container | Servers::Image => 0,
        Servers::Scripted => world.given.scripted_drift,
        Servers::Handmade => world.given.handmade_drift,
    }
}

fn differs(world: &World, dock: u64, drift: u64) -> bool {
    world.draws.happens(Purpose::Dock, dock, 0, drift)
}

/// Whether the trial server differs from what the change expects: then the trial crossing shows it.
#[must_use]
pub fn trial_differs(world: &World) -> bool {
    /// The trial server's number: beyond those of the largest fleet.
    const TRIAL: u64 = 1_000;
    differs(world, TRIAL, drift(world))
}
