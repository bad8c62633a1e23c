//! The keyboard, where no control has a use for the key itself.

use super::Desk;
use leptos::{ev, prelude::*};
use naru_core::session::Action;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// Controls that need the key themselves.
const OWN_KEYS: &str = "input, select, textarea, [role=radio], dialog";

/// Space plays and pauses, the arrows step. The whole page's life long.
pub fn listen(desk: Desk) {
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within =
            |selector: &str| target.as_ref().is_some_and(|element| element.closest(selector).ok().flatten().is_some());
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        if modified || event.default_prevented() || within(OWN_KEYS) {
            return;
        }
        let action = match event.key().as_str() {
            " " if within("button, a, summary") => return,
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
