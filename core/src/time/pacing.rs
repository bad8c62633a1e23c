//! How long each part of the story is shown.

use crate::model::{Event, Gate, Timeline, event::Kind, timeline::MILLI};

/// Milliseconds that the last event stays before the show is over.
const LAST_MS: u64 = 4_000;

/// Milliseconds of an event that was seen before, at least: the change has come to its place and settled there.
const AGAIN_MS: u64 = 1_500;

/// While orders cross, minutes are shown in three paces: the first few after something happened slowly, so
/// that its effect can be followed, the next ones quicker, the rest flies by. (minutes, milliseconds each)
const CROSSING_PACES: [(u64, u64); 2] = [(3, 1_100), (9, 420)];
/// Milliseconds of each minute after those.
const FLYING_MS: u64 = 32;

/// Milliseconds that it takes to see and read an event, before the next may follow.
const fn reading_ms(kind: &Kind) -> u64 {
    match kind {
        Kind::WishHeard | Kind::ReleaseStarted => 3_600,
        Kind::WishAgreed | Kind::GatesPassed | Kind::TrialPassed => 2_200,
        Kind::PlanPassed { .. } => 2_500,
        Kind::WorkStarted => 4_200,
        Kind::Committed | Kind::Mended => 2_000,
        Kind::GateStarted { gate: Gate::Lint } => 4_000,
        Kind::GateStarted { .. } => 2_500,
        Kind::GateStopped { .. } => 3_600,
        Kind::ImageSealed | Kind::ImageStored | Kind::ImagePlaced | Kind::ServersPatched { .. } => 3_600,
        Kind::TrialSkipped | Kind::TooFewToSay => 2_400,
        Kind::WaitsToGo { .. } | Kind::BadOneFound { .. } | Kind::RecordsMended { .. } => 4_000,
        Kind::SideChecked => 2_000,
        Kind::Stalled { .. } | Kind::BoatsAway { .. } | Kind::Healed { .. } | Kind::FlagTurned { .. } => 3_400,
        Kind::WishReturns { .. } => LAST_MS,
        Kind::BoatReplaced { .. } => 900,
        Kind::GateClosed | Kind::GateOpened { .. } | Kind::SidePreparing | Kind::SideReady => 2_400,
        Kind::Switched { .. } | Kind::Weighed { .. } => 2_600,
        Kind::SideRemoved | Kind::ReleaseFinished => 1_800,
        Kind::WatchGoesOn => 3_200,
        Kind::Noticed { .. } | Kind::BackStarted => 3_400,
        Kind::Restored => 3_600,
        Kind::PromiseRead { .. } => 4_200,
        Kind::CustomersHeard => LAST_MS,
    }
}

/// The way between show time and simulated time: straight between knots, rising in both.
#[derive(Clone, Debug)]
pub struct Pacing {
    /// Show milliseconds and thousandths of a simulated minute.
    knots: Vec<(u64, u64)>,
}

impl Pacing {
    /// The pacing of a story.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut pacing = Self { knots: vec![(0, 0)] };
        let next = timeline.instants.iter().skip(1);
        // What a mended change goes through again was seen before, and is told in half the time.
        let mended =
            |minute: u64| timeline.events.iter().any(|other| other.kind == Kind::Mended && other.minute < minute);
        for ((event, from), to) in timeline.events.iter().zip(&timeline.instants).zip(next) {
            let crossing = event.minute >= timeline.release_start && event.minute < timeline.watch_end;
            if crossing {
                pacing.crossing(event, *from, *to);
            } else {
                let again = event.minute < timeline.release_start && mended(event.minute);
                let reading = reading_ms(&event.kind);
                pacing.push(if again { (reading / 2).max(AGAIN_MS) } else { reading }, *to);
            }
        }
        let last = timeline.instants.last().copied().unwrap_or(0);
        pacing.push(LAST_MS, last);
        pacing
    }

    fn push(&mut self, ms: u64, instant: u64) {
        let from = self.length();
        self.knots.push((from + ms, instant));
    }

    /// From `from` to `to` while orders cross.
    fn crossing(&mut self, event: &Event, from: u64, to: u64) {
        let mut parts = Vec::new();
        let mut at = from;
        for (minutes, ms) in CROSSING_PACES {
            let until = to.min(at + minutes * MILLI);
            parts.push(((until - at) * ms / MILLI, until));
            at = until;
        }
        parts.push(((to - at) * FLYING_MS / MILLI, to));
        // What is short is stretched until it can be read.
        let total = parts.iter().map(|(ms, _)| ms).sum::<u64>().max(1);
        let wanted = total.max(reading_ms(&event.kind));
        let mut done = 0;
        for (ms, until) in parts.into_iter().filter(|(ms, _)| *ms > 0) {
            let (before, after) = (done * wanted / total, (done + ms) * wanted / total);
            done += ms;
            self.push(after - before, until);
        }
    }

    /// Show milliseconds of the whole story.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.knots.last().map_or(0, |(ms, _)| *ms)
    }

    /// The instant (thousandths of a simulated minute) at a place of the show.
    #[must_use]
    pub fn instant(&self, place: u64) -> u64 {
        between(&self.knots, place, |knot| *knot, |product, divisor| product / divisor)
    }

    /// The first place of the show at which the story reaches an instant.
    #[must_use]
    pub fn place(&self, instant: u64) -> u64 {
        // Rounded up, where the other way is rounded down: an instant is reached at its place, never after it.
        between(&self.knots, instant, |(ms, instant)| (*instant, *ms), u64::div_ceil)
    }
}

/// Reads a rising line of knots at `x`, `round`ing (a product, a divisor); outside of it, its ends. Of several
/// knots at `x`, the first counts.
fn between(
    knots: &[(u64, u64)],
    x: u64,
    axes: impl Fn(&(u64, u64)) -> (u64, u64),
    round: impl Fn(u64, u64) -> u64,
) -> u64 {
    let after = knots.partition_point(|knot| axes(knot).0 < x);
    match (after.checked_sub(1).and_then(|index| knots.get(index)), knots.get(after)) {
        (Some(from), Some(to)) => {
            let ((x0, y0), (x1, y1)) = (axes(from), axes(to));
            // Days in thousandths of a minute times minutes in milliseconds: far below what 64 bits hold.
            y0 + round((y1 - y0) * (x - x0), (x1 - x0).max(1))
        }
        (Some(end), None) | (None, Some(end)) => axes(end).1,
        (None, None) => 0,
    }
}
