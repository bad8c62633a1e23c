//! The cake that a person wishes for, and what it has become when it arrives.

use crate::model::{
    Hand, Timeline, Turn,
    event::{Event, Kind},
};

/// A cake, by what can be chosen of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cake {
    /// What it is made of, by its place in [`Cake::SPONGES`].
    pub sponge: usize,
    /// What stands on it, by its place in [`Cake::TOPS`].
    pub top: usize,
    /// What is written on it: [`Cake::LETTERS`] letters at most.
    pub name: String,
}

impl Cake {
    /// What it can be made of.
    pub const SPONGES: [&str; 3] = ["berry", "chocolate", "lemon"];
    /// What can stand on it.
    pub const TOPS: [&str; 3] = ["candles", "berries", "stars"];
    /// Letters that fit on it.
    pub const LETTERS: usize = 10;
    /// The one on the bakery's list: what “birthday cake” means to whoever reads the list.
    pub const LISTED: Self = Self { sponge: 2, top: 1, name: String::new() };

    /// The one that arrives at the end of a story, and the hand in which it became another.
    #[must_use]
    pub fn arriving(&self, timeline: &Timeline) -> (Self, Option<Event>) {
        let misread =
            timeline.events.iter().find(|event| matches!(event.kind, Kind::PlanPassed { turn: Turn::Misread, .. }));
        match misread.copied() {
            None => (self.clone(), None),
            Some(event @ Event { kind: Kind::PlanPassed { hand: Hand::Owner, .. }, .. }) => (Self::LISTED, Some(event)),
            // It is the right cake, on a day or by a way that nobody had asked for: nothing is written on it any more.
            Some(event) => (Self { name: String::new(), ..self.clone() }, Some(event)),
        }
    }
}
