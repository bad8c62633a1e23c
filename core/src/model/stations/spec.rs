//! Spec: the plan passes four hands. Each may improve it; harm comes from changes that nobody shares.

use crate::model::{
    draw::Purpose,
    event::Kind,
    kinds::{Hand, Station, Turn, Words},
    log::Log,
    units::WHOLE,
    world::World,
};

/// What becomes of the plan in a hand. Words of one's own change what is meant wherever shared words do, and elsewhere too.
fn turn(world: &World, hand: Hand) -> Turn {
    let given = world.given;
    let misread = match world.scenario.words {
        Words::Shared => given.misread_shared,
        Words::Own => given.misread_own,
    };
    let drawn = world.draws.between(Purpose::Hand, hand as u64, 0, (0, u64::from(WHOLE) - 1));
    if drawn < misread {
        Turn::Misread
    } else if drawn >= u64::from(WHOLE).saturating_sub(given.improved) {
        Turn::Improved
    } else {
        Turn::Kept
    }
}

/// How long a hand keeps the plan: talking in shared words takes time.
fn work(log: &mut Log) -> u64 {
    let given = log.world.given;
    let talk = if log.world.scenario.words == Words::Shared { given.talk_work } else { 0 };
    log.piece(Station::Spec, (given.hand_work_least, given.hand_work_most)) + talk
}

/// Passes the plan from hand to hand; returns the first hand that changed what was meant, unnoticed.
pub fn run(log: &mut Log) -> Option<Hand> {
    log.enter(Station::Spec);
    let mut misread_by = None;
    for hand in Hand::ALL {
        let minutes = work(log);
        log.people_work(minutes);
        let turn = turn(&log.world, hand);
        if turn == Turn::Misread {
            misread_by = misread_by.or(Some(hand));
        }
        log.happens(Kind::PlanPassed { hand, turn });
    }
    misread_by
}

/// Working minutes of planning again, from a hand on.
pub fn again(log: &mut Log, from: Hand) -> u64 {
    Hand::ALL.into_iter().filter(|hand| *hand >= from).map(|_| work(log)).sum()
}
