//! The figures in its sentences: each is what the name behind it stands for.

use crate::{
    names::{CONVENTIONS, kinds},
    page::{PAGE, in_one_line, number},
};
use naru_core::model::{Assumptions, Scenario, assumptions::Unit, choice, steps::read_percent, units::WORK_DAY};

/// A figure of a sentence, as it is written, and the two words behind it.
struct Figure<'a> {
    text: &'a str,
    unit: [&'a str; 2],
}

/// The figures of a sentence, in order. In "4 to 16 hours" both are hours.
fn figures(sentence: &str) -> Vec<Figure<'_>> {
    let words = sentence.split(' ').map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '%'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let behind = |index: usize| words.get(index).copied().unwrap_or_default();
    let mut found: Vec<Figure> = Vec::new();
    for (index, text) in
        words.iter().enumerate().rev().filter(|(_, word)| word.starts_with(|sign: char| sign.is_ascii_digit()))
    {
        let shares = |next: &&Figure| ["to", "and"].contains(&behind(index + 1)) && next.text == behind(index + 2);
        let unit = found.last().filter(shares).map_or([behind(index + 1), behind(index + 2)], |next| next.unit);
        found.push(Figure { text, unit });
    }
    found.reverse();
    found
}

impl Figure<'_> {
    /// What the figure says in a unit; none if it is said in another one.
    fn in_unit(&self, unit: Unit) -> Option<u64> {
        let scale = match (unit, self.unit) {
            (Unit::BasisPoints, ["%", _]) => return read_percent(self.text).map(u64::from),
            (_, ["%", _]) => return None,
            (Unit::Count, ["minute" | "minutes" | "hour" | "hours" | "day" | "days" | "working", _]) => return None,
            (Unit::Count, _) | (Unit::Minutes, ["minute" | "minutes", _]) | (Unit::Days, ["day" | "days", _]) => 1,
            (Unit::WorkMinutes, ["working", "minute" | "minutes"]) => 1,
            (Unit::Minutes, ["hour" | "hours", _]) | (Unit::WorkMinutes, ["working", "hour" | "hours"]) => 60,
            (Unit::Minutes, ["day" | "days", _]) => 24 * 60,
            (Unit::WorkMinutes, ["working", "day" | "days"]) => WORK_DAY,
            _ => return None,
        };
        number(self.text).map(|figure| figure * scale)
    }

    /// Whether the figure is what this name stands for.
    fn is(&self, name: &str) -> bool {
        let assumed = Assumptions::LIST.iter().find(|one| one.name == name).map(|one| (one.value, one.unit));
        let agreed = CONVENTIONS.iter().find(|one| one.0 == name).map(|one| (one.1, one.2));
        if let Some((value, unit)) = assumed.or(agreed) {
            return self.in_unit(unit) == Some(value);
        }
        // Of a choice it is the default. Some are counted in per cent, some in basis points.
        let default = choice(name).and_then(|choice| choice.get(&Scenario::default()).parse().ok());
        let points = if self.unit[0] == "%" { self.in_unit(Unit::BasisPoints) } else { None };
        default.is_some() && (number(self.text) == default || points == default)
    }
}

/// Where a figure before a "(`name`)" is not what the name stands for, in words.
fn wrong_figures(page: &str) -> Vec<String> {
    let kinds = kinds();
    let mut wrong = Vec::new();
    // A cell of a table stands for itself; other lines belong together until one is empty.
    let part = |line: &str| if line.starts_with('|') { line.replace('|', "\n\n") } else { format!("{line}\n") };
    for part in page.lines().map(part).collect::<String>().split("\n\n").map(in_one_line) {
        let mut before = String::new();
        for (index, piece) in part.split("(`").enumerate() {
            let (names, after) = if index == 0 { ("", piece) } else { piece.split_once("`)").unwrap_or((piece, "")) };
            let names: Vec<&str> = names.split("`, `").filter(|name| !name.is_empty()).collect();
            let figures = figures(before.rsplit(". ").next().unwrap_or_default());
            // Kinds have names too, and no figures.
            if let Some(first) = figures.len().checked_sub(names.len()) {
                let wrongs = figures[first..].iter().zip(names).filter(|(figure, name)| !figure.is(name));
                wrong.extend(
                    wrongs.map(|(figure, name)| format!("{name} is not {} {}", figure.text, figure.unit.join(" "))),
                );
            } else if !names.iter().all(|name| kinds.contains(*name)) {
                wrong.push(format!("too few figures for {}", names.join(", ")));
            }
            before = after.to_owned();
        }
    }
    wrong
}

#[test]
fn the_figures_in_the_sentences_are_the_model_s() {
    assert_eq!(wrong_figures(PAGE), Vec::<String>::new());
}

#[test]
fn figures_that_are_wrong_are_seen() {
    for good in
        ["1 minute (`patience`)", "30 % (`headroom`)", "4 to 16 working hours\n(`need_work_least`,\n`need_work_most`)"]
    {
        assert_eq!(wrong_figures(good), Vec::<String>::new(), "{good}");
    }
    for bad in [
        "2 minutes (`patience`)",
        "1 hour (`patience`)",
        "It waits 1 minute. Then it leaves (`patience`)",
        "300 % (`headroom`)",
        "3,000 (`headroom`)",
        "4 to 17 working hours (`need_work_least`, `need_work_most`)",
        "240 minutes (`need_work_least`)",
        "20 minutes (`enough_orders`)",
        "11 boats (`boats`)",
        "1 minute (`hurry`)",
    ] {
        assert_eq!(wrong_figures(bad).len(), 1, "{bad}");
    }
}
