//! Noticing: the tower that compares the new version with the old one, and customers who complain.

use super::{
    booking::{Ledger, Lots, boarded, results},
    draw::Purpose,
    event::Noticer,
    units::WHOLE,
    world::World,
};

/// What the tower can say about the new version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Too few orders met it.
    #[default]
    NotEnough,
    /// It fares well enough.
    Fine,
    /// It fails too often, and more often than the old one.
    Failing,
}

/// Looks at the orders of each minute and says when something is wrong.
#[derive(Clone, Debug)]
pub struct Tower<'a> {
    world: World<'a>,
    verdict: Verdict,
    /// Checks that failed so far. Flagger's threshold and Argo's failure limit count all of them, in a row or not.
    failing: u64,
    /// The last of them that failed one after the other.
    in_a_row: u64,
    /// Whether the release is over.
    over: bool,
    /// Minutes of the ledger after which enough orders have met the new version since, for a verdict.
    enough: usize,
    /// Complaints of each minute so far, and of those within their window together.
    complaints: Vec<u64>,
    recent: u64,
    /// Complaints within their window from which on something must be wrong.
    too_many: u64,
}

impl<'a> Tower<'a> {
    /// A tower that watches, or one that only hears complaints.
    #[must_use]
    pub fn new(world: World<'a>) -> Self {
        let given = world.given;
        // Orders x minutes x two chances in basis points: what healthy errors explain.
        let whole = u64::from(WHOLE);
        let usual = world.scenario.orders * given.complaint_window * given.healthy_errors * given.complaints;
        let too_many = given.complaints_to_act + (given.complaint_margin * usual).div_ceil(whole * whole);
        Self {
            world,
            verdict: Verdict::default(),
            failing: 0,
            in_a_row: 0,
            over: false,
            enough: 0,
            complaints: Vec::new(),
            recent: 0,
            too_many,
        }
    }

    /// The release is over: no analysis counts any more. From now on only checks that fail in a row are an alarm.
    pub const fn release_over(&mut self) {
        self.over = true;
    }

    /// What the last check said.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Looks, at the start of `minute`, at all orders before it. Orders can meet the new version since `deployed`.
    pub fn look(&mut self, ledger: &[Ledger], minute: u64, deployed: Option<u64>) -> Option<Noticer> {
        let heard = self.listen(ledger, minute);
        let scenario = self.world.scenario;
        let since = deployed.and_then(|deployed| minute.checked_sub(deployed)).filter(|since| *since > 0);
        if scenario.watch && since.is_some_and(|since| since.is_multiple_of(scenario.interval)) {
            self.verdict = self.judge(ledger, minute);
            let fails = self.verdict == Verdict::Failing;
            self.in_a_row = if fails { self.in_a_row + 1 } else { 0 };
            self.failing += u64::from(fails);
            if scenario.checks <= if self.over { self.in_a_row } else { self.failing } {
                return Some(Noticer::Watch);
            }
        }
        heard.then_some(Noticer::Customers)
    }

    /// Compares the two versions over the last minutes, or over as many more as it takes to have seen enough orders.
    fn judge(&mut self, ledger: &[Ledger], minute: u64) -> Verdict {
        let given = self.world.given;
        let now = boarded(ledger, minute.checked_sub(1));
        let Some(wanted) = now.new_total().checked_sub(given.enough_orders) else { return Verdict::NotEnough };
        let window = given.check_window.max(self.world.scenario.interval);
        let latest = minute.saturating_sub(window) as usize;
        while ledger.get(self.enough).is_some_and(|entry| entry.boarded.new_total() <= wanted) {
            self.enough += 1;
        }
        let seen = now.since(&boarded(ledger, latest.min(self.enough).checked_sub(1).map(|index| index as u64)));
        if self.fails(&seen) { Verdict::Failing } else { Verdict::Fine }
    }

    /// Whether the new version fails more often than it may, and more often than the old one does.
    fn fails(&self, seen: &Lots) -> bool {
        let given = self.world.given;
        let (whole, new) = (u64::from(WHOLE), seen.new_total());
        let below = seen.new_arrived * whole < new * u64::from(self.world.scenario.threshold);
        // Where nobody uses the old one any more, it is remembered.
        let worse = match seen.old_total() {
            0 => seen.new_failed * whole > given.healthy_errors * new,
            old => seen.new_failed * old > seen.old_failed * new,
        };
        seen.new_failed >= given.fewest_failed && below && worse
    }

    /// Counts the complaints of this minute; whether there are too many by now.
    fn listen(&mut self, ledger: &[Ledger], minute: u64) -> bool {
        let given = self.world.given;
        let complaints = minute.checked_sub(given.complaint_delay).map_or(0, |then| {
            let before = then.checked_sub(1).map(|before| results(ledger, before)).unwrap_or_default();
            let failed = results(ledger, then).since(&before).failed();
            self.world.draws.count(Purpose::Complaint, then, failed, given.complaints)
        });
        let gone = self.complaints.len().checked_sub(given.complaint_window as usize);
        self.recent += complaints;
        self.recent -= gone.map_or(0, |gone| self.complaints[gone]);
        self.complaints.push(complaints);
        self.recent >= self.too_many
    }
}
