//! The style sheet of the slices: which file a browser fetches for which letters.

use super::FAMILY;
use super::slices::{REST, Slice};
use std::collections::BTreeSet;

/// Signs, punctuation and Hangul: what a rest is asked for, be it there or not. Spelled out, it would only weigh more.
const ANYTHING: &str = "U+20-7E,U+A0-2FFF,U+AC00-D7A3";

/// The sheet for these slices.
pub fn of(slices: &[Slice]) -> String {
    let mut sheet = format!(
        "/* Made by `cargo xtask fonts`. */\n/*! {FAMILY} is cut from Pretendard, Copyright (c) 2021 Kil Hyung-jin; SIL Open Font License 1.1. */\n\
         @layer tokens {{\n"
    );
    let languages: BTreeSet<&str> = slices.iter().map(|slice| slice.language).collect();
    for language in languages {
        sheet += &format!("  :root:lang({language}) {{ --letters: \"{FAMILY} {language}\"; }}\n");
    }
    // Where ranges overlap, what is said later counts.
    for slice in slices.iter().rev() {
        let range = if slice.name == REST { ANYTHING.to_owned() } else { range(&slice.letters) };
        sheet += &format!(
            "  @font-face {{ font-family: \"{FAMILY} {}\"; font-weight: {}; font-display: swap; src: url(\"../fonts/{}\") format(\"woff2\"); unicode-range: {range}; }}\n",
            slice.language,
            slice.weight.value,
            slice.file()
        );
    }
    sheet + "}\n"
}

/// Letters as a `unicode-range`.
fn range(letters: &BTreeSet<char>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for letter in letters.iter().map(|letter| u32::from(*letter)) {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == letter => *end = letter,
            _ => runs.push((letter, letter)),
        }
    }
    let shown = runs
        .into_iter()
        .map(|(from, to)| if from == to { format!("U+{from:X}") } else { format!("U+{from:X}-{to:X}") });
    shown.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_said_as_one() {
        assert_eq!(range(&"abcxz나".chars().collect()), "U+61-63,U+78,U+7A,U+B098");
    }
}
