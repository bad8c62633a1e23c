//! Every order, booked minute by minute: whether it boards, what it meets, what becomes of it.

use std::collections::VecDeque;

use super::{
    crossing::Crossing,
    docks::Docks,
    draw::{Binomial, Purpose},
    kinds::Fault,
    units::{CROSSING_MINUTES, PERCENT, WHOLE},
    world::World,
};
use serde::Serialize;

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
        self.old_total() + self.new_total()
    }

    /// Those that met the old version.
    #[must_use]
    pub const fn old_total(&self) -> u64 {
        self.old_arrived + self.old_failed
    }

    /// Those that met the new version.
    #[must_use]
    pub const fn new_total(&self) -> u64 {
        self.new_arrived + self.new_failed
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

    const fn plus(self, other: Self) -> Self {
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Orders that came.
    pub came: u64,
    /// Orders that reached their customer well.
    pub arrived: u64,
    /// Orders that came back failed.
    pub failed: u64,
    /// Orders that found no room for longer than they could wait.
    pub turned_away: u64,
    /// Orders under way.
    pub aboard: u64,
    /// Orders that wait until they can board.
    pub waiting: u64,
}

/// All orders up to the end of one minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Orders that boarded, with the result that they will have.
    pub boarded: Lots,
    /// Orders that turned away.
    pub turned_away: u64,
    /// Orders that wait.
    pub waiting: u64,
}

/// Fills the ledger, one minute after the other.
#[derive(Clone, Debug)]
pub struct Booking<'a> {
    world: World<'a>,
    docks: Docks,
    /// Basis points of the orders that fail by the fault where they meet the change.
    errors: u64,
    /// How many orders meet the new version, fail for reasons of their own, fail by the fault.
    version: Binomial,
    mishaps: Binomial,
    faults: Binomial,
    /// The orders that wait: the minute at which they came, and how many.
    queue: VecDeque<(u64, u64)>,
    ledger: Vec<Ledger>,
    /// Orders that failed by the fault so far.
    harmed: u64,
}

impl<'a> Booking<'a> {
    /// An empty ledger; `fault` is what is still wrong with the version that crosses.
    #[must_use]
    pub fn new(world: World<'a>, docks: Docks, fault: Fault) -> Self {
        let errors = fault_errors(&world, &docks, fault);
        let [version, mishaps, faults] = [const { Binomial::new(0, 0) }; 3];
        Self { world, docks, errors, version, mishaps, faults, queue: VecDeque::new(), ledger: Vec::new(), harmed: 0 }
    }

    /// What becomes of `orders` that board at `minute`.
    fn fates(&mut self, minute: u64, orders: u64, crossing: &Crossing) -> Lots {
        let draws = self.world.draws;
        self.version.turn_to(orders, u64::from(crossing.deployed()));
        let new = draws.count_of(Purpose::Version, minute, &mut self.version);
        self.mishaps.turn_to(orders, self.world.given.healthy_errors);
        let mishaps = draws.count_of(Purpose::Mishap, minute, &mut self.mishaps);
        let new_mishaps = self.new_mishaps(minute, mishaps, new, orders);
        self.faults.turn_to(new - new_mishaps, if crossing.lit { self.errors } else { 0 });
        let harmed = draws.count_of(Purpose::Fate, minute, &mut self.faults);
        self.harmed += harmed;
        let new_failed = new_mishaps + harmed;
        let old_failed = mishaps - new_mishaps;
        Lots { old_arrived: orders - new - old_failed, old_failed, new_arrived: new - new_failed, new_failed }
    }

    /// How many of the orders that fail for reasons of their own are among the `new` of all `orders`: each may be any.
    fn new_mishaps(&self, minute: u64, mishaps: u64, new: u64, orders: u64) -> u64 {
        if new == 0 || new == orders {
            return mishaps.min(new);
        }
        (1..=mishaps).fold(0, |met, number| {
            let which = self.world.draws.between(Purpose::Mishap, number, minute, (1, orders + 1 - number));
            met + u64::from(which <= new - met)
        })
    }

    /// Books one more minute, in which the crossing stands as `crossing`.
    pub fn minute(&mut self, crossing: &Crossing) {
        let minute = self.ledger.len() as u64;
        let mut entry = self.ledger.last().copied().unwrap_or_default();
        self.queue.push_back((minute, self.world.scenario.orders));
        let mut room = crossing.room(self.world.scenario.orders, &self.docks, self.world.given.headroom);
        let mut boards = 0;
        for (_, waiting) in &mut self.queue {
            let goes = room.min(*waiting);
            (room, *waiting, boards) = (room - goes, *waiting - goes, boards + goes);
        }
        let patience = self.world.given.patience;
        while let Some((_, leave)) = self.queue.pop_front_if(|(came, left)| *left == 0 || *came + patience <= minute) {
            entry.turned_away += leave;
        }
        entry.boarded = entry.boarded.plus(self.fates(minute, boards, crossing));
        entry.waiting = self.queue.iter().map(|(_, waiting)| waiting).sum();
        self.ledger.push(entry);
    }

    /// Orders that failed by the fault so far.
    #[must_use]
    pub const fn harmed(&self) -> u64 {
        self.harmed
    }

    /// The ledger so far, one entry a minute.
    #[must_use]
    pub fn ledger(&self) -> &[Ledger] {
        &self.ledger
    }

    /// The ledger, one entry a minute.
    #[must_use]
    pub fn finish(self) -> Vec<Ledger> {
        self.ledger
    }
}

/// Basis points of the orders that meet the change and fail by its fault.
#[must_use]
pub fn fault_errors(world: &World, docks: &Docks, fault: Fault) -> u64 {
    match fault {
        Fault::None => 0,
        // Who asks no boat whether it is ready sends orders to those that are not.
        Fault::Environment if world.scenario.release.strategy().waits_until_ready() => 0,
        Fault::Environment => u64::from(WHOLE) * u64::from(docks.refusing()) / u64::from(docks.boats.max(1)),
        _ => u64::from(world.scenario.severity * PERCENT),
    }
}

/// Orders that boarded until the end of `minute` of the ledger.
#[must_use]
pub fn boarded(ledger: &[Ledger], minute: Option<u64>) -> Lots {
    minute.and_then(|minute| ledger.get(minute as usize)).map(|entry| entry.boarded).unwrap_or_default()
}

/// Orders whose result their customers know at the end of `minute` of the ledger.
#[must_use]
pub fn results(ledger: &[Ledger], minute: u64) -> Lots {
    boarded(ledger, minute.checked_sub(CROSSING_MINUTES))
}
