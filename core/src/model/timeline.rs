//! The whole story of one run: events, visits to stations, every order, the outcome.

use super::{
    booking::{Counts, Ledger, Lots},
    calendar::{Calendar, Clock},
    crossing::Crossing,
    event::{Event, digest},
    log::{Log, Visit},
    measures::{Outcome, budget_seconds},
    scenario::Scenario,
    stations::release::Passage,
    units::CROSSING_MINUTES,
};

/// Thousandths of a minute in a minute: the grain in which a moment within a minute is named.
pub const MILLI: u64 = 1_000;

/// The whole story of one run.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The choices.
    pub scenario: Scenario,
    /// What happens, in order.
    pub events: Vec<Event>,
    /// When each event happens, in thousandths of a minute since the wish: those of one minute follow
    /// one another within it, so that no two share an instant.
    pub instants: Vec<u64>,
    /// The idea's way through the stations, in order; a station can be visited again.
    pub visits: Vec<Visit>,
    /// The minute at which the release starts.
    pub release_start: u64,
    /// The minute at which the watching ends.
    pub watch_end: u64,
    /// The figures.
    pub outcome: Outcome,
    /// Seconds of failing completely that the promise allows.
    pub budget_seconds: u64,
    calendar: Calendar,
    passage: Passage,
}

impl Timeline {
    /// Puts the story together.
    #[must_use]
    pub fn new(scenario: Scenario, log: Log, passage: Passage, watch_end: u64, outcome: Outcome) -> Self {
        let budget_seconds = budget_seconds(&scenario, log.world.given.promise_days);
        let Log { events, visits, calendar, .. } = log;
        let (release_start, instants) = (passage.start, instants(&events));
        Self {
            scenario,
            events,
            instants,
            visits,
            release_start,
            watch_end,
            outcome,
            budget_seconds,
            calendar,
            passage,
        }
    }

    /// The last minute of the story.
    #[must_use]
    pub fn end(&self) -> u64 {
        self.events.last().map_or(0, |event| event.minute)
    }

    /// The clock at `minute`.
    #[must_use]
    pub fn clock(&self, minute: u64) -> Clock {
        self.calendar.clock(minute)
    }

    /// The hash of the events: equal on every machine for the same choices.
    #[must_use]
    pub fn digest(&self) -> u64 {
        digest(&self.events)
    }

    /// Each change of the share on the new version: minute and basis points, from the start of the release.
    #[must_use]
    pub fn shares(&self) -> Vec<(u64, u16)> {
        let mut shares: Vec<(u64, u16)> = Vec::new();
        // Several changes of one minute are one change: orders meet the last of them.
        let last_of_each = self.passage.crossings.chunk_by(|one, other| one.0 == other.0).filter_map(<[_]>::last);
        for (minute, crossing) in last_of_each {
            if shares.last().is_none_or(|(_, share)| *share != crossing.share) {
                shares.push((self.release_start + minute, crossing.share));
            }
        }
        shares
    }

    /// How the crossing stands at an instant, how it stood before, and since when (thousandths of a minute).
    #[must_use]
    pub fn crossing(&self, instant: u64) -> (Crossing, Crossing, u64) {
        let Some(since) = instant.checked_sub(self.release_start * MILLI) else {
            return (Crossing::BEFORE, Crossing::BEFORE, 0);
        };
        let changes = &self.passage.crossings;
        let count = changes.partition_point(|(minute, _)| minute * MILLI <= since);
        let Some((start, now)) = count.checked_sub(1).and_then(|last| changes.get(last)).copied() else {
            return (Crossing::BEFORE, Crossing::BEFORE, 0);
        };
        // Several changes of one minute are one change to the eye.
        let first = changes.partition_point(|(minute, _)| *minute < start);
        let before = first.checked_sub(1).and_then(|last| changes.get(last)).map_or(Crossing::BEFORE, |(_, it)| *it);
        (now, before, since - start * MILLI)
    }

    /// How the crossing will stand after its next change, and in how many thousandths of a minute that is.
    #[must_use]
    pub fn next_crossing(&self, instant: u64) -> Option<(Crossing, u64)> {
        let start = self.release_start * MILLI;
        let changes = &self.passage.crossings;
        let next = changes.partition_point(|(minute, _)| start + minute * MILLI <= instant);
        let minute = changes.get(next)?.0;
        // Several changes of one minute are one change to the eye: the last of them counts.
        let last = changes.iter().rev().find(|(other, _)| *other == minute)?;
        Some((last.1, start + minute * MILLI - instant))
    }

    fn entry(&self, minutes: u64) -> Ledger {
        let last = self.passage.ledger.len() as u64;
        minutes
            .min(last)
            .checked_sub(1)
            .and_then(|index| self.passage.ledger.get(index as usize))
            .copied()
            .unwrap_or_default()
    }

    /// Orders that have boarded up to an instant, with the results that they will have.
    #[must_use]
    pub fn boarded(&self, instant: u64) -> Lots {
        let since = instant.saturating_sub(self.release_start * MILLI);
        let (minutes, milli) = (since / MILLI, since % MILLI);
        self.entry(minutes).boarded.towards(&self.entry(minutes + 1).boarded, milli)
    }

    /// Orders whose result is known at an instant.
    #[must_use]
    pub fn known(&self, instant: u64) -> Lots {
        let last = self.watch_end * MILLI;
        self.boarded(instant.min(last).saturating_sub(CROSSING_MINUTES * MILLI))
    }

    /// Where all orders are at an instant.
    #[must_use]
    pub fn counts(&self, instant: u64) -> Counts {
        let since = instant.saturating_sub(self.release_start * MILLI);
        let (minutes, milli) = (since / MILLI, since % MILLI);
        let (from, to) = (self.entry(minutes), self.entry(minutes + 1));
        let boarded = from.boarded.towards(&to.boarded, milli);
        let known = self.known(instant);
        let turned_away = from.turned_away + (to.turned_away - from.turned_away) * milli / MILLI;
        let waiting = (from.waiting * (MILLI - milli) + to.waiting * milli) / MILLI;
        Counts {
            came: boarded.total() + turned_away + waiting,
            arrived: known.arrived(),
            failed: known.failed(),
            turned_away,
            aboard: boarded.total() - known.total(),
            waiting,
        }
    }
}

/// Spreads the events of one minute over it.
fn instants(events: &[Event]) -> Vec<u64> {
    events
        .chunk_by(|one, other| one.minute == other.minute)
        .flat_map(|same| {
            let count = same.len() as u64;
            same.iter().zip(0_u64..).map(move |(event, index)| event.minute * MILLI + index * MILLI / count)
        })
        .collect()
}
