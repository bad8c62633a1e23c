//! The crossing minute by minute: who may board what, and what became of every order.

use super::{
    assumptions::{CROSSING_MINUTES, HEALTHY_ERRORS, PATIENCE_MINUTES, PERCENT, WHOLE},
    draw::{Draws, LANES, Purpose},
    scenario::{Fault, Scenario},
    strategies::Act,
};

/// How the crossing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Orders that meet the new version, in basis points.
    pub share: u16,
    /// Whether orders can board.
    pub open: bool,
    /// Boats of the new kind in a rolling fleet.
    pub new_boats: u16,
    /// Whether a side is being built up.
    pub preparing: bool,
    /// Whether the new side stands complete.
    pub ready: bool,
    /// Whether the old side still stands.
    pub old_kept: bool,
    /// Whether the release is over.
    pub finished: bool,
}

impl Crossing {
    /// Before the release: every order meets the old version.
    pub const BEFORE: Self =
        Self { share: 0, open: true, new_boats: 0, preparing: false, ready: false, old_kept: true, finished: false };

    /// The crossing after `act`.
    #[must_use]
    pub fn after(self, act: Act) -> Self {
        match act {
            Act::Close => Self { open: false, ..self },
            Act::Open { share } => {
                Self { open: true, share, ready: share == WHOLE, old_kept: share == 0, new_boats: 0, ..self }
            }
            Act::Prepare => Self { preparing: true, ..self },
            Act::Ready => Self { preparing: false, ready: true, old_kept: self.old_kept || self.finished, ..self },
            Act::Switch { share } | Act::Weigh { share } => {
                Self { share, preparing: false, old_kept: self.old_kept || share < WHOLE, ..self }
            }
            Act::Boat { new, of } => Self {
                new_boats: new,
                share: (u32::from(WHOLE) * u32::from(new) / u32::from(of.max(1))) as u16,
                ready: true,
                old_kept: new < of,
                ..self
            },
            Act::Remove => Self { old_kept: false, ..self },
            Act::Finish => Self { finished: true, ..self },
        }
    }

    /// Whether every order is safely with the old version.
    #[must_use]
    pub const fn is_back(&self) -> bool {
        self.share == 0 && self.open
    }
}

/// Orders by the version that they met and by their result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lots {
    /// Met the old version, arrived.
    pub old_arrived: u64,
    /// Met the old version, failed.
    pub old_failed: u64,
    /// Met the new version, arrived.
    pub new_arrived: u64,
    /// Met the new version, failed.
    pub new_failed: u64,
}

impl Lots {
    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.old_arrived + self.old_failed + self.new_arrived + self.new_failed
    }

    /// Those that arrived.
    #[must_use]
    pub const fn arrived(&self) -> u64 {
        self.old_arrived + self.new_arrived
    }

    /// Those that failed.
    #[must_use]
    pub const fn failed(&self) -> u64 {
        self.old_failed + self.new_failed
    }

    fn plus(self, other: Self) -> Self {
        Self {
            old_arrived: self.old_arrived + other.old_arrived,
            old_failed: self.old_failed + other.old_failed,
            new_arrived: self.new_arrived + other.new_arrived,
            new_failed: self.new_failed + other.new_failed,
        }
    }

    /// The orders between an earlier count and this one.
    #[must_use]
    pub const fn since(&self, earlier: &Self) -> Self {
        Self {
            old_arrived: self.old_arrived - earlier.old_arrived,
            old_failed: self.old_failed - earlier.old_failed,
            new_arrived: self.new_arrived - earlier.new_arrived,
            new_failed: self.new_failed - earlier.new_failed,
        }
    }

    /// The count on the way from this one to `next`, after `milli` thousandths of a minute.
    #[must_use]
    pub const fn towards(&self, next: &Self, milli: u64) -> Self {
        const fn part(from: u64, to: u64, milli: u64) -> u64 {
            from + (to - from) * milli / 1_000
        }
        Self {
            old_arrived: part(self.old_arrived, next.old_arrived, milli),
            old_failed: part(self.old_failed, next.old_failed, milli),
            new_arrived: part(self.new_arrived, next.new_arrived, milli),
            new_failed: part(self.new_failed, next.new_failed, milli),
        }
    }
}

