//! What it says that follows from the constants, worked out anew.

use crate::page::{PAGE, cells, in_one_line, thousands};
use naru_core::model::{
    Assumptions, CHOICES, Counts, Scenario,
    measures::{budget_seconds, spent_seconds},
    stations::delivery::trials,
    units::WHOLE,
    year::{BANDS, Band, Harbour, MEASURES, median, year},
};

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
