//! Settings: what is right is used, what is wrong is named and leaves its default, whatever a file holds.

use naru_core::{
    kiosk::{
        Fault, SETTINGS, Settings,
        settings::{Contrast, Corner, Kind, Lighting, TextRule, Wrong, setting, turned, typed},
    },
    link::Theme,
    text::Language,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The faults of a text that are no hints.
fn faults(text: &str) -> Vec<Fault> {
    Settings::read(text).1.into_iter().filter(|fault| !fault.is_hint()).collect()
}

#[test]
fn a_whole_file_is_read() {
    let text = r#"{
        "language": "ko", "languages": ["ko", "en"], "idle_seconds": 90, "warning_seconds": 30, "visit_minutes": 5,
        "chapters": false, "free_play": "on", "sound": true, "speech": "off", "millimetres_per_pixel": 0.2715,
        "distance_cm": 100, "text_rule": "korea", "low_reach": true, "contrast": "high", "text_percent": 150,
        "shift_seconds": 0, "theme": "clock", "day_from": "06:30", "night_from": "21:05", "pin": "482915",
        "corner": "bottom-right"
    }"#;
    let (settings, faults) = Settings::read(text);
    assert_eq!(faults, []);
    assert_eq!((settings.language, settings.languages), (Language::Korean, vec![Language::Korean, Language::English]));
    assert_eq!((settings.idle_seconds, settings.warning_seconds, settings.visit_minutes), (90, 30, 5));
    let switches = [settings.chapters, settings.free_play, settings.sound, settings.speech, settings.low_reach];
    assert_eq!(switches, [false, true, true, false, true]);
    // To the micrometre.
    assert_eq!((settings.pixel_micrometres, settings.distance_cm), (272, 100));
    assert_eq!((settings.text_rule, settings.contrast), (TextRule::Korea, Contrast::High));
    assert_eq!((settings.text_percent, settings.shift_seconds), (150, 0));
    assert_eq!((settings.theme, settings.corner), (Lighting::Clock, Corner::BottomRight));
    assert_eq!((settings.day_from.write(), settings.night_from.write()), ("06:30".to_owned(), "21:05".to_owned()));
    assert!(settings.pin.opens("482915") && !settings.pin.opens("48291") && !settings.pin.opens(""));
}

#[test]
fn what_is_not_there_is_as_usual() {
    assert_eq!(Settings::read("{}"), (Settings::default(), vec![Fault::UsualPin]));
    assert_eq!(Settings::read("\u{feff}{}").0, Settings::default());
}

#[test]
fn what_cannot_be_read_at_all_is_one_fault() {
    let long = format!("{{\"pin\": \"{}\"}}", "1".repeat(70_000));
    for text in ["", "{", "[]", "7", "null", "{\"sound\": true,}", "sound = true", "\u{0}", &long] {
        assert_eq!(Settings::read(text), (Settings::default(), vec![Fault::Unreadable]), "{text:.20}");
    }
}

#[test]
fn each_wrong_setting_is_named_and_leaves_its_default() {
    let cases: [(&str, Wrong, &[&str]); 9] = [
        ("idle_seconds", Wrong::Range, &["59", "601", "0", "-1", "18446744073709551615"]),
        ("idle_seconds", Wrong::Type, &["\"75\"", "75.5", "null", "true", "[75]", "1e99"]),
        ("shift_seconds", Wrong::Range, &["19", "601", "-1"]),
        ("millimetres_per_pixel", Wrong::Range, &["0.0494", "2.001", "0", "-0.3", "1e-7", "1e300"]),
        ("languages", Wrong::Range, &["[]"]),
        ("languages", Wrong::Name, &["[\"en\", \"fr\"]"]),
        ("theme", Wrong::Name, &["\"dusk\"", "\"Day\"", "\"\""]),
        ("day_from", Wrong::Range, &["\"7:00\"", "\"24:00\"", "\"12:60\"", "\"+7:00\"", "\"noon\""]),
        ("pin", Wrong::Range, &["\"123\"", "\"123456789\"", "\"12a4\"", "\"１２３４\""]),
    ];
    let mut tried = 0;
    for (key, wrong, values) in cases {
        for value in values {
            let text = format!("{{\"{key}\": {value}, \"corner\": \"top-right\"}}");
            let expected = setting(key).expect("a setting").get(&Settings::default());
            let found = faults(&text);
            let [Fault::Value { key: named, wrong: why, used, .. }] = &found[..] else { panic!("{text}: {found:?}") };
            assert_eq!((*named, *why, used), (key, wrong, &expected), "{text}");
            // The others are not touched by it.
            assert_eq!(Settings::read(&text).0, Settings { corner: Corner::TopRight, ..Settings::default() }, "{text}");
            tried += 1;
        }
    }
    assert!(tried > 30);
    assert_eq!(faults("{\"idle\": 75}"), [Fault::Unknown { key: "idle".to_owned() }]);
}

