//! Korean: short, polite sentences, and particles that fit.

use crate::files::{fits_the_caption, running, sentences, texts};
use naru_core::text::{
    Language,
    korean::{is_syllable, particle},
};

#[test]
fn korean_sentences_are_short() {
    /// Eojeol a sentence: on average over the captions, at most in one, and at most on a card.
    const CAPTIONS: usize = 9;
    const LONGEST_CAPTION: usize = 15;
    const LONGEST_CARD: usize = 22;
    let (mut eojeol, mut parts) = (0, 0);
    for (key, text) in running(Language::Korean) {
        let caption = ["caption.", "kiosk.", "quiz.", "story."].iter().any(|family| key.starts_with(family));
        for sentence in sentences(&text) {
            let length = sentence.split_whitespace().count();
            // What is said aloud is heard once, too.
            let most = if caption || ["assume.", "note."].iter().any(|family| key.starts_with(family)) {
                LONGEST_CAPTION
            } else {
                LONGEST_CARD
            };
            assert!(length <= most, "{key}: {length} eojeol, {most} at most: {sentence}");
            if caption {
                eojeol += length;
                parts += 1;
            }
        }
    }
    assert!(eojeol <= CAPTIONS * parts, "{eojeol} eojeol in {parts} sentences: more than {CAPTIONS} on average");
}

#[test]
fn korean_speaks_politely() {
    for (key, text) in running(Language::Korean) {
        for sentence in sentences(&text) {
            // One word may be called out: "잠깐!"
            if sentence.ends_with('!') && !sentence.contains(' ') {
                continue;
            }
            let end = sentence.trim_end_matches(|letter: char| !is_syllable(letter));
            assert!(end.ends_with('요'), "{key}: {sentence}");
        }
    }
}

#[test]
fn korean_particles_fit_the_word_before_them() {
    /// Particles that change with the word before them.
    const PAIRS: [&str; 6] = ["이/가", "을/를", "은/는", "과/와", "으로/로", "이에요/예요"];
    let follows = |rest: &str| rest.chars().take_while(|letter| is_syllable(*letter)).collect::<String>();
    for (key, text) in texts(Language::Korean) {
        for (close, open) in [('}', '{'), (']', '[')] {
            for (index, _) in text.match_indices(close) {
                let inside = text[..index].rsplit(open).next().unwrap_or_default();
                let after = follows(&text[index + 1..]);
                let Some(pair) = PAIRS.iter().find(|pair| pair.split('/').any(|form| form == after)) else { continue };
                match inside.split_once('|') {
                    Some((_, words)) if open == '[' => assert_eq!(after, particle(words, pair), "{key}: {text}"),
                    Some(_) => panic!("{key}: two particles: {text}"),
                    None => panic!("{key}: write {{{inside}|{pair}}}, so that the particle fits the value: {text}"),
                }
            }
        }
    }
}

#[test]
fn captions_fit_their_box() {
    fits_the_caption(Language::Korean, 66);
}

#[test]
fn no_word_is_forbidden() {
    /// Pieces of words that the language rules leave out.
    const FORBIDDEN: [&str; 17] = [
        "되어지",
        "되어져",
        "돼지",
        "당신",
        "장애",
        "감시",
        "침몰",
        "파란불",
        "가라앉",
        "익사",
        "조난",
        "다치",
        "다쳐",
        "부상",
        "난파",
        "죽",
        "사망",
    ];
    for (key, text) in texts(Language::Korean) {
        let found = FORBIDDEN.iter().find(|piece| text.contains(**piece));
        assert!(found.is_none(), "{key}: {found:?}: {text}");
    }
}
