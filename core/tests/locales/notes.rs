//! What a speaker says: beside every chapter, short enough to be said, with the figures that the stage shows.

use crate::files::sentences;
use naru_core::{
    story::{CHAPTERS, chapter, notes::NOTES},
    text::{Language, describe},
};

#[test]
fn every_chapter_has_notes_in_its_order() {
    assert_eq!(NOTES.map(|note| note.chapter), CHAPTERS.map(|chapter| chapter.id));
}

#[test]
fn what_is_said_is_short_and_questions_are_answered() {
    /// Sentences that are said; a Korean one is shorter, so there may be more of them.
    const SAID: [std::ops::RangeInclusive<usize>; Language::ALL.len()] = [3..=5, 3..=6];
    const ASKED: std::ops::RangeInclusive<usize> = 2..=3;
    for (language, said) in Language::ALL.into_iter().zip(SAID) {
        for chapter in CHAPTERS {
            let notes = describe::notes(chapter, language);
            let count = sentences(&notes.say).len();
            assert!(said.contains(&count), "{}: {} says {count} sentences", language.id(), chapter.id);
            assert!(ASKED.contains(&notes.asked.len()), "{}: {}", language.id(), chapter.id);
            for asked in &notes.asked {
                let is_answer = !asked.answer.contains('?') && sentences(&asked.answer).len() > 1;
                assert!(is_answer, "{}: {}: {}", language.id(), chapter.id, asked.answer);
            }
            let all = notes.asked.iter().flat_map(|asked| [&asked.question, &asked.answer]).chain([&notes.say]);
            for text in all {
                assert!(!text.contains(['{', '}', '[', ']', '|']) && !text.starts_with("note."), "{text}");
            }
        }
    }
}

#[test]
fn figures_are_those_of_the_stage() {
    let said = |id: &str, language| describe::notes(chapter(id).expect("a chapter"), language).say;
    for language in Language::ALL {
        for (id, figure) in [("crossing", "canary"), ("crews", "lost_with"), ("tower", "budget")] {
            assert!(language.inserts(&format!("note.{id}.say"), figure), "{}: {id} says no {figure}", language.id());
        }
    }
    let english = said("tower", Language::English);
    assert!(english.contains("43\u{a0}min\u{a0}12\u{a0}s"), "{english}");
}
