//! What a chapter is made of: beats, each with what it sets, what it plays and what it asks.

use super::Topic;
use crate::{
    model::{Scenario, Station, choice},
    time::Show,
};

/// A chapter: one file in `chapters/`, one line in its registry. Its texts are `story.<id>.title`, `.opening`, `.home` and
/// `story.<id>.<beat>` for each beat.
#[derive(Debug)]
pub struct Chapter {
    /// Its name in addresses and locales.
    pub id: &'static str,
    /// Terms that are met here for the first time: two at most in the core tour.
    pub terms: &'static [&'static str],
    /// The beat at whose end one picture tells most of the chapter.
    pub telling: &'static str,
    /// Choices of the person in earlier chapters that hold here, too.
    pub keeps: &'static [&'static str],
    /// The beats, in order.
    pub beats: &'static [Beat],
}

/// A beat: one thing that is told and seen.
#[derive(Debug)]
pub struct Beat {
    /// Its name within the chapter.
    pub id: &'static str,
    /// Choices that are made for it, on top of those of the beats before it; a chapter starts with the usual ones.
    pub set: &'static [(&'static str, &'static str)],
    /// What the stage does.
    pub stage: Stage,
    /// What is looked at.
    pub view: View,
    /// What the person does.
    pub ask: Ask,
    /// Whether the short tour tells it, too.
    pub short: bool,
    /// What of the story is told by it (`TOPICS`), and what must then be seen on the stage at its end.
    pub topics: &'static [Topic],
}

impl Beat {
    /// A beat that sets nothing, shows what stands there and goes on by itself.
    pub const NEW: Self =
        Self { id: "", set: &[], stage: Stage::Rests, view: View::Idea, ask: Ask::Nothing, short: false, topics: &[] };
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What the idea does.
    Idea,
    /// The whole harbour.
    Harbour,
}

/// What the stage does in a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It stands where the beat before has left it.
    Rests,
    /// It stands at a place.
    Stands(Spot),
    /// It plays from here to there.
    Plays(Spot, Spot),
}

/// A place of the show that holds for any choices that are made for a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The beginning.
    Start,
    /// Where the first event of this kind happens.
    At(&'static str),
    /// Some show milliseconds after that.
    After(&'static str, u64),
    /// Just before it.
    Before(&'static str),
    /// After the last event of this kind was read.
    Past(&'static str),
    /// Where the idea first comes to a station.
    Comes(Station),
    /// The end.
    End,
}

/// What the person does in a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Nothing: the story goes on by itself when what is told could be read.
    Nothing,
    /// Says that the story may go on.
    GoOn,
    /// Guesses what comes, before it is shown.
    Bet(&'static Bet),
    /// Makes a choice of the harbour, among these values.
    Choose(&'static str, &'static [&'static str]),
    /// Does something of its own on the table.
    Table(Table),
}

/// What can be done on the table, the sheet that lies over the stage for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A cake is designed.
    Cake,
    /// The cake arrives.
    CakeArrives,
    /// One bad idea among twelve is looked for.
    BadOne,
    /// One fault crosses four ways on one clock, after a pile of slips was stacked as a bet.
    Race,
    /// A year in two harbours.
    Year,
    /// That year beside what real teams answered.
    Survey,
    /// The promise's margin is spent, or saved.
    Margin,
    /// Keys and doors.
    Keys,
    /// Work is moved between crews.
    Crew,
}

/// A guess before the reveal. Its texts are `bet.<id>` and `bet.<id>.<option>`.
#[derive(Debug)]
pub struct Bet {
    /// Its name.
    pub id: &'static str,
    /// What can be guessed.
    pub options: &'static [&'static str],
    /// Which of them comes, by the simulation.
    pub answer: fn(&Show) -> usize,
}

impl PartialEq for Bet {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Bet {}

/// Show milliseconds before an event that still belong to what was before it.
const JUST_BEFORE_MS: u64 = 20;

impl Spot {
    /// The place in a show; `None` where the show has no such event.
    #[must_use]
    pub fn place(self, show: &Show) -> Option<u64> {
        let places = |id: &str| {
            let events = show.timeline.events.iter().zip(&show.timeline.instants);
            let of_kind = events.enumerate().filter(|(_, (event, _))| event.kind.id() == id);
            of_kind.map(|(index, (_, instant))| (index, show.pacing.place(*instant))).collect::<Vec<_>>()
        };
        let first = |id: &str| places(id).first().map(|(_, place)| *place);
        let place = match self {
            Self::Start => Some(0),
            Self::End => Some(show.length()),
            Self::At(id) => first(id),
            Self::After(id, ms) => first(id).map(|place| place + ms),
            Self::Before(id) => first(id).map(|place| place.saturating_sub(JUST_BEFORE_MS)),
            Self::Past(id) => places(id).last().map(|(index, _)| {
                let next = show.timeline.instants.get(index + 1);
                next.map_or(show.length(), |next| show.pacing.place(*next).saturating_sub(JUST_BEFORE_MS))
            }),
            Self::Comes(station) => Some(show.station_place(station)),
        };
        place.map(|place| place.min(show.length()))
    }
}

impl Chapter {
    /// The choices of a beat, by its number: the usual ones, and what was set up to it. `own` are choices that the person made
    /// in this chapter, which stay.
    #[must_use]
    pub fn scenario(&self, beat: usize, own: &[(&'static str, String)]) -> Scenario {
        let chosen = |scenario: &mut Scenario, key: &str| {
            if let Some((_, value)) = own.iter().find(|(chosen, _)| *chosen == key) {
                set(scenario, key, value);
            }
        };
        let mut scenario = Scenario::default();
        for (number, one) in self.beats.iter().enumerate().take(beat + 1) {
            for (key, value) in one.set {
                set(&mut scenario, key, value);
            }
            if let Ask::Choose(key, _) = one.ask
                && number < beat
            {
                chosen(&mut scenario, key);
            }
        }
        for key in self.keeps {
            chosen(&mut scenario, key);
        }
        scenario
    }
}

/// Makes a choice by its name; a name or value that is none changes nothing.
pub(super) fn set(scenario: &mut Scenario, key: &str, value: &str) {
    if let Some(choice) = choice(key) {
        choice.set(scenario, value);
    }
}
