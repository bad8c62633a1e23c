//! The team: few hands, a queue, work in progress; what is ready goes out alone or waits for others.

use std::collections::BTreeMap;

use super::{Delivery, Deployment, Harbour, Idea, YEAR_DAYS, Year, ideas};
use crate::model::{
    assumptions::Assumptions,
    calendar::Calendar,
    draw::{Draws, Purpose},
    journey::{check, make_plan},
    kinds::{Delivery as Way, Fault, Hand, Servers},
    log::Log,
    scenario::Scenario,
    stations::{
        code, delivery, operate,
        release::{self, Passage},
        spec,
    },
    units::{DAY, share_of},
    world::World,
};

/// Work that waits for a hand.
#[derive(Clone, Copy, Debug)]
enum Work {
    /// To be written for the first time; somebody may have changed what was meant.
    Write { misread_by: Option<Hand> },
    /// To be mended, after it was taken back.
    Mend(Ready),
    /// To be planned and written again, since it is not what was wished for.
    Redo { from: Hand },
}

/// A change that is ready to go.
#[derive(Clone, Copy, Debug)]
struct Ready {
    idea: Idea,
    committed: u64,
    /// What is still wrong with it.
    fault: Fault,
    misread_by: Option<Hand>,
}

/// What happens next.
#[derive(Clone, Debug)]
enum Next {
    /// Work on an idea asks for a hand.
    Asks(Idea, Work),
    /// A change is ready to go.
    Goes(Ready),
    /// The train leaves.
    Leaves,
    /// What was taken back and is good goes again.
    GoesAgain(Vec<Ready>),
}

/// The team of a harbour in its year.
pub(super) struct Team<'a> {
    scenario: Scenario,
    given: &'a Assumptions,
    draws: Draws,
    ideas: Vec<Idea>,
    /// When each hand is free again.
    hands: Vec<u64>,
    /// What is to happen, by minute and by the order in which it was said.
    agenda: BTreeMap<(u64, u64), Next>,
    said: u64,
    /// Changes that wait for the train.
    platform: Vec<Ready>,
    year: Year,
}

/// All stories of the year share its calendar.
const CALENDAR: Calendar = Calendar::MONDAY;

impl<'a> Team<'a> {
    pub fn new(harbour: Harbour, seed: u32, given: &'a Assumptions) -> Self {
        let ideas = ideas(seed, given);
        Self {
            scenario: harbour.scenario(),
            given,
            draws: Draws::new(seed),
            year: Year { wishes: ideas.len() as u64, ..Year::default() },
            ideas,
            hands: vec![0; given.team_hands.max(1) as usize],
            agenda: BTreeMap::new(),
            said: 0,
            platform: Vec::new(),
        }
    }

    pub fn run(mut self) -> Year {
        for idea in self.ideas.clone() {
            self.plan(idea);
        }
        if self.scenario.delivery == Way::Train {
            self.call_train(0);
        }
        while let Some(((minute, _), next)) = self.agenda.pop_first() {
            if minute >= YEAR_DAYS * DAY {
                break;
            }
            match next {
                Next::Asks(idea, work) => self.work(minute, idea, work),
                Next::Goes(ready) if self.scenario.delivery == Way::Train => self.platform.push(ready),
                Next::Goes(ready) => self.release(minute, vec![ready]),
                Next::GoesAgain(all) => self.release(minute, all),
                Next::Leaves => {
                    self.call_train(minute);
                    let all = std::mem::take(&mut self.platform);
                    if !all.is_empty() {
                        self.release(minute, all);
                    }
                }
            }
        }
        self.year
    }

    fn say(&mut self, minute: u64, next: Next) {
        self.said += 1;
        self.agenda.insert((minute, self.said), next);
    }

    fn call_train(&mut self, after: u64) {
        let leaves = CALENDAR.next(self.scenario.start, after + self.given.train_days.max(1) * DAY);
        self.say(leaves, Next::Leaves);
    }

    /// Need and spec are the work of others than the hands that write.
    fn plan(&mut self, idea: Idea) {
        let scenario = idea.scenario(&self.scenario);
        let mut log = Log::new(World::new(&scenario, self.given), CALENDAR);
        log.set_minute(idea.minute);
        let misread_by = make_plan(&mut log);
        self.year.worked += log.worked;
        self.say(log.minute(), Next::Asks(idea, Work::Write { misread_by }));
    }

    /// The hand that is free first takes the work, when it is free.
    fn take_hand(&self, minute: u64) -> (usize, u64) {
        let free = self.hands.iter().enumerate().min_by_key(|(_, free)| **free);
        free.map_or((0, minute), |(hand, free)| (hand, minute.max(*free)))
    }

