//! A chapter or a journey as a film: what is seen at each of its moments. Each beat stays as long as its words take to read.

use super::{reading_ms, told};
use crate::{
    model::Scenario,
    story::{Chapter, Tour, Way},
    text::Language,
    time::Show,
};

/// Milliseconds for which the end of a journey stays, so that it can be looked at.
const END_STAYS_MS: u64 = 2_000;

/// What is seen for a while: a part of a show, and the beat that is told with it.
#[derive(Clone, Debug)]
pub struct Shot {
    /// Where the tour stands; `None` where a journey is shown as it is.
    pub tour: Option<Tour>,
    /// The choices.
    pub scenario: Scenario,
    /// Where it starts, in show milliseconds.
    pub from: u64,
    /// Where it ends, and stays.
    pub until: u64,
    /// Milliseconds for which it is seen.
    pub lasts: u64,
}

/// A film.
#[derive(Clone, Debug, Default)]
pub struct Film {
    /// Its parts, in order.
    pub shots: Vec<Shot>,
}

impl Shot {
    fn of_beat(tour: &Tour, language: Language) -> Self {
        let played = tour.performance();
        let words = told(tour, &Show::new(&played.scenario), language);
        Self {
            lasts: reading_ms(&words.to_string()).max(played.until - played.from),
            tour: Some(tour.clone()),
            scenario: played.scenario,
            from: played.from,
            until: played.until,
        }
    }
}

impl Film {
    /// A chapter, beat by beat.
    #[must_use]
    pub fn of_chapter(chapter: &'static Chapter, language: Language) -> Self {
        let mut tour = Tour::one(chapter);
        let mut shots = vec![Shot::of_beat(&tour, language)];
        while tour.go_on() {
            shots.push(Shot::of_beat(&tour, language));
        }
        Self { shots }
    }

    /// One beat alone.
    #[must_use]
    pub fn of_beat(tour: &Tour, language: Language) -> Self {
        Self { shots: vec![Shot::of_beat(tour, language)] }
    }

    /// The journey that these choices tell.
    #[must_use]
    pub fn of_journey(scenario: &Scenario) -> Self {
        let until = Show::new(scenario).length();
        Self {
            shots: vec![Shot { tour: None, scenario: scenario.clone(), from: 0, until, lasts: until + END_STAYS_MS }],
        }
    }

    /// The beat that tells most of a chapter; its end is its picture.
    #[must_use]
    pub fn telling(chapter: &'static Chapter, language: Language) -> Self {
        let tour = Tour::find(Way::One.id(), chapter.id, chapter.telling);
        Self::of_beat(&tour.unwrap_or_else(|| Tour::one(chapter)), language)
    }

    /// Milliseconds from its beginning to its end.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.shots.iter().map(|shot| shot.lasts).sum()
    }

    /// How many pictures it has, if there is one every so many milliseconds.
    #[must_use]
    pub fn pictures(&self, every_ms: u64) -> u64 {
        self.length().div_ceil(every_ms.max(1))
    }

    /// Which shot is seen so many milliseconds after the beginning, and the place of its show; after the end, its last moment.
    #[must_use]
    pub fn at(&self, ms: u64) -> Option<(&Shot, u64)> {
        let mut since = ms;
        for shot in &self.shots {
            if since < shot.lasts {
                return Some((shot, (shot.from + since).min(shot.until)));
            }
            since -= shot.lasts;
        }
        self.shots.last().map(|shot| (shot, shot.until))
    }
}
