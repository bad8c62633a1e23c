//! Business need: a customer's wish is heard, and somebody agrees that it is worth a plan.

use crate::model::{assumptions::NEED_WORK, event::Kind, journey::Log, scenario::Station};

/// Hears the wish.
pub fn run(log: &mut Log) {
    log.enter(Station::Need);
    log.happens(Kind::WishHeard);
    log.people_work(NEED_WORK);
    log.happens(Kind::WishAgreed);
}
