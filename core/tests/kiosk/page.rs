//! The page for whoever sets a kiosk up: a row for each setting, as it is read.

use naru_core::kiosk::{
    SETTINGS, Setting, Settings,
    settings::{Kind, write_millimetres},
};

const PAGE: &str = include_str!("../../../docs/kiosk.md");

/// The cells of the table of settings.
fn rows() -> Vec<Vec<String>> {
    let rows = PAGE.lines().skip_while(|line| !line.starts_with("| setting |")).skip(2);
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// What the page must say that a setting takes.
fn takes(setting: &Setting) -> String {
    let quoted = |names: Vec<&str>| names.iter().map(|name| format!("`\"{name}\"`")).collect::<Vec<_>>().join(", ");
    match setting.kind {
        Kind::Switch => "`true`, `false`".to_owned(),
        Kind::Names(names) => quoted(names()),
        Kind::List(names) => format!("a list of {}", quoted(names())),
        Kind::Number { min, max, or_zero: true } => format!("0, {min} to {max}"),
        Kind::Number { min, max, .. } => format!("{min} to {max}"),
        Kind::Millimetres { min, max } => format!("{} to {}", write_millimetres(min), write_millimetres(max)),
        Kind::Time => "a time".to_owned(),
        Kind::Pin => "4 to 8 digits".to_owned(),
    }
}

#[test]
fn the_page_tells_every_setting_as_it_is_read() {
    let usual = Settings::default();
    let rows = rows();
    assert_eq!(rows.len(), SETTINGS.len(), "the page has a row for each setting, and no other");
    for (row, setting) in rows.iter().zip(&SETTINGS) {
        let expected = [format!("`{}`", setting.key), takes(setting), format!("`{}`", setting.get(&usual))];
        assert_eq!(row[..3], expected);
        assert!(row.len() == 4 && row[3].len() > 10, "{}: what does it do?", setting.key);
    }
}
