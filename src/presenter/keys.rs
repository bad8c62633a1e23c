//! The keys of a clicker, and of whoever has only a keyboard.

use super::Talk;
use crate::ui::keys::free;
use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

/// On with PageDown, the arrow and the space bar, back with PageUp and the arrow; P plays and stops, B and the full stop make
/// the first window black. The window's whole life long.
pub fn listen(talk: Talk) {
    let line = talk.line;
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        match free(&event).as_str() {
            "PageDown" | "ArrowRight" | " " => line.next(),
            "PageUp" | "ArrowLeft" => line.previous(),
            "p" | "P" => line.turn(),
            "b" | "B" | "." => line.turn_black(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}
