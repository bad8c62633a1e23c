//! What a reader and a translator rely on: both languages say the same things, in plain words, by the language rules, and
//! no text is missing or left over.

use naru_core::{
    link::Theme,
    model::{CHOICES, Gate, Scenario, Station, Values, choice, simulate},
    story::glossary::TERMS,
    text::{
        Language, describe,
        describe::FIGURES,
        entries,
        korean::{is_syllable, particle},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The files of a language's folder.
const FILES: [&str; 4] = ["app.txt", "boot.txt", "captions.txt", "terms.txt"];

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One file of a language, key by key.
fn file(language: Language, name: &str) -> BTreeMap<String, String> {
    let source = read(&house().join("locales").join(language.id()).join(name));
    let mut texts = BTreeMap::new();
    for (key, text) in entries(&source) {
        assert!(!text.is_empty(), "{}/{name}: {key} is empty", language.id());
        assert!(texts.insert(key.to_owned(), text.to_owned()).is_none(), "{}/{name}: {key} twice", language.id());
    }
    texts
}

/// All texts of a language.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in FILES {
        for (key, text) in file(language, name) {
            assert!(texts.insert(key.clone(), text).is_none(), "{}: {key} stands in two files", language.id());
        }
    }
    texts
}

/// What stands between these signs, before any `|`.
fn inserted(text: &str, open: char, close: char) -> BTreeSet<String> {
    let pieces = text.split(open).skip(1).filter_map(|rest| rest.split(close).next());
    pieces.map(|inside| inside.split('|').next().unwrap_or_default().to_owned()).collect()
}

fn terms_in(text: &str) -> BTreeSet<String> {
    inserted(text, '[', ']')
}

/// A pattern as it reads: values as a figure, the last of two words, the words of a link.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '[']) {
        let end = rest[start..].find(['}', ']']).map_or(rest.len(), |end| start + end);
        let inside = &rest[start + 1..end];
        plain.push_str(&rest[..start]);
        plain.push_str(inside.split_once('|').map_or("5", |(_, words)| words.rsplit('/').next().unwrap_or(words)));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    plain + rest
}

/// The sentences of a text: they end in a mark that a space, a quotation mark or the end follows.
fn sentences(text: &str) -> Vec<String> {
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

/// What is read as running text: captions, and the two layers of each card.
fn running(language: Language) -> BTreeMap<String, String> {
    let cards = file(language, "terms.txt").into_iter().filter(|(key, _)| !key.ends_with(".name"));
    file(language, "captions.txt").into_iter().chain(cards).map(|(key, text)| (key, plain(&text))).collect()
}

/// Every strategy with every fault, watched and not, taken back by machine and by hand, on quiet and busy days.
fn scenarios() -> Vec<Scenario> {
    let names = |key: &str| match choice(key).map(|choice| choice.values) {
        Some(Values::Names(names)) => names(),
        _ => panic!("{key} has no names"),
    };
    let days = [
        [("seed", "1"), ("severity", "20"), ("orders", "300"), ("slo", "9990"), ("hold", "10")],
        [("seed", "7"), ("severity", "1"), ("orders", "10"), ("slo", "9000"), ("hold", "240")],
        [("seed", "23"), ("severity", "100"), ("orders", "1000"), ("slo", "9999"), ("hold", "0")],
    ];
    let mut scenarios = vec![];
    for day in days {
        let mut scenario = Scenario::default();
        for (key, value) in day {
            assert!(choice(key).is_some_and(|choice| choice.set(&mut scenario, value)), "{key}={value}");
        }
        let mut some = vec![scenario];
        for key in ["release", "fault", "watch", "back"] {
            let with = |scenario: &Scenario, value: &str| {
                let mut scenario = scenario.clone();
                assert!(choice(key).is_some_and(|choice| choice.set(&mut scenario, value)), "{key}={value}");
                scenario
            };
            some = some.iter().flat_map(|one| names(key).into_iter().map(|value| with(one, value))).collect();
        }
        scenarios.extend(some);
    }
    scenarios
}

/// Every caption that these scenarios say.
fn captions(language: Language) -> BTreeSet<String> {
    let mut captions = BTreeSet::new();
    for scenario in scenarios() {
        let timeline = simulate(&scenario);
        for event in &timeline.events {
            let caption = describe::caption(&timeline, event, language).to_string();
            assert!(!caption.trim().is_empty(), "nothing is said of {event:?} in {scenario:?}");
            assert!(!caption.contains(['{', '}', '[', ']', '|']), "{caption} in {scenario:?}");
            captions.insert(caption);
        }
    }
    captions
}

/// The texts between quotation marks in all Rust files below a place, as they stand in the code.
fn literals(place: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(place).expect("a folder of sources can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            found.extend(literals(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = read(&path);
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.extend(code.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned));
        }
    }
    found
}

