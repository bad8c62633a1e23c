//! Counters: sums a day, kept whatever the clock and the storage do.

use naru_core::{
    kiosk::{
        Counters, Date, Deed, Ending, Guess, Phase, Recovery,
        counters::{MOST_BYTES, MOST_DAYS, keys},
    },
    model::Release,
    story::CHAPTERS,
    text::Language,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(year: u32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).expect("a day")
}

/// The dates of the table, in its order.
fn dates(counters: &Counters) -> Vec<String> {
    counters.csv().lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect()
}

/// One of each thing that can happen in a visit.
fn deeds() -> Vec<Deed> {
    let mut deeds: Vec<Deed> = Language::ALL.map(Deed::Began).to_vec();
    deeds.extend(Phase::ALL.map(Deed::Reached));
    deeds.extend(Guess::ALL.map(Deed::Bet));
    deeds.extend(Release::all().map(Deed::Tried));
    deeds.extend(CHAPTERS.map(|chapter| Deed::Chapter(chapter.id)));
    deeds.extend(Ending::ALL.map(Deed::Ended));
    deeds
}

#[test]
fn everything_that_happens_is_counted_on_its_day() {
    let today = day(2026, 3, 1);
    let mut counters = Counters::default();
    for deed in deeds() {
        counters.count(today, &deed);
    }
    for recovery in Recovery::ALL {
        counters.recovered(today, recovery);
    }
    counters.updated(today);
    for key in keys() {
        let expected = if key == "visits" { Language::ALL.len() as u64 } else { 1 };
        assert_eq!(counters.of(today, key), expected, "{key}");
    }
    assert_eq!(counters.of(day(2026, 3, 2), "visits"), 0);
    assert_eq!(counters.guesses(today), [1; 3]);
    assert_eq!(counters.guesses(day(2026, 2, 28)), [0; 3]);
    assert_eq!(keys().iter().collect::<BTreeSet<_>>().len(), keys().len());
}

#[test]
fn what_is_written_is_read_as_the_same() {
    let mut counters = Counters::default();
    for (number, deed) in deeds().into_iter().enumerate() {
        counters.count(day(2026, 1, 1 + number as u32 % 9), &deed);
    }
    assert_eq!(Counters::read(&counters.write(), day(2026, 1, 9)), counters);
    assert_eq!(Counters::read("", day(2026, 1, 9)), Counters::default());
}

#[test]
fn what_cannot_be_read_is_lost_and_counted() {
    let today = day(2026, 5, 4);
    let mut lost = Counters::default();
    lost.recovered(today, Recovery::Storage);
    let long = format!("{}{}", Counters::default().write(), " ".repeat(MOST_BYTES));
    for text in ["{", "[]", "null", "{\"v\":2,\"keys\":[],\"days\":[]}", "{\"v\":1}", "\u{0}\u{1}", &long] {
        assert_eq!(Counters::read(text, today), lost, "{text:.30}");
    }
}

#[test]
fn a_row_that_is_spoilt_costs_that_row() {
    let (monday, tuesday) = (day(2026, 5, 4), day(2026, 5, 5));
    let mut counters = Counters::default();
    counters.updated(monday);
    counters.updated(tuesday);
    let good = format!("[{},", monday.number());
    for bad in ["[-1,", "[4294967296,", "[\"x\",", "[", "[4294967295,"] {
        let read = Counters::read(&counters.write().replace(&good, bad), tuesday);
        assert_eq!((read.of(monday, "updates"), read.of(tuesday, "updates")), (0, 1), "{bad}");
        assert_eq!(read.of(tuesday, "recovery.storage"), 1, "{bad}");
    }
}

#[test]
fn another_version_may_have_counted_other_things() {
    let today = day(2026, 5, 4);
    let text = format!("{{\"v\":1,\"keys\":[\"bet.none\",\"visits\"],\"days\":[[{},7,3]]}}", today.number());
    let read = Counters::read(&text, today);
    assert_eq!((read.of(today, "visits"), read.sum("visits"), read.sum("bet.none")), (3, 3, 0));
    assert_eq!(read.sum("recovery.storage"), 0);
}

#[test]
fn a_clock_that_is_set_back_a_year_loses_nothing() {
    let mut counters = Counters::default();
    let began = |counters: &mut Counters, date| counters.count(date, &Deed::Began(Language::Korean));
    for number in 1..=3 {
        began(&mut counters, day(2026, 6, number));
    }
    began(&mut counters, day(2025, 6, 3));
    began(&mut counters, day(2025, 6, 4));
    let written = ["2026-06-01", "2026-06-02", "2026-06-03", "2025-06-03", "2025-06-04"];
    assert_eq!((counters.sum("visits"), dates(&counters)), (5, written.map(str::to_owned).to_vec()));
    // Right again: the day goes on where it is known.
    began(&mut counters, day(2026, 6, 3));
    assert_eq!((counters.of(day(2026, 6, 3), "visits"), counters.days()), (2, 5));
    let read = Counters::read(&counters.write(), day(2026, 6, 4));
    assert_eq!(read, counters);
}

