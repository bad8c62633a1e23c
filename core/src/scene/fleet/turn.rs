//! Since when the crossing has been as it is.

use crate::model::{Crossing, Moment, Timeline, timeline::MILLI};

/// Something about the crossing that is so or not, and since when.
#[derive(Clone, Copy)]
pub struct Turn {
    /// Whether it is so.
    pub now: bool,
    /// For how long it has been as it is, in thousandths of a minute.
    pub since: u64,
}

impl Turn {
    /// How it is with `respect`. Other things may have changed meanwhile.
    pub fn of(timeline: &Timeline, moment: &Moment, respect: &dyn Fn(&Crossing) -> bool) -> Self {
        let now = respect(&moment.crossing);
        let (mut before, mut since) = (moment.before, moment.since_change);
        while respect(&before) == now {
            let Some(earlier) = moment.instant.checked_sub(since + 1) else { break };
            if earlier < timeline.release_start * MILLI {
                return Self { now, since: u64::MAX };
            }
            let (_, older, length) = timeline.crossing(earlier);
            (before, since) = (older, since + 1 + length);
        }
        Self { now, since }
    }

    /// The same, come to rest if the story is told in still steps.
    pub fn rested(self, still: bool) -> Self {
        if still { Self { since: u64::MAX, ..self } } else { self }
    }
}
