//! Release: the chosen strategy moves the orders to the new version, and back when that is decided.

mod plan;

use plan::{Plan, forward, kind, window};

use crate::model::{
    booking::{Booking, Ledger, fault_errors},
    crossing::Crossing,
    docks::Docks,
    draw::Purpose,
    drill::Drill,
    event::{Kind, Noticer},
    kinds::{Back, Fault, Station},
    log::Log,
    strategies::{Act, Strategy},
    tower::{Tower, Verdict},
    units::WHOLE,
    world::World,
};

/// The crossing from the start of the release to the end of the watching. All minutes are those of the passage.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// The minute of the journey at which the passage starts.
    pub start: u64,
    /// How the crossing stood from which minute on, in rising order.
    pub crossings: Vec<(u64, Crossing)>,
    /// All orders at the end of each minute.
    pub ledger: Vec<Ledger>,
    /// Who noticed, and when.
    pub noticed: Option<(u64, Noticer)>,
    /// When every order was away from the change again.
    pub restored: Option<u64>,
    /// When the change became everybody's.
    pub promoted: Option<u64>,
    /// When an order could meet the change first.
    pub exposed: Option<u64>,
    /// Minutes in which no order could board.
    pub closed_minutes: u64,
    /// Boats beyond the fleet, times minutes.
    pub spare_minutes: u64,
    /// Minutes until the release was over, one way or the other.
    pub watch_minutes: u64,
    /// Orders that failed by the fault.
    pub harmed: u64,
    /// Customers some of whose orders met the old version, and some the new one.
    pub met_both: u64,
}

/// A release on its way.
struct Course<'l, 'w> {
    log: &'l mut Log<'w>,
    docks: Docks,
    /// What is still wrong with the change.
    fault: Fault,
    strategy: &'static dyn Strategy,
    minute: u64,
    crossing: Crossing,
    plan: Plan,
    passage: Passage,
    tower: Tower<'w>,
    /// When an order could meet the new version first, dark or not.
    deployed: Option<u64>,
    /// When a person who was called will have decided to go back.
    decides_at: Option<u64>,
    /// When somebody without monitoring will look whether the release went through.
    looks_at: Option<u64>,
    /// When the release was over, one way or the other.
    resolved: Option<u64>,
    handed_over: bool,
}

impl Course<'_, '_> {
    fn set(&mut self, crossing: Crossing) {
        self.crossing = crossing;
        self.passage.crossings.push((self.minute, crossing));
    }

    /// Somebody notices. What leads back begins at once, or when a person has decided.
    fn notice(&mut self, by: Noticer) {
        let acts = self.log.world.scenario.back == Back::Auto && by == Noticer::Watch;
        if self.passage.noticed.is_none() {
            self.passage.noticed = Some((self.minute, by));
            self.log.happens(Kind::Noticed { by });
        } else if !acts || self.plan.back {
            // Only who can act at once adds something to what is known already.
            return;
        }
        if acts {
            self.decides_at = None;
            self.go_back();
        } else {
            // Complaints reach people, and people decide.
            self.decides_at = Some(self.minute + person_minutes(self.log, self.passage.start + self.minute));
        }
    }

    fn go_back(&mut self) {
        self.log.happens(Kind::BackStarted);
        let world = self.log.world;
        let moves = if world.scenario.flag && self.crossing.lit && self.fault != Fault::Environment {
            // What was switched on is switched off: nothing has to be deployed.
            vec![Act::Light { on: false }.after(world.given.switch_minutes)]
        } else {
            self.strategy.back(&world, &self.docks, &self.crossing)
        };
        self.plan = Plan::new(moves, self.minute, true);
    }

    /// Whether the way forward stands still until it is decided what to do.
    fn held(&self) -> bool {
        let Some((_, by)) = self.passage.noticed.filter(|_| !self.plan.back) else { return false };
        // Customers who complain stop no machine; but nobody switches on what they complain about.
        let machine = by == Noticer::Watch && self.strategy.pauses_when_noticed();
        self.crossing.finished || machine
    }

    fn acts(&mut self) {
        // A step does not end while the last check failed: Flagger then halts the advancement.
        if self.tower.verdict() == Verdict::Failing {
            self.plan.hold_step(self.minute, self.log.world.scenario.interval);
        }
        while !self.held() {
            let Some(act) = self.plan.due(self.minute) else { break };
            let before = self.crossing;
            self.set(before.after(act));
            let watch = self.log.world.scenario.watch;
            match act {
                Act::Pause if watch && self.tower.verdict() == Verdict::NotEnough => {
                    self.log.happens(Kind::TooFewToSay)
                }
                Act::Remove if before.old_kept && before.share > 0 => self.log.happens(Kind::SideRemoved),
                _ => {}
            }
            if let Some(kind) = kind(act, &before, &self.docks) {
                self.log.happens(kind);
            }
            if act == Act::Finish {
                self.tower.release_over();
            }
            if matches!(act, Act::Stall { .. }) {
                self.stall(watch);
            }
            // What is deployed dark is not out yet.
            let done = if self.log.world.scenario.flag { Act::Light { on: true } } else { Act::Finish };
            if act == done {
                self.resolved = self.resolved.or(Some(self.minute));
            }
        }
    }

    /// Boats do not get ready: monitoring sees it, or somebody who looks.
    fn stall(&mut self, watch: bool) {
        if watch {
            self.notice(Noticer::Watch);
        } else {
            self.looks_at = Some(self.minute + self.log.world.given.look_minutes);
        }
    }