#[test]
fn every_setting_refuses_another_kind_of_thing() {
    for setting in &SETTINGS {
        let mut settings = Settings::default();
        assert_eq!(setting.set(&mut settings, &json!({})), Err(Wrong::Type), "{}", setting.key);
        assert_eq!(settings, Settings::default());
    }
}

#[test]
fn the_bounds_themselves_can_be_set() {
    for setting in &SETTINGS {
        let values: Vec<String> = match setting.kind {
            Kind::Number { min, max, .. } => vec![min.to_string(), max.to_string()],
            Kind::Millimetres { .. } => vec!["0.05".into(), "2".into(), "2.0".into(), "0.0496".into()],
            Kind::Names(names) => names().iter().map(|name| format!("\"{name}\"")).collect(),
            _ => continue,
        };
        for value in values {
            let parsed: Value = serde_json::from_str(&value).expect("JSON");
            assert_eq!(setting.set(&mut Settings::default(), &parsed), Ok(()), "{}: {value}", setting.key);
        }
    }
}

#[test]
fn the_loop_speaks_a_language_that_is_offered() {
    let text = "{\"language\": \"en\", \"languages\": [\"ko\"]}";
    assert_eq!(Settings::read(text).0.language, Language::Korean);
    assert!(matches!(&faults(text)[..], [Fault::Value { key: "language", wrong: Wrong::Name, .. }]));
}

#[test]
fn whoever_keeps_the_usual_pin_is_told() {
    assert!(Settings::default().pin.opens("0000"));
    assert_eq!(Settings::read("{\"pin\": \"0000\"}").1, [Fault::UsualPin]);
    assert_eq!(Settings::read("{\"pin\": \"7391\"}").1, []);
}

#[test]
fn faults_are_said_in_both_languages_and_hide_a_pin() {
    let text = format!(
        "{{\"pin\": \"secret1\", \"theme\": \"dusk\", \"idle_seconds\": 5, \"sound\": 1, \"{}\": 1}}",
        "x".repeat(500)
    );
    for language in Language::ALL {
        let said: Vec<String> = Settings::read(&text).1.iter().map(|fault| fault.text(language)).collect();
        assert_eq!(said.len(), 6);
        for sentence in &said {
            assert!(!sentence.contains(['{', '}']) && !sentence.contains("kiosk."), "{sentence}");
            assert!(!sentence.contains("secret1") && sentence.chars().count() < 260, "{sentence}");
        }
        let all = said.join(" ");
        for told in ["“theme”", "dusk", "clock", "“idle_seconds”", "60", "600", "75", "“sound”", "false"] {
            assert!(all.contains(told), "{told}: {all}");
        }
    }
    assert_eq!(
        faults("{\"visit_minutes\": 90}")[0].text(Language::English),
        "“visit_minutes” is given as 90, which is out of bounds. It takes a whole number from 2 to 60. Until that is mended, it is 10."
    );
}

#[test]
fn faults_are_not_without_end() {
    let keys: Vec<String> = (0..1_000).map(|key| format!("\"k{key}\": 1")).collect();
    assert!(faults(&format!("{{{}}}", keys.join(","))).len() <= 32);
}

