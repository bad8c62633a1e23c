//! What happens, one by one, and a hash that tells two stories apart.

use super::scenario::{Fault, Gate, Hand};
use serde::Serialize;

/// Something that happens at a minute of the journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Minutes since the wish.
    pub minute: u64,
    /// What happens.
    #[serde(flatten)]
    pub kind: Kind,
}

/// Who noticed that something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noticer {
    /// Monitoring.
    Watch,
    /// Customers who complained.
    Customers,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// A customer's wish is heard at the bakery.
    WishHeard,
    /// The owner agrees that it is worth a plan.
    WishAgreed,
    /// One hand has worked on the plan and passes it on.
    PlanPassed {
        /// Whose hand.
        hand: Hand,
    },
    /// The engineer begins to write the change.
    WorkStarted,
    /// The change meets everyone's work on the main line.
    Committed,
    /// A gate begins its check.
    GateStarted {
        /// Which gate.
        gate: Gate,
    },
    /// The last gate is passed.
    GatesPassed,
    /// A gate stops the change; it goes back to the workshop.
    GateStopped {
        /// Which gate.
        gate: Gate,
        /// What it saw.
        fault: Fault,
    },
    /// What the gate saw is mended.
    Mended,
    /// The change and all it needs are sealed into an image.
    ImageSealed,
    /// The image lies in the registry.
    ImageStored,
    /// The orchestrator has placed the image on a trial server.
    ImagePlaced,
    /// Test orders crossed well.
    TrialPassed,
    /// The release starts.
    ReleaseStarted,
    /// No order can board.
    GateClosed,
    /// Orders can board again.
    GateOpened {
        /// Orders on the new version, in basis points.
        share: u16,
    },
    /// A side begins to be built up.
    SidePreparing,
    /// The new side stands complete.
    SideReady,
    /// All orders moved to the other side.
    Switched {
        /// Orders on the new version, in basis points.
        share: u16,
    },
    /// The canary's share changes.
    Weighed {
        /// Orders on the new version, in basis points.
        share: u16,
    },
    /// One boat was replaced.
    BoatReplaced {
        /// Boats of the new kind now.
        new: u16,
        /// Boats in the fleet.
        of: u16,
    },
    /// The side without orders was taken away.
    SideRemoved,
    /// The new version is everybody's.
    ReleaseFinished,
    /// Somebody noticed that orders fail.
    Noticed {
        /// Who.
        by: Noticer,
    },
    /// It was decided to go back, and the way back begins.
    BackStarted,
    /// Every order is with the old version again.
    Restored,
    /// The release is over; what is left is to watch, or not.
    WatchGoesOn,
    /// The promise is read at the end of the watching.
    PromiseRead {
        /// Seconds of the error budget that this release spent.
        spent_seconds: u64,
    },
    /// Customers said what they think; it becomes the next wish.
    CustomersHeard,
}

impl Kind {
    /// Its name, as in the JSON document and in the locales.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::WishHeard => "wish-heard",
            Self::WishAgreed => "wish-agreed",
            Self::PlanPassed { .. } => "plan-passed",
            Self::WorkStarted => "work-started",
            Self::Committed => "committed",
            Self::GateStarted { .. } => "gate-started",
            Self::GatesPassed => "gates-passed",
            Self::GateStopped { .. } => "gate-stopped",
            Self::Mended => "mended",
            Self::ImageSealed => "image-sealed",
            Self::ImageStored => "image-stored",
            Self::ImagePlaced => "image-placed",
            Self::TrialPassed => "trial-passed",
            Self::ReleaseStarted => "release-started",
            Self::GateClosed => "gate-closed",
            Self::GateOpened { .. } => "gate-opened",
            Self::SidePreparing => "side-preparing",
            Self::SideReady => "side-ready",
            Self::Switched { .. } => "switched",
            Self::Weighed { .. } => "weighed",
            Self::BoatReplaced { .. } => "boat-replaced",
            Self::SideRemoved => "side-removed",
            Self::ReleaseFinished => "release-finished",
            Self::Noticed { .. } => "noticed",
            Self::BackStarted => "back-started",
            Self::Restored => "restored",
            Self::WatchGoesOn => "watch-goes-on",
            Self::PromiseRead { .. } => "promise-read",
            Self::CustomersHeard => "customers-heard",
        }
    }

    /// What belongs to it, as numbers, for the hash.
    const fn parts(&self) -> [u64; 2] {
        match *self {
            Self::PlanPassed { hand } => [hand as u64, 0],
            Self::GateStarted { gate } => [gate as u64, 0],
            Self::GateStopped { gate, fault } => [gate as u64, fault as u64],
            Self::GateOpened { share } | Self::Switched { share } | Self::Weighed { share } => [share as u64, 0],
            Self::BoatReplaced { new, of } => [new as u64, of as u64],
            Self::Noticed { by } => [by as u64, 0],
            Self::PromiseRead { spent_seconds } => [spent_seconds, 0],
            _ => [0, 0],
        }
    }
}

/// The 64-bit FNV-1a hash (Fowler, Noll and Vo) of the events: equal on every machine for the same story.
#[must_use]
pub fn digest(events: &[Event]) -> u64 {
    const BASIS: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    events.iter().fold(BASIS, |hash, event| {
        let [first, second] = event.kind.parts();
        let hash = event.kind.id().bytes().fold(hash, fold);
        [event.minute, first, second].into_iter().flat_map(u64::to_le_bytes).fold(hash, fold)
    })
}
