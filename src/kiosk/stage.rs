//! The stage of a kiosk: it plays what the visit says.

use crate::ui::{Desk, Wish};
use leptos::prelude::*;
use naru_core::{
    kiosk::visit::{Cue, Staging},
    link::Link,
    session::{Action, Camera, Session},
    story::View,
    text::Language,
};

/// Plays what belongs to a place in the visit.
pub fn play(desk: Desk, cue: Cue) {
    match cue.staging() {
        Staging::Plays { part, view } => {
            quiet(desk);
            desk.act(Action::Look(if view == View::Harbour { Camera::Line } else { Camera::Follow }));
            // How long each part lasts is the visit's to say.
            desk.act(Action::Perform {
                scenario: Box::new(part.scenario),
                from: part.from,
                until: part.until,
                least: 0,
            });
        }
        Staging::Tells(chapter) => desk.ask(Wish::Chapter(chapter)),
        Staging::Opens(scenario) => {
            quiet(desk);
            desk.act(Action::Take(scenario));
            desk.act(Action::Look(Camera::Follow));
            desk.act(Action::Play);
        }
    }
}

/// Nothing is told any more.
fn quiet(desk: Desk) {
    desk.card.set(None);
    desk.exports.set(false);
    if desk.guided.get_untracked() {
        desk.ask(Wish::Forget);
    }
    if desk.session.with_untracked(|session| session.told().is_some()) {
        desk.act(Action::Tell(None));
    }
}

/// Nothing of whoever was here is left: no choice, no pin, no step that could be undone.
pub fn forget(desk: Desk, language: Language) {
    quiet(desk);
    desk.session.update(|session| {
        let link = Link { language: Some(language), theme: Some(session.theme), ..Link::default() };
        *session = Session::open(&link, Vec::new(), language, session.theme);
    });
}
