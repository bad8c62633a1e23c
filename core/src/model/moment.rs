//! The state of the story at one instant.

use super::{
    booking::{Counts, Lots},
    calendar::Clock,
    crossing::Crossing,
    event::{Event, Kind},
    kinds::{Gate, Station},
    measures::spent_seconds,
    stations::ci,
    timeline::{MILLI, Timeline},
};

/// What a gate of the inspection line shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GateState {
    /// Not reached yet.
    #[default]
    Idle,
    /// Checking.
    Testing,
    /// Passed.
    Passed,
    /// It stopped the change.
    Stopped,
    /// It is switched off.
    Off,
}

/// The state of the story at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Thousandths of a minute since the wish.
    pub instant: u64,
    /// Minutes since the wish.
    pub minute: u64,
    /// What clock and calendar show.
    pub clock: Clock,
    /// Where the idea is.
    pub station: Station,
    /// Which stay this is, from 0.
    pub visit: u32,
    /// The event that happened last, and its index.
    pub event: Event,
    /// The index of the last event.
    pub event_index: u32,
    /// How far the time to the next event has passed, in thousandths.
    pub to_next: u64,
    /// The gates, in the order of `Gate::ALL`: the inspection line, then the trial crossing.
    pub gates: [GateState; Gate::ALL.len()],
    /// Hands that have passed the plan on.
    pub hands: u8,
    /// How the crossing stands.
    pub crossing: Crossing,
    /// How the crossing stood before its last change.
    pub before: Crossing,
    /// Thousandths of a minute since the crossing's last change.
    pub since_change: u64,
    /// How the crossing will stand after its next change, and in how many thousandths of a minute that is.
    pub next_change: Option<(Crossing, u64)>,
    /// Where the idea was before it came to this station; at the first station, the same.
    pub from: Station,
    /// Show milliseconds since the idea came to this station; pacing fills it in.
    pub here_ms: u64,
    /// Show milliseconds since the last event; pacing fills it in.
    pub event_ms: u64,
    /// Where all orders are.
    pub counts: Counts,
    /// Orders boarded so far, with the results that they will have.
    pub boarded: Lots,
    /// Orders whose result is known.
    pub known: Lots,
    /// Whether somebody has noticed that orders fail.
    pub noticed: bool,
    /// Whether every order is back with the old version.
    pub restored: bool,
    /// Seconds of the error budget spent so far.
    pub spent_seconds: u64,
}

impl Timeline {
    /// The moment at `instant`, without the show's milliseconds (thousandths of a minute since the wish); past the end, the last one.
    #[must_use]
    pub fn at(&self, instant: u64) -> Moment {
        let last_instant = self.instants.last().copied().unwrap_or(0);
        let instant = instant.min(last_instant);
        let index = self.instants.partition_point(|when| *when <= instant).saturating_sub(1);
        let event = self.events.get(index).copied().unwrap_or(Event { minute: 0, kind: Kind::WishHeard });
        let from = self.instants.get(index).copied().unwrap_or(0);
        let to = self.instants.get(index + 1).copied().unwrap_or(from);
        let visit = self.visits.partition_point(|visit| visit.first_event as usize <= index).saturating_sub(1);
        let station = self.visits.get(visit).map_or(Station::Need, |visit| visit.station);
        let so_far = self.events.get(..=index).unwrap_or_default();
        let (crossing, before, since_change) = self.crossing(instant);
        let counts = self.counts(instant);
        Moment {
            instant,
            minute: instant / MILLI,
            clock: self.clock(instant / MILLI),
            station,
            visit: visit as u32,
            event,
            event_index: index as u32,
            to_next: (instant - from) * MILLI / (to - from).max(1),
            gates: self.gates(so_far),
            hands: count(so_far, |kind| matches!(kind, Kind::PlanPassed { .. })),
            crossing,
            before,
            since_change,
            next_change: self.next_crossing(instant),
            boarded: self.boarded(instant),
            known: self.known(instant),
            noticed: so_far.iter().any(|event| matches!(event.kind, Kind::Noticed { .. })),
            restored: so_far.iter().any(|event| event.kind == Kind::Restored),
            spent_seconds: spent_seconds(&self.scenario, &counts),
            from: visit.checked_sub(1).and_then(|visit| self.visits.get(visit)).map_or(station, |visit| visit.station),
            here_ms: 0,
            event_ms: 0,
            counts,
        }
    }
}

fn count(events: &[Event], wanted: impl Fn(&Kind) -> bool) -> u8 {
    events.iter().filter(|event| wanted(&event.kind)).count() as u8
}

/// What happened since the change was committed last.
fn since_commit(events: &[Event]) -> &[Event] {
    let last = events.iter().rposition(|event| event.kind == Kind::Committed).unwrap_or(0);
    events.get(last..).unwrap_or_default()
}

impl Timeline {
    /// What the gates show after these events. A mended change starts at the first gate again.
    fn gates(&self, events: &[Event]) -> [GateState; Gate::ALL.len()] {
        let mut gates = [GateState::Idle; Gate::ALL.len()];
        for event in since_commit(events) {
            match event.kind {
                Kind::GateStarted { gate } => {
                    gates.iter_mut().take(gate as usize).for_each(|before| *before = GateState::Passed);
                    gates[gate as usize] = GateState::Testing;
                }
                Kind::GateStopped { gate, .. } => gates[gate as usize] = GateState::Stopped,
                Kind::GatesPassed => gates.iter_mut().take(Gate::LINE.len()).for_each(|gate| *gate = GateState::Passed),
                Kind::ImagePlaced => gates[Gate::EndToEnd as usize] = GateState::Testing,
                Kind::TrialPassed => gates[Gate::EndToEnd as usize] = GateState::Passed,
                _ => {}
            }
        }
        for (gate, state) in Gate::ALL.into_iter().zip(&mut gates) {
            if !ci::is_on(&self.scenario, gate) {
                *state = GateState::Off;
            }
        }
        gates
    }
}
