//! What somebody who follows the story relies on: every beat shows what it tells, every bet has an answer, tours take as long
//! as they say.

mod bets;
mod presets;
mod stage;
mod topics;
mod tours;

use naru_core::story::{Ask, CHAPTERS, Tour};

/// Every beat of every chapter, with a tour that stands there. `words`: what the person chose when asked.
fn tours(words: &str) -> Vec<Tour> {
    let mut tours = Vec::new();
    for chapter in CHAPTERS {
        let mut tour = Tour::one(chapter);
        tour.choose("words", words);
        loop {
            tours.push(tour.clone());
            if let Ask::Bet(bet) = tour.beat().ask {
                tour.guess(bet.id, 0);
            }
            if !tour.go_on() {
                break;
            }
        }
    }
    tours
}

/// The names of the chapter and the beat at which a tour stands.
fn name(tour: &Tour) -> String {
    format!("{}.{}", tour.chapter().id, tour.beat().id)
}
