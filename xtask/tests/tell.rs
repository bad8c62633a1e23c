//! What somebody who calls `cargo xtask tell` relies on: one JSON document with its documented fields, clear refusals, and
//! the golden journeys, which the browser tests read from the other side.

use naru_core::{
    model::{CHOICES, Values, choice},
    text::Language,
};
use serde_json::{Map, Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// Renews the golden journeys instead of checking them.
const RENEW: &str = "NARU_RENEW_GOLDEN";

fn tell(args: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("tell").args(args).output();
    output.expect("the project's own tool can be started")
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the tool writes UTF-8")
}

/// The document, from a call that must succeed without a word beside it.
fn document(args: &[&str]) -> Value {
    let output = tell(&[&["--json"], args].concat());
    assert_eq!((output.status.code(), words(&output.stderr).as_str()), (Some(0), ""), "{args:?}");
    serde_json::from_slice(&output.stdout).expect("one JSON document and nothing else")
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no whole number"))
}

/// A call that must be refused: exit code 2, nothing on stdout, a sentence on stderr.
fn refused(args: &[&str]) -> String {
    let output = tell(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?} still prints {}", words(&output.stdout));
    words(&output.stderr)
}

#[test]
fn the_document_has_its_documented_fields() {
    let document = document(&["--link", "release=canary&share=5&fault=load&severity=20&seed=7"]);
    let fields = ["model_version", "choices", "release_minute", "events", "shares", "outcome", "digest"];
    assert_eq!(keys(&document), BTreeSet::from(fields));
    let choices = &document["choices"];
    let expected = json!({
        "seed": 7, "words": "shared", "fault": "load", "severity": 20, "lint": "on", "unit": "on", "integration": "on",
        "e2e": "on", "coverage": 80, "servers": "container", "delivery": "continuous", "release": "canary", "flag": "off",
        "steps": "5,25,50,100", "share": "5", "hold": 10, "router": "on", "boats": 10, "surge": 1, "unavailable": 0,
        "watch": "on", "interval": 1, "threshold": 9900, "checks": 5, "back": "auto", "start": "tue-10:00", "orders": 300,
        "slo": 9990, "away": "none", "away-at": 30,
    });
    assert_eq!(choices, &expected);

    let events = document["events"].as_array().expect("a list of events");
    assert!(events.iter().all(|event| event["minute"].is_u64() && event["kind"].is_string()));
    assert!(events.is_sorted_by_key(|event| number(&event["minute"])));
    let of = |kind: &str| events.iter().find(|event| event["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"));
    assert_eq!(of("plan-passed")["hand"], "owner");
    assert_eq!(of("gate-started")["gate"], "lint");
    assert_eq!(of("weighed")["share"], 500);
    assert_eq!(of("noticed")["by"], "watch");
    assert!(of("promise-read")["spent_seconds"].is_u64());

    let shares = document["shares"].as_array().expect("a list of shares");
    assert!(shares.iter().all(|pair| pair.as_array().is_some_and(|pair| pair.len() == 2)));
    assert!(shares.is_sorted_by_key(|pair| number(&pair[0])));
    assert!(shares.iter().any(|pair| pair[1] == 500));
    assert!(shares.windows(2).all(|two| two[0][1] != two[1][1]), "a pair for each change only: {shares:?}");
    assert_eq!(shares.last().expect("a last share")[1], 0, "the fault is taken back");

    let outcome = [
        "came",
        "arrived",
        "failed",
        "turned_away",
        "aboard",
        "waiting",
        "exposed_minute",
        "noticed_minute",
        "restored_minute",
        "downtime_minutes",
        "budget_spent_seconds",
        "caught_at",
        "false_alarm",
        "misread_by",
        "lead_time_minutes",
        "wish_to_customer_minutes",
        "change_failed",
        "recovery_minutes",
        "rework_minutes",
        "ideas",
        "docks_differing",
        "customers_met_both",
        "wrong_records",
        "harmed_orders",
        "spare_boat_minutes",
        "watch_minutes",
        "everyone_minutes",
    ];
    assert_eq!(keys(&document["outcome"]), BTreeSet::from(outcome));
    assert_eq!(document["outcome"]["caught_at"], "watch");
    assert_eq!(document["outcome"]["lead_time_minutes"], Value::Null, "what was taken back has reached nobody");
}

#[test]
fn what_did_not_happen_is_null() {
    let outcome = document(&["--set", "fault=none", "--set", "seed=3"])["outcome"].take();
    for field in ["exposed_minute", "noticed_minute", "restored_minute", "recovery_minutes", "caught_at", "misread_by"]
    {
        assert_eq!(outcome[field], Value::Null, "{field}");
    }
    assert!(number(&outcome["lead_time_minutes"]) > 0);
    let caught = document(&["--set", "fault=syntax"])["outcome"].take();
    assert_eq!((&caught["caught_at"], &caught["noticed_minute"]), (&json!("compile"), &Value::Null));
}

#[test]
fn every_order_is_accounted_for() {
    for release in ["all-at-once", "rolling", "blue-green", "canary"] {
        for other in ["seed=1", "seed=2", "watch=off", "back=manual", "orders=17", "fault=none", "severity=100"] {
            let outcome = document(&["--link", &format!("release={release}&{other}")])["outcome"].take();
            let of = |field: &str| number(&outcome[field]);
            let sum = of("arrived") + of("failed") + of("turned_away") + of("aboard") + of("waiting");
            assert_eq!(of("came"), sum, "{release} {other}");
            assert!(of("came") > 0);
        }
    }
}

#[test]
fn a_setting_is_read_strictly() {
    assert!(refused(&["--set", "colour=red"]).contains("There is no choice `colour`"));
    assert!(refused(&["--set", "colour=red"]).contains("release, fault, severity"), "it says what there is");
    assert!(
        refused(&["--set", "share=999"])
            .contains("`999` is not a value of share: it takes per cents from 0.01 to 100, such as 5 or 0.5.")
    );
    let release = refused(&["--set", "release=red-black"]);
    assert!(["all-at-once", "rolling", "blue-green", "canary"].iter().all(|name| release.contains(name)), "{release}");
    assert!(refused(&["--set", "seed"]).contains("--set key=value"));
    assert!(refused(&["--set", "seed="]).contains("not a value of seed"));
    assert!(refused(&["--set", "seed=-1"]).contains("not a value of seed"));
    assert!(refused(&["--set"]).contains("--set"));
    assert!(refused(&["--set", "seed=7", "--json", "--set", "seed=x"]).contains("not a value of seed"));
    assert!(refused(&["--lang", "xx"]).contains("en or ko"));
    assert!(refused(&["--nonsense"]).contains("--nonsense"));
    assert!(refused(&["nonsense"]).contains("nonsense"));
}

#[test]
fn the_last_setting_counts_and_goes_over_the_link() {
    let link = "release=canary&seed=5";
    let document = document(&["--set", "seed=7", "--link", link, "--set", "seed=9"]);
    assert_eq!((&document["choices"]["release"], &document["choices"]["seed"]), (&json!("canary"), &json!(9)));
}

#[test]
fn every_choice_can_be_set_and_refuses_what_it_cannot_be() {
    let told = document(&["--set", "seed=7"]);
    for (key, value, refuses, takes) in [
        ("words", "own", "theirs", "shared, own"),
        ("fault", "environment", "weather", "load, none, style, syntax, logic, integration, environment, data"),
        ("severity", "100", "0", "a whole number from 1 to 100"),
        ("lint", "off", "no", "on, off"),
        ("unit", "off", "", "on, off"),
        ("integration", "off", "ON", "on, off"),
        ("e2e", "off", "0", "on, off"),
        ("coverage", "0", "101", "a whole number from 0 to 100"),
        ("servers", "handmade", "cloud", "container, image, scripted, handmade"),
        ("delivery", "train", "bus", "continuous, button, train"),
        ("release", "rolling", "red-black", "canary, blue-green, rolling, all-at-once"),
        ("flag", "on", "yes", "off, on"),
        ("steps", "0.5,2,40", "40,2", "a rising list of up to 12 per cents, such as 5,25,50,100"),
        ("share", "0.5", "0", "per cents from 0.01 to 100, such as 5 or 0.5"),
        ("hold", "240", "241", "a whole number from 0 to 240"),
        ("router", "off", "none", "on, off"),
        ("boats", "100", "0", "a whole number from 1 to 100"),
        ("surge", "0", "101", "a whole number from 0 to 100"),
        ("unavailable", "100", "-1", "a whole number from 0 to 100"),
        ("watch", "off", "of", "on, off"),
        ("interval", "60", "0", "a whole number from 1 to 60"),
        ("threshold", "5000", "10000", "a whole number from 5000 to 9999"),
        ("checks", "20", "21", "a whole number from 1 to 20"),
        ("back", "manual", "never", "auto, manual"),
        ("start", "sun-23:59", "sun-24:00", "a weekday and a time, such as tue-10:00 or fri-17:00"),
        ("orders", "10000", "9", "a whole number from 10 to 10000"),
        ("slo", "9000", "10000", "a whole number from 9000 to 9999"),
        ("away", "harbour", "crew", "none, boat, harbour"),
        ("away-at", "0", "+5", "a whole number from 0 to 240"),
        ("seed", "4294967295", "4294967296", "a whole number from 0 to 4294967295"),
    ] {
        let setting = format!("{key}={value}");
        let set = document(&["--set", "seed=7", "--set", &setting])["choices"][key].take();
        assert_eq!(set.as_str().map_or_else(|| set.to_string(), str::to_owned), value, "{setting}");
        assert_ne!(told["choices"][key], set, "{setting} changes something");
        // What a link says of it is the same.
        assert_eq!(document(&["--link", &setting])["choices"][key], set, "{setting}");
        let words = refused(&["--set", &format!("{key}={refuses}")]);
        assert!(words.contains(&format!("`{refuses}` is not a value of {key}: it takes {takes}.")), "{words}");
    }
    let keys: Vec<&str> = CHOICES.iter().map(|choice| choice.key).collect();
    assert_eq!(keys.len(), 30, "each of them stands in this test: {keys:?}");
}

#[test]
fn the_first_weight_can_be_said_alone() {
    let shares = |settings: &[&str]| -> Vec<u64> {
        let args: Vec<&str> = ["--set", "fault=none"].into_iter().chain(settings.iter().copied()).collect();
        let told = document(&args)["shares"].take();
        told.as_array().expect("a list of shares").iter().map(|pair| number(&pair[1])).collect()
    };
    assert_eq!(shares(&[]), [0, 500, 2_500, 5_000, 10_000]);
    assert_eq!(shares(&["--set", "share=0.5"]), [0, 50, 2_500, 5_000, 10_000]);
    assert_eq!(shares(&["--set", "steps=2,10,60"]), [0, 200, 1_000, 6_000, 10_000]);
    assert_eq!(shares(&["--set", "steps=2,10,60", "--set", "share=10"]), [0, 1_000, 6_000, 10_000]);
}

#[test]
fn a_year_is_told_as_text_and_as_a_document() {
    let told = words(&tell(&["--year"]).stdout);
    assert!(
        ["change lead time", "change fail rate", "before DevOps", "2024"].iter().all(|it| told.contains(it)),
        "{told}"
    );
    let document = document(&["--year"]);
    assert_eq!(keys(&document["measures"]).len(), 4);
    for measure in document["measures"].as_object().expect("the measures").values() {
        assert_eq!(keys(measure), BTreeSet::from(["before", "with"]));
    }
    assert!(refused(&["--year", "--set", "seed=7"]).contains("`--year` goes with `--json` only"));
    assert!(refused(&["--link", "seed=7", "--year"]).contains("`--year` goes with `--json` only"));
}

#[test]
fn a_link_is_read_as_the_page_reads_it() {
    let output = tell(&["--json", "--link", "#release=canary&share=999&colour=red&v=0"]);
    assert_eq!(output.status.code(), Some(0));
    let warnings = words(&output.stderr);
    let warnings: Vec<&str> = warnings.lines().collect();
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    for words in [["999", "share", "5"], ["colour", "not known", "left out"], ["link", "another", "version"]] {
        let says = |line: &&str| words.iter().all(|word| line.contains(word));
        assert_eq!(warnings.iter().filter(|line| says(line)).count(), 1, "{words:?} {warnings:?}");
    }
    let told: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!(told, document(&["--link", "release=canary"]));
    // A whole address will do as well.
    assert_eq!(told, document(&["--link", "https://example.org/naru/?theme=night#release=canary&minute=40"]));
}

#[test]
fn the_journey_is_told_in_words_of_either_language() {
    let english = tell(&["--link", "release=canary&seed=7"]);
    let korean = tell(&["--link", "release=canary&seed=7", "--lang", "ko"]);
    let (english, korean) = (words(&english.stdout), words(&korean.stdout));
    for (told, language) in [(&english, Language::English), (&korean, Language::Korean)] {
        assert_eq!(told.lines().next(), Some(language.text("station.need").as_str()));
        assert!(told.contains(&language.text("board.failed")), "{told}");
    }
    assert_eq!(english.lines().count(), korean.lines().count());
    let hangul = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
    let latin = |text: &str| text.bytes().filter(u8::is_ascii_alphabetic).count();
    assert!(!hangul(&english), "{english}");
    assert!(latin(&korean) < korean.len() / 50, "names like CI only: {korean}");
    assert!(!english.contains(['{', '}', '[', ']']) && !korean.contains(['{', '}', '[', ']']));
    // The language of a whole address counts, the asked one counts more.
    let address = "?lang=ko#release=canary&seed=7";
    assert_eq!(words(&tell(&["--link", address]).stdout), korean);
    assert_eq!(words(&tell(&["--link", address, "--lang", "en"]).stdout), english);
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")
}

/// The first place at which two documents differ.
fn difference(one: &Value, other: &Value, place: &str) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            let of = |object: &Map<String, Value>, key: &str| object.get(key).cloned().unwrap_or(json!("(not there)"));
            keys.into_iter().find_map(|key| difference(&of(one, key), &of(other, key), &format!("{place}/{key}")))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(index, (one, other))| difference(one, other, &format!("{place}/{index}")))
        }
        _ => (one != other).then(|| format!("{place}: golden {one}, told {other}")),
    }
}

