//! What somebody who compares the two harbours relies on: the same ideas in both, the same year again, and an order that does
//! not hang on one assumption.

use naru_core::{
    model::{
        Assumptions,
        year::{BANDS, Harbour, Level, MEASURES, Measure, YEAR_DAYS, Year, ideas, median, year},
    },
    text::{Language, describe},
};

/// The middle of a measure over some years.
fn middle(harbour: Harbour, measure: Measure, seeds: u32, given: &Assumptions) -> Option<u64> {
    let years = (1..=seeds).filter_map(|seed| year(harbour, seed, given).figures().measure(measure));
    median(years.collect())
}

/// Where the harbour with DevOps is not better, in words.
fn not_better(given: &Assumptions, seeds: u32) -> Vec<String> {
    let mut found = Vec::new();
    for measure in MEASURES {
        let [before, with] = Harbour::ALL.map(|harbour| middle(harbour, measure, seeds, given));
        // Less is better in all four. A year in which nothing failed has nothing to recover from.
        let better = match (before, with) {
            (Some(before), Some(with)) => with < before,
            (Some(_), None) => measure == Measure::RecoveryTime,
            _ => false,
        };
        if !better {
            found.push(format!("{}: before {before:?}, with {with:?}", measure.id()));
        }
    }
    found
}

#[test]
fn the_same_seed_tells_the_same_year() {
    for harbour in Harbour::ALL {
        let [one, other] = [0, 0].map(|_| year(harbour, 7, &Assumptions::STANDARD));
        assert_eq!(one, other);
        assert_ne!(one, year(harbour, 8, &Assumptions::STANDARD));
    }
}

#[test]
fn both_harbours_hear_the_same_wishes() {
    let wishes = ideas(3, &Assumptions::STANDARD);
    assert!(wishes.len() > 50);
    assert!(wishes.windows(2).all(|two| two[0].minute < two[1].minute));
    for harbour in Harbour::ALL {
        let Year { wishes: heard, deliveries, deployments, .. } = year(harbour, 3, &Assumptions::STANDARD);
        assert_eq!(heard, wishes.len() as u64);
        assert!(deliveries.iter().all(|one| one.idea < heard && one.minute < (YEAR_DAYS + 1) * 24 * 60));
        assert!(deployments.windows(2).all(|two| two[0].minute <= two[1].minute), "{}", harbour.id());
    }
}

#[test]
fn the_train_carries_many_and_the_line_one_by_one() {
    let sizes = |harbour| year(harbour, 1, &Assumptions::STANDARD).deployments.into_iter().map(|one| one.ideas);
    assert!(sizes(Harbour::With).all(|ideas| ideas == 1));
    assert!(sizes(Harbour::Before).any(|ideas| ideas > 8));
}

#[test]
fn a_change_that_reached_everybody_is_told_once_unless_it_was_the_wrong_thing() {
    for harbour in Harbour::ALL {
        let told = year(harbour, 5, &Assumptions::STANDARD).deliveries;
        for one in &told {
            let again = told.iter().filter(|other| other.idea == one.idea).count();
            let wrong = told.iter().filter(|other| other.idea == one.idea && !other.as_wished).count();
            assert!(again <= wrong + 1, "idea {} of {} came {again} times, {wrong} wrong", one.idea, harbour.id());
        }
    }
}

#[test]
fn the_order_of_the_harbours_survives_every_assumption_moved_by_a_third() {
    /// Years whose middle is compared.
    const SEEDS: u32 = 3;
    assert_eq!(not_better(&Assumptions::STANDARD, SEEDS), Vec::<String>::new());
    for assumption in Assumptions::LIST {
        // What is too small to move by 30 % moves by one.
        let part = (assumption.value * 30 / 100).max(1);
        for value in [assumption.value - part, assumption.value + part] {
            let mut given = Assumptions::STANDARD;
            *(assumption.field)(&mut given) = value;
            assert_eq!(not_better(&given, SEEDS), Vec::<String>::new(), "with {} = {value}", assumption.name);
        }
    }
}

#[test]
fn the_survey_is_put_in_words_as_it_was_published() {
    let words =
        |level: usize, language| MEASURES.map(|measure| describe::survey_answered(&BANDS[level], measure, language));
    assert_eq!(words(0, Language::English), ["several times a day", "less than a day", "5%", "less than an hour"]);
    assert_eq!(
        words(1, Language::Korean),
        ["하루에 한\u{a0}번~일주일에 한\u{a0}번", "하루~일주일", "20%", "하루 미만"]
    );
    assert_eq!(
        words(2, Language::Korean),
        ["일주일에 한\u{a0}번~한 달에 한\u{a0}번", "일주일~한 달", "10%", "하루 미만"]
    );
    assert_eq!(
        words(3, Language::English),
        ["once a month to once in 6 months", "a month to 6 months", "40%", "a week to a month"]
    );
}

#[test]
fn a_year_is_told_in_the_survey_s_terms() {
    for harbour in Harbour::ALL {
        let figures = year(harbour, 1, &Assumptions::STANDARD).figures();
        let told = MEASURES.map(|measure| describe::survey_computed(&figures, measure, Language::English));
        let days = (YEAR_DAYS + figures.deployments / 2) / figures.deployments;
        assert_eq!(told[0], format!("once in {days} days"));
        assert_eq!(told[2], format!("{}%", figures.change_fail_rate.expect("some failed") / 100));
        assert!(told.iter().all(|words| !words.is_empty()));
    }
    let nothing = year(Harbour::With, 1, &Assumptions::STANDARD).until(0).figures();
    assert_eq!(describe::survey_computed(&nothing, Measure::LeadTime, Language::English), "–");
}

#[test]
fn the_survey_s_bands_are_held_beside_a_value_as_they_are_told() {
    const HOUR: u64 = 60;
    assert_eq!(BANDS.map(|band| band.share).iter().sum::<u64>(), 10_100, "rounded by the survey itself");
    assert_eq!(Measure::LeadTime.level(2 * HOUR), Some(Level::Elite));
    assert_eq!(Measure::LeadTime.level(40 * 24 * HOUR), Some(Level::Low));
    assert_eq!(Measure::RecoveryTime.level(3 * 24 * HOUR), None, "no cluster answered between a day and a week");
    assert_eq!(Measure::ChangeFailRate.level(1_000), Some(Level::Medium));
    assert_eq!(Measure::ChangeFailRate.level(1_500), None, "the survey tells figures, not ranges");
}
