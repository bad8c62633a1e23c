//! What a speaker relies on: the presenter's window says where the talk stands and what comes next, by what the first window tells.

use naru_core::{
    link::{Link, Theme, Told},
    message::{Direction, Event, Reply, Seen, Stand, State},
    model::Scenario,
    story::{Ask, CHAPTERS, Tour, Way},
    text::{Language, describe},
    time::Show,
};

/// What the first window says of a place in a show, read as the presenter reads it.
fn seen(link: &Link, show: &Show, place: u64) -> Seen {
    let moment = show.at(place);
    let manners = (Language::English, Theme::Night);
    let state = State::new(show, &moment, true, manners, link, "Words.".to_owned());
    let text = Event::State(Box::new(state)).write(None);
    match Reply::read(&text) {
        Some(Reply::State(seen)) => *seen,
        other => panic!("{other:?}"),
    }
}

/// What it says of a tour at the end of a beat.
fn told(tour: &Tour) -> Seen {
    let played = tour.performance();
    let [way, chapter, beat] = [tour.way().id(), tour.chapter().id, tour.beat().id].map(str::to_owned);
    let link = Link { told: Some(Told { tour: way, chapter, beat }), ..Link::default() };
    seen(&link, &Show::new(&played.scenario), played.until)
}

#[test]
fn a_talk_through_all_chapters_knows_each_next_step() {
    let mut tour = Tour::one(CHAPTERS[0]);
    for (index, chapter) in CHAPTERS.into_iter().enumerate() {
        for beat in 0..chapter.beats.len() {
            let stand = Stand::new(&told(&tour));
            assert_eq!((stand.chapter().id, stand.progress()), (chapter.id, (beat, chapter.beats.len())));
            let words = describe::told(&tour, &Show::new(&tour.scenario()), Language::Korean).to_string();
            assert_eq!(stand.words(Language::Korean), words);
            let (next, following) = (stand.next(), stand.following());
            if tour.go_on() {
                let next = next.unwrap_or_else(|| panic!("{}: a step after {beat}", chapter.id));
                assert!(following.is_none());
                assert_eq!((next.chapter().id, next.progress().0), (chapter.id, beat + 1));
            } else {
                let after = CHAPTERS.get(index + 1).map(|chapter| chapter.id);
                assert_eq!(following.map(|chapter| chapter.id), after);
                assert_eq!(next.map(|next| (next.chapter().id, next.progress().0)), after.map(|id| (id, 0)));
            }
        }
        if let Some(chapter) = CHAPTERS.get(index + 1) {
            tour = Tour::one(chapter);
        }
    }
}

#[test]
fn a_tour_goes_on_over_its_chapters() {
    let tour = Tour::find(Way::Core.id(), "friday", "home").expect("a beat");
    let stand = Stand::new(&told(&tour));
    assert!(stand.following().is_none(), "the first window goes on by itself");
    assert_eq!(stand.next().map(|next| next.chapter().id), Some("crews"));
}

#[test]
fn what_the_audience_is_asked_is_known() {
    let tour = Tour::find(Way::One.id(), "friday", "guess").expect("a beat");
    assert!(matches!(Stand::new(&told(&tour)).ask(), Ask::Bet(_)));
}

#[test]
fn a_journey_has_its_stops_and_the_notes_of_its_stations() {
    let scenario = Scenario { seed: 7, ..Scenario::default() };
    let show = Show::new(&scenario);
    let stops = show.stops();
    let mut about = Vec::new();
    for (index, stop) in stops.iter().enumerate() {
        let minute = show.at(*stop).minute;
        let dwell = *stop - show.place_of(minute, 0);
        let link = Link { scenario: scenario.clone(), minute: Some(minute), dwell, ..Link::default() };
        let stand = Stand::new(&seen(&link, &show, *stop));
        assert!(!stand.is_told());
        assert_eq!(stand.progress(), (index, stops.len()));
        assert_eq!(
            stand.words(Language::English),
            describe::now(&show.timeline, &show.at(*stop), Language::English).to_string()
        );
        assert_eq!(stand.next().map(|next| next.place), stops.get(index + 1).copied());
        about.push(stand.chapter().id);
    }
    about.dedup();
    assert!(["wish", "gates", "docks", "crossing", "tower"].iter().all(|id| about.contains(id)), "{about:?}");
}

#[test]
fn only_events_of_the_contract_are_read() {
    for (text, reply) in [
        (r#"{"naru":1,"event":"ready","version":1}"#, Some(Reply::Other)),
        (r#"{"naru":1,"event":"leave","direction":"next"}"#, Some(Reply::Leave(Direction::Next))),
        (r#"{"naru":1,"event":"leave","direction":"up"}"#, None),
        (
            r#"{"naru":1,"event":"step","index":6,"count":7,"first":false,"last":true,"moving":false}"#,
            Some(Reply::Step { last: true, moving: false }),
        ),
        (r#"{"naru":1,"event":"step","index":6}"#, None),
        (r#"{"naru":2,"event":"ready"}"#, None),
        (r#"{"naru":1,"command":"next"}"#, None),
        (r#"{"naru":1,"event":"state","minute":-1}"#, None),
        ("nothing", None),
    ] {
        assert_eq!(Reply::read(text), reply, "{text}");
    }
    // Names and choices that are none leave the usual story.
    let seen = Seen {
        chapter: Some("nowhere".to_owned()),
        choices: [("release".to_owned(), "balloon".to_owned())].into(),
        ..Seen::default()
    };
    assert!(!Stand::new(&seen).is_told());
}
