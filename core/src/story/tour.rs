//! A tour: which chapters are told, where it stands, and what the person did on the way.

use super::{
    Ask, Beat, Bet, Cake, Chapter, Stage, Table, chapter,
    chapters::{CHAPTERS, CORE},
};
use crate::{model::Scenario, time::Show};

/// Which tour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// The core tour: its chapters one after the other.
    #[default]
    Core,
    /// The short tour: some beats of them.
    Short,
    /// One chapter alone.
    One,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Core, Self::Short, Self::One];

    /// Its name in addresses and locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Short => "short",
            Self::One => "one",
        }
    }

    /// The tour of this name.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.id() == id)
    }

    /// Whether the tour tells a beat of a chapter.
    #[must_use]
    pub fn tells(self, beat: &Beat) -> bool {
        self != Self::Short || beat.short
    }

    /// The chapters of a tour that starts with this one.
    fn chapters(self, first: &'static Chapter) -> Vec<&'static Chapter> {
        match self {
            Self::One => vec![first],
            Self::Core | Self::Short => {
                let told = CHAPTERS.into_iter().take(CORE);
                told.filter(|chapter| chapter.beats.iter().any(|beat| self.tells(beat))).collect()
            }
        }
    }
}

/// What somebody guessed, as a number: which option, or how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Guess {
    /// The bet's name.
    bet: &'static str,
    /// The guess.
    value: u64,
}

/// A tour under way.
#[derive(Clone, Debug)]
pub struct Tour {
    way: Way,
    chapter: &'static Chapter,
    beat: usize,
    guesses: Vec<Guess>,
    own: Vec<(&'static str, String)>,
    /// The cake that was wished for.
    pub cake: Cake,
}

/// What the stage is to do for a beat.
#[derive(Clone, Debug)]
pub struct Performance {
    /// The choices.
    pub scenario: Scenario,
    /// Where it starts, in show milliseconds.
    pub from: u64,
    /// Where it ends.
    pub until: u64,
}

impl Tour {
    /// A tour from its first beat.
    #[must_use]
    pub fn new(way: Way) -> Self {
        let chapter = way.chapters(CHAPTERS[0]).first().copied().unwrap_or(CHAPTERS[0]);
        Self::at(way, chapter, 0)
    }

    /// One chapter alone.
    #[must_use]
    pub fn one(chapter: &'static Chapter) -> Self {
        Self::at(Way::One, chapter, 0)
    }

    /// The tour of names as an address has them; an unknown beat is the chapter's first one, an unknown chapter none at all.
    #[must_use]
    pub fn find(way: &str, id: &str, beat: &str) -> Option<Self> {
        let way = Way::by_id(way)?;
        let chapter = chapter(id)?;
        let way = if way.chapters(chapter).iter().any(|one| one.id == id) { way } else { Way::One };
        Some(Self::at(way, chapter, chapter.beats.iter().position(|one| one.id == beat).unwrap_or(0)))
    }

    fn at(way: Way, chapter: &'static Chapter, beat: usize) -> Self {
        let mut tour = Self { way, chapter, beat, guesses: Vec::new(), own: Vec::new(), cake: Cake::default() };
        // What this tour leaves out it does not start with either.
        if !way.tells(tour.beat()) {
            tour.go_on();
        }
        tour
    }

    /// Which tour.
    #[must_use]
    pub const fn way(&self) -> Way {
        self.way
    }

    /// The chapter that is told.
    #[must_use]
    pub const fn chapter(&self) -> &'static Chapter {
        self.chapter
    }

