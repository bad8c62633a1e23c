//! What somebody who shares or types an address relies on.

mod any_scenario;

use any_scenario::any_scenario;
use naru_core::link::{Link, Notice, Theme};
use naru_core::model::{CHOICES, Gate, Release, Scenario, Station, Values};
use naru_core::session::{Action, Camera, Message, Session};
use naru_core::text::Language;
use proptest::prelude::*;

#[test]
fn manners_are_read_from_the_query_and_the_story_from_the_fragment() {
    let (link, notices) = Link::read(
        "?lang=ko&theme=night&utm_source=talk",
        "#release=blue-green&severity=35&seed=7&minute=40&dwell=250",
    );
    assert_eq!(notices, []);
    assert_eq!((link.language, link.theme), (Some(Language::Korean), Some(Theme::Night)));
    assert_eq!((link.scenario.release.id(), link.scenario.severity, link.scenario.seed), ("blue-green", 35, 7));
    assert_eq!((link.minute, link.dwell), (Some(40), 250));
}

#[test]
fn the_first_weight_is_said_before_or_behind_the_steps() {
    for story in ["share=7.5&steps=0.5,2,40", "steps=0.5,2,40&share=7.5"] {
        let (link, notices) = Link::read("", story);
        assert_eq!((link.scenario.steps.weights(), notices), (vec![750, 4_000, 10_000], Vec::new()), "{story}");
        let (link, notices) = Link::read("", &format!("pin={}", story.replace('=', ":").replace('&', ";")));
        let pinned = link.pinned.map(|scenario| scenario.steps.weights());
        assert_eq!((pinned, notices), (Some(vec![750, 4_000, 10_000]), Vec::new()), "{story}");
    }
}

#[test]
fn a_bad_value_falls_back_and_a_notice_says_which() {
    let (link, notices) = Link::read("lang=xx", "share=5&share=999&colour=red&v=0&watch=maybe&lang=ko");
    assert_eq!((link.language, link.scenario.steps.first()), (None, 500));
    let value = |key: &str, value: &str, used: &str| Notice::Value {
        key: key.to_owned(),
        value: value.to_owned(),
        used: used.to_owned(),
    };
    let expected = [
        Notice::Manner { key: "lang".to_owned(), value: "xx".to_owned() },
        Notice::Key { key: "colour".to_owned() },
        Notice::Version,
        value("watch", "maybe", "on"),
        Notice::Key { key: "lang".to_owned() },
        // It refines the steps, so it is read after all else.
        Notice::Twice { key: "share".to_owned() },
        value("share", "999", "5"),
    ];
    assert_eq!(notices, expected);
    for notice in &notices {
        for language in Language::ALL {
            assert!(!notice.text(language).contains(['{', '}']), "{}", notice.text(language));
        }
    }
}

#[test]
fn a_whole_address_a_part_of_one_and_a_bare_fragment_are_read_alike() {
    for address in ["https://naru.example/a/?lang=ko#seed=9", "?lang=ko#seed=9", "#seed=9", "seed=9"] {
        let (link, notices) = Link::read_address(address);
        assert_eq!((link.scenario.seed, notices.len()), (9, 0), "{address}");
        assert_eq!(link.language.is_some(), address.contains("lang"));
    }
}

fn session(fragment: &str) -> Session {
    let (link, notices) = Link::read("", fragment);
    Session::open(&link, notices, Language::English, Theme::Day)
}

fn choose(session: &mut Session, key: &'static str, value: &str) {
    session.update(Action::Choose { key, value: value.to_owned() });
}

#[test]
fn what_is_on_the_screen_comes_back_from_its_own_address() {
    let mut first = session("release=rolling&severity=40&seed=12");
    first.update(Action::Pin);
    choose(&mut first, "release", "blue-green");
    first.update(Action::Seek(31_234));
    let (link, notices) = Link::read("", &first.link().fragment());
    assert_eq!(notices, []);
    let again = Session::open(&link, notices, Language::English, Theme::Day);
    assert_eq!((again.scenario(), again.place), (first.scenario(), first.place));
    let pinned = |session: &Session| session.pinned().map(|show| show.timeline.scenario.clone());
    assert_eq!(pinned(&again), pinned(&first));
    assert!(pinned(&again).is_some_and(|scenario| scenario.release.id() == "rolling" && scenario.seed == 12));
}

#[test]
fn undo_takes_back_each_change_in_turn() {
    let mut session = session("");
    let start = session.scenario().clone();
    choose(&mut session, "share", "20");
    choose(&mut session, "watch", "off");
    choose(&mut session, "watch", "nonsense");
    session.update(Action::Undo);
    assert!(session.scenario().watch);
    assert_eq!(session.message, Some(Message::Undone { key: "watch" }));
    session.update(Action::Undo);
    assert_eq!(session.scenario(), &start);
    assert!(!session.can_undo());
    session.update(Action::Undo);
    assert_eq!(session.scenario(), &start);
}

#[test]
fn a_slider_that_is_drawn_is_one_change() {
    let mut session = session("");
    for value in ["6", "9", "14"] {
        choose(&mut session, "share", value);
    }
    session.update(Action::Undo);
    assert_eq!(session.scenario().steps.first(), 500);
    assert!(!session.can_undo());
}

