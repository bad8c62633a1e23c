//! What somebody relies on who shows a chapter as a film, or as one picture.

use naru_core::{
    model::Scenario,
    story::CHAPTERS,
    text::{
        Language,
        describe::{self, Film},
    },
    time::Show,
};

#[test]
fn each_beat_stays_until_its_words_could_be_read_and_its_part_was_played() {
    for language in Language::ALL {
        for chapter in CHAPTERS {
            let film = Film::of_chapter(chapter, language);
            assert_eq!(film.shots.len(), chapter.beats.len(), "{}", chapter.id);
            for (shot, beat) in film.shots.iter().zip(chapter.beats) {
                let tour = shot.tour.as_ref().expect("a chapter is told");
                assert_eq!(tour.beat().id, beat.id, "{}", chapter.id);
                let words = describe::told(tour, &Show::new(&shot.scenario), language).to_string();
                assert!(shot.lasts >= describe::reading_ms(&words), "{}.{} is too short to read", chapter.id, beat.id);
                assert!(shot.lasts >= shot.until - shot.from, "{}.{} is cut", chapter.id, beat.id);
            }
        }
    }
}

#[test]
fn pictures_go_through_it_in_order_and_end_where_it_ends() {
    const EVERY_MS: u64 = 100;
    for chapter in CHAPTERS {
        let film = Film::of_chapter(chapter, Language::English);
        assert_eq!(film.pictures(EVERY_MS), film.length().div_ceil(EVERY_MS), "{}", chapter.id);
        let beat = |number| {
            let (shot, place) = film.at(number * EVERY_MS).expect("a film has a moment at each time");
            (shot.tour.as_ref().map(|tour| tour.progress().0), place)
        };
        let seen: Vec<_> = (0..film.pictures(EVERY_MS)).map(beat).collect();
        assert!(
            seen.windows(2).all(|two| two[0].0 < two[1].0 || two[0].0 == two[1].0 && two[0].1 <= two[1].1),
            "{} goes back",
            chapter.id
        );
        let last = film.shots.last().expect("a film has a shot");
        assert_eq!(film.at(film.length()).map(|(_, place)| place), Some(last.until), "{}", chapter.id);
    }
}

#[test]
fn a_journey_is_shown_to_its_end() {
    let film = Film::of_journey(&Scenario::default());
    let length = Show::new(&Scenario::default()).length();
    assert!(film.length() > length, "its end stays");
    assert_eq!(film.at(film.length()).map(|(_, place)| place), Some(length));
    assert_eq!(film.at(length / 2).map(|(_, place)| place), Some(length / 2));
}

#[test]
fn every_chapter_has_a_beat_that_tells_most() {
    for chapter in CHAPTERS {
        assert!(
            chapter.beats.iter().any(|beat| beat.id == chapter.telling),
            "{} has no beat {}",
            chapter.id,
            chapter.telling
        );
        let film = Film::telling(chapter, Language::Korean);
        let told = |shot: &describe::Shot| shot.tour.as_ref().map(|tour| (tour.chapter().id, tour.beat().id));
        assert_eq!(film.shots.iter().map(told).collect::<Vec<_>>(), [Some((chapter.id, chapter.telling))]);
    }
}
