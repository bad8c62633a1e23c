//! Terms: each one touch away from its card, and nowhere without it.

use crate::files::{file, forms, inserted, is_told, texts};
use naru_core::{story::glossary::TERMS, text::Language};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The files in whose texts a term stands only as a link. One more file is one more name here.
const TELLING: [&str; 5] = ["captions.txt", "kiosk.txt", "quiz.txt", "story.txt", "terms.txt"];

/// What each card has.
const PARTS: [&str; 4] = ["name", "harbour", "software", "engineers"];

/// What a card has where it matters.
const LIMIT: &str = ".limit";

#[test]
fn every_term_has_its_card_and_every_card_is_within_reach() {
    let listed: BTreeSet<String> = TERMS.iter().map(|term| (*term).to_owned()).collect();
    assert_eq!(listed.len(), TERMS.len(), "a term is listed twice");
    let parts = |id: &String| PARTS.map(|part| format!("term.{id}.{part}"));
    let needed: BTreeSet<String> = listed.iter().flat_map(parts).collect();
    for language in Language::ALL {
        let linked: BTreeSet<String> = texts(language).values().flat_map(|text| inserted(text, '[', ']')).collect();
        assert_eq!(linked, listed, "terms that texts link to, and terms of the glossary ({})", language.id());
        let (limits, others): (BTreeSet<_>, BTreeSet<_>) =
            file(language, "terms.txt").into_keys().partition(|key| key.ends_with(LIMIT));
        assert_eq!(others, needed, "{}", language.id());
        assert!(limits.iter().all(|key| card(key).is_some_and(|id| listed.contains(id))), "{limits:?}");
    }
}

#[test]
fn a_term_stands_in_a_text_only_as_a_link() {
    let mut bare = Vec::new();
    for language in Language::ALL {
        let forms = longest_first(language);
        for (key, text) in told(language) {
            let (words, links) = read(&text);
            let mut standing: BTreeMap<&str, (&str, bool)> = BTreeMap::new();
            for (place, id) in mentions(&words, &forms, language) {
                let inside = links.iter().any(|(link, term)| *term == id && overlap(link, &place));
                let form = words.get(place).unwrap_or_default();
                standing.entry(id).or_insert((form, false)).1 |= inside;
            }
            let unlinked = standing.into_iter().filter(|(id, (_, linked))| !linked && card(&key) != Some(id));
            bare.extend(unlinked.map(|(id, (form, _))| format!("{} {key}: {form} ({id}) in: {text}", language.id())));
        }
    }
    assert!(bare.is_empty(), "terms without a link: {bare:#?}");
}

#[test]
fn no_text_links_a_term_twice_nor_its_own_card() {
    for language in Language::ALL {
        for (key, text) in told(language) {
            let (_, links) = read(&text);
            let terms: BTreeSet<&str> = links.iter().map(|(_, id)| *id).collect();
            assert_eq!(terms.len(), links.len(), "{}: {key} links a term twice: {text}", language.id());
            let own = card(&key).is_some_and(|id| terms.contains(id));
            assert!(!own, "{}: {key} links its own card: {text}", language.id());
        }
    }
}

#[test]
fn each_form_belongs_to_one_term() {
    let [english, korean] = Language::ALL.map(|language| forms(language).into_keys().collect::<Vec<_>>());
    assert_eq!(english, korean, "terms that have forms");
    for language in Language::ALL {
        let mut owners = BTreeMap::new();
        for (id, forms) in forms(language) {
            assert!(TERMS.contains(&id.as_str()), "{}: forms of {id}, which is no term", language.id());
            for form in forms {
                assert!(!form.is_empty() && form == form.to_lowercase(), "{}: {id}: “{form}”", language.id());
                let other = owners.insert(form.clone(), id.clone());
                assert!(other.is_none(), "{}: {form} belongs to {id} and {other:?}", language.id());
            }
        }
    }
}

#[test]
fn terms_are_found_where_they_stand() {
    for (language, text, expected) in [
        (Language::English, "The logbook is deployed by canary release.", vec!["canary", "deploy"]),
        (Language::English, "A catalog of containerships.", vec![]),
        (Language::Korean, "카나리 배포를 하는 프로그램이에요.", vec!["canary"]),
        (Language::Korean, "배포를 로그에서 찾아요.", vec!["deploy", "logs"]),
        (Language::Korean, "SLO와 SLOW", vec!["slo"]),
    ] {
        let (words, _) = read(text);
        let forms = longest_first(language);
        let found: BTreeSet<&str> = mentions(&words, &forms, language).into_iter().map(|(_, id)| id).collect();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{text}");
    }
}

/// All texts in which terms are told, without the names of the cards.
fn told(language: Language) -> BTreeMap<String, String> {
    let texts = TELLING.into_iter().flat_map(|name| file(language, name));
    texts.filter(|(key, _)| is_told(key)).collect()
}

/// The term whose card a text stands on.
fn card(key: &str) -> Option<&str> {
    key.strip_prefix("term.")?.split('.').next()
}

/// The words of a pattern in lower case, and where in them each link stands.
fn read(pattern: &str) -> (String, Vec<(Range<usize>, &str)>) {
    let (mut words, mut links) = (String::new(), Vec::new());
    let mut rest = pattern;
    while let Some((before, opened)) = rest.split_once(['{', '[']) {
        let is_link = rest[before.len()..].starts_with('[');
        let (inside, after) = opened.split_once(if is_link { ']' } else { '}' }).expect("a bracket is closed");
        words.push_str(&before.to_lowercase());
        let start = words.len();
        if let Some((id, shown)) = inside.split_once('|') {
            words.push_str(&shown.to_lowercase());
            if is_link {
                links.push((start..words.len(), id));
            }
        }
        rest = after;
    }
    (words + &rest.to_lowercase(), links)
}

/// Each form and its term, the longest form first.
fn longest_first(language: Language) -> Vec<(String, String)> {
    let forms = forms(language).into_iter();
    let mut forms: Vec<_> =
        forms.flat_map(|(id, forms)| forms.into_iter().map(move |form| (form, id.clone()))).collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.chars().count()));
    forms
}

/// Where terms stand in a text. A form inside a longer one does not count: 배포 in 카나리 배포.
fn mentions<'a>(text: &str, forms: &'a [(String, String)], language: Language) -> Vec<(Range<usize>, &'a str)> {
    let mut found: Vec<(Range<usize>, &str)> = Vec::new();
    for (form, id) in forms {
        for (start, _) in text.match_indices(form.as_str()) {
            let place = start..start + form.len();
            if is_a_word(text, &place, language) && !found.iter().any(|(other, _)| overlap(other, &place)) {
                found.push((place, id));
            }
        }
    }
    found
}

/// Whether a form stands there as a word of its own. A Korean one may have a particle behind it, but no syllable before it:
/// 로그 does not stand in 프로그램.
fn is_a_word(text: &str, place: &Range<usize>, language: Language) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    let joined = match language {
        Language::English => after.is_some_and(char::is_alphanumeric),
        Language::Korean => {
            let latin = |letter: char| letter.is_ascii_alphanumeric();
            text[..place.end].ends_with(latin) && after.is_some_and(latin)
        }
    };
    !joined && !before.is_some_and(char::is_alphanumeric)
}

const fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