/// Where all orders are that came since the release started: came = arrived + failed + turned away + aboard + waiting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Orders that came.
    pub came: u64,
    /// Orders that reached their customer well.
    pub arrived: u64,
    /// Orders that came back failed.
    pub failed: u64,
    /// Orders that found the gate closed for longer than they could wait.
    pub turned_away: u64,
    /// Orders under way.
    pub aboard: u64,
    /// Orders before a closed gate.
    pub waiting: u64,
}

/// All orders up to the end of one minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Orders that boarded, with the result that they will have.
    pub boarded: Lots,
    /// Orders that turned away.
    pub turned_away: u64,
    /// Orders that wait before the gate.
    pub waiting: u64,
}

/// Fills the ledger, one minute after the other.
#[derive(Clone, Debug)]
pub struct Booking<'a> {
    scenario: &'a Scenario,
    draws: Draws,
    /// Basis points of the orders on the new version that fail.
    new_errors: u16,
    /// The minutes at which the waiting orders came.
    queue: Vec<u64>,
    ledger: Vec<Ledger>,
}

impl<'a> Booking<'a> {
    /// An empty ledger; `fault` is what is still wrong with the version that crosses.
    #[must_use]
    pub fn new(scenario: &'a Scenario, fault: Fault, draws: Draws) -> Self {
        let by_fault = if fault == Fault::None { 0 } else { scenario.severity * PERCENT };
        let new_errors = (by_fault + HEALTHY_ERRORS).min(WHOLE);
        Self { scenario, draws, new_errors, queue: Vec::new(), ledger: Vec::new() }
    }

    /// What becomes of the orders that came at `minute`, if they board now at `share`.
    fn fates(&self, minute: u64, share: u16) -> Lots {
        let mut lots = Lots::default();
        let orders = self.scenario.orders;
        for group in 0..orders.div_ceil(LANES) {
            let left = orders - group * LANES;
            let here = if left >= LANES { u64::MAX } else { (1 << left) - 1 };
            let new = here & self.draws.lanes(Purpose::Version, group, minute, share);
            let old = here & !new;
            let sick_new =
                if new == 0 { 0 } else { new & self.draws.lanes(Purpose::Fate, group, minute, self.new_errors) };
            let sick_old =
                if old == 0 { 0 } else { old & self.draws.lanes(Purpose::Fate, group, minute, HEALTHY_ERRORS) };
            lots = lots.plus(Lots {
                old_arrived: u64::from((old & !sick_old).count_ones()),
                old_failed: u64::from(sick_old.count_ones()),
                new_arrived: u64::from((new & !sick_new).count_ones()),
                new_failed: u64::from(sick_new.count_ones()),
            });
        }
        lots
    }

    /// Books one more minute, in which the crossing stands as `crossing`.
    pub fn minute(&mut self, crossing: &Crossing) {
        let minute = self.ledger.len() as u64;
        let mut entry = self.ledger.last().copied().unwrap_or_default();
        self.queue.push(minute);
        if crossing.open {
            for came in std::mem::take(&mut self.queue) {
                entry.boarded = entry.boarded.plus(self.fates(came, crossing.share));
            }
        } else {
            let patient = self.queue.iter().filter(|came| **came + PATIENCE_MINUTES > minute).count();
            let leave = self.queue.len() - patient;
            entry.turned_away += self.scenario.orders * leave as u64;
            self.queue.drain(..leave);
        }
        entry.waiting = self.scenario.orders * self.queue.len() as u64;
        self.ledger.push(entry);
    }

    /// Orders whose result is known at the end of `minute` (since the release started).
    #[must_use]
    pub fn results(&self, minute: u64) -> Lots {
        results(&self.ledger, minute)
    }

    /// The ledger, one entry a minute.
    #[must_use]
    pub fn finish(self) -> Vec<Ledger> {
        self.ledger
    }
}

/// Orders whose result is known at the end of `minute` of the ledger.
#[must_use]
pub fn results(ledger: &[Ledger], minute: u64) -> Lots {
    minute
        .checked_sub(CROSSING_MINUTES)
        .and_then(|known| ledger.get(known as usize))
        .map(|entry| entry.boarded)
        .unwrap_or_default()
}
