//! How time passes in a session.

use super::{Action, Session};

/// Show milliseconds from one reading of clocks and counters to the next: quicker than they can be read.
const BEAT_MS: u64 = 333;

/// What passed with some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// Only what moves is elsewhere.
    Frame,
    /// There is something new to be read: an event, or the next reading of clocks and counters.
    Beat,
    /// What is on the screen is another: the show is over, or the pinned run stands beside it now.
    Turn,
}

impl Session {
    /// Lets so many milliseconds of the show pass.
    pub(super) fn pass(&mut self, ms: u64) {
        let end = self.act.map_or(self.show.length(), |act| act.until);
        self.place = (self.place + ms).min(end);
        if let Some(act) = &mut self.act {
            act.rest = act.rest.saturating_sub(ms);
            self.playing = act.rest > 0 || self.place < act.until;
            if !self.playing {
                self.act = None;
            }
        } else {
            self.playing = !self.over();
        }
    }

    /// Lets `ms` milliseconds pass, and says what followers must hear of.
    pub fn tick(&mut self, ms: u64) -> Passed {
        let turn = |session: &Self| (session.playing, session.pinned_place().is_some());
        let beat = |session: &Self| (session.place / BEAT_MS, session.show.at(session.place).event_index);
        let before = (turn(self), beat(self));
        self.update(Action::Tick(ms));
        match (turn(self), beat(self)) {
            (turn, _) if turn != before.0 => Passed::Turn,
            (_, beat) if beat != before.1 => Passed::Beat,
            _ => Passed::Frame,
        }
    }
}