    fn work(&mut self, minute: u64, idea: Idea, work: Work) {
        let (hand, start) = self.take_hand(minute);
        let (fault, misread_by) = match work {
            Work::Write { misread_by } => (idea.fault, misread_by),
            // What was found is mended; what is planned again is talked over.
            Work::Mend(ready) => (Fault::None, ready.misread_by),
            Work::Redo { .. } => (Fault::None, None),
        };
        let scenario = Scenario { fault, ..idea.scenario(&self.scenario) };
        let mut log = Log::new(World::new(&scenario, self.given), CALENDAR);
        log.set_minute(start);
        match work {
            Work::Write { .. } => code::write(&mut log),
            Work::Mend(_) => {
                let work = code::mending(&mut log);
                log.people_rework(work);
            }
            Work::Redo { from } => {
                let work = spec::again(&mut log, from) + code::writing(&mut log);
                log.people_rework(work);
            }
        }
        code::commit(&mut log);
        let (fault, _) = check(&mut log);
        let committed = log.first_commit().unwrap_or(start);
        self.hands[hand] = log.last_commit().unwrap_or(start);
        self.year.worked += log.worked;
        self.year.reworked += log.reworked;
        let waits = if scenario.delivery == Way::Train { 0 } else { delivery::wait(&log.world) };
        let ready = Ready { idea, committed, fault, misread_by };
        self.say(log.minute() + waits + self.given.start_minutes, Next::Goes(ready));
    }

    /// Releases what goes together: one passage, with all that is wrong aboard.
    fn release(&mut self, minute: u64, all: Vec<Ready>) {
        if self.scenario.servers == Servers::Handmade {
            let (hand, start) = self.take_hand(minute);
            self.hands[hand] = CALENDAR.after_work(start, self.given.release_work);
            self.year.worked += self.given.release_work;
        }
        let faulty = || all.iter().filter(|ready| ready.fault != Fault::None);
        let worst = faulty().max_by_key(|ready| ready.idea.severity);
        let severity = faulty().map(|ready| ready.idea.severity).sum::<u16>().clamp(1, 100);
        // Each release has a day of its own: what goes again does not meet the same chance again.
        let number = self.year.deployments.len() as u64;
        let seed = self.draws.between(Purpose::Day, number, 0, (0, u64::from(u32::MAX))) as u32;
        let fault = worst.map_or(Fault::None, |ready| ready.fault);
        let scenario = Scenario { seed, fault, severity, ..self.scenario.clone() };
        let mut log = Log::new(World::new(&scenario, self.given), CALENDAR);
        log.set_minute(minute);
        let passage = release::run(&mut log, fault);
        let taken_back = passage.noticed.is_some();
        let start = passage.start;
        let exposed = passage.exposed.filter(|_| taken_back);
        let mut restored = passage.restored.map(|restored| start + restored);
        if let (Fault::Data, Some(back)) = (fault, restored) {
            restored = Some(operate::mended_by(&mut log, passage.harmed, back));
        }
        self.year.deployments.push(Deployment {
            minute: start,
            ideas: all.len() as u64,
            recovery_minutes: exposed.zip(restored).map(|(from, to)| to - (start + from)),
            false_alarm: taken_back && fault == Fault::None,
            lost_orders: lost(&passage, self.given.healthy_errors),
        });
        self.year.worked += log.worked;
        self.year.reworked += log.reworked;
        if taken_back {
            self.take_back(start + passage.restored.unwrap_or(0), all);
        } else if let Some(promoted) = passage.promoted {
            self.deliver(start + promoted, &all);
        }
    }

    /// What was taken back is searched for the bad ones, which are mended; the good ones go again, where a train goes at
    /// its hour of the week after.
    fn take_back(&mut self, minute: u64, all: Vec<Ready>) {
        let faults = all.iter().filter(|ready| ready.fault != Fault::None).count() as u64;
        let (hand, start) = self.take_hand(minute);
        let search = faults * delivery::trials(all.len() as u64) * self.given.trial_work;
        let found = CALENDAR.after_work(start, search);
        self.hands[hand] = found;
        self.year.worked += search;
        self.year.reworked += search;
        let (good, bad): (Vec<Ready>, Vec<Ready>) = all.into_iter().partition(|ready| ready.fault == Fault::None);
        for ready in bad {
            self.say(found, Next::Asks(ready.idea, Work::Mend(ready)));
        }
        if !good.is_empty() {
            let trained = self.scenario.delivery == Way::Train;
            let again = if trained { CALENDAR.next(self.scenario.start, found) } else { found };
            self.say(again, Next::GoesAgain(good));
        }
    }

    fn deliver(&mut self, minute: u64, all: &[Ready]) {
        for ready in all {
            self.year.deliveries.push(Delivery {
                minute,
                idea: ready.idea.number,
                lead_minutes: minute - ready.committed,
                wish_minutes: minute - ready.idea.minute,
                as_wished: ready.misread_by.is_none(),
            });
            if let Some(from) = ready.misread_by {
                let heard = CALENDAR.after_work(minute, self.given.feedback_work);
                self.say(heard, Next::Asks(ready.idea, Work::Redo { from }));
            }
        }
    }
}

/// Orders that failed or turned away beyond those that fail on any day.
fn lost(passage: &Passage, healthy_errors: u64) -> u64 {
    let last = passage.ledger.last().copied().unwrap_or_default();
    let usual = share_of(last.boarded.total(), healthy_errors);
    (last.boarded.failed() + last.turned_away).saturating_sub(usual)
}
