//! The locale files and how they read.

use naru_core::text::{Language, entries};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The files of a language's folder that the app reads.
pub const FILES: &[&str] = &[
    "app.txt",
    "assume.txt",
    "boot.txt",
    "captions.txt",
    "export.txt",
    "frame.txt",
    "kiosk.txt",
    "notes.txt",
    "panel.txt",
    "quiz.txt",
    "story.txt",
    "terms.txt",
    "update.txt",
    "watch.txt",
];

pub fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One file of a language, key by key.
pub fn file(language: Language, name: &str) -> BTreeMap<String, String> {
    let source = read(&house().join("locales").join(language.id()).join(name));
    let mut texts = BTreeMap::new();
    for (key, text) in entries(&source) {
        assert!(!text.is_empty(), "{}/{name}: {key} is empty", language.id());
        assert!(texts.insert(key.to_owned(), text.to_owned()).is_none(), "{}/{name}: {key} twice", language.id());
    }
    texts
}

/// All texts of a language.
pub fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in FILES {
        for (key, text) in file(language, name) {
            assert!(texts.insert(key.clone(), text).is_none(), "{}: {key} stands in two files", language.id());
        }
    }
    texts
}

/// Whether a text of captions, story, quiz, cards, notes, assumptions or a kiosk is running text: not a name, nor the words of a control.
pub fn is_told(key: &str) -> bool {
    if let Some(question) = key.strip_prefix("quiz.") {
        return question.ends_with(".situation") || question.ends_with(".why");
    }
    if ["assume.group.", "assume.value."].iter().any(|names| key.starts_with(names)) {
        return false;
    }
    let names = [".name", ".title"];
    let families = ["assume.", "caption.", "kiosk.fault.", "kiosk.said.", "note.", "story.", "term."];
    families.iter().any(|family| key.starts_with(family)) && !names.iter().any(|name| key.ends_with(name))
}

/// What is read as running text: captions, what the guide and the quiz tell, what a speaker says, what is assumed, and all of each
/// card but its name.
pub fn running(language: Language) -> BTreeMap<String, String> {
    let files =
        ["assume.txt", "captions.txt", "kiosk.txt", "notes.txt", "quiz.txt", "story.txt", "terms.txt"].into_iter();
    files
        .flat_map(|name| file(language, name))
        .filter(|(key, _)| is_told(key))
        .map(|(key, text)| (key, plain(&text)))
        .collect()
}

/// The forms by which each term is known in running text. No language needs them but to be tested.
pub fn forms(language: Language) -> BTreeMap<String, Vec<String>> {
    let forms = file(language, "forms.txt").into_iter().map(|(key, forms)| {
        let id = key.strip_prefix("term.").and_then(|key| key.strip_suffix(".forms"));
        let id = id.unwrap_or_else(|| panic!("{}/forms.txt: {key}", language.id()));
        (id.to_owned(), forms.split(';').map(|form| form.trim().to_owned()).collect())
    });
    forms.collect()
}

/// What stands between these signs, before any `|`.
pub fn inserted(text: &str, open: char, close: char) -> BTreeSet<String> {
    let pieces = text.split(open).skip(1).filter_map(|rest| rest.split(close).next());
    pieces.map(|inside| inside.split('|').next().unwrap_or_default().to_owned()).collect()
}

/// A pattern as it reads: values as a figure, the last of two words, the words of a link.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '[']) {
        let end = rest[start..].find(['}', ']']).map_or(rest.len(), |end| start + end);
        let is_link = rest[start..].starts_with('[');
        let words = rest[start + 1..end].split_once('|').map(|(_, words)| words);
        plain.push_str(&rest[..start]);
        plain.push_str(
            words.map_or("5", |words| if is_link { words } else { words.rsplit('/').next().unwrap_or(words) }),
        );
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    plain + rest
}

/// The sentences of a text: they end in a mark that a space, a quotation mark or the end follows.
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let last = sentences.len() - 1;
        sentences[last].push(letter);
        let ends = letters.peek().is_none_or(|next| next.is_whitespace() || *next == '”');
        if matches!(letter, '.' | '!' | '?') && ends {
            sentences.push(String::new());
        }
    }
    let mark = |letter: char| letter.is_whitespace() || letter == '”';
    let trimmed = sentences.iter().map(|sentence| sentence.trim_matches(mark).to_owned());
    trimmed.filter(|sentence| !sentence.is_empty()).collect()
}

/// No caption is longer than its box, in letters: three lines on a phone.
pub fn fits_the_caption(language: Language, most: usize) {
    for (key, text) in file(language, "captions.txt") {
        let length = plain(&text).chars().count();
        assert!(length <= most, "{key}: {length} letters, {most} at most: {}", plain(&text));
    }
}
