//! What a tour tells: the sentences of beats, bets and their reveals.

use super::{
    super::{Arg, Language, Sentence, korean::is_syllable},
    duration, span,
};
use crate::{
    model::{
        assumptions::Assumptions,
        event::Kind,
        units::MINUTE_SECONDS,
        year::{Harbour, year},
    },
    story::{Ask, Bet, Chapter, Tour, Way},
    time::Show,
};

/// Milliseconds that reading takes: somebody who also looks at a picture and reads 230 words (5 letters and a space each) or 630
/// syllables a minute.
const LETTER_MS: u64 = 43;
const SYLLABLE_MS: u64 = 93;
/// Milliseconds to find where to read, and to look up again.
const LOOK_MS: u64 = 1_500;

/// A chapter's name.
#[must_use]
pub fn title(chapter: &Chapter, language: Language) -> String {
    language.text(&format!("story.{}.title", chapter.id))
}

/// What the beat at which a tour stands tells, with the figures of its show.
#[must_use]
pub fn told(tour: &Tour, show: &Show, language: Language) -> Sentence {
    let key = format!("story.{}.{}", tour.chapter().id, tour.beat().id);
    let mut values = figures(show, language);
    if language.inserts(&key, "lost_before") {
        values.extend(lost(show.timeline.scenario.seed));
    }
    language.sentence(&key, &values).unwrap_or_default()
}

/// Orders that the two harbours lose in their year.
pub fn lost(seed: u32) -> [(&'static str, Arg); 2] {
    let given = Assumptions::default();
    let lost = |harbour| Arg::Number(year(harbour, seed, &given).figures().lost_orders);
    [("lost_before", lost(Harbour::Before)), ("lost_with", lost(Harbour::With))]
}

/// The figures of a show that a sentence can insert.
fn figures(show: &Show, language: Language) -> Vec<(&'static str, Arg)> {
    let outcome = &show.timeline.outcome;
    let minutes = |from: Option<u64>, to: Option<u64>| {
        let minutes = to.zip(from).map_or(0, |(to, from)| to.saturating_sub(from));
        duration(minutes * MINUTE_SECONDS, language)
    };
    let (trials, ideas) = show
        .timeline
        .events
        .iter()
        .find_map(|event| match event.kind {
            Kind::BadOneFound { trials, ideas } => Some((trials, ideas)),
            _ => None,
        })
        .unwrap_or((0, outcome.ideas));
    vec![
        ("failed", Arg::Number(outcome.counts.failed)),
        ("turned", Arg::Number(outcome.counts.turned_away)),
        ("noticed", minutes(outcome.exposed_minute, outcome.noticed_minute)),
        ("restored", minutes(outcome.noticed_minute, outcome.restored_minute)),
        ("ideas", Arg::Number(ideas)),
        ("trials", Arg::Number(trials)),
        ("docks", Arg::Number(show.timeline.scenario.boats.into())),
        ("differ", Arg::Number(outcome.docks_differing.into())),
        ("rework", span(outcome.rework_minutes, language)),
        ("healed", healed(show, language)),
        ("records", Arg::Number(outcome.wrong_records)),
        ("promise", Arg::Share(show.timeline.scenario.slo)),
        ("budget", duration(show.timeline.budget_seconds, language)),
    ]
}

/// How long something stayed away in a drill.
fn healed(show: &Show, language: Language) -> Arg {
    let minute = |wanted: fn(&Kind) -> bool| {
        show.timeline.events.iter().find(|event| wanted(&event.kind)).map(|event| event.minute)
    };
    let away = minute(|kind| matches!(kind, Kind::BoatsAway { .. }));
    let back = minute(|kind| matches!(kind, Kind::Healed { .. }));
    span(back.zip(away).map_or(0, |(back, away)| back.saturating_sub(away)), language)
}

/// What can be guessed, in words.
#[must_use]
pub fn option(bet: &Bet, option: usize, language: Language) -> String {
    let id = bet.options.get(option).copied().unwrap_or_default();
    language.text(&format!("bet.{}.{id}", bet.id))
}

/// The guess beside what the simulation did.
#[must_use]
pub fn reveal(bet: &Bet, guess: usize, show: &Show, language: Language) -> Sentence {
    let answer = (bet.answer)(show);
    let values =
        [("guess", Arg::Name(option(bet, guess, language))), ("answer", Arg::Name(option(bet, answer, language)))];
    let key = if guess == answer { "guide.bet.same" } else { "guide.bet.other" };
    language.sentence(key, &values).unwrap_or_default()
}

/// Milliseconds that it takes to read a text beside a picture.
#[must_use]
pub fn reading_ms(text: &str) -> u64 {
    let letters = text.chars().map(|letter| if is_syllable(letter) { SYLLABLE_MS } else { LETTER_MS });
    LOOK_MS + letters.sum::<u64>()
}

/// Show milliseconds that a person is given for an answer, where one is asked for: what is measured is the story, and people
/// differ.
const ANSWER_MS: u64 = 5_000;
/// The same where something is done on the table.
const TABLE_MS: u64 = 18_000;

/// About how long a chapter takes in a tour, in show milliseconds: playing, reading, answering.
#[must_use]
pub fn chapter_ms(chapter: &'static Chapter, way: Way, language: Language) -> u64 {
    let mut tour = Tour::one(chapter);
    let mut total = 0;
    loop {
        let played = tour.performance();
        if way.tells(tour.beat()) {
            let show = Show::new(&played.scenario);
            let reading = reading_ms(&told(&tour, &show, language).to_string());
            let answer = match tour.beat().ask {
                Ask::Nothing | Ask::GoOn => 0,
                Ask::Bet(_) | Ask::Choose(..) => ANSWER_MS,
                Ask::Table(_) => TABLE_MS,
            };
            total += reading.max(played.until - played.from) + answer;
        }
        if !tour.go_on() {
            return total;
        }
    }
}

/// About how long a tour takes, in show milliseconds.
#[must_use]
pub fn tour_ms(way: Way, language: Language) -> u64 {
    Tour::new(way).chapters().into_iter().map(|chapter| chapter_ms(chapter, way, language)).sum()
}

/// A figure with its thousands apart.
#[must_use]
pub fn grouped(number: u64) -> String {
    Arg::Number(number).show()
}
