//! One idea from the wish to what customers say afterwards.

use super::{
    assumptions::WHOLE,
    calendar::after_work,
    crossing::{Counts, results},
    draw::{Draws, Purpose},
    event::{Event, Kind, Noticer},
    measures::{Outcome, spent_seconds},
    scenario::{Fault, Gate, Scenario, Station},
    stations::{
        ci, code, container, need, operate,
        release::{self, Passage},
        spec,
    },
    timeline::{Timeline, Visit},
};

/// The log that the stations write, with the journey's clock.
#[derive(Clone, Debug)]
pub struct Log {
    minute: u64,
    draws: Draws,
    events: Vec<Event>,
    visits: Vec<Visit>,
    /// Pieces of work so far at each station: the entity of the next draw.
    work: [u64; Station::ALL.len()],
}

impl Log {
    fn new(seed: u32) -> Self {
        Self {
            minute: 0,
            draws: Draws::new(seed),
            events: Vec::new(),
            visits: Vec::new(),
            work: [0; Station::ALL.len()],
        }
    }

    /// Minutes since the wish.
    #[must_use]
    pub const fn minute(&self) -> u64 {
        self.minute
    }

    /// The draws of this journey.
    #[must_use]
    pub const fn draws(&self) -> Draws {
        self.draws
    }

    /// Moves the clock to `minute`, never backwards.
    pub fn set_minute(&mut self, minute: u64) {
        self.minute = self.minute.max(minute);
    }

    /// Lets `minutes` pass around the clock.
    pub const fn passes(&mut self, minutes: u64) {
        self.minute += minutes;
    }

    /// People work for a time drawn from `range` working minutes.
    pub fn people_work(&mut self, range: (u64, u64)) {
        let station = self.visits.last().map_or(Station::Need, |visit| visit.station);
        let index = station.index();
        let entity = self.work[usize::from(index)] * Station::ALL.len() as u64 + u64::from(index);
        self.work[usize::from(index)] += 1;
        self.minute = after_work(self.minute, self.draws.between(Purpose::Work, entity, 0, range));
    }

    /// The idea comes to a station. Coming to where it is already changes nothing.
    pub fn enter(&mut self, station: Station) {
        if self.visits.last().is_none_or(|visit| visit.station != station) {
            self.visits.push(Visit { station, first_event: self.events.len() as u32 });
        }
    }

    /// Something happens now.
    pub fn happens(&mut self, kind: Kind) {
        self.events.push(Event { minute: self.minute, kind });
    }
}

/// Simulates one idea's whole journey.
#[must_use]
pub fn simulate(scenario: &Scenario) -> Timeline {
    let mut log = Log::new(scenario.seed);
    let mut fault = scenario.fault;
    need::run(&mut log);
    spec::run(&mut log);
    code::write(&mut log);
    let mut caught_by = None;
    while let Some(gate) = ci::run(&mut log, fault) {
        caught_by = Some(gate);
        fault = Fault::None;
        code::mend(&mut log);
    }
    container::run(&mut log);
    let passage = release::run(&mut log, scenario, fault);
    let watch_end = log.minute();
    let counts = last_counts(scenario, &passage);
    let spent = spent_seconds(scenario, &counts);
    operate::run(&mut log, spent);
    let outcome = outcome(&log, &passage, &counts, caught_by, fault, spent);
    Timeline::new(scenario.clone(), log.events, log.visits, passage, watch_end, outcome)
}

/// Where all orders are when the watching ends.
fn last_counts(scenario: &Scenario, passage: &Passage) -> Counts {
    let minutes = passage.ledger.len() as u64;
    let entry = passage.ledger.last().copied().unwrap_or_default();
    let known = results(&passage.ledger, minutes.saturating_sub(1));
    Counts {
        came: minutes * scenario.orders,
        arrived: known.arrived(),
        failed: known.failed(),
        turned_away: entry.turned_away,
        aboard: entry.boarded.total() - known.total(),
        waiting: entry.waiting,
    }
}

fn outcome(
    log: &Log,
    passage: &Passage,
    counts: &Counts,
    caught_by: Option<Gate>,
    fault: Fault,
    spent: u64,
) -> Outcome {
    let committed = log.events.iter().rev().find(|event| event.kind == Kind::Committed).map(|event| event.minute);
    let stayed = passage.crossings.last().is_some_and(|(_, crossing)| crossing.share == WHOLE);
    let noticer = passage.noticed.map(|(_, by)| match by {
        Noticer::Watch => "watch",
        Noticer::Customers => "customers",
    });
    let at = |minute: Option<u64>| minute.map(|minute| passage.start + minute);
    Outcome {
        came: counts.came,
        arrived: counts.arrived,
        failed: counts.failed,
        turned_away: counts.turned_away,
        aboard: counts.aboard,
        waiting: counts.waiting,
        exposed_minute: at(passage.exposed.filter(|_| fault != Fault::None)),
        noticed_minute: at(passage.noticed.map(|(minute, _)| minute)),
        restored_minute: at(passage.restored),
        downtime_minutes: passage.closed_minutes,
        budget_spent_seconds: spent,
        // A false alarm catches nothing.
        caught_at: caught_by.map(Gate::id).or(noticer.filter(|_| fault != Fault::None)),
        lead_time_minutes: at(passage.promoted).zip(committed).filter(|_| stayed).map(|(done, from)| done - from),
    }
}
