//! What the stage must do, as data: which story, from where to where, and what is looked at.

use super::{
    Scene,
    ways::{AT_ONCE, Way, eve, setup},
};
use crate::{
    model::{Release, Scenario},
    story::{CHAPTERS, Chapter, Performance, View},
};

/// Where the stage is in a visit. It plays its staging anew when this becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// The loop that draws people in.
    Attract {
        /// Its scene.
        scene: Scene,
        /// The way in which the fault crosses in this turn.
        way: Release,
    },
    /// The new version is about to cross.
    Hook,
    /// The last moment before.
    Bet,
    /// It crosses, all at once.
    Reveal,
    /// It has crossed, in this other way or all at once.
    Choose(Option<Release>),
    /// It crosses in another way.
    Watch(Release),
    /// It has crossed in this way; the whole harbour is seen.
    Home(Option<Release>),
    /// A chapter is offered, by its number.
    Chapters(u8),
    /// It is told.
    Told(u8),
    /// Every choice is open.
    Free,
}

/// What the stage does.
#[derive(Clone, Debug)]
pub enum Staging {
    /// It plays a part of a story, and stands at its end.
    Plays {
        /// Which part.
        part: Performance,
        /// What is looked at.
        view: View,
    },
    /// It is the guide's: a chapter is told.
    Tells(&'static Chapter),
    /// It is the visitor's: free play begins with these choices.
    Opens(Box<Scenario>),
}

impl Cue {
    /// What the stage does.
    #[must_use]
    pub fn staging(self) -> Staging {
        let (part, view) = match self {
            Self::Attract { scene: Scene::Crossing, way } => (Way::of(way).crossing(), View::Idea),
            Self::Attract { scene: Scene::Bet, .. } | Self::Bet => (eve(), View::Idea),
            Self::Attract { scene: Scene::Guesses, way } => (Way::of(way).crossed(), View::Harbour),
            Self::Hook => (setup(), View::Idea),
            Self::Reveal => (AT_ONCE.crossing(), View::Idea),
            Self::Choose(way) => (way.map_or(&AT_ONCE, Way::of).crossed(), View::Idea),
            Self::Watch(way) => (Way::of(way).crossing(), View::Idea),
            Self::Home(way) => (way.map_or(&AT_ONCE, Way::of).crossed(), View::Harbour),
            Self::Chapters(_) => (AT_ONCE.crossed(), View::Harbour),
            Self::Told(chapter) => {
                return Staging::Tells(CHAPTERS.get(usize::from(chapter)).copied().unwrap_or(CHAPTERS[0]));
            }
            Self::Free => return Staging::Opens(Box::default()),
        };
        Staging::Plays { part, view }
    }

    /// The chapter that is offered or told.
    #[must_use]
    pub fn chapter(self) -> Option<&'static Chapter> {
        match self {
            Self::Chapters(chapter) | Self::Told(chapter) => CHAPTERS.get(usize::from(chapter)).copied(),
            _ => None,
        }
    }
}
