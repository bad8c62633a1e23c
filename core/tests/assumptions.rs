//! What somebody who reads `docs/model.md` relies on: it names every assumption once, with the value, unit and source that the
//! model uses, and the figures in its sentences are the model's own.

use std::collections::BTreeSet;

use naru_core::model::{
    Assumptions, CHOICES, Counts, Outcome, Scenario, Values,
    assumptions::{Source, Unit},
    choice,
    measures::{budget_seconds, spent_seconds},
    stations::delivery::trials,
    steps::read_percent,
    units::{CROSSING_MINUTES, WHOLE, WORK_DAY, WORK_DAYS},
    year::{BANDS, Band, Harbour, MEASURES, YEAR_DAYS, median, year},
};

/// The page.
const PAGE: &str = include_str!("../../docs/model.md");

/// The header of a table of assumptions.
const HEADER: &str = "| name | value | unit | source | why |";

/// What is agreed and no assumption, and may stand behind a figure all the same.
const CONVENTIONS: [(&str, u64, Unit); 5] = [
    ("CROSSING_MINUTES", CROSSING_MINUTES, Unit::Minutes),
    ("WHOLE", WHOLE as u64, Unit::Count),
    ("WORK_DAY", WORK_DAY, Unit::Minutes),
    ("WORK_DAYS", WORK_DAYS, Unit::Days),
    ("YEAR_DAYS", YEAR_DAYS, Unit::Days),
];

/// The rows below each header of this kind.
fn rows<'a>(page: &'a str, header: &'a str) -> impl Iterator<Item = &'a str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        inside = *line == header || (inside && line.starts_with('|'));
        inside && *line != header && !line.starts_with("|---")
    })
}

/// The cells of these rows, without marks.
fn cells(header: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect();
    rows(PAGE, header).map(cells).collect()
}

/// Where the tables of a page are not what the model takes for granted, in words.
fn wrong_rows(page: &str) -> Vec<String> {
    let given = Assumptions::LIST.iter().map(|one| {
        let source = match one.source {
            Source::Invented => "invented".to_owned(),
            Source::Published(what, year) => format!("{what} ({year})"),
        };
        format!("| `{}` | {} | {} | {source} | ", one.name, thousands(one.value), one.unit.id())
    });
    let given: Vec<String> = given.collect();
    let told: Vec<&str> = rows(page, HEADER).collect();
    // Behind what is given, a row says why.
    let tells = |row: &str, start: &str| row.strip_prefix(start).is_some_and(|why| why.len() > " |".len());
    let times = |start: &str| told.iter().filter(|row| tells(row, start)).count();
    let missing = given.iter().map(|start| (times(start), start)).filter(|(times, _)| *times != 1);
    let unknown = told.iter().filter(|row| !given.iter().any(|start| tells(row, start)));
    missing
        .map(|(times, start)| format!("{times} times: {start}"))
        .chain(unknown.map(|row| format!("not so: {row}")))
        .collect()
}

/// A whole number with separators of thousands.
fn thousands(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", thousands(number / 1_000), number % 1_000) }
}

/// A whole number, with or without separators of thousands.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.replace(',', "").parse().ok()?;
    (text == number.to_string() || text == thousands(number)).then_some(number)
}

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

/// The words of a text, one space between two.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The names that a choice between kinds can take.
fn kinds() -> BTreeSet<String> {
    let names = |values: &Values| if let Values::Names(names) = values { names() } else { Vec::new() };
    CHOICES.iter().flat_map(|choice| names(&choice.values)).map(str::to_owned).collect()
}

/// The measures of a run, by their names in its document.
fn measures() -> BTreeSet<String> {
    let outcome = serde_json::to_value(Outcome::default()).expect("an outcome can be written");
    outcome.as_object().expect("an outcome has names").keys().cloned().collect()
}

#[test]
fn the_list_is_the_standard() {
    let mut all = Assumptions::STANDARD;
    for one in Assumptions::LIST {
        assert_eq!(*(one.field)(&mut all), one.value, "{}", one.name);
    }
    // Each entry has a field of its own, and no field is without an entry.
    for (mark, one) in (0..).zip(Assumptions::LIST) {
        *(one.field)(&mut all) = mark;
    }
    assert!((0..).zip(Assumptions::LIST).all(|(mark, one)| *(one.field)(&mut all) == mark));
    assert_eq!(size_of::<Assumptions>(), size_of_val(&all.patience) * Assumptions::LIST.len());
}

#[test]
fn the_tables_name_every_assumption_once_as_it_is() {
    assert_eq!(wrong_rows(PAGE), Vec::<String>::new());
}

#[test]
fn the_figures_in_the_sentences_are_the_model_s() {
    assert_eq!(wrong_figures(PAGE), Vec::<String>::new());
}

