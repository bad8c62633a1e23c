//! What can be pressed: three things at most, whatever the visit is in.

use super::{Guess, Visit, phase::Stand, ways::WAYS};
use crate::{kiosk::visit::Reason, model::Release, text::Language};

/// Controls of a phase at most.
pub const MOST: usize = 3;

/// Something that can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// Begins, in a language.
    Begin(Language),
    /// Guesses.
    Bet(Guess),
    /// Sends the fault in another way.
    Choose(Release),
    /// Chooses another way once more.
    Again,
    /// Goes on at once.
    On,
    /// Goes to the longer chapters.
    Chapters,
    /// Offers the next chapter.
    Other,
    /// Has the chapter told.
    Tell,
    /// Opens every choice.
    Free,
    /// Says that somebody is there.
    Stay,
    /// Leaves.
    Leave,
}

impl Control {
    /// Its name in the document and in locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Begin(_) => "begin",
            Self::Bet(_) => "bet",
            Self::Choose(_) => "choose",
            Self::Again => "again",
            Self::On => "on",
            Self::Chapters => "chapters",
            Self::Other => "other",
            Self::Tell => "tell",
            Self::Free => "free",
            Self::Stay => "stay",
            Self::Leave => "leave",
        }
    }
}

/// The controls of a visit, in the order in which a keypad goes through them.
pub(super) fn of(visit: &Visit) -> Vec<Control> {
    if let Some(warning) = &visit.warning {
        return vec![if warning.reason == Reason::Last { Control::Leave } else { Control::Stay }];
    }
    match visit.stand {
        Stand::Attract => {
            visit.settings.languages.iter().take(MOST).map(|language| Control::Begin(*language)).collect()
        }
        Stand::Hook | Stand::Reveal => vec![Control::On, Control::Leave],
        Stand::Bet => Guess::ALL.map(Control::Bet).to_vec(),
        Stand::Choose => WAYS.iter().map(|way| Control::Choose(way.release())).collect(),
        Stand::Watch(_) => vec![Control::On, Control::Again, Control::Leave],
        Stand::Home => {
            let longer = visit.settings.chapters.then_some(Control::Chapters);
            let free = visit.settings.free_play.then_some(Control::Free);
            let mut controls: Vec<Control> = longer.into_iter().chain(free).chain([Control::Again]).collect();
            controls.truncate(MOST - 1);
            controls.push(Control::Leave);
            controls
        }
        Stand::Pick(_) => vec![Control::Tell, Control::Other, Control::Leave],
        Stand::Told(_) => vec![Control::Chapters, Control::Leave],
        Stand::Free => vec![Control::Leave],
    }
}
