//! Keys: those of both languages, and those that the code asks for.

use crate::files::{FILES, file, house, inserted, read, texts};
use naru_core::{
    kiosk::{Control, Ending, Phase, Recovery, SETTINGS, Word, counters, settings::Wrong, visit::WAYS},
    link::{MANNERS, Snippet, Theme},
    model::{
        Assumptions, CHOICES, Gate, Release, Scenario, Station, Values,
        assumptions::Part,
        keys::{Door, Holder, Regime},
        year::BANDS,
    },
    story::{
        Ask, CHAPTERS, Cake, Known, Pace, Way,
        notes::NOTES,
        presets::PRESETS,
        quiz::{Measure, POOL},
    },
    text::{Language, describe, describe::FIGURES},
};
use std::{collections::BTreeSet, fs, path::Path};

/// The texts between quotation marks in all Rust files below a place, as they stand in the code.
fn literals(place: &Path) -> Vec<String> {
    let code = sources(place).into_iter().flat_map(|source| {
        let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect::<Vec<_>>()
    });
    code.collect()
}

/// All Rust files below a place.
fn sources(place: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(place).expect("a folder of sources can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(read(&path));
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
    keys.extend(Release::all().map(|release| format!("way.{}", release.id())));
    keys.extend([Way::Core, Way::Short].map(|way| format!("tour.{}", way.id())));
    keys.extend(Cake::SPONGES.map(|value| format!("cake.sponge.{value}")));
    keys.extend(Cake::TOPS.map(|value| format!("cake.top.{value}")));
    keys.extend(Known::ALL.map(|known| format!("idea.{}", known.id())));
    keys.extend(
        PRESETS.iter().flat_map(|preset| [format!("preset.{}", preset.id), format!("preset.{}.line", preset.id)]),
    );
    keys.extend(["poster", "cards", "my-line"].map(|sheet| format!("print.{sheet}")));
    keys.extend(Snippet::ALL.map(|kind| format!("embed.kind.{}", kind.id())));
    let manners = MANNERS.iter().filter(|(key, _)| ["controls", "pace", "text"].contains(key));
    keys.extend(manners.flat_map(|(key, values)| values.iter().map(move |value| format!("embed.{key}.{value}"))));
    keys.extend(["kind", "controls", "pace", "text"].map(|key| format!("embed.{key}")));
    keys.extend(BANDS.map(|band| format!("survey.group.{}", band.level.id())));
    keys.extend(Pace::ALL.map(|pace| format!("margin.{}", pace.id())));
    keys.extend(Door::ALL.map(|door| format!("keys.door.{}", door.id())));
    keys.extend(["open", "shut"].map(|state| format!("keys.door.{state}")));
    keys.extend(Holder::ALL.map(|holder| format!("keys.holder.{}", holder.id())));
    keys.extend(Regime::ALL.map(|regime| format!("keys.regime.{}", regime.id())));
    keys.extend(Assumptions::LIST.iter().map(|one| format!("assume.{}", one.name.replace('_', "-"))));
    keys.extend(Part::ALL.map(|part| format!("assume.group.{}", part.id())));
    keys.extend(["minutes", "hours", "days", "work-hours", "work-days"].map(|unit| format!("assume.value.{unit}")));
    // The head of the page of assumptions.
    keys.extend(["title", "intro"].map(|part| format!("assume.{part}")));
    for chapter in CHAPTERS {
        keys.insert(format!("story.{}.title", chapter.id));
        for beat in chapter.beats {
            keys.insert(format!("story.{}.{}", chapter.id, beat.id));
            match beat.ask {
                Ask::Bet(bet) => keys.extend(bet.options.iter().map(|option| format!("bet.{}.{option}", bet.id))),
                Ask::Choose(key, values) => keys.extend(values.iter().map(|value| format!("ask.{key}.{value}"))),
                Ask::Nothing | Ask::GoOn | Ask::Table(_) => {}
            }
        }
    }
    keys.extend(Word::ALL.map(|word| format!("kiosk.word.{}", word.id())));
    keys.extend(SETTINGS.iter().map(|setting| format!("kiosk.setting.{}", setting.key)));
    keys.extend(Wrong::ALL.map(|wrong| format!("kiosk.fault.{}", wrong.id())));
    keys.extend(Phase::ALL.map(|phase| format!("kiosk.phase.{}", phase.id())));
    keys.extend(Ending::ALL.map(|ending| format!("kiosk.ended.{}", ending.id())));
    keys.extend(Recovery::ALL.map(|recovery| format!("kiosk.recovery.{}", recovery.id())));
    keys.extend(counters::keys().iter().map(|key| format!("kiosk.count.{}", key.split('.').next().unwrap_or(key))));
    let plain = [Control::Again, Control::On, Control::Chapters, Control::Other, Control::Tell, Control::Free];
    let plain = plain.into_iter().chain([Control::Stay, Control::Leave]);
    keys.extend(plain.map(|control| format!("kiosk.control.{}", control.id())));
    for way in &WAYS {
        keys.insert(format!("kiosk.control.choose.{}", way.id));
        keys.extend(["watch", "home"].map(|stem| format!("kiosk.said.{stem}.{}", way.id.replace('-', "_"))));
    }
    for note in &NOTES {
        keys.insert(note.say());
        keys.extend(note.asked().flat_map(|(question, answer)| [question, answer]));
    }
    for question in POOL {
        let parts = question.actions.iter().map(|action| action.id).chain(["situation", "why"]);
        keys.extend(parts.map(|part| format!("quiz.{}.{part}", question.id)));
    }
    for measure in Measure::ALL {
        let key = format!("measure.{}", measure.id());
        keys.insert(format!("{key}.value"));
        if measure.may_never_be() {
            keys.insert(format!("{key}.never"));
        }
        keys.insert(key);
    }
    for choice in &CHOICES {
        let key = choice.key;
        keys.extend([format!("choice.{key}"), format!("choice.{key}.help")]);
        match choice.values {
            Values::Names(names) => keys.extend(names().into_iter().map(|value| format!("value.{key}.{value}"))),
            // A seed is shown as it is.
            Values::Number { .. } if key == "seed" => {}
            Values::Number { .. } | Values::Written { .. } => drop(keys.insert(format!("unit.{key}"))),
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
        assert_eq!(inserted(text, '[', ']'), inserted(other, '[', ']'), "{key}: {text} / {other}");
    }
}

#[test]
fn every_value_of_every_choice_has_words() {
    for language in Language::ALL {
        for choice in &CHOICES {
            let values: Vec<String> = match choice.values {
                Values::Names(names) => names().into_iter().map(str::to_owned).collect(),
                Values::Number { min, max } => vec![min.to_string(), max.to_string()],
                Values::Written { examples, .. } => examples.iter().map(|example| (*example).to_owned()).collect(),
            };
            let words: Vec<String> = values.iter().map(|value| describe::value(choice.key, value, language)).collect();
            for word in &words {
                assert!(
                    !word.is_empty() && !word.contains(['{', '}', '.']) || word.contains('%'),
                    "{}: {word}",
                    choice.key
                );
            }
            assert_eq!(
                words.iter().collect::<BTreeSet<_>>().len(),
                words.len(),
                "{} says two values alike",
                choice.key
            );
            let usual = describe::choice_value(&Scenario::default(), choice.key, language);
            assert_eq!(usual, describe::value(choice.key, &choice.get(&Scenario::default()), language));
        }
    }
}

#[test]
fn what_is_written_in_a_way_of_its_own_is_put_in_words() {
    let words = |key, value| Language::ALL.map(|language| describe::value(key, value, language));
    assert_eq!(words("start", "fri-17:00"), ["Fri 17:00", "금요일 17:00"]);
    assert_eq!(words("steps", "5,25,50,100"), ["5 → 25 → 50 → 100%"; 2]);
    assert_eq!(words("steps", "0.5,2"), ["0.5 → 2 → 100%"; 2]);
    assert_eq!(words("steps", "5,10,15,20,25,30,35,40,45,50"), ["5 → 10 → … → 50 → 100%"; 2]);
    assert_eq!(words("share", "0.5"), ["0.5%"; 2]);
    assert_eq!(words("threshold", "9950"), ["99.5%"; 2]);
    assert_eq!(words("orders", "1200"), ["1,200 a minute", "1분에 1,200건"]);
}

#[test]
fn no_text_of_the_app_is_missing_or_left_over() {
    let mut literal: Vec<String> = literals(&house().join("src"));
    literal.extend(literals(&house().join("core/src/kiosk")));
    literal.extend(literals(&house().join("core/src/text")));
    literal.extend(literals(&house().join("core/src/link")));
    literal.extend(literals(&house().join("core/src/message")));
    literal.extend(literals(&house().join("xtask/src")).into_iter().filter(|text| text.contains('.')));
    let app: BTreeSet<String> = [
        "app.txt",
        "assume.txt",
        "export.txt",
        "frame.txt",
        "kiosk.txt",
        "notes.txt",
        "panel.txt",
        "quiz.txt",
        "story.txt",
    ]
    .into_iter()
    .flat_map(|name| file(Language::English, name).into_keys())
    .collect();
    let families: BTreeSet<&str> = app.iter().filter_map(|key| key.split_once('.')).map(|(family, _)| family).collect();

    let known = from_registries();
    let missing: Vec<_> = known.difference(&app).collect();
    assert!(missing.is_empty(), "the registries need these texts: {missing:?}");

    // A text with a dot whose first word is that of a family is a key: `player.pause`.
    let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_key = |text: &&String| {
        text.split_once('.').is_some_and(|(family, rest)| families.contains(family) && rest.split('.').all(word))
    };
    let is_file = |text: &&String| [".txt", ".css", ".html", ".js"].iter().any(|ending| text.ends_with(ending));
    let unknown: Vec<_> =
        literal.iter().filter(is_key).filter(|text| !is_file(text)).filter(|text| !app.contains(*text)).collect();
    assert!(unknown.is_empty(), "the code asks for texts that no language has: {unknown:?}");

    let unused: Vec<_> = app.iter().filter(|key| !known.contains(*key) && !literal.contains(key)).collect();
    assert!(unused.is_empty(), "nobody shows these texts: {unused:?}");
}

#[test]
fn every_text_that_the_app_asks_for_by_name_is_there() {
    let app = texts(Language::English);
    let mut asked = 0;
    for source in sources(&house().join("src")) {
        for call in [".say(", ".text(", "text_with("] {
            for rest in source.split(call).skip(1) {
                let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
                let key = rest.split('"').next().unwrap_or_default();
                assert!(app.contains_key(key), "there is no text {key}");
                asked += 1;
            }
        }
    }
    assert!(asked > 30, "only {asked} texts are asked for: this test no longer sees them");
}

#[test]
fn how_long_the_show_takes_is_said_to_the_half_minute() {
    for (show_ms, english, korean) in [
        (90_750, "About 1\u{a0}min\u{a0}30\u{a0}s", "1분\u{a0}30초쯤 걸려요"),
        (106_000, "About 2\u{a0}min", "2분쯤 걸려요"),
        (14_999, "About 30\u{a0}s", "30초쯤 걸려요"),
    ] {
        assert_eq!(describe::length(show_ms, Language::English), english);
        assert_eq!(describe::length(show_ms, Language::Korean), korean);
    }
}