#[test]
fn day_and_night_go_by_the_clock() {
    let at = |text: &str, minute| Settings::read(text).0.theme_at(minute);
    let clock = "{\"theme\": \"clock\", \"day_from\": \"07:00\", \"night_from\": \"19:00\"}";
    let read = [0, 419, 420, 1_139, 1_140, 1_439].map(|minute| at(clock, minute));
    assert_eq!(read, [Theme::Night, Theme::Night, Theme::Day, Theme::Day, Theme::Night, Theme::Night]);
    let late = "{\"theme\": \"clock\", \"day_from\": \"18:00\", \"night_from\": \"02:00\"}";
    let read = [0, 119, 120, 1_079, 1_080].map(|minute| at(late, minute));
    assert_eq!(read, [Theme::Day, Theme::Day, Theme::Night, Theme::Night, Theme::Day]);
    assert_eq!(at("{\"theme\": \"night\"}", 720), Theme::Night);
    let always = "{\"theme\": \"clock\", \"day_from\": \"07:00\", \"night_from\": \"07:00\"}";
    assert_eq!(at(always, 0), Theme::Day);
}

/// Any JSON that a file could hold for a setting.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0_u64..700).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0.0..3.0_f64).prop_map(Value::from),
        "[a-z0-9:]{0,9}".prop_map(Value::from),
        prop::sample::select(vec!["en", "ko", "day", "clock", "on", "korea", "12:30", "4711", "top-right"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| prop::collection::vec(inner, 0..3).prop_map(Value::from))
}

proptest! {
    #[test]
    fn whatever_a_file_holds_every_setting_is_within_its_bounds_and_is_written_back(
        values in prop::collection::vec(prop::option::of(any_value()), SETTINGS.len()),
    ) {
        let entries = SETTINGS.iter().zip(values).filter_map(|(setting, value)| Some((setting.key.to_owned(), value?)));
        let text = Value::Object(entries.collect()).to_string();
        let (settings, _) = Settings::read(&text);
        for setting in &SETTINGS {
            let written: Value = serde_json::from_str(&setting.get(&settings)).expect("JSON");
            prop_assert_eq!(setting.set(&mut settings.clone(), &written), Ok(()), "{}", setting.key);
        }
        prop_assert!(settings.languages.contains(&settings.language));
        let (again, faults) = Settings::read(&settings.write());
        prop_assert_eq!(again, settings);
        prop_assert!(faults.iter().all(Fault::is_hint));
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,60}") {
        let _ = Settings::read(&text);
    }
}

#[test]
fn whoever_has_only_fingers_reaches_every_value() {
    for setting in &SETTINGS {
        let start = Settings::default();
        let Some(once) = turned(setting, &start, true) else {
            assert_eq!(setting.key, "pin", "only this one is typed");
            continue;
        };
        assert_ne!(setting.get(&once), setting.get(&start), "{}", setting.key);
        // A round or a way to the end, and each value is one that the file could have.
        let (mut settings, mut seen) = (start.clone(), std::collections::BTreeSet::new());
        for more in [true, false] {
            for _ in 0..500 {
                settings = turned(setting, &settings, more).expect("it changes by pressing");
                seen.insert(setting.get(&settings));
                let (read, faults) = Settings::read(&settings.write());
                assert_eq!(read, settings);
                assert!(faults.iter().all(|fault| *fault == Fault::UsualPin), "{faults:?}");
            }
        }
        assert!(
            seen.contains(&setting.get(&start))
                || matches!(setting.kind, Kind::Number { .. } | Kind::Millimetres { .. }),
            "{}",
            setting.key
        );
        if let Kind::Number { min, max, or_zero } = setting.kind {
            assert!(seen.contains(&min.to_string()) && seen.contains(&max.to_string()), "{}", setting.key);
            assert_eq!(seen.contains("0"), or_zero, "{}", setting.key);
        }
        if let Kind::Names(names) = setting.kind {
            assert!(names().len() <= seen.len() || setting.key == "language", "{}", setting.key);
        }
    }
}

#[test]
fn a_pin_is_typed_and_a_bad_one_changes_nothing() {
    let start = Settings::default();
    let pin = setting("pin").expect("there is one");
    assert!(typed(pin, &start, "2468").expect("four digits are one").pin.opens("2468"));
    for bad in ["", "12", "123456789", "12ab"] {
        assert_eq!(typed(pin, &start, bad), None, "{bad}");
    }
}