#[test]
fn a_clock_that_starts_in_1970_each_time_does_not_fill_the_ring() {
    let mut counters = Counters::default();
    for _ in 0..1_000 {
        counters.updated(day(1970, 1, 1));
        counters.updated(day(2026, 6, 3));
    }
    assert_eq!((counters.days(), counters.sum("updates")), (2, 2_000));
}

#[test]
fn the_ring_keeps_the_days_that_were_written_last() {
    let mut counters = Counters::default();
    let first = day(2026, 1, 1).number();
    for number in 0..MOST_DAYS as u32 + 50 {
        counters.updated(Date::of_number(first + number).expect("a day"));
    }
    assert_eq!((counters.days(), counters.sum("updates")), (MOST_DAYS as u64, MOST_DAYS as u64));
    let kept = dates(&counters);
    assert_eq!(kept.first().map(String::as_str), Some("2026-02-20"));
    assert!(kept.is_sorted());
}

#[test]
fn the_greatest_counters_fit_their_bound() {
    let row = |number: u32| {
        let numbers = std::iter::once(2_932_000 + number).chain(keys().iter().map(|_| u32::MAX));
        format!("[{}]", numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(","))
    };
    let rows: Vec<String> = (0..MOST_DAYS as u32).map(row).collect();
    let names: Vec<String> = keys().iter().map(|key| format!("\"{key}\"")).collect();
    let text = format!("{{\"v\":1,\"keys\":[{}],\"days\":[{}]}}", names.join(","), rows.join(","));
    let today = Date::of_number(2_932_000).expect("a day");
    let mut counters = Counters::read(&text, today);
    // They neither run over nor outgrow what may be kept.
    counters.updated(Date::of_number(2_932_399).expect("a day"));
    assert_eq!((counters.days(), counters.sum("updates")), (400, 400 * u64::from(u32::MAX)));
    let written = counters.write();
    assert!(written.len() <= MOST_BYTES, "{} bytes", written.len());
    assert_eq!(Counters::read(&written, today), counters);
}

#[test]
fn the_table_is_as_spreadsheets_read_it() {
    let mut counters = Counters::default();
    counters.count(day(2026, 2, 28), &Deed::Began(Language::English));
    counters.count(day(2026, 3, 1), &Deed::Bet(Guess::Many));
    let table = counters.csv();
    assert!(table.ends_with("\r\n") && !table.replace("\r\n", "").contains(['\r', '\n', '"', ';']));
    let lines: Vec<Vec<&str>> = table.trim_end().split("\r\n").map(|line| line.split(',').collect()).collect();
    assert!(lines.len() == 3 && lines.iter().all(|line| line.len() == 1 + keys().len()));
    let cell = |line: usize, key: &str| lines[line][lines[0].iter().position(|name| *name == key).expect("a column")];
    assert_eq!((cell(1, "date"), cell(1, "visits"), cell(1, "language.en")), ("2026-02-28", "1", "1"));
    assert_eq!((cell(2, "date"), cell(2, "visits"), cell(2, "bet.many")), ("2026-03-01", "0", "1"));
}

#[test]
fn days_are_those_of_the_calendar() {
    assert_eq!(day(1970, 1, 1).number(), 0);
    assert_eq!(day(2000, 2, 29).number(), 11_016);
    assert_eq!(day(2026, 1, 28).number(), 20_481);
    for (year, month, date) in [
        (2025, 2, 29),
        (2100, 2, 29),
        (2026, 4, 31),
        (2026, 0, 1),
        (2026, 13, 1),
        (2026, 1, 0),
        (1969, 12, 31),
        (10_000, 1, 1),
    ] {
        assert_eq!(Date::new(year, month, date), None, "{year}-{month}-{date}");
    }
    assert_eq!(Date::of_number(day(9999, 12, 31).number() + 1), None);
    // Each day has its own name, and the one after it is the next.
    let mut seen = 0;
    for year in 1970..=2110 {
        for month in 1..=12 {
            for date in (1..=31).filter_map(|date| Date::new(year, month, date)) {
                assert_eq!(date.number(), seen, "{date}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 51_499);
}

proptest! {
    #[test]
    fn whatever_the_clock_does_nothing_is_lost_or_put_in_another_order(days in prop::collection::vec(0_u32..30_000, 1..60)) {
        let mut counters = Counters::default();
        for number in &days {
            let before = dates(&counters);
            counters.updated(Date::of_number(*number).expect("a day"));
            prop_assert!(dates(&counters).starts_with(&before));
        }
        prop_assert_eq!(counters.sum("updates"), days.len() as u64);
        let last = Date::of_number(days[days.len() - 1]).expect("a day");
        prop_assert_eq!(Counters::read(&counters.write(), last), counters);
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,80}", cut in 0_usize..400) {
        let today = day(2026, 5, 4);
        let _ = Counters::read(&text, today);
        let mut counters = Counters::default();
        counters.updated(today);
        let written: String = counters.write().chars().take(cut).collect();
        let read = Counters::read(&written, today);
        prop_assert!(read.sum("recovery.storage") <= 1 && read.sum("updates") <= 1);
    }
}
