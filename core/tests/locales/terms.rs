//! Terms: each one touch away from its card, and nowhere without it.

use crate::files::{file, inserted, texts};
use naru_core::{story::glossary::TERMS, text::Language};
use std::collections::BTreeSet;

#[test]
fn every_term_has_its_card_and_every_card_is_within_reach() {
    let listed: BTreeSet<String> = TERMS.iter().map(|term| (*term).to_owned()).collect();
    for language in Language::ALL {
        let texts = texts(language);
        let linked: BTreeSet<String> = texts.values().flat_map(|text| inserted(text, '[', ']')).collect();
        assert_eq!(linked, listed, "terms that texts link to, and terms of the glossary ({})", language.id());
        let parts = |id: &String| ["name", "harbour", "software"].map(|part| format!("term.{id}.{part}"));
        let wanted: BTreeSet<String> = listed.iter().flat_map(parts).collect();
        assert_eq!(file(language, "terms.txt").into_keys().collect::<BTreeSet<_>>(), wanted, "{}", language.id());
    }
}

#[test]
fn a_term_stands_in_a_caption_only_as_a_link() {
    let mut bare = Vec::new();
    for language in Language::ALL {
        let captions = file(language, "captions.txt");
        let names: BTreeSet<String> = captions.values().flat_map(|text| linked(text)).collect();
        for (key, text) in captions {
            let words = unlinked(&text);
            let found = names.iter().filter(|name| stands_in(&words, name, language));
            bare.extend(found.map(|name| format!("{} {key}: {name} in: {text}", language.id())));
        }
    }
    assert!(bare.is_empty(), "terms without a link: {bare:#?}");
}

/// The words of the links that are terms of the field and nothing else: not words of every day, like `code`, nor of the
/// harbour, like `tower`.
fn linked(text: &str) -> Vec<String> {
    #[rustfmt::skip]
    const EVERYDAY: [&str; 14] = [
        "need", "code", "release", "watching", "all at once", "image", "tower",
        "코드", "출시", "설계", "지켜보지", "한꺼번에 바꾸는", "한꺼번에", "관제탑",
    ];
    let inside = text.split('[').skip(1).filter_map(|rest| rest.split(']').next()?.split_once('|'));
    let words = inside.map(|(_, words)| words.to_lowercase());
    words.filter(|words| !EVERYDAY.contains(&words.as_str())).collect()
}

fn unlinked(text: &str) -> String {
    let mut pieces = text.split('[');
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        bare.push('|');
        bare.push_str(piece.split_once(']').map_or("", |(_, rest)| rest));
    }
    bare.to_lowercase()
}

fn stands_in(text: &str, name: &str, language: Language) -> bool {
    match language {
        Language::English => {
            let letters = |letter: char| letter.is_alphanumeric();
            text.match_indices(name)
                .any(|(index, _)| !text[..index].ends_with(letters) && !text[index + name.len()..].starts_with(letters))
        }
        Language::Korean => text.contains(name),
    }
}
