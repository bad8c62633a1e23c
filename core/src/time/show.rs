//! A story with its pacing: what a screen plays.

use super::Pacing;
use crate::model::{Moment, Scenario, Station, Timeline, simulate, timeline::MILLI};

/// A story with its pacing.
#[derive(Clone, Debug)]
pub struct Show {
    /// The story.
    pub timeline: Timeline,
    /// How long each part of it is shown.
    pub pacing: Pacing,
}

/// Where another story was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Show milliseconds.
    pub place: u64,
    /// Whether the same stay at the same station exists there; otherwise it was entered earlier.
    pub same: bool,
}

impl Show {
    /// Simulates a scenario and paces it.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let timeline = simulate(scenario);
        let pacing = Pacing::new(&timeline);
        Self { timeline, pacing }
    }

    /// The moment at a place (show milliseconds).
    #[must_use]
    pub fn at(&self, place: u64) -> Moment {
        let moment = self.timeline.at(self.pacing.instant(place));
        let event = self.timeline.instants.get(moment.event_index as usize).copied().unwrap_or(0);
        Moment {
            here_ms: place.saturating_sub(self.visit_span(moment.visit as usize).0),
            event_ms: place.saturating_sub(self.pacing.place(event)),
            ..moment
        }
    }

    /// Show milliseconds of the whole story.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.pacing.length()
    }

    /// The first place at which the idea is at `station`.
    #[must_use]
    pub fn station_place(&self, station: Station) -> u64 {
        let visit = self.timeline.visits.iter().position(|visit| visit.station == station);
        visit.map_or(0, |visit| self.visit_span(visit).0)
    }

    /// First and last place of a stay.
    fn visit_span(&self, visit: usize) -> (u64, u64) {
        let place = |visit: usize| {
            let first = self.timeline.visits.get(visit).map(|visit| visit.first_event as usize);
            first.and_then(|event| self.timeline.instants.get(event)).map(|instant| self.pacing.place(*instant))
        };
        let start = place(visit).unwrap_or(0);
        (start, place(visit + 1).map_or(self.length(), |next| next.saturating_sub(1).max(start)))
    }

    /// The place of the event after (or, backwards, at or before) a place; for stepping.
    #[must_use]
    pub fn step(&self, place: u64, forward: bool) -> u64 {
        /// Going back within this time of an event goes to the one before it.
        const JUST_NOW_MS: u64 = 400;
        let mut places = self.timeline.instants.iter().map(|instant| self.pacing.place(*instant));
        if forward {
            places.find(|at| *at > place).unwrap_or_else(|| self.length())
        } else {
            places.filter(|at| at + JUST_NOW_MS < place).max().unwrap_or(0)
        }
    }

    /// The place to show instead of this one when the story is told in still steps: where the last event has
    /// come to rest, or while orders cross, the last whole minute.
    #[must_use]
    pub fn step_start(&self, place: u64) -> u64 {
        let moment = self.at(place);
        let event = self.timeline.instants.get(moment.event_index as usize).copied().unwrap_or(0);
        let crossing = moment.minute >= self.timeline.release_start && moment.minute < self.timeline.watch_end;
        let still = if crossing { event.max(moment.minute * MILLI) } else { event };
        self.pacing.place(still)
    }

    /// The minute at a place, and the show milliseconds since the show reached that minute: what an address carries.
    #[must_use]
    pub fn minute_and_dwell(&self, place: u64) -> (u64, u64) {
        let minute = self.pacing.instant(place) / MILLI;
        (minute, place.saturating_sub(self.pacing.place(minute * MILLI)))
    }

    /// The place that an address names.
    #[must_use]
    pub fn place_of(&self, minute: u64, dwell: u64) -> u64 {
        self.pacing.place(minute.saturating_mul(MILLI)).saturating_add(dwell).min(self.length())
    }

    /// Enters this story where `old` stood at `place`: at the same stay at the same station, as far into it;
    /// while orders cross, at the same minute after the start of the release.
    #[must_use]
    pub fn enter(&self, old: &Self, place: u64) -> Entry {
        let moment = old.at(place);
        if moment.station >= Station::Release && moment.minute < old.timeline.watch_end {
            let since = moment.instant.saturating_sub(old.timeline.release_start * MILLI);
            let last = self.timeline.watch_end * MILLI;
            let instant = (self.timeline.release_start * MILLI + since).min(last);
            return Entry { place: self.pacing.place(instant), same: true };
        }
        let before = old.timeline.visits.iter().take(moment.visit as usize);
        let nth = before.filter(|visit| visit.station == moment.station).count();
        let stays = || self.timeline.visits.iter().enumerate().filter(|(_, visit)| visit.station == moment.station);
        let found = stays().nth(nth).or_else(|| stays().next_back()).map(|(visit, _)| visit);
        let Some(visit) = found else { return Entry { place: 0, same: false } };
        let (start, end) = self.visit_span(visit);
        let (old_start, old_end) = old.visit_span(moment.visit as usize);
        let place = start + place.saturating_sub(old_start) * (end - start) / (old_end - old_start).max(1);
        Entry { place: place.clamp(start, end), same: stays().count() > nth }
    }
}
