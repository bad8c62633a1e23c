//! Captions: whatever is chosen, every event is told, and every caption has an event that it tells.

use crate::{any_scenario::any_scenario, files::file};
use naru_core::{
    link::Link,
    model::{Release, Scenario, Timeline, simulate},
    text::{Language, describe},
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};

/// What is chosen, beside each strategy and each of the seeds: together these stories say every caption.
const CHOSEN: [&str; 49] = [
    "",
    "fault=none",
    "fault=none&hold=0&watch=off",
    "fault=none&router=off&watch=off",
    "fault=none&router=off&boats=3",
    "fault=none&boats=1&router=off&surge=0",
    "fault=none&hold=240&slo=9999&away=boat",
    "fault=none&surge=3&away=harbour&servers=handmade",
    "fault=none&away=boat&servers=image",
    "fault=none&away=boat&servers=scripted",
    "fault=none&boats=1&away=harbour",
    "fault=none&flag=on",
    "fault=none&delivery=button&words=own",
    "fault=none&delivery=train&words=own&back=manual",
    // Healthy errors alone: the tower asks for more than they allow.
    "fault=none&threshold=9999&checks=1&orders=10000",
    "threshold=5000&hold=60",
    "fault=none&interval=60",
    "fault=none&threshold=9999&checks=1&orders=10000&flag=on",
    "fault=none&threshold=9999&checks=1&orders=10000&router=off",
    "severity=1&watch=off&hold=0&orders=10",
    "severity=1&watch=off&words=own",
    "severity=100&back=manual&hold=0",
    "severity=100&watch=off&hold=0",
    "severity=100&watch=off&hold=20&boats=60&start=sat-03:00",
    "severity=100&surge=0&unavailable=3",
    "severity=100&router=off",
    "back=manual&delivery=train",
    "back=manual&hold=2&share=50",
    "flag=on",
    "flag=on&back=manual",
    "share=0.5&orders=10",
    "lint=off&fault=style",
    "lint=off&unit=off&integration=off&e2e=off&fault=syntax",
    "fault=style",
    "fault=logic",
    "fault=logic&unit=off",
    "fault=integration",
    "fault=integration&integration=off",
    "fault=data",
    "fault=data&integration=off",
    "fault=data&integration=off&e2e=off&severity=1&watch=off",
    "fault=data&integration=off&e2e=off",
    "fault=environment",
    "fault=environment&servers=image",
    "fault=environment&servers=handmade",
    "fault=environment&servers=handmade&boats=1",
    "fault=environment&servers=handmade&e2e=off&watch=off",
    "fault=environment&servers=scripted&e2e=off&router=off",
    "fault=environment&servers=scripted&e2e=off&flag=on",
];

/// The seeds of these stories.
const SEEDS: std::ops::RangeInclusive<u32> = 1..=24;

/// These stories, told once for both languages.
static STORIES: LazyLock<Vec<Timeline>> = LazyLock::new(|| {
    let stories = CHOSEN.iter().flat_map(|chosen| {
        let (link, notices) = Link::read("", chosen);
        assert!(notices.is_empty(), "{chosen}: {notices:?}");
        Release::all().flat_map(move |release| {
            let scenario = Scenario { release, ..link.scenario.clone() };
            SEEDS.map(move |seed| simulate(&Scenario { seed, ..scenario.clone() }))
        })
    });
    stories.collect()
});

/// Says every event of a story; returns the keys of what was said.
fn say(timeline: &Timeline, language: Language) -> BTreeSet<String> {
    let keys = timeline.events.iter().map(|event| {
        let caption = describe::caption(timeline, event, language).to_string();
        assert!(!caption.contains(['{', '}', '[', ']', '|']), "{caption} in {:?}", timeline.scenario);
        let key = describe::caption_key(timeline, event, language);
        key.unwrap_or_else(|| panic!("nothing is said of {event:?} in {:?}", timeline.scenario))
    });
    keys.collect()
}

