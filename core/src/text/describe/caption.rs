//! Which caption tells an event, and with which values. A caption is true whatever was chosen: where it would not be, the event
//! has another one for that case.

use super::{
    super::{Arg, Language, Sentence},
    duration,
};
use crate::model::{
    Fault, Gate, Moment, Timeline, Turn,
    event::{Event, Kind},
    timeline::MILLI,
    units::PERCENT,
};

/// What happens in an event, in the words of a language.
#[must_use]
pub fn caption(timeline: &Timeline, event: &Event, language: Language) -> Sentence {
    let (key, values) = Told::new(timeline, event, language).caption();
    find(language, &key).and_then(|key| language.sentence(key, &values)).unwrap_or_default()
}

/// The key of the caption that tells an event, if the language has one.
#[must_use]
pub fn caption_key(timeline: &Timeline, event: &Event, language: Language) -> Option<String> {
    let (key, _) = Told::new(timeline, event, language).caption();
    find(language, &key).map(str::to_owned)
}

/// The caption of a moment.
#[must_use]
pub fn now(timeline: &Timeline, moment: &Moment, language: Language) -> Sentence {
    caption(timeline, &moment.event, language)
}

/// What happens first in a stay at a station.
#[must_use]
pub fn arrival(timeline: &Timeline, visit: u32, language: Language) -> Sentence {
    let first = timeline.visits.get(visit as usize).and_then(|visit| timeline.events.get(visit.first_event as usize));
    first.map(|event| caption(timeline, event, language)).unwrap_or_default()
}

/// The most particular key that the language has: the whole one, or what is left of it without its last cases.
fn find(language: Language, key: &str) -> Option<&str> {
    let mut keys = std::iter::successors(Some(key), |key| key.rsplit_once('.').map(|(rest, _)| rest));
    keys.find(|key| language.has(key))
}

/// A caption's key and the values that belong to it.
pub(super) type Words = (String, Vec<(&'static str, Arg)>);

/// A caption without values.
pub(super) fn plain(key: &str) -> Words {
    (key.to_owned(), Vec::new())
}

/// A figure for a caption.
pub(super) fn number(number: impl Into<u64>) -> Arg {
    Arg::Number(number.into())
}

/// An event that is to be told, within its story.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub timeline: &'a Timeline,
    pub event: &'a Event,
    pub language: Language,
}

impl<'a> Told<'a> {
    const fn new(timeline: &'a Timeline, event: &'a Event, language: Language) -> Self {
        Self { timeline, event, language }
    }

    /// What happened before, in order.
    pub fn before(self) -> impl Iterator<Item = &'a Kind> {
        self.timeline.events.iter().take_while(move |other| *other != self.event).map(|event| &event.kind)
    }

    /// Whether something of this kind happened before.
    pub fn after(self, wanted: impl Fn(&Kind) -> bool) -> bool {
        self.before().any(wanted)
    }

    /// Minutes since something of this kind happened last; since the wish, if it never did.
    pub fn since(self, wanted: impl Fn(&Kind) -> bool) -> u64 {
        let earlier = self.timeline.events.iter().take_while(|other| *other != self.event);
        let from = earlier.filter(|event| wanted(&event.kind)).last().map_or(0, |event| event.minute);
        self.event.minute - from
    }

    fn caption(self) -> Words {
        let (key, values) = self.making().unwrap_or_else(|| self.crossing().unwrap_or_else(|| self.ending()));
        (format!("caption.{key}"), values)
    }

    /// From the wish to the change that may go.
    fn making(self) -> Option<Words> {
        let scenario = &self.timeline.scenario;
        let id = self.event.kind.id();
        Some(match self.event.kind {
            Kind::PlanPassed { hand, turn } => {
                // Once somebody changed what was meant, the last hand does not bring four people together.
                let apart = self.after(|kind| matches!(kind, Kind::PlanPassed { turn: Turn::Misread, .. }));
                let turn = if apart && turn != Turn::Misread { "apart" } else { turn.id() };
                plain(&format!("{id}.{}.{turn}", hand.id()))
            }
            Kind::Committed => {
                plain(if self.after(|kind| *kind == Kind::Committed) { "committed.again" } else { "committed" })
            }
            Kind::GateStarted { gate: Gate::Compile } if !scenario.lint => plain("gate-started.compile.first"),
            Kind::GateStarted { gate } => {
                (format!("{id}.{}", gate.id()), vec![("share", Arg::Share(scenario.coverage * PERCENT))])
            }
            Kind::GatesPassed => {
                let all = scenario.lint && scenario.unit && scenario.integration;
                plain(if all { "gates-passed" } else { "gates-passed.some" })
            }
            Kind::GateStopped { gate, fault } => plain(&format!("{id}.{}.{}", gate.id(), fault.id())),
            Kind::ServersPatched { differ, of } => {
                let case = if differ == 0 { "alike" } else { "differ" };
                let values = vec![("n", number(differ)), ("all", number(of))];
                (format!("{id}.{}.{case}", scenario.servers.id()), values)
            }
            // What is sealed in cannot be missing anywhere.
            Kind::ImageSealed if scenario.fault == Fault::Environment => {
                plain(&format!("{id}.{}.environment", scenario.servers.id()))
            }
            Kind::ImageSealed | Kind::ImageStored | Kind::ImagePlaced => {
                plain(&format!("{id}.{}", scenario.servers.id()))
            }
            Kind::WaitsToGo { ideas } => (format!("{id}.{}", scenario.delivery.id()), vec![("n", number(ideas))]),
            Kind::WishHeard
            | Kind::WishAgreed
            | Kind::WorkStarted
            | Kind::Mended
            | Kind::TrialPassed
            | Kind::TrialSkipped => plain(id),
            _ => return None,
        })
    }

    /// From the end of the release to the next wish.
    fn ending(self) -> Words {
        let (scenario, outcome) = (&self.timeline.scenario, &self.timeline.outcome);
        let id = self.event.kind.id();
        match self.event.kind {
            Kind::WatchGoesOn => plain(if scenario.watch { "watch-goes-on.on" } else { "watch-goes-on.off" }),
            Kind::PromiseRead { spent_seconds } => {
                let budget = self.timeline.budget_seconds;
                let case = if spent_seconds > budget { "over" } else { "within" };
                let words = |seconds: u64| duration(seconds, self.language);
                (format!("{id}.{case}"), vec![("spent", words(spent_seconds)), ("budget", words(budget))])
            }
            Kind::RecordsMended { records } => (id.to_owned(), vec![("n", number(records))]),
            Kind::BadOneFound { ideas, trials } => {
                (id.to_owned(), vec![("n", number(ideas)), ("trials", number(trials))])
            }
            Kind::CustomersHeard => {
                let failed = outcome.harmed_orders;
                let case = if outcome.lead_time_minutes.is_none() {
                    if outcome.false_alarm { "called-off" } else { "back" }
                } else if outcome.misread_by.is_some() {
                    "wrong"
                } else if outcome.exposed_minute.is_some() && failed > 0 {
                    // What is noticed does not stay.
                    "unnoticed"
                } else {
                    "stayed"
                };
                (format!("{id}.{case}"), vec![("failed", number(failed))])
            }
            Kind::WishReturns { hand } => plain(&format!("{id}.{}", hand.id())),
            _ => plain(id),
        }
    }

    /// The minute's place in the story.
    pub const fn instant(self) -> u64 {
        self.event.minute * MILLI
    }
}
