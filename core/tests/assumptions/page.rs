//! The page, read: its tables and its numbers.

/// The page.
pub const PAGE: &str = include_str!("../../../docs/model.md");

/// The rows below each header of this kind.
pub fn rows<'a>(page: &'a str, header: &'a str) -> impl Iterator<Item = &'a str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        inside = *line == header || (inside && line.starts_with('|'));
        inside && *line != header && !line.starts_with("|---")
    })
}

/// The cells of these rows, without marks.
pub fn cells(header: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect();
    rows(PAGE, header).map(cells).collect()
}

/// A whole number with separators of thousands.
pub fn thousands(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", thousands(number / 1_000), number % 1_000) }
}

/// A whole number, with or without separators of thousands.
pub fn number(text: &str) -> Option<u64> {
    let number: u64 = text.replace(',', "").parse().ok()?;
    (text == number.to_string() || text == thousands(number)).then_some(number)
}

/// The words of a text, one space between two.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
