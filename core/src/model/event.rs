//! What happens, one by one, and a hash that tells two stories apart.

use super::{
    kinds::{Fault, Gate, Hand, Turn},
    named::named,
};
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

named! {
    /// Who noticed that something is wrong.
    Noticer {
        /// Monitoring.
        Watch = "watch",
        /// Customers who complained.
        Customers = "customers",
        /// Somebody of the crew, who looked how the release went.
        Crew = "crew",
    }
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
        /// What became of the plan in it.
        turn: Turn,
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
    /// Servers that are no image were changed where they stand.
    ServersPatched {
        /// Docks that now differ from the others.
        differ: u16,
        /// Docks in all.
        of: u16,
    },
    /// The change and all it needs are sealed into an image.
    ImageSealed,
    /// The image lies in the registry.
    ImageStored,
    /// The change is on a trial server.
    ImagePlaced,
    /// Test orders crossed well.
    TrialPassed,
    /// Nobody sent test orders.
    TrialSkipped,
    /// The change is ready, and waits until it may go.
    WaitsToGo {
        /// Ideas that will go together.
        ideas: u64,
    },
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
    /// The new side was looked at before any order may meet it.
    SideChecked,
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
    /// A step is over, and too few orders met the new version to say how they fared.
    TooFewToSay,
    /// Boats do not get ready; the release stands still.
    Stalled {
        /// Boats of the new kind that are ready.
        ready: u16,
        /// Boats in the fleet.
        of: u16,
    },
    /// The new version is everybody's.
    ReleaseFinished,
    /// The new part was switched on, or off again, without a deployment.
    FlagTurned {
        /// Whether it is on.
        on: bool,
    },
    /// The drill: boats stay away.
    BoatsAway {
        /// How many.
        boats: u16,
    },
    /// The drill is over.
    Healed {
        /// Whether others took the place of what was away, before it came back by itself.
        replaced: bool,
    },
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
    /// Wrong records, which the way back left, are mended by hand.
    RecordsMended {
        /// How many.
        records: u64,
    },
    /// Among the ideas that went together, the bad one is found.
    BadOneFound {
        /// Ideas that went together.
        ideas: u64,
        /// Trials that it took.
        trials: u64,
    },
    /// Customers said what they think; it becomes the next wish.
    CustomersHeard,
    /// What was built is not what was wished for; the wish comes back.
    WishReturns {
        /// Whose hand changed what was meant, unnoticed.
        hand: Hand,
    },
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
            Self::ServersPatched { .. } => "servers-patched",
            Self::TrialSkipped => "trial-skipped",
            Self::WaitsToGo { .. } => "waits-to-go",
            Self::SideChecked => "side-checked",
            Self::TooFewToSay => "too-few-to-say",
            Self::Stalled { .. } => "stalled",
            Self::FlagTurned { .. } => "flag-turned",
            Self::BoatsAway { .. } => "boats-away",
            Self::Healed { .. } => "healed",
            Self::RecordsMended { .. } => "records-mended",
            Self::BadOneFound { .. } => "bad-one-found",
            Self::WishReturns { .. } => "wish-returns",
        }
    }

    /// What belongs to it, as numbers, for the hash.
    const fn parts(&self) -> [u64; 2] {
        match *self {
            Self::PlanPassed { hand, turn } => [hand as u64, turn as u64],
            Self::WishReturns { hand } => [hand as u64, 0],
            Self::ServersPatched { differ, of } => [differ as u64, of as u64],
            Self::WaitsToGo { ideas } => [ideas, 0],
            Self::Stalled { ready, of } => [ready as u64, of as u64],
            Self::FlagTurned { on } => [on as u64, 0],
            Self::BoatsAway { boats } => [boats as u64, 0],
            Self::Healed { replaced } => [replaced as u64, 0],
            Self::RecordsMended { records } => [records, 0],
            Self::BadOneFound { ideas, trials } => [ideas, trials],
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