#[test]
fn what_is_wrong_is_seen() {
    let whole: Vec<&str> = rows(PAGE, HEADER).collect();
    let wrong = |rows: &[&str]| wrong_rows(&format!("{HEADER}\n|---|---|---|---|---|\n{}", rows.join("\n"))).len();
    assert_eq!(wrong(&whole[1..]), 1, "one is missing");
    assert_eq!(wrong(&[&whole[..], &whole[..1]].concat()), 1, "one stands there twice");
    assert_eq!(wrong(&[&whole[..], &["| `hurry` | 1 | min | invented | so |"]].concat()), 1, "one does not exist");
    let others: Vec<&str> = whole.iter().copied().filter(|row| !row.contains("`patience`")).collect();
    for bad in
        ["2 | min | invented | so", "1 | days | invented | so", "1 | min | A book (2020) | so", "1 | min | invented | "]
    {
        let row = format!("| `patience` | {bad} |");
        assert_eq!(wrong(&[&others[..], &[row.as_str()]].concat()), 2, "{bad}");
    }
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

#[test]
fn every_name_on_the_page_exists_and_every_choice_is_on_it() {
    let mut known: BTreeSet<String> = kinds().into_iter().chain(measures()).collect();
    known.extend(Assumptions::LIST.iter().map(|one| one.name.to_owned()));
    known.extend(CHOICES.iter().map(|choice| choice.key.to_owned()));
    known.extend(CONVENTIONS.iter().map(|one| one.0.to_owned()));
    let told: BTreeSet<&str> =
        PAGE.split('`').skip(1).step_by(2).filter(|it| !it.starts_with("cargo xtask ")).collect();
    let unknown: Vec<_> = told.iter().filter(|name| !known.contains(**name)).collect();
    assert!(unknown.is_empty(), "neither assumptions nor choices nor measures: {unknown:?}");
    let untold: Vec<_> = CHOICES.iter().map(|choice| choice.key).filter(|key| !told.contains(key)).collect();
    assert!(untold.is_empty(), "choices that the page does not name: {untold:?}");
}

#[test]
fn every_measure_is_told() {
    let told: Vec<String> = cells("| measure | what it is |").into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(told.len(), measures().len());
    assert_eq!(BTreeSet::from_iter(told), measures());
}

#[test]
fn what_follows_from_the_constants_is_worked_out_rightly() {
    let (scenario, given) = (Scenario::default(), Assumptions::STANDARD);
    let whole = u64::from(WHOLE);
    let percent = |part: u64| (part * 100 + whole / 2) / whole;
    // Of `times` draws of this chance, all say no.
    let never = |chance: u64, times: u64| (0..times).fold(whole, |left, _| left * (whole - chance) / whole);
    let spoilt = [given.misread_shared, given.misread_own].map(|misread| percent(whole - never(misread, 4)));
    let checked = percent(u64::from(scenario.coverage) * given.unit_checks / 100);
    let first = u64::from(scenario.steps.first());
    let both = percent(whole - never(first, given.orders_a_customer) - never(whole - first, given.orders_a_customer));
    let failed = |share: u64| scenario.orders * share / whole * 20 / 100 * 10;
    let spent = |share| spent_seconds(&scenario, &Counts { failed: failed(share), ..Counts::default() });
    let budget = thousands(budget_seconds(&scenario, given.promise_days));
    for words in [
        format!("about {} in 100 plans, and own words about {} in 100", spoilt[0], spoilt[1]),
        format!("{} % × {} % = {checked} %", scenario.coverage, percent(given.unit_checks)),
        format!("from none to {}", given.train_days - 1),
        format!("For {} ideas that takes {} trials", given.train_ideas, trials(given.train_ideas)),
        format!("for {} ideas {}", given.button_ideas, trials(given.button_ideas)),
        format!("about {both} in 100 customers"),
        format!("{} orders fail.", failed(whole)),
        format!("spends {} s of {budget} s", spent(whole)),
        format!("{} orders fail, and it spends {} s", failed(first), spent(first)),
        format!("{budget} seconds, or 43.2 minutes"),
        format!("Ours are {} and {}", scenario.surge, scenario.unavailable),
    ] {
        assert!(in_one_line(PAGE).contains(&words), "the page does not say: {words}");
    }
}

#[test]
fn the_two_harbours_differ_as_the_page_says() {
    let told = cells("| choice | before | with |");
    // The hour of the train stands in the text.
    for choice in CHOICES.iter().filter(|choice| choice.key != "start") {
        let [before, with] = Harbour::ALL.map(|harbour| choice.get(&harbour.scenario()));
        let row = told.iter().find(|row| row[0] == choice.key).map(|row| row[1..].to_vec());
        assert_eq!(row, (before != with).then(|| vec![before, with]), "{}", choice.key);
    }
}

#[test]
fn the_year_is_in_the_groups_that_the_page_says() {
    /// Years whose middle is taken.
    const SEEDS: u32 = 20;
    let figures = |harbour, seed| year(harbour, seed, &Assumptions::STANDARD).figures();
    let years = Harbour::ALL.map(|harbour| (1..=SEEDS).map(|seed| figures(harbour, seed)).collect::<Vec<_>>());
    let told = cells("| measure | before | with |");
    for (measure, row) in MEASURES.into_iter().zip(&told) {
        let groups = years.each_ref().map(|years| {
            let middle = median(years.iter().filter_map(|figures| figures.measure(measure)).collect());
            middle.and_then(|middle| measure.level(middle)).map_or("none", |level| level.id())
        });
        assert_eq!(*row, [measure.id(), groups[0], groups[1]]);
    }
    assert_eq!(told.len(), MEASURES.len());
    let told = cells(
        "| group | share of answers | deploys | change lead time | change fail rate | failed deployment recovery time |",
    );
    let told: Vec<String> = told.into_iter().map(|row| format!("{} {} {}", row[0], row[1], row[4])).collect();
    let band = |band: Band| format!("{} {} % {} %", band.level.id(), band.share / 100, band.ranges[2].0 / 100);
    assert_eq!(told, BANDS.map(band));
}
