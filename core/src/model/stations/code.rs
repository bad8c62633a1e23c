//! Code: the change is written, or mended after a gate sent it back.

use crate::model::{event::Kind, kinds::Station, log::Log};

/// Working minutes of writing a change.
pub fn writing(log: &mut Log) -> u64 {
    log.piece(Station::Code, (log.world.given.code_work_least, log.world.given.code_work_most))
}

/// Working minutes of mending a change.
pub fn mending(log: &mut Log) -> u64 {
    log.piece(Station::Code, (log.world.given.fix_work_least, log.world.given.fix_work_most))
}

/// Writes the change.
pub fn write(log: &mut Log) {
    log.enter(Station::Code);
    log.happens(Kind::WorkStarted);
    let work = writing(log);
    log.people_work(work);
}

/// Joins the change with everybody's work.
pub fn commit(log: &mut Log) {
    log.happens(Kind::Committed);
}

/// Mends what a gate saw and commits again.
pub fn mend(log: &mut Log) {
    log.enter(Station::Code);
    let work = mending(log);
    log.people_rework(work);
    log.happens(Kind::Mended);
    commit(log);
}