#[test]
fn the_golden_journeys_are_told_as_ever() {
    let renew = std::env::var_os(RENEW).is_some();
    let (mut told_values, mut told_kinds) = (BTreeSet::new(), BTreeSet::new());
    for entry in fs::read_dir(golden()).expect("tests/golden can be read") {
        let path = entry.expect("an entry of tests/golden can be read").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = path.display();
        let mut file: Value =
            serde_json::from_str(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}")))
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        let link = file["link"].as_str().unwrap_or_else(|| panic!("{name} has no link")).to_owned();
        let told = document(&["--link", &link]);
        let choices = told["choices"].as_object().expect("the choices");
        told_values.extend(choices.iter().map(|(key, value)| (key.clone(), value.clone().to_string())));
        let events = told["events"].as_array().expect("a list of events");
        told_kinds.extend(events.iter().map(|event| event["kind"].to_string()));
        if renew {
            file["document"] = told;
            fs::write(&path, format!("{file:#}\n")).unwrap_or_else(|error| panic!("{name}: {error}"));
        } else if let Some(difference) = difference(&file["document"], &told, "") {
            panic!(
                "{name}: {difference}. If the model is meant to tell another story: {RENEW}=1, as README.md there says."
            );
        }
    }
    // What can be chosen by a name has a golden journey for each name; what only changes the odds of a gate need not.
    for key in ["release", "words", "servers", "delivery", "flag", "router", "watch", "back", "e2e", "away"] {
        let Some(Values::Names(names)) = choice(key).map(|choice| choice.values) else { panic!("{key} has no names") };
        for name in names() {
            let value = (key.to_owned(), Value::from(name).to_string());
            assert!(told_values.contains(&value), "a golden journey with {key}={name}");
        }
    }
    // And one for whatever can happen on the way.
    for kind in [
        "bad-one-found",
        "boats-away",
        "flag-turned",
        "gate-closed",
        "gate-stopped",
        "healed",
        "records-mended",
        "restored",
        "servers-patched",
        "side-checked",
        "side-removed",
        "stalled",
        "too-few-to-say",
        "trial-skipped",
        "waits-to-go",
        "wish-returns",
    ] {
        assert!(told_kinds.contains(&Value::from(kind).to_string()), "a golden journey with {kind}");
    }
}
