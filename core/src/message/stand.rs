//! Where a talk stands: what the first window shows, and what comes next, for whoever gives it.

use super::Seen;
use crate::{
    link::Link,
    model::{CHOICES, Scenario},
    story::{Ask, CHAPTERS, Chapter, Tour, View, Way, notes},
    text::{Language, describe},
    time::Show,
};

/// A step of a talk.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The tour that is told, if one is.
    tour: Option<Tour>,
    /// The story on the stage.
    pub show: Show,
    /// Where it stands, in show milliseconds.
    pub place: u64,
}

impl Stand {
    /// What the first window shows.
    #[must_use]
    pub fn new(seen: &Seen) -> Self {
        let (link, _) = Link::read("", &seen.link);
        let told = link.told.unwrap_or_default();
        let way = if told.tour.is_empty() { Way::One.id() } else { &told.tour };
        let beat = seen.beat.as_deref().unwrap_or_default();
        let tour = seen.chapter.as_deref().and_then(|chapter| Tour::find(way, chapter, beat));
        let show = Show::new(&scenario(seen));
        let place = show.place_of(link.minute.unwrap_or(seen.minute), link.dwell);
        Self { tour, show, place }
    }

    /// The same story, later or earlier: what the first window says while nothing but time goes on there.
    pub fn go_to(&mut self, seen: &Seen) {
        let (link, _) = Link::read("", &seen.link);
        self.place = self.show.place_of(link.minute.unwrap_or(seen.minute), link.dwell);
    }

    /// A chapter's step at its end.
    fn told(tour: Tour) -> Self {
        let played = tour.performance();
        Self { show: Show::new(&played.scenario), place: played.until, tour: Some(tour) }
    }

    /// The chapter that is told; on a journey, the one that is about the place where it stands.
    #[must_use]
    pub fn chapter(&self) -> &'static Chapter {
        match &self.tour {
            Some(tour) => tour.chapter(),
            None => notes::about(self.show.at(self.place).station),
        }
    }

    /// Whether a chapter is told.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.tour.is_some()
    }

    /// Which step it is, from 0, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        match &self.tour {
            Some(tour) => tour.progress(),
            None => (self.show.stop_at(self.place), self.show.stops().len()),
        }
    }

    /// What is said on the stage.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match &self.tour {
            Some(tour) => describe::told(tour, &self.show, language).to_string(),
            None => describe::now(&self.show.timeline, &self.show.at(self.place), language).to_string(),
        }
    }

    /// Whether the whole harbour is looked at.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.tour.as_ref().is_some_and(|tour| tour.beat().view == View::Harbour)
    }

    /// What the audience does.
    #[must_use]
    pub fn ask(&self) -> Ask {
        self.tour.as_ref().map_or(Ask::Nothing, |tour| tour.beat().ask)
    }

    /// The next step; after a chapter's last one, the first of the chapter that follows.
    #[must_use]
    pub fn next(&self) -> Option<Self> {
        let Some(tour) = &self.tour else {
            let place = self.show.stops().get(self.show.stop_at(self.place) + 1).copied()?;
            return Some(Self { tour: None, show: self.show.clone(), place });
        };
        let mut next = tour.clone();
        if next.go_on() {
            Some(Self::told(next))
        } else {
            self.following().map(|chapter| Self::told(Tour::one(chapter)))
        }
    }

    /// The chapter that follows, where this is the last step of what is told.
    #[must_use]
    pub fn following(&self) -> Option<&'static Chapter> {
        let tour = self.tour.as_ref().filter(|tour| !(*tour).clone().go_on())?;
        let here = CHAPTERS.iter().position(|chapter| chapter.id == tour.chapter().id)?;
        CHAPTERS.get(here + 1).copied()
    }
}

/// The choices, those last that say more exactly what others say.
fn scenario(seen: &Seen) -> Scenario {
    let mut scenario = Scenario::default();
    for refining in [false, true] {
        for choice in CHOICES.iter().filter(|choice| choice.refines.is_some() == refining) {
            if let Some(value) = seen.choices.get(choice.key) {
                // A value that cannot be leaves the usual one.
                choice.set(&mut scenario, value);
            }
        }
    }
    scenario
}
