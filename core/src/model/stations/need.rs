//! Business need: a customer's wish is heard, and somebody agrees that it is worth a plan.

use crate::model::{event::Kind, kinds::Station, log::Log};

/// Hears the wish.
pub fn run(log: &mut Log) {
    log.enter(Station::Need);
    log.happens(Kind::WishHeard);
    let work = log.piece(Station::Need, (log.world.given.need_work_least, log.world.given.need_work_most));
    log.people_work(work);
    log.happens(Kind::WishAgreed);
}
