//! Short words for what most tests do.

use naru_core::model::{Event, Outcome, Scenario, Timeline, choice, event::Kind, simulate, timeline::MILLI};

/// The defaults with some choices changed.
pub fn with(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, value) in settings {
        assert!(choice(key).is_some_and(|choice| choice.set(&mut scenario, value)), "{key}={value}");
    }
    scenario
}

/// The story of the defaults with some choices changed.
pub fn tell(settings: &[(&str, &str)]) -> Timeline {
    simulate(&with(settings))
}

/// The stories of these choices with the seeds from 1 on.
pub fn seeds(count: u32, settings: &[(&str, &str)]) -> impl Iterator<Item = Timeline> + use<> {
    let scenario = with(settings);
    (1..=count).map(move |seed| simulate(&Scenario { seed, ..scenario.clone() }))
}

/// The one in the middle.
pub fn median(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let mut numbers: Vec<u64> = numbers.into_iter().collect();
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

/// The events of this name, in order.
pub fn events<'a>(timeline: &'a Timeline, id: &'a str) -> impl Iterator<Item = &'a Event> {
    timeline.events.iter().filter(move |event| event.kind.id() == id)
}

/// The minute, since the start of the release, of the first event of this name.
pub fn when(timeline: &Timeline, id: &str) -> Option<u64> {
    events(timeline, id).next().map(|event| event.minute - timeline.release_start)
}

/// The names of all events from the start of the release to the end of the watching, each with its minute since then.
pub fn course(timeline: &Timeline) -> Vec<(u64, &'static str)> {
    let from = timeline.events.iter().position(|event| event.kind == Kind::ReleaseStarted).unwrap_or_default();
    let until = timeline.events.iter().position(|event| matches!(event.kind, Kind::PromiseRead { .. }));
    let events = &timeline.events[from..until.unwrap_or(timeline.events.len())];
    events.iter().map(|event| (event.minute - timeline.release_start, event.kind.id())).collect()
}

/// Each change of the share on the new version, in basis points, with its minute since the start of the release.
pub fn shares(timeline: &Timeline) -> Vec<(u64, u16)> {
    timeline.shares().into_iter().map(|(minute, share)| (minute - timeline.release_start, share)).collect()
}

/// The instant of a minute since the start of the release.
pub fn instant(timeline: &Timeline, minute: u64) -> u64 {
    (timeline.release_start + minute) * MILLI
}

/// Weekday and time of a minute of the journey, as an address writes them.
pub fn week_time(timeline: &Timeline, minute: u64) -> String {
    let clock = timeline.clock(minute);
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][usize::from(clock.weekday)];
    format!("{weekday}-{:02}:{:02}", clock.hour, clock.minute)
}

/// Minutes from the first order that could meet the fault until somebody noticed.
pub fn minutes_to_notice(outcome: &Outcome) -> Option<u64> {
    outcome.noticed_minute.zip(outcome.exposed_minute).map(|(noticed, exposed)| noticed - exposed)
}

/// Minutes from noticing until every order was away from the change.
pub fn minutes_back(outcome: &Outcome) -> Option<u64> {
    outcome.restored_minute.zip(outcome.noticed_minute).map(|(restored, noticed)| restored - noticed)
}
