//! What the stage plays for a beat, and who has the wheel.

use crate::{name, tours};
use naru_core::{
    link::Link,
    session::{Action, Session},
    story::{Spot, Stage, Tour},
    text::Language,
    time::Show,
};

#[test]
fn every_place_that_a_beat_names_exists_whatever_the_person_chose() {
    for tour in ["shared", "own"].into_iter().flat_map(tours) {
        let show = Show::new(&tour.scenario());
        let spots: Vec<Spot> = match tour.beat().stage {
            Stage::Rests => vec![],
            Stage::Stands(spot) => vec![spot],
            Stage::Plays(from, until) => vec![from, until],
        };
        for spot in spots {
            assert!(spot.place(&show).is_some(), "{}: {spot:?}", name(&tour));
        }
    }
}

/// A session in which a beat is played.
fn playing(tour: &Tour) -> Session {
    let (link, notices) = Link::read("", "");
    let mut session = Session::open(&link, notices, Language::English, Default::default());
    let played = tour.performance();
    session.update(Action::Tell(Some(Default::default())));
    session.update(Action::Perform {
        scenario: Box::new(played.scenario),
        from: played.from,
        until: played.until,
        least: 20_000,
    });
    session
}

#[test]
fn a_beat_plays_to_its_end_waits_for_the_reader_and_rests() {
    let tour = Tour::find("core", "friday", "evening").expect("it is told");
    let played = tour.performance();
    let mut session = playing(&tour);
    assert!(session.performs() && session.playing && session.place == played.from);
    session.tick(played.until - played.from);
    assert_eq!(session.place, played.until);
    assert!(session.performs() && session.playing, "nobody could read it yet");
    session.update(Action::Pause);
    session.tick(60_000);
    assert!(session.performs(), "what is paused does not pass");
    session.update(Action::Play);
    session.tick(20_000);
    assert!(!session.performs() && !session.playing && !session.strayed());
    assert_eq!(session.place, played.until);
}

#[test]
fn whoever_takes_the_wheel_has_it() {
    let tour = Tour::find("core", "friday", "evening").expect("it is told");
    for action in [
        Action::Seek(1_000),
        Action::Step { forward: true },
        Action::Choose { key: "release", value: "canary".to_owned() },
    ] {
        let mut session = playing(&tour);
        session.update(action.clone());
        assert!(session.strayed() && !session.performs(), "{action:?}");
        let told = session.told().cloned();
        assert!(told.is_some(), "the tour waits where it stood");
        session.update(Action::Tell(None));
        assert!(!session.strayed() && session.told().is_none());
    }
}
