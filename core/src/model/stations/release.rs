//! Release: the chosen strategy moves the orders to the new version, and back when that is decided.

use std::collections::VecDeque;

use super::operate::Tower;
use crate::model::{
    assumptions::{HANDOVER_MINUTES, PERSON_MINUTES, SETTLE_MINUTES, START_MINUTES, WHOLE, WINDOW_MINUTES},
    crossing::{Booking, Crossing, Ledger},
    event::{Kind, Noticer},
    journey::Log,
    scenario::{Back, Fault, Scenario, Station},
    strategies::{Act, Move, Release},
};

/// The crossing from the start of the release to the end of the watching.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The minute of the journey at which the passage starts.
    pub start: u64,
    /// How the crossing stood from which minute of the passage on, in rising order.
    pub crossings: Vec<(u64, Crossing)>,
    /// All orders at the end of each minute of the passage.
    pub ledger: Vec<Ledger>,
    /// Who noticed, and at which minute of the passage.
    pub noticed: Option<(u64, Noticer)>,
    /// The minute of the passage in which every order was back with the old version.
    pub restored: Option<u64>,
    /// The minute of the passage in which the new version became everybody's.
    pub promoted: Option<u64>,
    /// The first minute of the passage in which an order could meet the new version.
    pub exposed: Option<u64>,
    /// Minutes in which no order could board.
    pub closed_minutes: u64,
}

/// Moves that are still to come, the minutes counted from the start of the passage.
struct Plan {
    moves: VecDeque<Move>,
    /// Whether this plan leads back to the old version.
    back: bool,
}

impl Plan {
    fn new(moves: Vec<Move>, from: u64, back: bool) -> Self {
        let moves = moves.into_iter().map(|step| Move { after: step.after + from, ..step }).collect();
        Self { moves, back }
    }

    fn due(&mut self, minute: u64) -> Option<Act> {
        self.moves.pop_front_if(|step| step.after <= minute).map(|step| step.act)
    }
}

/// When somebody who noticed begins the way back.
fn decision(scenario: &Scenario, minute: u64, by: Noticer) -> u64 {
    match (scenario.back, by) {
        (Back::Auto, Noticer::Watch) => minute,
        // Complaints reach people, and people decide.
        (Back::Manual, _) | (Back::Auto, Noticer::Customers) => minute + PERSON_MINUTES,
    }
}

/// Minutes that are simulated at least: the same for every strategy with these choices.
fn window(scenario: &Scenario) -> u64 {
    let length = |release: Release| release.strategy().forward(scenario).last().map_or(0, |step| step.after);
    let longest = Release::all().map(length).max().unwrap_or(0);
    WINDOW_MINUTES.max(longest + SETTLE_MINUTES)
}

/// What an act looks like from outside.
const fn kind(act: Act) -> Option<Kind> {
    Some(match act {
        Act::Close => Kind::GateClosed,
        Act::Open { share } => Kind::GateOpened { share },
        Act::Prepare => Kind::SidePreparing,
        Act::Ready => Kind::SideReady,
        Act::Switch { share } => Kind::Switched { share },
        Act::Weigh { share } => Kind::Weighed { share },
        Act::Boat { new, of } => Kind::BoatReplaced { new, of },
        Act::Remove => return None,
        Act::Finish => Kind::ReleaseFinished,
    })
}

/// Releases, watches, and goes back when that is decided. `fault` is what is still wrong with the change.
pub fn run(log: &mut Log, scenario: &Scenario, fault: Fault) -> Passage {
    log.passes(START_MINUTES);
    log.enter(Station::Release);
    let start = log.minute();
    log.happens(Kind::ReleaseStarted);
    let strategy = scenario.release.strategy();
    let mut plan = Plan::new(strategy.forward(scenario), 0, false);
    let mut booking = Booking::new(scenario, fault, log.draws());
    let mut tower = Tower::new(scenario, log.draws());
    let mut crossing = Crossing::BEFORE;
    let mut passage = Passage {
        start,
        crossings: vec![(0, crossing)],
        ledger: Vec::new(),
        noticed: None,
        restored: None,
        promoted: None,
        exposed: None,
        closed_minutes: 0,
    };
    let window = window(scenario);
    let mut way_back = None;
    let (mut minute, mut resolved, mut handed_over) = (0, None, false);
    loop {
        log.set_minute(start + minute);
        // An alarm that is not answered yet is nobody's everyday business.
        let quiet = passage.noticed.is_none() || passage.restored.is_some();
        if !handed_over && quiet && resolved.is_some_and(|resolved| resolved + HANDOVER_MINUTES <= minute) {
            handed_over = true;
            log.enter(Station::Operate);
            log.happens(Kind::WatchGoesOn);
        }
        if way_back == Some(minute) {
            log.happens(Kind::BackStarted);
            plan = Plan::new(strategy.back(scenario, &crossing), minute, true);
        }
        let held = passage.noticed.is_some() && !plan.back && strategy.pauses_when_noticed() && !crossing.finished;
        while let Some(act) = if held { None } else { plan.due(minute) } {
            let removes_something = act == Act::Remove && crossing.old_kept && crossing.open;
            crossing = crossing.after(act);
            passage.crossings.push((minute, crossing));
            if removes_something {
                log.happens(Kind::SideRemoved);
            }
            if let Some(kind) = kind(act) {
                log.happens(kind);
            }
            if act == Act::Finish {
                resolved = resolved.or(Some(minute));
            }
        }
        if crossing.share > 0 && crossing.open {
            passage.exposed = passage.exposed.or(Some(minute));
        }
        if crossing.share == WHOLE && crossing.open {
            passage.promoted = passage.promoted.or(Some(minute));
        }
        if plan.back && plan.moves.is_empty() && crossing.is_back() && passage.restored.is_none() {
            passage.restored = Some(minute);
            log.happens(Kind::Restored);
            resolved = Some(minute);
        }
        booking.minute(&crossing);
        passage.closed_minutes += u64::from(!crossing.open);
        let seen = tower.look(booking.results(minute));
        if let (None, Some(by)) = (passage.noticed, seen) {
            passage.noticed = Some((minute, by));
            log.happens(Kind::Noticed { by });
            // What is decided in this minute begins with the next.
            let begin = decision(scenario, minute, by);
            if begin == minute {
                log.happens(Kind::BackStarted);
                plan = Plan::new(strategy.back(scenario, &crossing), minute, true);
            } else {
                way_back = Some(begin);
            }
        }
        let pending = !plan.moves.is_empty() && !held || way_back.is_some_and(|begin| begin > minute);
        let late = passage.restored.map_or(0, |restored| restored + SETTLE_MINUTES);
        if !pending && minute + 1 >= window.max(late) {
            break;
        }
        minute += 1;
    }
    log.set_minute(start + minute + 1);
    passage.ledger = booking.finish();
    passage
}