    /// The chapters of this tour.
    #[must_use]
    pub fn chapters(&self) -> Vec<&'static Chapter> {
        self.way.chapters(self.chapter)
    }

    /// The beat that is told.
    #[must_use]
    pub fn beat(&self) -> &'static Beat {
        &self.chapter.beats[self.beat.min(self.chapter.beats.len() - 1)]
    }

    /// The chapter's beats that this tour tells, and which of them this is.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let told = |beats: &[Beat]| beats.iter().filter(|beat| self.way.tells(beat)).count();
        (told(&self.chapter.beats[..self.beat]), told(self.chapter.beats))
    }

    /// Goes to the next beat; false, and nowhere, from the last one.
    pub fn go_on(&mut self) -> bool {
        self.go(true)
    }

    /// Goes to the beat before; false, and nowhere, from the first one.
    pub fn go_back(&mut self) -> bool {
        self.go(false)
    }

    fn go(&mut self, forward: bool) -> bool {
        let chapters = self.chapters();
        let beats: Vec<(&'static Chapter, usize)> = chapters
            .iter()
            .flat_map(|chapter| (0..chapter.beats.len()).map(move |beat| (*chapter, beat)))
            .filter(|(chapter, beat)| self.way.tells(&chapter.beats[*beat]))
            .collect();
        let order = |(chapter, beat): (&Chapter, usize)| {
            (chapters.iter().position(|one| one.id == chapter.id).unwrap_or(0), beat)
        };
        let here = order((self.chapter, self.beat));
        let other = if forward {
            beats.iter().find(|beat| order(**beat) > here)
        } else {
            beats.iter().rev().find(|beat| order(**beat) < here)
        };
        let Some((chapter, beat)) = other.copied() else { return false };
        if chapter.id != self.chapter.id {
            self.own.retain(|(key, _)| KEPT.contains(key));
        }
        (self.chapter, self.beat) = (chapter, beat);
        true
    }

    /// Goes to a beat of the chapter, by its number among those that this tour tells; where there are fewer, to the last.
    pub fn turn_to(&mut self, beat: usize) {
        let told = (0..self.chapter.beats.len()).filter(|one| self.way.tells(&self.chapter.beats[*one]));
        self.beat = told.take(beat.saturating_add(1)).last().unwrap_or(self.beat);
    }

    /// Goes to a chapter's first beat.
    pub fn open(&mut self, chapter: &'static Chapter) {
        let way = if self.way.chapters(chapter).iter().any(|one| one.id == chapter.id) { self.way } else { Way::One };
        *self = Self {
            guesses: std::mem::take(&mut self.guesses),
            own: std::mem::take(&mut self.own),
            ..Self::at(way, chapter, 0)
        };
    }

    /// Remembers a guess.
    pub fn guess(&mut self, bet: &'static str, value: u64) {
        self.guesses.retain(|guess| guess.bet != bet);
        self.guesses.push(Guess { bet, value });
    }

    /// What was guessed.
    #[must_use]
    pub fn guessed(&self, bet: &str) -> Option<u64> {
        self.guesses.iter().find(|guess| guess.bet == bet).map(|guess| guess.value)
    }

    /// The bet of this chapter that was made last before this beat, if one was: its reveal shows it.
    #[must_use]
    pub fn bet(&self) -> Option<&'static Bet> {
        match self.beat.checked_sub(1).and_then(|before| self.chapter.beats.get(before)).map(|beat| beat.ask) {
            Some(Ask::Bet(bet)) if self.guessed(bet.id).is_some() => Some(bet),
            _ => None,
        }
    }

    /// What is done on the table in this beat, or was done there in the one before, of which this one speaks.
    #[must_use]
    pub fn table(&self) -> Option<Table> {
        let on_it = |beat: &Beat| if let Ask::Table(table) = beat.ask { Some(table) } else { None };
        let before = || self.beat.checked_sub(1).and_then(|before| on_it(&self.chapter.beats[before]));
        on_it(self.beat()).or_else(before)
    }

    /// Remembers a choice of the harbour that the person made.
    pub fn choose(&mut self, key: &'static str, value: &str) {
        self.own.retain(|(chosen, _)| *chosen != key);
        self.own.push((key, value.to_owned()));
    }

    /// What the person chose for a choice of the harbour.
    #[must_use]
    pub fn chosen(&self, key: &str) -> Option<&str> {
        self.own.iter().find(|(chosen, _)| *chosen == key).map(|(_, value)| value.as_str())
    }

    /// The choices of this beat.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        self.chapter.scenario(self.beat, &self.own)
    }

    /// The choices that this beat makes and the one before it had otherwise.
    #[must_use]
    pub fn turned(&self) -> Vec<&'static str> {
        let usual = Scenario::default();
        let before = self.beat.checked_sub(1).map_or(usual, |before| self.chapter.scenario(before, &self.own));
        let now = self.scenario();
        let changed = crate::model::CHOICES.iter().filter(|choice| choice.get(&before) != choice.get(&now));
        changed.map(|choice| choice.key).filter(|key| *key != "seed").collect()
    }

    /// What the stage is to do.
    #[must_use]
    pub fn performance(&self) -> Performance {
        let scenario = self.scenario();
        let show = Show::new(&scenario);
        let (from, until) = match self.beat().stage {
            Stage::Rests => (self.rest(), self.rest()),
            Stage::Stands(spot) => {
                let place = spot.place(&show).unwrap_or(0);
                (place, place)
            }
            Stage::Plays(from, until) => {
                let from = from.place(&show).unwrap_or(0);
                (from, until.place(&show).unwrap_or(from).max(from))
            }
        };
        Performance { from: from.min(show.length()), until: until.min(show.length()), scenario }
    }

    /// Where the stage stands after the beats before this one, however they were passed.
    fn rest(&self) -> u64 {
        let before = self.beat.checked_sub(1).map(|beat| Self { beat, ..self.clone() });
        before.map_or(0, |before| before.performance().until)
    }
}

/// Choices of the person that hold for the chapters that follow, too: the words that the plan was written in.
const KEPT: [&str; 1] = ["words"];
