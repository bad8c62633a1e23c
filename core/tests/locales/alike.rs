//! Texts that are the same in both languages: only those that have a reason to be.

use crate::files::{plain, texts};
use naru_core::text::{Language, korean::is_syllable};
use std::collections::BTreeSet;

/// Names that are written alike everywhere: of a survey, and of what has no other name in Korean.
const NAMES: [&str; 4] = ["station.ci", "term.aiops.name", "term.dora.name", "term.mlops.name"];

/// Each language's name, in the language itself, so that whoever reads no other finds it.
const LANGUAGES: [&str; 2] = ["language.en", "language.ko"];

/// Whether a text has words of its own: not only values and signs between them.
fn has_words(text: &str) -> bool {
    plain(text).chars().any(char::is_alphabetic)
}

/// Keys of texts that have words and are not in their language.
fn foreign(language: Language, key: &str, text: &str) -> bool {
    let korean = text.chars().any(is_syllable);
    has_words(text) && korean != (language == Language::Korean) && !LANGUAGES.contains(&key)
}

#[test]
fn no_text_is_in_the_other_language_but_for_names() {
    for language in Language::ALL {
        let texts = texts(language);
        let found: BTreeSet<&str> =
            texts.iter().filter(|(key, text)| foreign(language, key, text)).map(|(key, _)| key.as_str()).collect();
        let names = if language == Language::Korean { BTreeSet::from(NAMES) } else { BTreeSet::new() };
        assert_eq!(found, names, "{}", language.id());
    }
}

#[test]
fn no_text_is_alike_in_both_languages_but_for_names_and_bare_values() {
    let [english, korean] = Language::ALL.map(texts);
    let alike = english.iter().filter(|(key, text)| korean.get(*key) == Some(text));
    let worded: BTreeSet<&str> = alike.filter(|(_, text)| has_words(text)).map(|(key, _)| key.as_str()).collect();
    assert_eq!(worded, NAMES.into_iter().chain(LANGUAGES).collect());
}
