//! The clicker's keys inside a frame, and on a stage: they step through the story, and where it has no further step they are the
//! deck's or the presenter's.

use super::{
    post::Post,
    steps::{self, place},
};
use crate::ui::{Leader, keys};
use leptos::prelude::*;
use naru_core::{
    link::Mode,
    message::{Direction, Screen},
    session::Action,
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::KeyboardEvent;

/// Keys that decks have a use for and a frame has not: a black screen, all slides, the speaker's window, the whole screen, ways out of those.
const DECKS: [&str; 8] = ["b", ".", "d", "f", "g", "o", "s", "Escape"];
/// Those for a black screen, on a stage that has no deck.
const BLACK: [&str; 2] = ["b", "."];

/// Listens before anybody else does. The page's whole life long.
pub fn listen(post: Post) {
    let desk = post.desk;
    let call = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let place = desk.session.with_untracked(place);
        let speaks = desk.leader.get_untracked() == Leader::Speaker;
        // A page of its own has other keys, but in a talk.
        if desk.mode == Mode::Page && !speaks {
            return;
        }
        let key = keys::free(&event);
        match key.as_str() {
            "" => return,
            // Whichever key it is: somebody wants to see the harbour again.
            _ if post.is_black() && desk.mode == Mode::Page => post.show(Screen::Shown),
            black if BLACK.contains(&black) && desk.mode == Mode::Page => post.show(Screen::Black),
            deck if DECKS.contains(&deck) => return post.pass(key),
            "PageDown" | "ArrowRight" | "ArrowDown" if place.last && !place.moving => post.leave(Direction::Next),
            " " if speaks && place.last && !place.moving => post.leave(Direction::Next),
            "PageUp" | "ArrowLeft" | "ArrowUp" if place.first => post.leave(Direction::Previous),
            "PageDown" | "ArrowRight" | "ArrowDown" => steps::next(desk),
            "PageUp" | "ArrowLeft" | "ArrowUp" => steps::previous(desk),
            " " if speaks => steps::next(desk),
            " " if desk.playing.get_untracked() => desk.act(Action::Pause),
            " " => desk.act(Action::Play),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    // A window takes every kind of listener.
    let _ = window().add_event_listener_with_callback_and_bool("keydown", call.as_ref().unchecked_ref(), true);
    call.forget();
}