    /// What this minute's crossing means for the whole passage.
    fn note(&mut self) {
        let (minute, crossing) = (self.minute, self.crossing);
        if crossing.deployed() > 0 {
            self.deployed = self.deployed.or(Some(minute));
        }
        if crossing.exposed() > 0 {
            self.passage.exposed = self.passage.exposed.or(Some(minute));
        }
        if crossing.exposed() == WHOLE {
            self.passage.promoted = self.passage.promoted.or(Some(minute));
        }
        if self.plan.back && self.plan.moves.is_empty() && crossing.is_back() && self.passage.restored.is_none() {
            self.passage.restored = Some(minute);
            self.resolved = Some(minute);
            self.log.happens(Kind::Restored);
        }
        let room = crossing.room(self.log.world.scenario.orders, &self.docks, self.log.world.given.headroom);
        self.passage.closed_minutes += u64::from(room == 0);
        self.passage.spare_minutes += u64::from(crossing.spare);
    }

    /// An alarm that is not answered yet is nobody's everyday business; all else becomes it after a while.
    fn hand_over(&mut self) {
        let quiet = self.passage.noticed.is_none() || self.passage.restored.is_some();
        let handover = self.log.world.given.handover_minutes;
        if !self.handed_over && quiet && self.resolved.is_some_and(|resolved| resolved + handover <= self.minute) {
            self.handed_over = true;
            self.log.enter(Station::Operate);
            self.log.happens(Kind::WatchGoesOn);
        }
    }
}

/// Minutes until a person who is called at `minute` of the journey has looked and decided.
fn person_minutes(log: &Log, minute: u64) -> u64 {
    let given = log.world.given;
    if log.calendar.is_working(minute) {
        given.person_day
    } else if log.calendar.is_weekend(minute) {
        given.person_weekend
    } else {
        given.person_night
    }
}

/// Customers some of whose orders met the old version, and some the new one: weights are per order, not per customer.
fn met_both(world: &World, crossings: &[(u64, Crossing)], ledger: &[Ledger]) -> u64 {
    let whole = u128::from(WHOLE);
    let orders = world.given.orders_a_customer.max(1);
    let boarded = |minute: u64| {
        minute.checked_sub(1).and_then(|last| ledger.get(last as usize)).copied().unwrap_or_default().boarded
    };
    let ends = crossings.iter().skip(1).map(|(minute, _)| *minute).chain([ledger.len() as u64]);
    let between = |((from, crossing), to): (&(u64, Crossing), u64)| {
        let lots = boarded(to).since(&boarded(*from));
        let share = u128::from(crossing.deployed());
        let all_alike = |share: u128| (1..orders).fold(share, |chance, _| chance * share / whole);
        let both = whole - all_alike(share) - all_alike(whole - share);
        let customers = lots.total() / orders;
        world.draws.count(Purpose::Customer, *from, customers, both as u64).min(lots.new_total()).min(lots.old_total())
    };
    crossings.iter().zip(ends).map(between).sum()
}

/// Releases, watches, and goes back when that is decided. `fault` is what is still wrong with the change.
pub fn run(log: &mut Log, fault: Fault) -> Passage {
    let world = log.world;
    log.enter(Station::Release);
    let start = log.minute();
    log.happens(Kind::ReleaseStarted);
    let docks = Docks::of(&world, fault);
    let strategy = world.scenario.release.strategy();
    let window = window(&world, &docks);
    let drill = Drill::of(&world, &docks, person_minutes(log, start + world.scenario.away_at));
    let mut booking = Booking::new(world, docks, fault);
    let mut course = Course {
        docks,
        fault,
        strategy,
        minute: 0,
        crossing: Crossing::BEFORE,
        plan: Plan::new(forward(strategy, &world, &docks), 0, false),
        passage: Passage { start, ..Passage::default() },
        tower: Tower::new(world),
        deployed: None,
        decides_at: None,
        looks_at: None,
        resolved: None,
        handed_over: false,
        log,
    };
    // Boats that do not get ready do harm, with the new part switched on or not.
    let lit = !world.scenario.flag || fault == Fault::Environment;
    course.set(Crossing { lit, ..Crossing::BEFORE });
    loop {
        let minute = course.minute;
        course.log.set_minute(start + minute);
        course.hand_over();
        if let Some(by) = course.tower.look(booking.ledger(), minute, course.deployed) {
            course.notice(by);
        }
        if course.looks_at == Some(minute) {
            course.notice(Noticer::Crew);
        }
        if course.decides_at == Some(minute) {
            course.go_back();
        }
        course.acts();
        if let Some((away, kind)) = drill.turn(minute) {
            course.set(Crossing { away, ..course.crossing });
            course.log.happens(kind);
        }
        course.note();
        booking.minute(&course.crossing);
        let later = |at: Option<u64>| at.is_some_and(|at| at > minute);
        let moves = !course.plan.moves.is_empty() && !course.held();
        let pending = moves || later(course.decides_at) || later(course.looks_at) || later(drill.end());
        let late = course.passage.restored.map_or(0, |restored| restored + world.given.settle_minutes);
        if !pending && minute + 1 >= window.max(late) {
            break;
        }
        course.minute += 1;
    }
    let Course { mut passage, minute, resolved, log, .. } = course;
    log.set_minute(start + minute + 1);
    passage.harmed = booking.harmed();
    passage.ledger = booking.finish();
    // What can do no order harm is met by nobody.
    passage.exposed = passage.exposed.filter(|_| fault_errors(&world, &docks, fault) > 0);
    passage.watch_minutes = if world.scenario.watch { resolved.unwrap_or(minute) } else { 0 };
    passage.met_both = met_both(&world, &passage.crossings, &passage.ledger);
    passage
}
