//! Its tables: every assumption once, as the model has it.

use crate::page::{PAGE, rows, thousands};
use naru_core::model::{Assumptions, assumptions::Source};

/// The header of a table of assumptions.
const HEADER: &str = "| name | value | unit | source | why |";

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
fn rows_that_are_wrong_are_seen() {
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
}
