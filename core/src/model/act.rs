//! What a release does to the crossing, and when.

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
    Prepare {
        /// Boats beyond the fleet that are paid for meanwhile.
        spare: u16,
    },
    /// The side that is coming stands complete; it takes no orders yet.
    Ready,
    /// The side that stands complete was looked at, before any order may meet it.
    Check,
    /// All orders move to one of two sides that both stand ready.
    Switch {
        /// Orders on the new version, in basis points: none or all.
        share: u16,
    },
    /// The share of orders that meet the new version changes.
    Weigh {
        /// Orders on the new version, in basis points.
        share: u16,
        /// Boats of the new kind, where weights go by whole boats; else 0.
        boats: u16,
        /// Boats beyond the fleet that are paid for.
        spare: u16,
    },
    /// Boats of the fleet are replaced.
    Boats {
        /// Boats of the new kind now.
        new: u16,
        /// Boats in the fleet.
        of: u16,
        /// Boats of the fleet that are out of service for it.
        missing: u16,
        /// Boats beyond the fleet.
        spare: u16,
    },
    /// A step is over: time to judge it.
    Pause,
    /// Boats do not get ready: the way forward ends here.
    Stall {
        /// Boats of the new kind that did.
        ready: u16,
    },
    /// The side without orders is taken away.
    Remove,
    /// The new version is everybody's; the release is over.
    Finish,
    /// The new part is switched on or off where the new version runs.
    Light {
        /// Whether it is on.
        on: bool,
    },
}

impl Act {
    /// This act, `after` minutes from now.
    #[must_use]
    pub const fn after(self, after: u64) -> Move {
        Move { after, act: self }
    }
}
