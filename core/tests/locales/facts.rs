//! Figures in texts: each is inserted by the simulation, or has a source.

use crate::files::{file, is_told};
use naru_core::{
    story::facts::{FACTS, Source},
    text::Language,
};

/// The figures of a text that no value inserts: whatever begins with a digit, with the signs that belong to it. Letters before or
/// after it make it a name, as in E2E.
fn figures(text: &str) -> Vec<String> {
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once('{') {
        words.push_str(before);
        words.push('§');
        rest = opened.split_once('}').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let sign = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ':' | '%');
    let mut found: Vec<String> = Vec::new();
    let mut last = ' ';
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() && !last.is_ascii_alphanumeric() {
            let mut figure = letter.to_string();
            while let Some(next) = letters.next_if(|next| sign(*next)) {
                figure.push(next);
            }
            let figure = figure.trim_end_matches(['.', ',', ':']).to_owned();
            // "1분에" says no more than "a minute".
            if figure != "1" && letters.peek().is_none_or(|next| !next.is_ascii_alphabetic()) {
                found.push(figure.clone());
            }
            last = figure.chars().last().unwrap_or(letter);
            continue;
        }
        last = letter;
    }
    found
}

#[test]
fn every_figure_in_a_text_is_computed_or_has_a_source() {
    let mut used = vec![Vec::new(); FACTS.len()];
    for language in Language::ALL {
        for name in
            ["assume.txt", "captions.txt", "frame.txt", "kiosk.txt", "notes.txt", "story.txt", "quiz.txt", "terms.txt"]
        {
            // What is told, and what stands beside a survey's figures.
            let told = |key: &str| is_told(key) || ["survey.", "year."].iter().any(|family| key.starts_with(family));
            for (key, text) in file(language, name).into_iter().filter(|(key, _)| told(key)) {
                for figure in figures(&text) {
                    let fact =
                        FACTS.iter().position(|fact| fact.figure == figure && fact.texts.contains(&key.as_str()));
                    let fact =
                        fact.unwrap_or_else(|| panic!("{}: {key}: where is {figure} from? {text}", language.id()));
                    used[fact].push(key.clone());
                }
            }
        }
    }
    for (fact, used) in FACTS.iter().zip(used) {
        for text in fact.texts {
            assert!(used.iter().any(|key| key == text), "{} does not stand in {text} any more", fact.figure);
        }
    }
}

#[test]
fn figures_of_the_model_are_what_it_computes() {
    for fact in &FACTS {
        match fact.source {
            Source::Model(computed) => assert_eq!(computed(), fact.figure),
            Source::Published { name, year } => assert!(!name.is_empty() && (2000..2100).contains(&year)),
            Source::Whole | Source::Example => {}
        }
    }
}

#[test]
fn figures_are_found_where_they_stand() {
    assert_eq!(
        figures("At 17:00, {n} of 100% fail in 43.2 minutes. E2E, K8s and o11y are names."),
        ["17:00", "100%", "43.2"]
    );
    assert_eq!(figures("{n}건 가운데 30일"), ["30"]);
}
