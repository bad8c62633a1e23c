//! Parts of the app that a first visit does not need: each is a wasm of its own, which is fetched when somebody first wants it.
//! Here the wasm is cut: what only these functions reach goes into the part that they name.

use crate::{export, guide, kiosk, presenter, shell, ui};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use naru_core::session::{Action, Message, Session};
use std::{future::Future, pin::Pin};
use ui::{Desk, wires::follow};
use wasm_split_helpers::SplitLoaderError;

/// A part could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A picture that is being made.
type Picture = Pin<Box<dyn Future<Output = Option<String>>>>;

/// The moment of a session as a frame of this size shows it, as SVG that stands alone; `still`: in still steps. Nothing where what makes it
/// could not be fetched, or may not work here.
pub async fn picture(session: Session, size: (u32, u32), still: bool) -> Option<String> {
    cut::picture(session, size, still).await.ok()?.await
}

#[allow(unsafe_code, reason = "the macro writes the calls from one module to the other")]
mod cut {
    use super::*;
    use wasm_split_helpers::wasm_split;

    #[wasm_split(guide, fallible)]
    pub fn guide(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| guide::guide(desk)))
    }

    #[wasm_split(export, fallible)]
    pub fn export(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| export::dialog(desk)))
    }

    #[wasm_split(export, fallible)]
    pub fn picture(session: Session, size: (u32, u32), still: bool) -> Result<Picture, Missing> {
        Ok(Box::pin(async move { export::picture(&session, size, still).await }))
    }

    #[wasm_split(shell, fallible)]
    pub fn shell(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| shell::shell(desk)))
    }

    // Each is seldom wanted, and neither beside the other: one part of both needs fewer pieces than two.
    #[wasm_split(rare, fallible)]
    pub fn kiosk(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| kiosk::kiosk(desk)))
    }

    #[wasm_split(rare, fallible)]
    pub fn presenter(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| presenter::presenter(desk)))
    }

    #[wasm_split(panel, fallible)]
    pub fn board(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| ui::board(desk)))
    }

    #[wasm_split(panel, fallible)]
    pub fn card(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| ui::card(desk)))
    }

    #[wasm_split(panel, fallible)]
    pub fn ending(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| ui::ending(desk)))
    }

    #[wasm_split(panel, fallible)]
    pub fn choices(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| ui::first_choices(desk)))
    }

    #[wasm_split(panel, fallible)]
    pub fn more_choices(desk: Desk, owner: Owner) -> Result<AnyView, Missing> {
        Ok(owner.with(|| ui::more_choices(desk)))
    }
}

/// What stands on the page once it is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who tells the story.
    Guide,
    /// Pictures, films and a deck to take along.
    Export,
    /// What makes a frame in another page of it, and hears what other windows say.
    Shell,
    /// What makes a screen in a public place of it.
    Kiosk,
    /// What whoever gives a talk has before them.
    Presenter,
    /// The card of a term.
    Card,
    /// Other ways, when the show is over.
    Ending,
    /// What came of the story.
    Board,
    /// The choices that are seen at once beside the way to cross.
    Choices,
    /// All others.
    MoreChoices,
}

impl Part {
    /// Fetches the part; what it follows lives as long as `owner`.
    fn fetch(self, desk: Desk, owner: Owner) -> Pin<Box<dyn Future<Output = Result<AnyView, Missing>>>> {
        match self {
            Self::Guide => Box::pin(cut::guide(desk, owner)),
            Self::Export => Box::pin(cut::export(desk, owner)),
            Self::Shell => Box::pin(cut::shell(desk, owner)),
            Self::Kiosk => Box::pin(cut::kiosk(desk, owner)),
            Self::Presenter => Box::pin(cut::presenter(desk, owner)),
            Self::Card => Box::pin(cut::card(desk, owner)),
            Self::Ending => Box::pin(cut::ending(desk, owner)),
            Self::Board => Box::pin(cut::board(desk, owner)),
            Self::Choices => Box::pin(cut::choices(desk, owner)),
            Self::MoreChoices => Box::pin(cut::more_choices(desk, owner)),
        }
    }
}

/// Milliseconds until what could not be fetched is tried again.
pub const AGAIN_MS: u32 = 4_000;

/// The place of a part, which comes as soon as it is wanted. Where it does not, that is said, and it is tried again.
pub fn later(desk: Desk, part: Part, wanted: Memo<bool>) -> AnyView {
    let owner = Owner::current().unwrap_or_default();
    // Between its arrival and its place on the page.
    let arrived: RwSignal<Option<AnyView>, LocalStorage> = RwSignal::new_local(None);
    let asked = StoredValue::new(false);
    follow(move || {
        if !wanted.get() || asked.get_value() {
            return;
        }
        asked.set_value(true);
        let owner = owner.clone();
        leptos::task::spawn_local(async move {
            loop {
                if let Ok(view) = part.fetch(desk, owner.clone()).await {
                    arrived.set(Some(view));
                    return;
                }
                desk.act(Action::Say(Message::PartMissing));
                TimeoutFuture::new(AGAIN_MS).await;
            }
        });
    });
    (move || {
        arrived.track();
        // What stands on the page once stays there.
        arrived.try_update_untracked(Option::take).flatten()
    })
    .into_any()
}
