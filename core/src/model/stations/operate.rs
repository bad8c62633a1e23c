//! Operate: monitoring, complaints, the promise, and what customers say afterwards.

use crate::model::{
    assumptions::{
        CHECK_INTERVAL_MINUTES, CHECK_THRESHOLD, CHECK_WINDOW_MINUTES, CHECKS_TO_ACT, COMPLAINT_DELAY_MINUTES,
        COMPLAINT_MARGIN, COMPLAINT_WINDOW_MINUTES, COMPLAINTS, COMPLAINTS_TO_ACT, FEEDBACK_WORK,
        FEWEST_FAILED_TO_JUDGE, HEALTHY_ERRORS, WHOLE,
    },
    crossing::Lots,
    draw::{Draws, LANES, Purpose},
    event::{Kind, Noticer},
    journey::Log,
    scenario::{Scenario, Station},
};

/// Looks at the results of each minute and says when something is wrong.
#[derive(Clone, Debug)]
pub struct Tower {
    draws: Draws,
    watch: bool,
    /// Orders whose result was known at the end of each minute so far.
    known: Vec<Lots>,
    failing_checks: u64,
    /// Complaints of each minute so far.
    complaints: Vec<u64>,
    /// Complaints within their window from which on something must be wrong.
    too_many: u64,
}

impl Tower {
    /// A tower that watches, or one that only hears complaints.
    #[must_use]
    pub fn new(scenario: &Scenario, draws: Draws) -> Self {
        // Orders x minutes x two chances in basis points: what healthy errors explain.
        let whole = u64::from(WHOLE);
        let usual = scenario.orders * COMPLAINT_WINDOW_MINUTES * u64::from(HEALTHY_ERRORS) * u64::from(COMPLAINTS);
        let too_many = COMPLAINTS_TO_ACT + (COMPLAINT_MARGIN * usual).div_ceil(whole * whole);
        let (known, complaints) = (Vec::new(), Vec::new());
        Self { draws, watch: scenario.watch, known, failing_checks: 0, complaints, too_many }
    }

    /// Takes the results known at the end of one more minute.
    pub fn look(&mut self, known: Lots) -> Option<Noticer> {
        let minute = self.known.len() as u64;
        self.known.push(known);
        if self.watch && minute.is_multiple_of(CHECK_INTERVAL_MINUTES) {
            self.failing_checks = if self.check_fails(minute) { self.failing_checks + 1 } else { 0 };
            if self.failing_checks >= CHECKS_TO_ACT {
                return Some(Noticer::Watch);
            }
        }
        self.complaints.push(self.complaints_of(minute));
        let heard: u64 = self.complaints.iter().rev().take(COMPLAINT_WINDOW_MINUTES as usize).sum();
        (heard >= self.too_many).then_some(Noticer::Customers)
    }

    fn known_at(&self, minute: Option<u64>) -> Lots {
        minute.and_then(|minute| self.known.get(minute as usize)).copied().unwrap_or_default()
    }

    /// Whether too many orders of the new version failed within the window.
    fn check_fails(&self, minute: u64) -> bool {
        let before = self.known_at(minute.checked_sub(CHECK_WINDOW_MINUTES));
        let seen = self.known_at(Some(minute)).since(&before);
        let all = seen.new_arrived + seen.new_failed;
        seen.new_failed >= FEWEST_FAILED_TO_JUDGE && seen.new_arrived * u64::from(WHOLE) < all * CHECK_THRESHOLD
    }

    /// Complaints of this minute, about orders that failed a while ago.
    fn complaints_of(&self, minute: u64) -> u64 {
        let Some(then) = minute.checked_sub(COMPLAINT_DELAY_MINUTES) else { return 0 };
        let failed = self.known_at(Some(then)).since(&self.known_at(then.checked_sub(1))).failed();
        (0..failed.div_ceil(LANES))
            .map(|group| {
                let left = failed - group * LANES;
                let here = if left >= LANES { u64::MAX } else { (1 << left) - 1 };
                u64::from((here & self.draws.lanes(Purpose::Complaint, group, then, COMPLAINTS)).count_ones())
            })
            .sum()
    }
}

/// Reads the promise and hears the customers, when the watching is over.
pub fn run(log: &mut Log, spent_seconds: u64) {
    log.enter(Station::Operate);
    log.happens(Kind::PromiseRead { spent_seconds });
    log.people_work((FEEDBACK_WORK, FEEDBACK_WORK));
    log.happens(Kind::CustomersHeard);
}
