//! What somebody who looks a word up relies on.

use naru_core::{
    story::glossary::TERMS,
    text::{Language, describe},
};

#[test]
fn every_term_is_found_by_its_name_and_stands_first() {
    for language in Language::ALL {
        assert_eq!(describe::look_up("", language).len(), TERMS.len());
        for id in TERMS {
            let name = describe::term(id, language);
            assert!(describe::look_up(&name, language).contains(&id), "{name}");
            assert!(describe::look_up(&format!(" {} ", name.to_uppercase()), language).contains(&id), "{name}");
        }
    }
}

#[test]
fn names_come_before_what_stands_on_cards() {
    assert_eq!(describe::look_up("canary", Language::English).first(), Some(&"canary"));
    let found = describe::look_up("kubernetes", Language::English);
    assert!(found.contains(&"orchestrator"), "by a tool that its card names: {found:?}");
    assert!(describe::look_up("no such word", Language::English).is_empty());
}

#[test]
fn korean_is_found_by_initial_consonants() {
    for (query, id) in [("ㅋㄴㄹ", "canary"), ("ㄷㅂㅇㅅ", "devops"), ("ㅋㅌㅇㄴ", "container"), ("카나리", "canary")]
    {
        assert!(describe::look_up(query, Language::Korean).contains(&id), "{query}");
    }
    assert!(describe::look_up("ㅋㄴㄹ", Language::English).is_empty());
}
