//! The phases of a visit, how long each is planned, and the warning that may stand over them.

use super::Ending;
use crate::model::{Release, named::named};

named! {
    /// What a visit is in.
    Phase {
        /// Nobody is here: the loop draws people in.
        Attract = "attract",
        /// What will happen is set up.
        Hook = "hook",
        /// A guess, before it happens.
        Bet = "bet",
        /// It happens.
        Reveal = "reveal",
        /// Another way is chosen and seen.
        Again = "again",
        /// What to take home.
        Home = "home",
        /// A chapter is picked.
        Chapters = "chapters",
        /// A chapter is told.
        Told = "told",
        /// Every choice is open.
        Free = "free",
        /// Somebody is asked whether they are still there.
        Warning = "warning",
    }

    /// Why it is asked whether somebody is there.
    Reason {
        /// Nobody has touched for a while.
        Idle = "idle",
        /// The time of a visit is over.
        Time = "time",
        /// It is over, and they were given more as often as can be: this cannot be answered.
        Last = "last",
        /// Everything was told.
        Over = "over",
    }
}

/// The ninety seconds: what is told, and for how long it is planned, in milliseconds.
pub const PLAN: [(Phase, u64); 5] = [
    (Phase::Hook, 10_000),
    (Phase::Bet, 20_000),
    (Phase::Reveal, 25_000),
    (Phase::Again, 25_000),
    (Phase::Home, 10_000),
];

/// Milliseconds of [`Phase::Again`] in which the way is seen; the others are for choosing it.
const WATCH_MS: u64 = 21_000;

/// Milliseconds that whoever asks for more time is given, and how often: whoever needs long must be able to extend a limit at least ten
/// times (WCAG 2.2, 2.2.1).
pub(super) const MORE_MS: u64 = 60_000;
pub(super) const MOST_MORE: u8 = 10;

impl Reason {
    /// How a visit ends when nobody answers.
    #[must_use]
    pub(super) const fn ending(self) -> Ending {
        match self {
            Self::Idle => Ending::Idle,
            Self::Time | Self::Last => Ending::Time,
            Self::Over => Ending::Done,
        }
    }
}

/// The question whether somebody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Why it is asked.
    pub reason: Reason,
    /// Milliseconds until it is taken for a no.
    pub left_ms: u64,
}

/// Where a visit stands, below any warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    Attract,
    Hook,
    Bet,
    Reveal,
    /// Another way is chosen.
    Choose,
    /// It is seen.
    Watch(Release),
    Home,
    /// This chapter is offered, by its number.
    Pick(u8),
    /// It is told.
    Told(u8),
    Free,
}

impl Stand {
    /// The phase that this is a part of.
    pub(super) const fn phase(self) -> Phase {
        match self {
            Self::Attract => Phase::Attract,
            Self::Hook => Phase::Hook,
            Self::Bet => Phase::Bet,
            Self::Reveal => Phase::Reveal,
            Self::Choose | Self::Watch(_) => Phase::Again,
            Self::Home => Phase::Home,
            Self::Pick(_) => Phase::Chapters,
            Self::Told(_) => Phase::Told,
            Self::Free => Phase::Free,
        }
    }

    /// How long it is planned, in milliseconds; nothing where that is for the visitor to say.
    pub(super) fn lasts_ms(self) -> Option<u64> {
        let planned = PLAN.iter().find(|(phase, _)| *phase == self.phase()).map(|(_, ms)| *ms)?;
        Some(match self {
            Self::Choose => planned - WATCH_MS,
            Self::Watch(_) => WATCH_MS,
            _ => planned,
        })
    }

    /// What follows by itself. Whoever is asked something is waited for.
    pub(super) const fn next(self) -> Option<Self> {
        match self {
            Self::Hook => Some(Self::Bet),
            Self::Reveal => Some(Self::Choose),
            Self::Watch(_) => Some(Self::Home),
            _ => None,
        }
    }
}
