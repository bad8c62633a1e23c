//! Who holds the keys of a rented harbour (the cloud), and what stands open to a stranger when one of them is lost.

use super::{assumptions::Assumptions, named::named};

named! {
    /// A door of the harbour: what a key can open.
    Door {
        /// The account itself: whoever stands in here can make and take away every other key.
        HarbourOffice = "harbour-office",
        /// Where sealed boxes lie (the image registry).
        Yard = "yard",
        /// Where boats are placed (the servers).
        Docks = "docks",
        /// Where all orders are written down (the database).
        OrderBook = "order-book",
        /// Where one looks out (monitoring and logs).
        Tower = "tower",
        /// Where the rent is paid (billing).
        Till = "till",
    }

    /// Who holds a key.
    Holder {
        /// The bakery's owner, who pays the rent.
        Owner = "owner",
        /// The engineer, who looks at boxes and logs; changes go by the pipeline.
        Engineer = "engineer",
        /// The operator, who looks after the docks.
        Operator = "operator",
        /// The pipeline, a machine: it stores boxes and places them.
        Pipeline = "pipeline",
        /// A boat, a running service: it writes orders down.
        Boat = "boat",
    }

    /// How keys are given out.
    Regime {
        /// Everybody uses the master key: the access key of the account's root user. AWS advises to create none: "Don't create
        /// access keys for the root user" (AWS Account Management, Best practices to protect your account's root user), since
        /// what it opens cannot be reduced.
        Master = "master",
        /// One key for all, which opens all but the office and the till. These two are opened with the master password alone,
        /// which lies in the safe.
        Shared = "shared",
        /// Each has a key of its own to just the doors of its work: least privilege, and short-lived keys for machines, as AWS
        /// advises (IAM User Guide, Security best practices in IAM). Nobody's key opens the office: that password stays in
        /// the safe.
        Own = "own",
    }
}

/// Some of the doors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doors(u8);

impl Doors {
    /// These doors.
    #[must_use]
    pub fn of(doors: &[Door]) -> Self {
        doors.iter().fold(Self::default(), |all, door| Self(all.0 | 1 << *door as u8))
    }

    /// Whether this door is one of them.
    #[must_use]
    pub const fn has(self, door: Door) -> bool {
        self.0 >> door as u8 & 1 == 1
    }

    /// Whether all of them are also among the others.
    #[must_use]
    pub const fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.0.count_ones() as u64
    }

    /// One by one, in the order of `Door::ALL`.
    pub fn iter(self) -> impl Iterator<Item = Door> {
        Door::ALL.into_iter().filter(move |door| self.has(*door))
    }
}

impl Holder {
    /// Whether it is a machine, which can fetch a short-lived key by itself.
    #[must_use]
    pub const fn is_machine(self) -> bool {
        matches!(self, Self::Pipeline | Self::Boat)
    }

    /// The doors of its daily work. Which they are is invented, after how such work is usually shared out.
    #[must_use]
    pub fn work(self) -> Doors {
        Doors::of(match self {
            Self::Owner => &[Door::Till],
            Self::Engineer => &[Door::Yard, Door::Tower],
            Self::Operator => &[Door::Docks, Door::Tower],
            Self::Pipeline => &[Door::Yard, Door::Docks],
            Self::Boat => &[Door::OrderBook],
        })
    }
}

impl Regime {
    /// Different keys that have to be cut and looked after: what least privilege costs. The password in the safe is none.
    #[must_use]
    pub const fn keys(self) -> u64 {
        match self {
            Self::Master | Self::Shared => 1,
            Self::Own => Holder::ALL.len() as u64,
        }
    }
}

/// The doors that a holder's key opens.
#[must_use]
pub fn opens(regime: Regime, holder: Holder) -> Doors {
    match regime {
        Regime::Master => Doors::of(&Door::ALL),
        Regime::Shared => Doors::of(&[Door::Yard, Door::Docks, Door::OrderBook, Door::Tower]),
        Regime::Own => holder.work(),
    }
}

/// What a lost key comes to, from the minute in which the loss is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Doors that stand open to a stranger.
    pub open_doors: Doors,
    /// Holders who need a new key before the old one can be made useless: all who use the same one. Sooner, their work would
    /// stop.
    pub new_keys: u64,
    /// Minutes until the last of them has it, one after the other.
    pub minutes: u64,
    /// Open doors times minutes: how much stood open for how long.
    pub door_minutes: u64,
}

/// What happens when a holder's key is lost. A key that is shared lies in the settings of machines too, and is changed there by
/// hand; a machine with a short-lived key of its own fetches another.
#[must_use]
pub fn lose(regime: Regime, holder: Holder, given: &Assumptions) -> Loss {
    let open_doors = opens(regime, holder);
    let (new_keys, each) = match regime {
        Regime::Master | Regime::Shared => (Holder::ALL.len() as u64, given.key_hand_minutes),
        Regime::Own if holder.is_machine() => (1, given.key_machine_minutes),
        Regime::Own => (1, given.key_hand_minutes),
    };
    let minutes = new_keys * each;
    Loss { open_doors, new_keys, minutes, door_minutes: open_doors.count() * minutes }
}
