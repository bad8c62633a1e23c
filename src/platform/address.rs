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

/// The query as it stands.
#[must_use]
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Writes a story into the address, without a new entry in the history. Where a page may not do that
/// (some sandboxes), the address stays as it is and the link can still be copied.
pub fn write(link: &Link) {
    if let Ok(history) = window().history() {
        let fragment = format!("#{}", link.fragment());
        let whole = link.query_within(&query()) + &fragment;
        let written = history.replace_state_with_url(&JsValue::NULL, "", Some(&whole));
        // A file's address takes another fragment in every browser, another query not in all.
        if written.is_err() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment));
        }
    }
}

/// The page without query and fragment, and whether it lies on a disk.
#[must_use]
pub fn page() -> (String, bool) {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default().to_owned();
    let on_disk = page.starts_with("file:");
    (page, on_disk)
}

/// The whole address of a story with its manners, to be shared.
#[must_use]
pub fn whole(link: &Link) -> String {
    format!("{}{}#{}", page().0, link.query(), link.fragment())
}

/// The address of this page with other manners (keys and values of the query) and another story.
#[must_use]
pub fn of_page(manners: &[(&str, &str)], fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    let query: Vec<String> = manners.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let sign = if query.is_empty() { "" } else { "?" };
    format!("{page}{sign}{}#{fragment}", query.join("&"))
}

/// Calls `then` whenever somebody changes the fragment by hand or by a link. The page's whole life long.
pub fn on_change(then: impl Fn() + 'static) {
    let call = Closure::<dyn Fn()>::new(then);
    // A window takes every kind of listener.
    let _ = window().add_event_listener_with_callback("hashchange", call.as_ref().unchecked_ref());
    call.forget();
}
