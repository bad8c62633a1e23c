//! Describers: pure functions from what the simulation says to words, for captions, screen readers and the terminal.

mod assume;
mod board;
mod caption;
mod choice;
mod crossing;
mod film;
mod glossary;
pub mod kiosk;
mod notes;
mod quiz;
mod survey;
mod told;

pub use assume::{Assumed, assumed, assumed_group};
pub use board::{FIGURES, Figure, board, figure, figure_name};
pub use caption::{arrival, caption, caption_key, now};
pub use choice::{choice_value, value};
pub use film::{Film, Shot};
pub use glossary::{look_up, term};
pub use notes::{Asked, Notes, notes};
pub use quiz::{
    action as quiz_action, measure as quiz_measure, measured as quiz_measured, situation as quiz_situation,
    why as quiz_why,
};
pub use survey::{answered as survey_answered, computed as survey_computed, group as survey_group};
pub use told::{chapter_ms, grouped, option, reading_ms, reveal, title, told, tour_ms};

use super::{Arg, Language};
use crate::model::{
    Moment, Timeline,
    calendar::Clock,
    units::{DAY, HOUR},
};

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
    if minutes >= HOUR {
        return span(minutes, language);
    }
    let args = [("m", Arg::Number(minutes)), ("s", Arg::Number(rest))];
    let key = match (minutes, rest) {
        (0, _) => "duration.s",
        (_, 0) => "duration.m",
        _ => "duration.ms",
    };
    Arg::Name(language.text_with(key, &args))
}

/// How long the show takes at its usual speed, to the half minute.
#[must_use]
pub fn length(show_ms: u64, language: Language) -> String {
    const HALF_MINUTE_MS: u64 = 30_000;
    let halves = ((show_ms + HALF_MINUTE_MS / 2) / HALF_MINUTE_MS).max(1);
    language.text_with("app.length", &[("time", duration(halves * HALF_MINUTE_MS / 1_000, language))])
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
