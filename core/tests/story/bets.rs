//! Bets and races: the simulation answers.

use crate::tours;
use naru_core::{
    model::Release,
    story::{Ask, Race, Tour},
    text::{Language, describe},
    time::Show,
};
use std::collections::BTreeSet;

#[test]
fn every_bet_has_an_answer_among_its_options_and_a_reveal() {
    let mut bets = BTreeSet::new();
    for tour in tours("shared") {
        let Ask::Bet(bet) = tour.beat().ask else { continue };
        assert!(bets.insert(bet.id), "{} is asked twice", bet.id);
        let show = Show::new(&tour.scenario());
        let answer = (bet.answer)(&show);
        assert!(answer < bet.options.len(), "{}: {answer}", bet.id);
        for language in Language::ALL {
            let options: BTreeSet<String> =
                (0..bet.options.len()).map(|option| describe::option(bet, option, language)).collect();
            assert_eq!(options.len(), bet.options.len(), "{} has options that read alike", bet.id);
            let [right, wrong] = [answer, (answer + 1) % bet.options.len()]
                .map(|guess| describe::reveal(bet, guess, &show, language).to_string());
            let said = describe::option(bet, answer, language);
            assert!(right.contains(&said) && wrong.contains(&said), "{right} / {wrong}");
        }
        // The beat after it reveals.
        let mut after = tour.clone();
        after.guess(bet.id, 0);
        assert!(after.go_on() && after.bet().is_some_and(|shown| shown.id == bet.id), "{} is never revealed", bet.id);
    }
    assert!(bets.len() >= 6);
}

#[test]
fn the_same_fault_hurts_few_behind_a_canary() {
    let tour = Tour::find("core", "crossing", "race").expect("the race is told");
    let race = Race::new(&tour.scenario());
    let failed = |id: &str| race.failed(Release::by_id(id).expect("a way to cross"));
    assert!(failed("all-at-once") >= 15 * failed("canary"), "{} and {}", failed("all-at-once"), failed("canary"));
    // What is seen while the clock runs only grows.
    for way in Release::all() {
        let counts: Vec<u64> = (0..=race.length())
            .step_by(1_000)
            .map(|instant| race.at(instant).find(|(other, _)| *other == way).expect("it runs").1.failed)
            .collect();
        assert!(counts.is_sorted() && counts.last() == Some(&race.failed(way)), "{way:?}: {counts:?}");
    }
}
