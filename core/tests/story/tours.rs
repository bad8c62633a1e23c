//! How tours go, how long they take, and what they tell.

use crate::{name, tours};
use naru_core::{
    story::{Ask, CHAPTERS, CORE, Tour, Way},
    text::{Language, describe},
    time::Show,
};
use std::collections::BTreeSet;

/// Milliseconds of show time that a chapter may take at most without the person acting.
const WITHOUT_ACTING_MS: u64 = 75_000;

#[test]
fn a_core_chapter_brings_two_new_terms_at_most() {
    let mut met = BTreeSet::new();
    for chapter in CHAPTERS.into_iter().take(CORE) {
        assert!(chapter.terms.len() <= 2, "{}", chapter.id);
        for term in chapter.terms {
            assert!(met.insert(*term), "{term} is new twice");
        }
    }
}

#[test]
fn what_is_told_has_all_its_figures() {
    for language in Language::ALL {
        for tour in ["shared", "own"].into_iter().flat_map(tours) {
            let text = describe::told(&tour, &Show::new(&tour.scenario()), language).to_string();
            assert!(
                !text.is_empty() && !text.contains(['{', '}', '[', ']']),
                "{} {}: {text}",
                language.id(),
                name(&tour)
            );
            assert!(!text.split_whitespace().any(|word| word == "0"), "{} {}: {text}", language.id(), name(&tour));
        }
    }
}

#[test]
fn no_chapter_goes_on_for_long_without_the_person() {
    for language in Language::ALL {
        let mut alone = 0;
        for tour in tours("shared") {
            let played = tour.performance();
            let show = Show::new(&played.scenario);
            let reading = describe::reading_ms(&describe::told(&tour, &show, language).to_string());
            alone += reading.max(played.until - played.from);
            assert!(alone <= WITHOUT_ACTING_MS, "{} {}: {alone} ms", language.id(), name(&tour));
            if tour.beat().ask != Ask::Nothing {
                alone = 0;
            }
        }
    }
}

#[test]
fn tours_take_as_long_as_the_first_screen_says() {
    const MINUTE_MS: u64 = 60_000;
    for language in Language::ALL {
        // At most: a core tour of ten minutes, a short one of three and a half.
        for (way, most) in [(Way::Core, 10 * MINUTE_MS), (Way::Short, 7 * MINUTE_MS / 2)] {
            let takes = describe::tour_ms(way, language);
            assert!(takes <= most, "{} {}: {takes} ms", language.id(), way.id());
            let said = language.text(&format!("tour.{}.length", way.id()));
            assert_eq!(said, describe::length(takes, language), "{} {}: {takes} ms", language.id(), way.id());
        }
    }
}

#[test]
fn a_tour_goes_through_its_chapters_and_back() {
    for way in [Way::Core, Way::Short] {
        let mut tour = Tour::new(way);
        let mut names = vec![name(&tour)];
        while tour.go_on() {
            names.push(name(&tour));
        }
        let chapters: BTreeSet<&str> = names.iter().filter_map(|name| name.split('.').next()).collect();
        assert!(way != Way::Core || chapters.len() == CORE);
        let forwards = names.clone();
        let mut backwards = vec![name(&tour)];
        while tour.go_back() {
            backwards.push(name(&tour));
        }
        backwards.reverse();
        assert_eq!(forwards, backwards);
        assert_eq!(forwards.iter().collect::<BTreeSet<_>>().len(), forwards.len());
        // Each place is found again by its names.
        for place in &forwards {
            let (chapter, beat) = place.split_once('.').expect("a chapter and a beat");
            let found = Tour::find(way.id(), chapter, beat).expect("it is told");
            assert_eq!((name(&found), found.way()), (place.clone(), way));
        }
    }
    assert!(Tour::find("core", "nowhere", "").is_none());
}

#[test]
fn what_the_person_chose_stays_as_long_as_it_should() {
    let mut tour = Tour::new(Way::Core);
    tour.choose("words", "own");
    tour.choose("delivery", "train");
    while tour.chapter().id != "tower" {
        assert!(tour.go_on());
    }
    assert_eq!((tour.chosen("words"), tour.chosen("delivery")), (Some("own"), None));
    let timeline = Show::new(&tour.scenario()).timeline;
    let (came, wrong) = tour.cake.arriving(&timeline);
    assert!(wrong.is_some() && came != tour.cake, "without shared words another cake arrives");
    tour.choose("words", "shared");
    let (came, wrong) = tour.cake.arriving(&Show::new(&tour.scenario()).timeline);
    assert!(wrong.is_none() && came == tour.cake, "with shared words it is the one that was wished for");
}
