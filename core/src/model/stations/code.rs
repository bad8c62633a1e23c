//! Code: the change is written, or mended after a gate sent it back.

use crate::model::{
    assumptions::{CODE_WORK, FIX_WORK},
    event::Kind,
    journey::Log,
    scenario::Station,
};

/// Writes the change and commits it.
pub fn write(log: &mut Log) {
    log.enter(Station::Code);
    log.happens(Kind::WorkStarted);
    log.people_work(CODE_WORK);
    log.happens(Kind::Committed);
}

/// Mends what a gate saw and commits again.
pub fn mend(log: &mut Log) {
    log.enter(Station::Code);
    log.people_work(FIX_WORK);
    log.happens(Kind::Mended);
    log.happens(Kind::Committed);
}
