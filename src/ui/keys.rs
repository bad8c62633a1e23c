//! The keyboard, where no control has a use for the key itself.

use super::Desk;
use leptos::{ev, prelude::*};
use naru_core::session::Action;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// Controls that need the key themselves.
const OWN_KEYS: &str = "input, select, textarea, [role=radio], dialog";

/// The key, where nothing on the page has a use for it itself; else nothing.
pub fn free(event: &KeyboardEvent) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within =
        |selector: &str| target.as_ref().is_some_and(|element| element.closest(selector).ok().flatten().is_some());
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    let key = event.key();
    let pressed = key == " " && within("button, a, summary, [role=button]");
    if modified || event.default_prevented() || within(OWN_KEYS) || pressed { String::new() } else { key }
}

/// Space plays and pauses, the arrows step. The whole page's life long.
pub fn listen(desk: Desk) {
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        // A tour has keys of its own.
        if desk.session.with_untracked(|session| session.told().is_some()) {
            return;
        }
        let action = match free(&event).as_str() {
            " " if desk.playing.get_untracked() => Action::Pause,
            " " => Action::Play,
            "ArrowRight" => Action::Step { forward: true },
            "ArrowLeft" => Action::Step { forward: false },
            _ => return,
        };
        event.prevent_default();
        desk.act(action);
    });
    on_cleanup(move || handle.remove());
}
