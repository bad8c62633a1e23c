//! The way to a talk: it opens the presenter's window.

use crate::{
    platform::{address, messages},
    ui::Desk,
};
use leptos::prelude::*;
use naru_core::{
    link::{Mode, Theme},
    model::named::Named as _,
    session::{Action, Message},
};

/// What the presenter's window is called: a second press comes back to it.
const PRESENTER: &str = "naru-presenter";
/// How large it is at first.
const ITS_SIZE: &str = "popup,width=1280,height=720";

/// Opens the window of whoever gives a talk. A stage is dark, and so is what stands on it.
pub fn present(desk: Desk) {
    let manners =
        [("mode", Mode::Presenter.name()), ("lang", desk.language.get_untracked().id()), ("theme", Theme::Night.id())];
    if messages::open(&address::of_page(&manners, ""), PRESENTER, ITS_SIZE).is_some() {
        desk.commanded.set(true);
    } else {
        desk.act(Action::Say(Message::WindowRefused));
    }
}
