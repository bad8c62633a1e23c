//! Spec: the plan passes four hands, each of which may improve it.

use crate::model::{
    assumptions::HAND_WORK,
    event::Kind,
    journey::Log,
    scenario::{Hand, Station},
};

/// Passes the plan from hand to hand.
pub fn run(log: &mut Log) {
    log.enter(Station::Spec);
    for hand in Hand::ALL {
        log.people_work(HAND_WORK);
        log.happens(Kind::PlanPassed { hand });
    }
}
