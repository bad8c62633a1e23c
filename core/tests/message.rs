//! What a page around the frame relies on: its commands are read as they are meant, and nothing else is.

use naru_core::{
    link::{Controls, Link, MANNERS, Manners, Mode, Notice, Pace, Snippet, TextSize, Theme, frame_address, snippet},
    message::{Command, Direction, Event, Goal, Id, Letter, Refusal, Screen, State, StepGoal, read},
    model::{CHOICES, Scenario, Station},
    story::CHAPTERS,
    text::Language,
    time::Show,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn command(message: Value) -> Result<Command, Refusal> {
    read(&message.to_string()).map(|letter| letter.command).map_err(|(_, refusal)| refusal)
}

#[test]
fn every_command_of_the_contract_is_read() {
    let go = |goal| Ok(Command::Go(goal));
    let pairs = [
        (json!({ "naru": 1, "command": "ping" }), Ok(Command::Ping)),
        (json!({ "naru": 1, "command": "play" }), Ok(Command::Play)),
        (json!({ "naru": 1, "command": "pause" }), Ok(Command::Pause)),
        (json!({ "naru": 1, "command": "next" }), Ok(Command::Next)),
        (json!({ "naru": 1, "command": "previous" }), Ok(Command::Previous)),
        (json!({ "naru": 1, "command": "get" }), Ok(Command::Get)),
        (json!({ "naru": 1, "command": "still" }), Ok(Command::Still)),
        (json!({ "naru": 1, "command": "go", "station": "release" }), go(Goal::Station(Station::Release))),
        (
            json!({ "naru": 1, "command": "go", "minute": 90, "dwell": 250 }),
            go(Goal::Minute { minute: 90, dwell: 250 }),
        ),
        (json!({ "naru": 1, "command": "go", "step": 3 }), go(Goal::Step(StepGoal::Index(3)))),
        (json!({ "naru": 1, "command": "go", "step": "first" }), go(Goal::Step(StepGoal::Index(0)))),
        (json!({ "naru": 1, "command": "go", "step": "last" }), go(Goal::Step(StepGoal::Last))),
        (
            json!({ "naru": 1, "command": "set", "choices": { "release": "canary", "seed": 7, "unit": false }, "theme": "night" }),
            Ok(Command::Set {
                choices: vec![("release", "canary".into()), ("unit", "off".into()), ("seed", "7".into())],
                language: None,
                theme: Some(Theme::Night),
                screen: None,
            }),
        ),
        (
            json!({ "naru": 1, "command": "set", "screen": "black" }),
            Ok(Command::Set { choices: vec![], language: None, theme: None, screen: Some(Screen::Black) }),
        ),
    ];
    for (message, expected) in pairs {
        assert_eq!(command(message.clone()), expected, "{message}");
    }
    for chapter in CHAPTERS {
        for beat in chapter.beats {
            let found = command(json!({ "naru": 1, "command": "go", "chapter": chapter.id, "beat": beat.id }));
            assert_eq!(found, go(Goal::Chapter { chapter: chapter.id.into(), beat: beat.id.into() }));
        }
    }
}

#[test]
fn what_is_not_exactly_a_command_is_refused_and_says_why() {
    let value = |key: &str, value: &str| Refusal::Value { key: key.into(), value: value.into() };
    for (message, refusal) in [
        (json!({ "naru": 2, "command": "play" }), Refusal::Version),
        (json!({ "command": "play" }), Refusal::Version),
        (json!({ "naru": "1", "command": "play" }), Refusal::Version),
        (json!([1]), Refusal::Version),
        (json!({ "naru": 1 }), Refusal::Shape),
        (json!({ "naru": 1, "command": "sail" }), Refusal::Shape),
        (json!({ "naru": 1, "command": ["play"] }), Refusal::Shape),
        (json!({ "naru": 1, "command": "play", "minute": 3 }), Refusal::Shape),
        (json!({ "naru": 1, "command": "play", "html": "<b>" }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go" }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go", "minute": 3, "step": 1 }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go", "beat": "race" }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go", "minute": -3 }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go", "step": 1.5 }), Refusal::Shape),
        (json!({ "naru": 1, "command": "set" }), Refusal::Shape),
        (json!({ "naru": 1, "command": "set", "choices": { "release": {} } }), Refusal::Shape),
        (json!({ "naru": 1, "command": "get", "id": {} }), Refusal::Shape),
        (json!({ "naru": 1, "command": "go", "chapter": "nowhere" }), value("chapter", "nowhere")),
        (json!({ "naru": 1, "command": "go", "chapter": "crossing", "beat": "x" }), value("beat", "x")),
        (json!({ "naru": 1, "command": "go", "station": "sea" }), value("station", "sea")),
        (json!({ "naru": 1, "command": "set", "screen": "white" }), value("screen", "white")),
        (json!({ "naru": 1, "command": "go", "step": "middle" }), value("step", "middle")),
        (json!({ "naru": 1, "command": "set", "choices": { "release": "magic" } }), value("release", "magic")),
        (json!({ "naru": 1, "command": "set", "choices": { "colour": "red" } }), value("colour", "red")),
        (json!({ "naru": 1, "command": "set", "language": "xx" }), value("language", "xx")),
    ] {
        assert_eq!(command(message.clone()), Err(refusal), "{message}");
    }
}

#[test]
fn an_answer_carries_what_the_asker_called_it() {
    let asked = read(r#"{"naru":1,"command":"get","id":"a-7"}"#);
    assert_eq!(asked, Ok(Letter { id: Some(Id::Text("a-7".into())), command: Command::Get }));
    let (id, refusal) = read(r#"{"naru":1,"command":"sail","id":12}"#).expect_err("there is no such command");
    assert_eq!((id.clone(), refusal.code()), (Some(Id::Number(12)), "shape"));
    let written = Event::Leave { direction: Direction::Next }.write(id.as_ref());
    let written: Value = serde_json::from_str(&written).expect("an event is JSON");
    assert_eq!(written, json!({ "naru": 1, "id": 12, "event": "leave", "direction": "next" }));
}

#[test]
fn the_state_says_what_the_screen_does_and_comes_back_from_its_link() {
    let (link, _) = Link::read("", "release=all-at-once&fault=load&seed=3");
    let show = Show::new(&link.scenario);
    let end = show.length();
    let moment = show.at(end);
    let link = Link { minute: Some(moment.minute), ..link };
    let state = State::new(&show, &moment, false, (Language::English, Theme::Night), &link, "words".into());
    assert_eq!(state.measures.failed, Some(show.timeline.outcome.counts.failed));
    assert_eq!(state.choices.get("seed").map(String::as_str), Some("3"));
    assert_eq!(state.choices.len(), CHOICES.len());
    let (again, notices) = Link::read("", &state.link);
    assert_eq!((again.scenario, notices), (link.scenario, vec![]));
    let early = State::new(&show, &show.at(0), false, (Language::English, Theme::Day), &Link::default(), String::new());
    assert_eq!((early.measures.noticed_minutes, early.chapter), (None, None));
}

#[test]
fn whoever_tells_a_journey_stops_at_each_station_and_at_each_turn() {
    for story in ["release=canary", "release=rolling&fault=none", "fault=logic&unit=on", "release=all-at-once"] {
        let show = Show::new(&Link::read("", story).0.scenario);
        let stops = show.stops();
        assert_eq!((stops.first(), stops.last()), (Some(&0), Some(&show.length())), "{story}");
        assert!(stops.windows(2).all(|pair| pair[0] < pair[1]), "{story}: {stops:?}");
        // A talk cannot wait for more clicks than this, nor be told with fewer.
        assert!((7..=24).contains(&stops.len()), "{story}: {}", stops.len());
        for (index, stop) in stops.iter().enumerate() {
            assert_eq!(show.stop_at(*stop), index, "{story}");
        }
        for station in Station::ALL {
            let place = show.station_place(station);
            assert!(stops.iter().any(|stop| stop.abs_diff(place) <= 400), "{story}: {}", station.id());
        }
    }
}

#[test]
fn the_contract_tells_every_manner_with_its_values() {
    let contract = include_str!("../../docs/embed.md");
    for (key, values) in MANNERS {
        let row = contract.lines().find(|line| line.starts_with(&format!("| `{key}` |")));
        let row = row.unwrap_or_else(|| panic!("docs/embed.md has no row for {key}"));
        for value in values {
            assert!(row.contains(&format!("`{value}`")), "{key}: {value}");
            let (_, notices) = Manners::read(&format!("{key}={value}"));
            assert_eq!(notices, [], "{key}={value}");
        }
        let usual = values.first().map_or_else(Manners::default, |value| Manners::read(&format!("{key}={value}")).0);
        assert_eq!(usual, Manners::default(), "{key}: the usual value stands first");
    }
    for chapter in CHAPTERS {
        assert!(contract.contains(&format!("`{}`", chapter.id)), "{}", chapter.id);
    }
    for code in [Refusal::Version, Refusal::Shape, Refusal::Origin, Refusal::Later] {
        assert!(contract.contains(&format!("`{}`", code.code())));
    }
}

#[test]
fn manners_are_read_and_what_they_cannot_be_is_left_out() {
    let (manners, notices) = Manners::read("?mode=embed&controls=none&pace=step&text=largest&loop=1&utm=x");
    assert_eq!(notices, []);
    assert_eq!((manners.controls, manners.pace, manners.text), (Controls::None, Pace::Step, TextSize::Largest));
    assert!(manners.again && !manners.autoplay);
    let (manners, notices) = Manners::read("controls=many&autoplay=yes&text=large");
    assert_eq!((manners.controls, manners.autoplay, manners.text), (Controls::Few, false, TextSize::Large));
    let manner = |key: &str, value: &str| Notice::Manner { key: key.into(), value: value.into() };
    assert_eq!(notices, [manner("controls", "many"), manner("autoplay", "yes")]);
}

#[test]
fn only_pages_that_are_allowed_may_command() {
    let anybody = Manners::read("mode=embed").0;
    assert!(anybody.may_command("https://deck.example") && anybody.may_command("null"));
    let one = Manners::read("allow=https://deck.example,http://127.0.0.1:8000").0;
    assert!(one.may_command("https://deck.example") && one.may_command("http://127.0.0.1:8000"));
    for origin in ["https://deck.example.evil", "http://deck.example", "null", "", "https://deck.example:444"] {
        assert!(!one.may_command(origin), "{origin}");
    }
    // What cannot be read must not let everybody in.
    for broken in ["allow=", "allow=deck.example", "allow=https://a b", "allow=*"] {
        let (manners, notices) = Manners::read(broken);
        assert_eq!(notices.len(), 1, "{broken}");
        assert!(!manners.may_command("https://deck.example") && !manners.may_command("null"), "{broken}");
    }
}

#[test]
fn the_address_keeps_what_else_its_query_says() {
    let link = Link { theme: Some(Theme::Night), ..Link::default() };
    let within = |query| link.query_within(query);
    assert_eq!(within("?mode=embed&theme=day&controls=none"), "?theme=night&mode=embed&controls=none");
    assert_eq!(within(""), "?theme=night");
    assert_eq!(Link::default().query_within("?lang=ko&utm_source=a%20b"), "?utm_source=a%20b");
    assert_eq!(Link::default().query_within(""), "");
}

#[test]
fn the_lines_for_a_page_come_back_to_what_they_were_written_for() {
    let (link, _) = Link::read("lang=ko&theme=night", "release=blue-green&seed=9&minute=90");
    let manners = Manners::read("controls=none&pace=step&text=large&loop=1&allow=https://a.example").0;
    let address = frame_address("https://naru.example/x/", &link, &manners);
    let (again, notices) = Link::read_address(&address);
    assert_eq!(notices, []);
    assert_eq!(Link { mode: again.mode, ..link.clone() }, again);
    assert_eq!(again.mode, Mode::Embed);
    let query = address.split(['?', '#']).nth(1).unwrap_or_default();
    assert_eq!(Manners::read(query), (manners.clone(), vec![]));
    for kind in Snippet::ALL {
        let lines = snippet(kind, "https://naru.example/x/", &link, &manners, "A \"title\" <b>");
        assert!(lines.contains("https://naru.example/x/") && !lines.contains("<b>"), "{lines}");
        assert!(lines.contains("blue-green"), "{lines}");
    }
    // Whoever was in a tour embeds the chapter that is told.
    let (told, _) = Link::read("", "tour=core&chapter=crossing&beat=race");
    assert!(
        frame_address("./", &told, &Manners::default()).ends_with("&chapter=crossing"),
        "{}",
        frame_address("./", &told, &Manners::default())
    );
    assert!(snippet(Snippet::Element, "./", &told, &Manners::default(), "").contains(" chapter=\"crossing\""));
}

#[test]
fn an_address_names_a_station() {
    let (link, notices) = Link::read("", "station=release&release=canary");
    assert_eq!((link.station, notices), (Some(Station::Release), vec![]));
    let (link, notices) = Link::read("", "station=sea");
    assert_eq!(link.station, None);
    assert_eq!(notices.len(), 1);
}

/// Any JSON, some of it nearly a command.
fn any_message() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        prop::sample::select(vec!["play", "go", "set", "last", "canary", "release", "__proto__", "crossing"])
            .prop_map(Value::from),
    ];
    let keys = prop::sample::select(vec![
        "naru",
        "command",
        "id",
        "chapter",
        "beat",
        "station",
        "minute",
        "dwell",
        "step",
        "choices",
        "language",
        "theme",
        "release",
        "seed",
        "__proto__",
        "constructor",
        "toString",
        "html",
    ]);
    leaf.prop_recursive(4, 32, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((keys.clone(), inner), 0..8).prop_map(|pairs| Value::Object(
                pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes is a command of the contract or refused; a refusal never changes a choice.
    #[test]
    fn nothing_that_is_said_can_harm(mut message in any_message(), version in any::<bool>()) {
        if let (true, Value::Object(pairs)) = (version, &mut message) {
            pairs.insert("naru".into(), 1.into());
        }
        if let Ok(Letter { command: Command::Set { choices, .. }, .. }) = read(&message.to_string()) {
            let mut scenario = Scenario::default();
            for (key, value) in choices {
                let known = CHOICES.iter().find(|choice| choice.key == key);
                prop_assert!(known.is_some_and(|choice| choice.set(&mut scenario, &value)));
            }
        }
    }

    #[test]
    fn text_that_is_no_json_is_refused(text in ".{0,60}") {
        prop_assert!(read(&text).is_err() || serde_json::from_str::<Value>(&text).is_ok());
    }
}
