//! The steps of a journey for whoever tells it aloud: where the idea comes to another station, and what happens while orders cross.

use super::Show;
use crate::model::Kind;

/// Steps that are closer than this, in show milliseconds, are one.
const CLOSE_MS: u64 = 400;

impl Show {
    /// The places (show milliseconds) at which whoever tells the journey stops, in order: the first is the beginning, the last the end.
    #[must_use]
    pub fn stops(&self) -> Vec<u64> {
        let events = &self.timeline.events;
        let arrivals = self.timeline.visits.iter().map(|visit| visit.first_event as usize);
        let turns = (0..events.len()).filter(|event| is_turn(&events[*event].kind));
        let mut at: Vec<usize> = arrivals.chain(turns).collect();
        // The first orders on the new version; each further share is on the way.
        at.extend(events.iter().position(|event| meets_new(&event.kind)));
        at.sort_unstable();
        let mut stops = vec![0];
        for place in
            at.into_iter().filter_map(|event| self.timeline.instants.get(event)).map(|at| self.pacing.place(*at))
        {
            if stops.last().is_some_and(|last| last + CLOSE_MS < place) {
                stops.push(place);
            }
        }
        let end = self.length();
        // Nothing to wait for just before the end.
        while stops.len() > 1 && stops.last().is_some_and(|last| last + CLOSE_MS >= end) {
            stops.pop();
        }
        stops.push(end);
        stops
    }

    /// Which of the stops a place has come to, from 0.
    #[must_use]
    pub fn stop_at(&self, place: u64) -> usize {
        self.stops().iter().filter(|stop| **stop <= place).count().saturating_sub(1)
    }
}

/// Whether the story takes a turn worth stopping for.
const fn is_turn(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::GateStopped { .. }
            | Kind::Noticed { .. }
            | Kind::Restored
            | Kind::Stalled { .. }
            | Kind::BoatsAway { .. }
            | Kind::Healed { .. }
            | Kind::FlagTurned { .. }
            | Kind::ReleaseFinished
            | Kind::PromiseRead { .. }
            | Kind::WishReturns { .. }
    )
}

/// Whether from here on orders meet the new version.
const fn meets_new(kind: &Kind) -> bool {
    match kind {
        Kind::GateOpened { share } | Kind::Switched { share } | Kind::Weighed { share } => *share > 0,
        Kind::BoatReplaced { .. } => true,
        _ => false,
    }
}