/// The keys that the code puts together from its registries.
fn from_registries() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = (0..7).map(|day| format!("weekday.{day}")).collect();
    keys.extend(Station::ALL.map(|station| format!("station.{}", station.id())));
    keys.extend(Language::ALL.map(|language| format!("language.{}", language.id())));
    keys.extend(Theme::ALL.map(|theme| format!("theme.{}", theme.id())));
    keys.extend(Gate::ALL.map(|gate| format!("stopped.{}", gate.id())));
    keys.extend(FIGURES.map(|figure| format!("board.{figure}")));
    for choice in &CHOICES {
        let key = choice.key;
        keys.extend([format!("choice.{key}"), format!("choice.{key}.help")]);
        match choice.values {
            Values::Names(names) => keys.extend(names().into_iter().map(|value| format!("value.{key}.{value}"))),
            // A seed is shown as it is.
            Values::Number { .. } if key == "seed" => {}
            Values::Number { .. } => drop(keys.insert(format!("unit.{key}"))),
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_in_the_same_files() {
    for name in FILES {
        let [english, korean] = Language::ALL.map(|language| file(language, name).into_keys().collect::<Vec<_>>());
        assert_eq!(english, korean, "{name}");
    }
}

#[test]
fn both_languages_insert_the_same_values_and_link_the_same_terms() {
    let [english, korean] = Language::ALL.map(texts);
    for (key, text) in &english {
        let other = &korean[key];
        assert_eq!(inserted(text, '{', '}'), inserted(other, '{', '}'), "{key}: {text} / {other}");
        assert_eq!(terms_in(text), terms_in(other), "{key}: {text} / {other}");
    }
}

#[test]
fn every_term_has_its_card_and_every_card_is_within_reach() {
    let listed: BTreeSet<String> = TERMS.iter().map(|term| (*term).to_owned()).collect();
    for language in Language::ALL {
        let texts = texts(language);
        let linked: BTreeSet<String> = texts.values().flat_map(|text| terms_in(text)).collect();
        assert_eq!(linked, listed, "terms that texts link to, and terms of the glossary ({})", language.id());
        let parts = |id: &String| ["name", "harbour", "software"].map(|part| format!("term.{id}.{part}"));
        let wanted: BTreeSet<String> = listed.iter().flat_map(parts).collect();
        assert_eq!(file(language, "terms.txt").into_keys().collect::<BTreeSet<_>>(), wanted, "{}", language.id());
    }
}

#[test]
fn every_event_is_told_in_both_languages_and_every_caption_has_its_event() {
    for language in Language::ALL {
        let said = captions(language);
        for (key, text) in file(language, "captions.txt") {
            let told = said.iter().any(|caption| could_say(&text, caption));
            assert!(told, "{}: nothing that can happen is told by {key}", language.id());
        }
    }
}

/// Whether a pattern with some values reads like this.
fn could_say(pattern: &str, said: &str) -> bool {
    // What is the same whatever the values, in order.
    let parts = pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, words)| words));
    let mut pieces = parts.map(plain);
    let Some(mut rest) = pieces.next().and_then(|first| said.strip_prefix(first.as_str())) else { return false };
    let pieces: Vec<String> = pieces.collect();
    for piece in &pieces {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    rest.is_empty() || pieces.last().is_some_and(String::is_empty)
}

