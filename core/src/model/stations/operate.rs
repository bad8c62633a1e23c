//! Operate: the promise, what is still to be mended, and what customers say afterwards.

use super::{code, delivery, spec};
use crate::model::{
    event::Kind,
    kinds::{Hand, Station},
    log::Log,
};

/// What the release left to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leftovers {
    /// Seconds of the error budget that were spent.
    pub spent_seconds: u64,
    /// Wrong records that going back did not mend.
    pub records: u64,
    /// The minute at which every order was away from the change again.
    pub restored: Option<u64>,
    /// Whether the change was taken back for a fault that it has.
    pub failed: bool,
    /// Who changed what was meant, if the wrong thing now serves everyone.
    pub misread_by: Option<Hand>,
}

/// Reads the promise, mends, and hears the customers, when the watching is over. Returns when the records were mended.
pub fn run(log: &mut Log, left: Leftovers) -> Option<u64> {
    log.enter(Station::Operate);
    log.happens(Kind::PromiseRead { spent_seconds: left.spent_seconds });
    let mut mended = None;
    if left.records > 0 {
        let done = mended_by(log, left.records, left.restored.unwrap_or(log.minute()));
        log.set_minute(done);
        log.happens(Kind::RecordsMended { records: left.records });
        mended = Some(done);
    }
    let ideas = delivery::ideas(&log.world);
    if left.failed {
        if ideas > 1 {
            let trials = delivery::trials(ideas);
            log.people_rework(trials * log.world.given.trial_work);
            log.happens(Kind::BadOneFound { ideas, trials });
        }
        // It goes back to the workshop, to be mended for another crossing.
        log.reworked += code::mending(log);
    }
    log.people_work(log.world.given.feedback_work);
    log.happens(Kind::CustomersHeard);
    if let Some(hand) = left.misread_by {
        log.reworked += spec::again(log, hand) + code::writing(log);
        log.happens(Kind::WishReturns { hand });
    }
    mended
}

/// Mends so many records from a minute on; returns when they are mended.
pub fn mended_by(log: &mut Log, records: u64, from: u64) -> u64 {
    let work = records * log.world.given.record_work;
    log.worked += work;
    log.reworked += work;
    log.calendar.after_work(from, work)
}
