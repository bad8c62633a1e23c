//! What somebody who shares or types an address relies on.

use naru_core::link::{Link, Notice, Theme};
use naru_core::model::{CHOICES, Release, Values};
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
fn a_bad_value_falls_back_and_a_notice_says_which() {
    let (link, notices) = Link::read("lang=xx", "share=5&share=999&colour=red&v=0&watch=maybe&lang=ko");
    assert_eq!((link.language, link.scenario.share), (None, 5));
    let value = |key: &str, value: &str, used: &str| Notice::Value {
        key: key.to_owned(),
        value: value.to_owned(),
        used: used.to_owned(),
    };
    let expected = [
        Notice::Manner { key: "lang".to_owned(), value: "xx".to_owned() },
        Notice::Twice { key: "share".to_owned() },
        value("share", "999", "5"),
        Notice::Key { key: "colour".to_owned() },
        Notice::Version,
        value("watch", "maybe", "on"),
        Notice::Key { key: "lang".to_owned() },
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
    assert_eq!(session.scenario().share, 5);
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
    session.update(Action::Visit(naru_core::model::Station::Release));
    choose(&mut session, "fault", "logic");
    assert_eq!(session.message, Some(Message::StoppedBefore { gate: naru_core::model::Gate::Unit }));
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
    fn numbers_at_and_beyond_their_bounds_are_judged(number in any::<u64>()) {
        for choice in &CHOICES {
            if let Values::Number { min, max } = choice.values {
                let mut scenario = naru_core::model::Scenario::default();
                prop_assert_eq!(choice.set(&mut scenario, &number.to_string()), (min..=max).contains(&number));
                for edge in [min, max] {
                    prop_assert!(choice.set(&mut scenario, &edge.to_string()));
                }
            }
        }
        prop_assert!(Release::all().count() >= 4);
    }
}
