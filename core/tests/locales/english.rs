//! English: plain words.

use crate::files::{fits_the_caption, plain, running, sentences, texts};
use naru_core::text::Language;

#[test]
fn english_is_plain() {
    /// The school grade for which captions and cards may be written at most.
    const MOST: f64 = 8.0;
    let texts = running(Language::English);
    let all = grade(texts.values());
    assert!(all <= MOST, "captions and cards are written for grade {all:.2}; {MOST} is the most");
    // Captions are short and plain: they must not hide what is hard on the cards, in the quiz, or in what is assumed.
    for family in ["assume.", "kiosk.", "note.", "term.", "quiz."] {
        let family_alone = grade(texts.iter().filter(|(key, _)| key.starts_with(family)).map(|(_, text)| text));
        assert!(family_alone <= MOST, "{family}: written for grade {family_alone:.2}; {MOST} is the most");
    }
}

/// For which school grade texts are written, by the formula of Kincaid and others, 1975.
fn grade<'a>(texts: impl Iterator<Item = &'a String>) -> f64 {
    let (mut words, mut parts, mut syllables) = (0.0, 0.0, 0.0);
    for text in texts {
        for sentence in sentences(text) {
            parts += 1.0;
            for word in sentence.split_whitespace() {
                words += 1.0;
                syllables += f64::from(english_syllables(word));
            }
        }
    }
    0.39 * words / parts + 11.8 * syllables / words - 15.59
}

/// About how many syllables a word has: its groups of vowels, without a silent e at its end.
fn english_syllables(word: &str) -> u32 {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let mut groups = 0;
    let mut inside = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        groups += u32::from(vowel && !inside);
        inside = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed") && !word.ends_with("ted");
    groups.saturating_sub(u32::from(silent)).max(1)
}

#[test]
fn syllables_are_counted_about_right() {
    for (word, count) in
        [("cake", 1), ("bakery", 3), ("little", 2), ("checked", 1), ("started", 2), ("5", 1), ("CI", 1)]
    {
        assert_eq!(english_syllables(word), count, "{word}");
    }
}

#[test]
fn captions_fit_their_box() {
    fits_the_caption(Language::English, 120);
}

#[test]
fn no_word_is_forbidden() {
    /// Beginnings of words that the language rules leave out.
    const FORBIDDEN: [&str; 14] = [
        "sink", "sank", "sunk", "drown", "distress", "injur", "wreck", "capsiz", "casualt", "dead", "death", "die",
        "dying", "kill",
    ];
    for (key, text) in texts(Language::English) {
        let text = plain(&text).to_lowercase();
        for word in text.split(|letter: char| !letter.is_alphanumeric()) {
            assert!(!FORBIDDEN.iter().any(|beginning| word.starts_with(beginning)), "{key}: {word}: {text}");
        }
    }
}
