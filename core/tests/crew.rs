//! What somebody who asks for an engineer of the crew's own relies on: every wish is accounted for, the best number lies in
//! between and moves with the crew, and the page says what is computed.

use naru_core::model::{
    Assumptions,
    crew::{Crew, CrewYear, PEOPLE, WEEKS, best, crew_year},
};

const GIVEN: &Assumptions = &Assumptions::STANDARD;

/// The page on which the model is told.
const PAGE: &str = include_str!("../../docs/model.md");

/// Every size of a crew.
fn sizes() -> impl Iterator<Item = u64> {
    PEOPLE.0..=PEOPLE.1
}

fn year(people: u64, engineers: u64) -> CrewYear {
    crew_year(Crew::new(people, engineers), GIVEN)
}

/// The page, one space between two words.
fn page() -> String {
    PAGE.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A whole number below a million, with a separator of thousands.
fn thousands(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

#[test]
fn every_wish_is_accounted_for_in_every_week() {
    for people in sizes() {
        for engineers in 0..people {
            let year = year(people, engineers);
            assert_eq!(year.weeks.len() as u64, WEEKS);
            let (mut heard, mut met, mut waited) = (0, 0, 0);
            for week in &year.weeks {
                heard += week.heard;
                met += week.done;
                waited += week.wishes_waiting;
                assert_eq!(heard, met + week.wishes_waiting, "{people} people, {engineers} engineers");
                assert!(week.questions_waiting <= week.wishes_waiting);
                assert!(engineers > 0 || week.questions_waiting == 0, "nobody is asked who is not there");
            }
            assert_eq!((year.heard, year.met, year.wish_weeks), (heard, met, waited));
            assert_eq!(year.heard, year.met + year.waiting);
        }
    }
}

#[test]
fn nobody_works_more_than_there_are_hands() {
    for people in sizes() {
        for engineers in 0..people {
            let year = year(people, engineers);
            let hands = |people: u64| people * 40 * WEEKS;
            let keepers = if engineers == 0 { people } else { engineers };
            let workshop = year.met * GIVEN.crew_workshop_work / 60;
            assert!(year.upkeep_hours() + workshop <= hands(keepers), "{people} people, {engineers} engineers");
            assert!(year.met * GIVEN.crew_build_work / 60 <= hands(people - engineers));
        }
    }
}

#[test]
fn the_best_number_lies_in_between_and_grows_with_the_crew() {
    assert_eq!(best(2, GIVEN), 0, "one of two would be half of the hands");
    for people in [6, 12] {
        let most = year(people, best(people, GIVEN)).met;
        assert!(most > year(people, 0).met && most > year(people, people - 1).met, "{people} people");
    }
    let all: Vec<u64> = sizes().map(|people| best(people, GIVEN)).collect();
    assert!(all.windows(2).all(|two| two[0] <= two[1]), "{all:?}");
    assert!(best(6, GIVEN) < best(12, GIVEN));
}

#[test]
fn what_nobody_owns_is_put_off() {
    for people in sizes() {
        let friction = |engineers| year(people, engineers).weeks.iter().map(|week| week.friction).collect::<Vec<_>>();
        assert!(friction(0).windows(2).all(|two| two[0] < two[1]), "with none it grows week by week");
        assert!(friction(best(people, GIVEN).max(1)).last() < friction(0).last(), "{people} people");
        assert!(friction(people - 1).iter().all(|friction| *friction == 0), "more than enough keep it sharp");
    }
}

#[test]
fn too_few_engineers_are_a_queue() {
    let (none, one) = (year(12, 0), year(12, 1));
    assert!(one.met < none.met);
    let asked = one.weeks.last().map_or(0, |week| week.questions_waiting);
    assert!(asked * 2 > one.waiting, "most of what waits, waits for one person");
}

#[test]
fn the_best_number_does_not_hang_on_one_assumption_but_on_there_being_enough_to_do() {
    for one in Assumptions::LIST.iter().filter(|one| one.name.starts_with("crew_")) {
        for part in [70, 130] {
            let mut given = Assumptions::STANDARD;
            *(one.field)(&mut given) = one.value * part / 100;
            let told = format!("{} at {part} %", one.name);
            if [("crew_wish_gap", 130), ("crew_build_work", 70)].contains(&(one.name, part)) {
                assert!(sizes().all(|people| best(people, &given) == 0), "{told}");
                continue;
            }
            assert_eq!(best(2, &given), 0, "{told}");
            for people in [6, 12] {
                assert!((1..people - 1).contains(&best(people, &given)), "{told}, {people} people");
            }
        }
    }
}

#[test]
fn a_crew_with_none_does_not_lose_by_how_it_splits_its_week() {
    for hours in 0..=8 {
        let given = Assumptions { crew_spare_work: hours * 60, ..Assumptions::STANDARD };
        let met = crew_year(Crew::new(6, 0), &given).met;
        assert!(met.abs_diff(year(6, 0).met) * 50 <= met, "{met} with {hours} hours: as many, to within 2 %");
        assert!((1..5).contains(&best(6, &given)));
    }
}

#[test]
fn a_crew_is_never_without_somebody_who_builds() {
    assert_eq!((Crew::new(0, 9).people(), Crew::new(0, 9).engineers()), (2, 1));
    assert_eq!((Crew::new(99, 99).people(), Crew::new(99, 99).engineers()), (12, 11));
    for one in Assumptions::LIST {
        let mut given = Assumptions::STANDARD;
        *(one.field)(&mut given) = 0;
        // Whatever is free of charge, the year ends.
        assert_eq!(crew_year(Crew::new(3, 1), &given).weeks.len() as u64, WEEKS, "{}", one.name);
        assert_eq!(crew_year(Crew::new(3, 0), &given).weeks.len() as u64, WEEKS, "{}", one.name);
    }
}

#[test]
fn the_page_says_what_is_computed() {
    let tenths = |tenths: u64| format!("{}.{}", tenths / 10, tenths % 10);
    for engineers in 0..6 {
        let year = year(6, engineers);
        let friction = tenths(year.weeks.last().map_or(0, |week| week.friction));
        let row = format!(
            "| {engineers} | {} | {} | {friction} % | {} |",
            year.met,
            tenths(year.average_tenths()),
            thousands(year.upkeep_hours())
        );
        assert!(page().contains(&row), "the page does not say: {row}");
    }
    let best: Vec<String> = sizes().map(|people| best(people, GIVEN).to_string()).collect();
    let one = year(12, 1);
    let asked = one.weeks.last().map_or(0, |week| week.questions_waiting);
    for words in [
        format!("| wishes met, of {} |", year(6, 0).heard),
        format!("| best | {} |", best.join(" | ")),
        format!("{} wishes are met, and with none {}", one.met, year(12, 0).met),
        format!("{asked} wishes are built and wait for that one"),
    ] {
        assert!(page().contains(&words), "the page does not say: {words}");
    }
}
