//! Describers: pure functions from what the simulation says to words, for captions, screen readers and the terminal.

use super::{Arg, Language, Sentence};
use crate::model::{
    Moment, Scenario, Timeline,
    assumptions::WHOLE,
    calendar::{Clock, DAY},
    event::{Event, Kind},
    measures::budget_seconds,
};

/// What happens in an event, in the words of a language: the most particular caption that the language has.
#[must_use]
pub fn caption(timeline: &Timeline, event: &Event, language: Language) -> Sentence {
    let id = event.kind.id();
    let (variant, args) = particulars(timeline, event, language);
    let keys = variant.map(|variant| format!("caption.{id}.{variant}"));
    keys.and_then(|key| language.sentence(&key, &args))
        .or_else(|| language.sentence(&format!("caption.{id}"), &args))
        .unwrap_or_default()
}

/// What tells this event from others of its kind, and the values that belong to it.
fn particulars(timeline: &Timeline, event: &Event, language: Language) -> (Option<String>, Vec<(&'static str, Arg)>) {
    let release = timeline.scenario.release.id();
    let counts = timeline.counts(event.minute * crate::model::timeline::MILLI);
    let of = |variant: &str| Some(variant.to_owned());
    match event.kind {
        Kind::PlanPassed { hand } => (of(hand.id()), Vec::new()),
        Kind::GateStarted { gate } => (of(gate.id()), Vec::new()),
        Kind::GateStopped { fault, .. } => (of(fault.id()), Vec::new()),
        Kind::ReleaseStarted => {
            let orders = Arg::Number(timeline.scenario.orders);
            (of(release), vec![("orders", orders), ("share", Arg::Share(timeline.scenario.share * 100))])
        }
        Kind::GateOpened { share } => {
            let turned = ("turned", Arg::Number(counts.turned_away));
            (of(if share == 0 { "back" } else { "forward" }), vec![turned])
        }
        Kind::Switched { share: 0 } => (of("back"), Vec::new()),
        Kind::Switched { .. } => (of(if timeline.scenario.hold == 0 { "unkept" } else { "forward" }), Vec::new()),
        Kind::Weighed { share } => {
            let variant = match share {
                0 => "back",
                WHOLE if !timeline.scenario.watch => "unwatched",
                WHOLE if timeline.scenario.hold == 0 => "unwatched",
                WHOLE => "all",
                _ => "some",
            };
            (of(variant), vec![("share", Arg::Share(share))])
        }
        Kind::BoatReplaced { new, of: all } => {
            // A boat can be replaced in the very minute of the alarm: the order of events tells, not the minute.
            let mut before = timeline.events.iter().take_while(|other| *other != event);
            let back = before.any(|other| other.kind == Kind::BackStarted);
            let variant = match (back, new) {
                (true, 0) => "last",
                (true, _) => "back",
                (false, _) => "forward",
            };
            (of(variant), vec![("n", Arg::Number(u64::from(new))), ("all", Arg::Number(u64::from(all)))])
        }
        Kind::Noticed { by } => {
            let variant = match by {
                crate::model::Noticer::Watch => "watch",
                crate::model::Noticer::Customers => "customers",
            };
            let exposed = timeline.outcome.exposed_minute.unwrap_or(event.minute);
            let minutes = Arg::Number(event.minute.saturating_sub(exposed));
            (of(variant), vec![("minutes", minutes)])
        }
        Kind::WatchGoesOn => (of(if timeline.scenario.watch { "on" } else { "off" }), Vec::new()),
        Kind::BackStarted if kept_a_side(timeline, event) == Some(false) => (of("gone"), Vec::new()),
        Kind::BackStarted => (of(release), Vec::new()),
        Kind::ReleaseFinished if timeline.outcome.noticed_minute.is_some_and(|minute| minute <= event.minute) => {
            (of("alarm"), Vec::new())
        }
        Kind::Restored => {
            let from = timeline.outcome.noticed_minute.unwrap_or(event.minute);
            let minutes = Arg::Number(event.minute.saturating_sub(from));
            (None, vec![("minutes", minutes)])
        }
        Kind::PromiseRead { spent_seconds } => {
            let budget = budget_seconds(&timeline.scenario);
            let variant = if spent_seconds > budget { "over" } else { "within" };
            (of(variant), vec![("spent", duration(spent_seconds, language)), ("budget", duration(budget, language))])
        }
        Kind::CustomersHeard => {
            let outcome = &timeline.outcome;
            let variant = if outcome.lead_time_minutes.is_none() {
                "back"
            } else if outcome.noticed_minute.is_none() && timeline.scenario.fault == crate::model::Fault::Load {
                "unnoticed"
            } else {
                "stayed"
            };
            (of(variant), vec![("failed", Arg::Number(outcome.failed))])
        }
        _ => (of(release), Vec::new()),
    }
}

/// Whether the old side still stands at an event, for strategies that have one to go back to.
fn kept_a_side(timeline: &Timeline, event: &Event) -> Option<bool> {
    let keeps = timeline.events.iter().any(|other| matches!(other.kind, Kind::SideReady));
    let gone = timeline.events.iter().take_while(|other| *other != event).any(|other| other.kind == Kind::SideRemoved);
    keeps.then_some(!gone)
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

/// Day and time, as on the harbour's clock.
#[must_use]
pub fn clock(clock: Clock, language: Language) -> String {
    let weekday = language.text(&format!("weekday.{}", clock.weekday));
    let time = Arg::Name(format!("{:02}:{:02}", clock.hour, clock.minute));
    language.text_with("clock", &[("day", Arg::Number(clock.day)), ("weekday", Arg::Name(weekday)), ("time", time)])
}

/// Day and time of a moment: the time only while orders cross. Before and after, days fly by.
#[must_use]
pub fn calendar(timeline: &Timeline, moment: &Moment, language: Language) -> String {
    if (timeline.release_start..timeline.watch_end).contains(&moment.minute) {
        return clock(moment.clock, language);
    }
    let weekday = language.text(&format!("weekday.{}", moment.clock.weekday));
    language.text_with("clock.day", &[("day", Arg::Number(moment.clock.day)), ("weekday", Arg::Name(weekday))])
}

/// Seconds as minutes and seconds.
#[must_use]
pub fn duration(seconds: u64, language: Language) -> Arg {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let args = [("m", Arg::Number(minutes)), ("s", Arg::Number(rest))];
    let key = match (minutes, rest) {
        (0, _) => "duration.s",
        (_, 0) => "duration.m",
        _ => "duration.ms",
    };
    Arg::Name(language.text_with(key, &args))
}

/// Minutes as days, hours and minutes, the two greatest that are not nothing.
#[must_use]
pub fn span(minutes: u64, language: Language) -> Arg {
    let (days, hours, rest) = (minutes / DAY, minutes % DAY / 60, minutes % 60);
    let args = [("d", Arg::Number(days)), ("h", Arg::Number(hours)), ("m", Arg::Number(rest))];
    let key = match (days, hours) {
        (0, 0) => "duration.m",
        (0, _) => "duration.hm",
        _ => "duration.dh",
    };
    Arg::Name(language.text_with(key, &args))
}

/// One line of the outcome board: the key of its label, and its value in words and as a bare figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `board.<key>` in the locales, and the name by which tests read it.
    pub key: &'static str,
    /// Its value, in the language.
    pub value: String,
    /// Its value as a whole number (orders, minutes or seconds), if it has happened.
    pub raw: Option<u64>,
}

/// The keys of the outcome board's lines, in their order.
pub const FIGURES: [&str; 5] = ["failed", "turned_away", "noticed", "restored", "budget"];

/// What a line of the outcome board is called.
#[must_use]
pub fn figure_name(key: &str, scenario: &Scenario, language: Language) -> String {
    let budget = duration(budget_seconds(scenario), language);
    language.text_with(&format!("board.{key}"), &[("budget", budget)])
}

/// One line of the outcome board at a moment, by its key. What has not happened yet, or will not, is a dash.
#[must_use]
pub fn figure(key: &'static str, timeline: &Timeline, moment: &Moment, language: Language) -> Figure {
    let outcome = &timeline.outcome;
    let number = |number: u64| Figure { key, value: Arg::Number(number).show(), raw: Some(number) };
    let minutes = |from: Option<u64>, to: Option<u64>| {
        let raw = to.filter(|minute| *minute <= moment.minute).zip(from).map(|(to, from)| to.saturating_sub(from));
        let value = raw.map_or_else(|| language.text("none"), |minutes| span(minutes, language).show());
        Figure { key, value, raw }
    };
    match key {
        "failed" => number(moment.counts.failed),
        "turned_away" => number(moment.counts.turned_away),
        "noticed" => minutes(outcome.exposed_minute, outcome.noticed_minute),
        "restored" => minutes(outcome.noticed_minute, outcome.restored_minute),
        _ => {
            let value = duration(moment.spent_seconds, language).show();
            Figure { key, value, raw: Some(moment.spent_seconds) }
        }
    }
}

/// The outcome board at a moment.
#[must_use]
pub fn board(timeline: &Timeline, moment: &Moment, language: Language) -> Vec<Figure> {
    FIGURES.into_iter().map(|key| figure(key, timeline, moment, language)).collect()
}

/// Where the story stands, in a few words: what a slider says of its place.
#[must_use]
pub fn place(timeline: &Timeline, moment: &Moment, language: Language) -> String {
    let station = language.text(&format!("station.{}", moment.station.id()));
    let args = [("station", Arg::Name(station)), ("clock", Arg::Name(calendar(timeline, moment, language)))];
    language.text_with("stage.where", &args)
}

/// The stage in words, for those who do not see it.
#[must_use]
pub fn stage(timeline: &Timeline, moment: &Moment, language: Language) -> String {
    let mut text = place(timeline, moment, language);
    if moment.minute >= timeline.release_start {
        let counts = &moment.counts;
        let args = [
            ("share", Arg::Share(moment.crossing.share)),
            ("arrived", Arg::Number(counts.arrived)),
            ("failed", Arg::Number(counts.failed)),
        ];
        text.push(' ');
        text.push_str(&language.text_with("stage.orders", &args));
        if !moment.crossing.open {
            text.push(' ');
            text.push_str(&language.text("stage.closed"));
        }
    }
    text
}

/// What a choice is set to, in words.
#[must_use]
pub fn choice_value(scenario: &Scenario, key: &str, language: Language) -> String {
    let value = crate::model::choice(key).map(|choice| choice.get(scenario)).unwrap_or_default();
    let named = format!("value.{key}.{value}");
    if let Some(name) = language.messages().find(&named) {
        return name.to_owned();
    }
    let number = match key {
        "seed" => return value,
        "slo" => Arg::Share(scenario.slo),
        _ => Arg::Number(value.parse().unwrap_or_default()),
    };
    language.text_with(&format!("unit.{key}"), &[("n", number)])
}