fn captions_have_their_events(language: Language) {
    let said: BTreeSet<String> = STORIES.iter().flat_map(|timeline| say(timeline, language)).collect();
    let written: BTreeSet<String> = file(language, "captions.txt").into_keys().collect();
    let untold: Vec<_> = written.difference(&said).collect();
    assert!(untold.is_empty(), "{}: nothing that can happen is told by {untold:#?}", language.id());
}

#[test]
fn every_english_caption_has_its_event() {
    captions_have_their_events(Language::English);
}

#[test]
fn every_korean_caption_has_its_event() {
    captions_have_their_events(Language::Korean);
}

/// What is chosen, what is said then with some seed, and what would not be true in the same story.
const FITTING: [(&str, &str, &str); 26] = [
    ("lint=off", "gate-started.compile.first", "gate-started.lint"),
    ("unit=off", "gates-passed.some", "gates-passed"),
    ("fault=integration", "committed.again", "gate-stopped.integration.logic"),
    ("fault=environment", "image-sealed.container.environment", "image-sealed.container"),
    ("servers=image", "image-stored.image", "image-stored.container"),
    ("servers=handmade", "image-placed.handmade", "image-sealed.container"),
    ("words=own", "plan-passed.engineer.apart", "plan-passed.engineer"),
    ("words=own&fault=none", "customers-heard.wrong", "customers-heard.stayed"),
    ("e2e=off", "trial-skipped", "trial-passed"),
    ("release=rolling&surge=0&unavailable=10", "release-started.rolling.stops", "release-started.rolling"),
    ("release=rolling&surge=3", "release-started.rolling.several", "release-started.rolling"),
    ("release=rolling&surge=0&unavailable=1&severity=100", "boat-replaced.leaving", "boat-replaced.last"),
    ("release=all-at-once&flag=on", "gate-opened.forward.dark", "gate-opened.forward"),
    ("release=all-at-once&flag=on", "back-started.flag", "back-started.all-at-once"),
    ("hold=0", "weighed.whole", "weighed.some"),
    ("router=off", "back-started.canary.boats", "back-started.canary"),
    ("router=off&boats=3&fault=none", "weighed.same", "side-removed"),
    ("router=off&fault=none", "side-removed.boats", "weighed.all"),
    ("release=blue-green&back=manual&hold=0", "side-ready.blue-green.back", "back-started.blue-green"),
    ("fault=none&threshold=9999&checks=1&orders=10000", "noticed.false-alarm", "noticed.watch"),
    ("threshold=5000&hold=60", "noticed.customers", "noticed.customers.off"),
    ("fault=none&interval=60", "too-few-to-say.unchecked", "too-few-to-say"),
    ("fault=none&threshold=9999&checks=1&orders=10000", "customers-heard.called-off", "customers-heard.back"),
    ("severity=100&watch=off&hold=20&start=sat-03:00", "weighed.called", "weighed.unwatched"),
    ("fault=none&away=boat&servers=handmade", "healed.over", "healed.people"),
    ("fault=none&boats=1&away=harbour", "boats-away.all", "boats-away.harbour"),
];

#[test]
fn what_is_told_fits_what_was_chosen() {
    for (chosen, told, untrue) in FITTING {
        let (link, notices) = Link::read("", chosen);
        assert!(notices.is_empty(), "{chosen}: {notices:?}");
        let stories = SEEDS.map(|seed| {
            let scenario = Scenario { seed, ..link.scenario.clone() };
            say(&simulate(&scenario), Language::English)
        });
        let has = |said: &BTreeSet<String>, key: &str| said.contains(&format!("caption.{key}"));
        let fitting: Vec<_> = stories.filter(|said| has(said, told)).collect();
        assert!(!fitting.is_empty(), "{chosen} is never told by {told}");
        let wrong = fitting.iter().find(|said| has(said, untrue));
        assert!(wrong.is_none(), "{chosen} must not be told by {untrue}: {wrong:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_chosen_every_event_is_told(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        for language in Language::ALL {
            say(&timeline, language);
        }
    }
}
