//! The wires between the session and the page. There are only a few kinds of them, each of one type: the compiler
//! then writes its code once and not once a place, which keeps the download small.

use leptos::{ev, prelude::*};

/// A text on the page. It is written only when it changes.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    fn one(of: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
        Memo::new(move |_| of())
    }
    one(Box::new(of))
}

/// Something that is so or not.
pub fn flag(of: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    fn one(of: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
        Memo::new(move |_| of())
    }
    one(Box::new(of))
}

/// A flag as the words that ARIA uses.
pub fn spoken(flag: Memo<bool>) -> Memo<String> {
    text(move || if flag.get() { "true" } else { "false" }.to_owned())
}

/// Something that follows what it reads.
pub fn follow(does: impl FnMut() + 'static) {
    fn one(mut does: Box<dyn FnMut()>) {
        Effect::new(move |_: Option<()>| does());
    }
    one(Box::new(does));
}

/// Follows a text without using it. A memo that is only tracked is never computed, and so never changes.
pub fn heed(text: Memo<String>) {
    text.with(|_| ());
}

/// What a press does.
pub fn press(does: impl Fn() + 'static) -> Box<dyn FnMut(ev::MouseEvent)> {
    Box::new(move |_| does())
}

/// What a new value of a control does.
pub fn entered(does: impl Fn(String) + 'static) -> Box<dyn FnMut(ev::Event)> {
    Box::new(move |event| does(event_target_value(&event)))
}