#[test]
fn another_address_tells_another_story_in_the_same_manner() {
    let mut session = session("seed=3");
    session.update(Action::Speak(Language::Korean));
    session.update(Action::Light(Theme::Night));
    let (link, notices) = Link::read("?lang=en", "seed=4");
    session.reopen(&link, notices);
    assert_eq!((session.scenario().seed, session.language, session.theme), (4, Language::Korean, Theme::Night));
    assert_eq!(session.link().query(), "?lang=ko&theme=night");
}

#[test]
fn a_fault_that_a_gate_stops_is_told_when_the_story_is_already_past_it() {
    let mut session = session("");
    session.update(Action::Visit(Station::Release));
    choose(&mut session, "fault", "syntax");
    assert_eq!(session.message, Some(Message::StoppedBefore { gate: Gate::Compile }));
}

#[test]
fn it_plays_to_its_end_and_from_the_start_again() {
    let mut session = session("");
    session.update(Action::Play);
    session.update(Action::Tick(1_000));
    assert_eq!(session.place, 1_000);
    session.update(Action::Speed(200));
    session.update(Action::Tick(10_000_000));
    assert!(session.over() && !session.playing);
    session.update(Action::Tick(1_000));
    assert!(session.over());
    session.update(Action::Play);
    assert!(session.playing && session.place == 0);
    session.update(Action::Look(Camera::Line));
    session.update(Action::Seek(u64::MAX));
    assert!(session.over() && !session.playing);
}

#[test]
fn a_pinned_run_shares_the_clock_from_the_start_of_the_release() {
    let mut session = session("release=all-at-once");
    session.update(Action::Pin);
    choose(&mut session, "fault", "logic");
    choose(&mut session, "release", "rolling");
    assert_eq!(session.pinned_place(), None, "before the release there is nothing to compare");
    let start = session.show().timeline.release_start;
    let place = session.show().place_of(start + 7, 0);
    session.update(Action::Seek(place));
    let pinned = session
        .pinned()
        .zip(session.pinned_place())
        .map(|(show, place)| show.at(place).minute - show.timeline.release_start);
    assert_eq!(pinned, Some(7));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_an_address_can_harm(query in ".{0,80}", fragment in ".{0,200}") {
        let (link, notices) = Link::read(&query, &fragment);
        let session = Session::open(&link, notices, Language::Korean, Theme::Day);
        prop_assert!(session.place <= session.show().length());
    }

    #[test]
    fn every_story_comes_back_from_its_address(
        scenario in any_scenario(),
        pinned in prop::option::of(any_scenario()),
        place in prop::option::of((any::<u64>(), any::<u64>())),
    ) {
        let (minute, dwell) = place.map_or((None, 0), |(minute, dwell)| (Some(minute), dwell));
        let link = Link { scenario, pinned, minute, dwell, ..Link::default() };
        let (again, notices) = Link::read(&link.query(), &link.fragment());
        prop_assert_eq!(notices, []);
        prop_assert_eq!(&again, &link, "{}", link.fragment());
        let (again, notices) = Link::read_address(&format!("https://naru.example/a/?lang=ko#{}", link.fragment()));
        prop_assert_eq!((again.scenario, again.pinned, notices), (link.scenario, link.pinned, vec![]));
    }

    #[test]
    fn a_story_is_all_of_its_choices_in_their_order(scenario in any_scenario()) {
        let mut again = Scenario::default();
        for choice in &CHOICES {
            let value = choice.get(&scenario);
            prop_assert!(choice.set(&mut again, &value), "{}={}", choice.key, value);
            prop_assert_eq!(choice.get(&again), value, "{}", choice.key);
        }
        prop_assert_eq!(again, scenario);
    }

    /// Nothing that is typed does harm, and what is refused changes nothing.
    #[test]
    fn whatever_is_typed_is_read_or_refused(
        text in "[0-9.,:a-z -]{0,12}|[0-9]{1,6}|[0-9]{1,3}[.,][0-9]{1,4}|[a-z]{3}-[0-9]{2}:[0-9]{2}",
        scenario in any_scenario(),
    ) {
        for choice in &CHOICES {
            let mut changed = scenario.clone();
            if choice.set(&mut changed, &text) {
                let mut again = scenario.clone();
                prop_assert!(choice.set(&mut again, &choice.get(&changed)));
                prop_assert_eq!(&again, &changed, "{}={}", choice.key, text);
                // Nor is a number taken for another one.
                let number = text.parse::<f64>().ok().zip(choice.get(&changed).parse::<f64>().ok());
                prop_assert!(number.is_none_or(|(typed, read)| typed == read), "{}={}", choice.key, text);
            } else {
                prop_assert_eq!(&changed, &scenario, "{}={}", choice.key, text);
            }
        }
    }

    #[test]
    fn numbers_at_and_beyond_their_bounds_are_judged(number in any::<u64>()) {
        for choice in &CHOICES {
            if let Values::Number { min, max } = choice.values {
                let mut scenario = Scenario::default();
                prop_assert_eq!(choice.set(&mut scenario, &number.to_string()), (min..=max).contains(&number));
                for edge in [min, max] {
                    prop_assert!(choice.set(&mut scenario, &edge.to_string()));
                }
            }
        }
        prop_assert!(Release::all().count() >= 4);
    }
}