#[test]
fn no_text_of_the_app_is_missing_or_left_over() {
    let mut literal: Vec<String> = literals(&house().join("src"));
    literal.extend(literals(&house().join("core/src/text")));
    literal.extend(literals(&house().join("core/src/link")));
    literal.extend(literals(&house().join("xtask/src")).into_iter().filter(|text| text.contains('.')));
    let app: BTreeSet<String> = file(Language::English, "app.txt").into_keys().collect();
    let families: BTreeSet<&str> = app.iter().filter_map(|key| key.split_once('.')).map(|(family, _)| family).collect();

    let known = from_registries();
    let missing: Vec<_> = known.difference(&app).collect();
    assert!(missing.is_empty(), "the registries need these texts: {missing:?}");

    // A text with a dot whose first word is that of a family is a key: `player.pause`.
    let word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_key = |text: &&String| {
        text.split_once('.').is_some_and(|(family, rest)| families.contains(family) && rest.split('.').all(word))
    };
    let unknown: Vec<_> = literal.iter().filter(is_key).filter(|text| !app.contains(*text)).collect();
    assert!(unknown.is_empty(), "the code asks for texts that no language has: {unknown:?}");

    let unused: Vec<_> = app.iter().filter(|key| !known.contains(*key) && !literal.contains(key)).collect();
    assert!(unused.is_empty(), "nobody shows these texts: {unused:?}");
}

#[test]
fn every_text_that_the_app_asks_for_by_name_is_there() {
    let app = file(Language::English, "app.txt");
    let mut asked = 0;
    let mut places = vec![house().join("src")];
    while let Some(place) = places.pop() {
        for entry in fs::read_dir(place).expect("a folder of sources can be read") {
            let path = entry.expect("an entry of a folder can be read").path();
            if path.is_dir() {
                places.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let source: String = read(&path);
            for call in [".say(", ".text(", "text_with("] {
                for rest in source.split(call).skip(1) {
                    let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
                    let key = rest.split('"').next().unwrap_or_default();
                    assert!(app.contains_key(key), "{}: there is no text {key}", path.display());
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 30, "only {asked} texts are asked for: this test no longer sees them");
}

#[test]
fn english_is_plain() {
    let (mut words, mut parts, mut syllables) = (0.0, 0.0, 0.0);
    for text in running(Language::English).values() {
        for sentence in sentences(text) {
            parts += 1.0;
            for word in sentence.split_whitespace() {
                words += 1.0;
                syllables += f64::from(english_syllables(word));
            }
        }
    }
    // The formula of Kincaid and others, 1975.
    let grade = 0.39 * words / parts + 11.8 * syllables / words - 15.59;
    assert!(grade <= 8.0, "captions and cards are written for grade {grade:.2}; 8 is the most");
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
fn korean_sentences_are_short() {
    /// Eojeol a sentence: on average over the captions, at most in one, and at most on a card.
    const CAPTIONS: usize = 9;
    const LONGEST_CAPTION: usize = 15;
    const LONGEST_CARD: usize = 22;
    let (mut eojeol, mut parts) = (0, 0);
    for (key, text) in running(Language::Korean) {
        let caption = key.starts_with("caption.");
        for sentence in sentences(&text) {
            let length = sentence.split_whitespace().count();
            let most = if caption { LONGEST_CAPTION } else { LONGEST_CARD };
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
    const PAIRS: [&str; 5] = ["이/가", "을/를", "은/는", "과/와", "으로/로"];
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
fn no_word_is_forbidden() {
    /// Beginnings of words (English) and pieces of words (Korean) that the language rules leave out.
    const ENGLISH: [&str; 14] = [
        "sink", "sank", "sunk", "drown", "distress", "injur", "wreck", "capsiz", "casualt", "dead", "death", "die",
        "dying", "kill",
    ];
    const KOREAN: [&str; 17] = [
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
    for (key, text) in texts(Language::English) {
        let text = plain(&text).to_lowercase();
        for word in text.split(|letter: char| !letter.is_alphanumeric()) {
            assert!(!ENGLISH.iter().any(|beginning| word.starts_with(beginning)), "{key}: {word}: {text}");
        }
    }
    for (key, text) in texts(Language::Korean) {
        let found = KOREAN.iter().find(|piece| text.contains(**piece));
        assert!(found.is_none(), "{key}: {found:?}: {text}");
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
    const EVERYDAY: [&str; 13] = [
        "need", "code", "release", "watching", "all at once", "image", "tower",
        "코드", "출시", "설계", "지켜보지", "한꺼번에 바꾸는", "관제탑",
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
