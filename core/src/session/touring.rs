//! What a session does for whoever tells it: it plays to the next step; for a tour it stands where the tour stands, plays a beat, and notices when the person leaves the way.

use super::{Action, Session};
use crate::{link::Told, model::Scenario, time::Show};

/// What is played up to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Act {
    /// The place at which it ends.
    pub(super) until: u64,
    /// Show milliseconds that must pass before it is over, at least: as long as reading takes.
    pub(super) rest: u64,
}

impl Session {
    /// Where a tour stands, if one is told.
    #[must_use]
    pub const fn told(&self) -> Option<&Told> {
        self.told.as_ref()
    }

    /// Whether something is played up to a place, for a tour or for who steps through; it may be paused.
    #[must_use]
    pub const fn performs(&self) -> bool {
        self.act.is_some()
    }

    /// The place up to which something is played.
    #[must_use]
    pub fn ahead(&self) -> Option<u64> {
        self.act.map(|act| act.until)
    }

    /// Plays on to a place, and stands there.
    pub(super) fn play_to(&mut self, place: u64) {
        let until = place.clamp(self.place, self.show.length());
        self.playing = self.place < until;
        self.act = self.playing.then_some(Act { until, rest: 0 });
    }

    /// Stands at once where what is played ends.
    pub(super) fn finish(&mut self) {
        if let Some(act) = self.act.take() {
            self.place = act.until;
            self.playing = false;
        }
    }

    /// Whether a tour is told and the person has left its way.
    #[must_use]
    pub const fn strayed(&self) -> bool {
        self.strayed
    }

    /// A tour stands elsewhere, or is left.
    pub(super) fn stand_in_tour(&mut self, told: Option<Told>) {
        self.begun |= told.is_some();
        self.told = told;
        self.act = None;
        self.strayed = false;
        self.playing = false;
    }

    /// Plays a part of a story, in at least so many milliseconds.
    pub(super) fn perform(&mut self, scenario: Scenario, from: u64, until: u64, least: u64) {
        if scenario != self.scenario {
            self.show = Show::new(&scenario);
            self.scenario = scenario;
        }
        // The tour's own choices are nobody's to take back.
        self.past.clear();
        self.message = None;
        self.begun = true;
        self.place = from.min(self.show.length());
        let until = until.clamp(self.place, self.show.length());
        self.act = Some(Act { until, rest: least.max(until - self.place) });
        self.strayed = false;
        self.playing = true;
    }

    /// Notices whether the person leaves the tour's way by what they do.
    pub(super) fn stray(&mut self, action: &Action) {
        let strays = matches!(
            action,
            Action::Seek(_) | Action::Step { .. } | Action::Visit(_) | Action::Choose { .. } | Action::Undo
        );
        if strays {
            self.act = None;
            self.strayed |= self.told.is_some();
        }
    }
}
