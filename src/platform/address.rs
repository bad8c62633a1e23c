//! The address bar.

use leptos::prelude::window;
use naru_core::link::{Link, Notice};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};

/// What the address says.
#[must_use]
pub fn read() -> (Link, Vec<Notice>) {
    let location = window().location();
    Link::read(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Writes a story into the address, without a new entry in the history. Where a page may not do that
/// (some sandboxes), the address stays as it is and the link can still be copied.
pub fn write(link: &Link) {
    if let Ok(history) = window().history() {
        let fragment = format!("#{}", link.fragment());
        let whole = link.query() + &fragment;
        let written = history.replace_state_with_url(&JsValue::NULL, "", Some(&whole));
        // A file's address takes another fragment in every browser, another query not in all.
        if written.is_err() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment));
        }
    }
}

/// The whole address of a story with its manners, to be shared.
#[must_use]
pub fn whole(link: &Link) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    format!("{page}{}#{}", link.query(), link.fragment())
}

/// Calls `then` whenever somebody changes the fragment by hand or by a link. The page's whole life long.
pub fn on_change(then: impl Fn() + 'static) {
    let call = Closure::<dyn Fn()>::new(then);
    // A window takes every kind of listener.
    let _ = window().add_event_listener_with_callback("hashchange", call.as_ref().unchecked_ref());
    call.forget();
}
