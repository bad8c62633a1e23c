//! A frame in another page: it takes the manners that its address asks for, begins, and talks with the page around it.

use super::{keys, post::Post, sight::sight};
use crate::{
    platform::{address, document, larder},
    ui::{Desk, Leader, Wish, wires::follow},
};
use leptos::prelude::*;
use naru_core::{
    link::{Controls, Manners, Mode, Pace, texts},
    model::named::Named as _,
    session::{Action, Message},
};

/// What makes a frame of the app, or lets other windows of its own command it. It shows nothing itself.
pub fn shell(desk: Desk) -> AnyView {
    let (manners, bad) = Manners::read(&address::query());
    if desk.mode == Mode::Embed {
        document::mark("controls", manners.controls.name());
        document::mark("background", manners.background.name());
        document::mark("text", manners.text.name());
        desk.leader.set(match (manners.pace, manners.controls) {
            (Pace::Step, _) => Leader::Speaker,
            (Pace::Play, Controls::None) => Leader::Nobody,
            (Pace::Play, _) => Leader::Visitor,
        });
        if !bad.is_empty() {
            let mut notices = bad;
            if let Some(Message::Address(more)) = desk.session.with_untracked(|session| session.message.clone()) {
                notices.extend(more);
            }
            desk.act(Action::Say(Message::Address(notices)));
        }
    }
    let notices = desk.session.with_untracked(|session| match &session.message {
        Some(Message::Address(notices)) => texts(notices, session.language).join("\n"),
        _ => String::new(),
    });
    let post = Post::new(desk, manners.clone(), notices);
    if desk.mode == Mode::Embed {
        // What is said of the story must be there before it begins.
        desk.fetch_panel();
        if desk.session.with_untracked(|session| session.told().is_some()) {
            if !manners.autoplay {
                desk.ask(Wish::Hold);
            }
            desk.ask(Wish::Address);
        }
        begin(post, &manners);
    }
    keys::listen(post);
    post.open();
    larder::release();
    ().into_any()
}

/// Begins where that is asked for, and stands still while nobody can see it.
fn begin(post: Post, manners: &Manners) {
    let desk = post.desk;
    post.begin(manners.autoplay);
    let seen = sight();
    // Whether it played when it went out of sight.
    let held = StoredValue::new(false);
    let mut was_seen = false;
    follow(move || {
        let now = seen.get();
        if std::mem::replace(&mut was_seen, now) == now {
            return;
        }
        if !now {
            held.set_value(desk.playing.get_untracked());
            desk.act(Action::Pause);
        } else if held.get_value() {
            held.set_value(false);
            desk.act(Action::Play);
        }
    });
}
