//! The style sheet of the slices: which file a browser fetches for which letters.

use super::FAMILY;
use super::slices::{REST, STORY, Slice};
use std::collections::BTreeSet;

/// Signs, punctuation and Hangul: what a rest is asked for, be it there or not. Spelled out, it would only weigh more.
const ANYTHING: &str = "U+20-7E,U+A0-2FFF,U+AC00-D7A3";

/// Syllables of Hangul.
const HANGUL: std::ops::RangeInclusive<char> = '\u{AC00}'..='\u{D7A3}';

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
        let range = match slice.name {
            REST => ANYTHING.to_owned(),
            // What it lacks of them, the rest has, which is asked next.
            STORY => anything_hangul(&slice.letters),
            _ => range(&slice.letters),
        };
        sheet += &format!(
            "  @font-face {{ font-family: \"{FAMILY} {}\"; font-weight: {}; font-display: swap; src: url(\"../fonts/{}\") format(\"woff2\"); unicode-range: {range}; }}\n",
            slice.language,
            slice.weight.value,
            slice.file()
        );
    }
    sheet + "}\n"
}

/// Letters as a `unicode-range`, with all of Hangul where any of it is there: spelled out, it is a tenth of the style sheet.
fn anything_hangul(letters: &BTreeSet<char>) -> String {
    let (hangul, other): (BTreeSet<char>, BTreeSet<char>) = letters.iter().partition(|letter| HANGUL.contains(*letter));
    let ranges = [range(&other), if hangul.is_empty() { String::new() } else { "U+AC00-D7A3".to_owned() }];
    ranges.into_iter().filter(|range| !range.is_empty()).collect::<Vec<_>>().join(",")
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
