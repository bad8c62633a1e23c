//! What a kiosk says where it inserts figures: bets and crossings, how long things take, what was counted.

use super::{
    super::{Arg, Language, Sentence},
    chapter_ms, duration, title,
};
use crate::{
    model::{Release, Scenario, units::PERCENT},
    story::{Chapter, Way},
};

/// Milliseconds of a second, and seconds of half a minute: what is told takes about so long.
const SECOND_MS: u64 = 1_000;
const HALF_MINUTE: u64 = 30;

fn said(key: &str, args: &[(&str, Arg)], language: Language) -> Sentence {
    language.sentence(key, args).unwrap_or_default()
}

/// The key of what is said of a way.
fn of_way(stem: &str, way: Release) -> String {
    format!("kiosk.said.{stem}.{}", way.id().replace('-', "_"))
}

/// What was guessed today: orders of each guess, and how many people made it.
#[must_use]
pub fn guesses(made: [(u64, u64); 3], language: Language) -> Sentence {
    if made.iter().all(|(_, people)| *people == 0) {
        return said("kiosk.said.attract.no_guesses", &[], language);
    }
    let [few, several, many] = made.map(|(orders, people)| (Arg::Number(orders), Arg::Number(people)));
    let args = [
        ("few_orders", few.0),
        ("few", few.1),
        ("several_orders", several.0),
        ("several", several.1),
        ("many_orders", many.0),
        ("many", many.1),
    ];
    said("kiosk.said.attract.guesses", &args, language)
}

/// The fault is about to cross.
#[must_use]
pub fn hook(scenario: &Scenario, language: Language) -> Sentence {
    // In basis points, as shares are.
    let share = scenario.severity * PERCENT;
    said("kiosk.said.hook", &[("orders", Arg::Number(scenario.orders)), ("share", Arg::Share(share))], language)
}

/// It crosses, and this is what the visitor bet.
#[must_use]
pub fn reveal(guess: u64, language: Language) -> Sentence {
    said("kiosk.said.reveal", &[("guess", Arg::Number(guess))], language)
}

/// It has crossed all at once: what came back, and what was bet.
#[must_use]
pub fn revealed(failed: u64, guess: u64, right: bool, language: Language) -> Sentence {
    let key = if right { "kiosk.said.again.right" } else { "kiosk.said.again.wrong" };
    said(key, &[("failed", Arg::Number(failed)), ("guess", Arg::Number(guess))], language)
}

/// It has crossed in another way, and one more may be chosen.
#[must_use]
pub fn more(failed: u64, language: Language) -> Sentence {
    said("kiosk.said.again.more", &[("failed", Arg::Number(failed))], language)
}

/// It crosses in another way.
#[must_use]
pub fn watch(way: Release, language: Language) -> Sentence {
    said(&of_way("watch", way), &[], language)
}

/// What to take home: orders that came back all at once, and in the way that was chosen.
#[must_use]
pub fn home(at_once: u64, way: Release, failed: u64, language: Language) -> Sentence {
    said(&of_way("home", way), &[("at_once", Arg::Number(at_once)), ("failed", Arg::Number(failed))], language)
}

/// A chapter is offered, with how long it takes to the half minute.
#[must_use]
pub fn offer(chapter: &'static Chapter, language: Language) -> Sentence {
    let seconds = chapter_ms(chapter, Way::One, language) / SECOND_MS;
    let halves = ((seconds + HALF_MINUTE / 2) / HALF_MINUTE).max(1);
    let args = [("title", Arg::Name(title(chapter, language))), ("time", duration(halves * HALF_MINUTE, language))];
    said("kiosk.said.chapters", &args, language)
}

/// How long it takes until a question is taken for a no.
#[must_use]
pub fn left(ms: u64, language: Language) -> String {
    language.text_with("kiosk.said.left", &[("time", duration(ms.div_ceil(SECOND_MS), language))])
}

/// Which part of the visit this is, from 1.
#[must_use]
pub fn step(n: u64, all: u64, language: Language) -> String {
    language.text_with("kiosk.step", &[("n", Arg::Number(n)), ("all", Arg::Number(all))])
}

/// A guess, on its button.
#[must_use]
pub fn guess(orders: u64, language: Language) -> String {
    language.text_with("kiosk.control.bet", &[("n", Arg::Number(orders))])
}

/// A way to send the fault, on its button.
#[must_use]
pub fn way(way: &str, language: Language) -> String {
    language.text(&format!("kiosk.control.choose.{way}"))
}

/// What a counter counts: its family, and what it counts of that.
#[must_use]
pub fn counter(family: &str, what: String, language: Language) -> String {
    language.text_with(&format!("kiosk.count.{family}"), &[("what", Arg::Name(what))])
}
