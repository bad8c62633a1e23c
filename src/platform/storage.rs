//! What the browser keeps for this visitor. Where it keeps nothing (some sandboxes, a full disk), nothing is remembered.

use leptos::prelude::window;

/// Every name begins so: other pages of the same host have theirs.
const PREFIX: &str = "naru.";

/// What was kept under a name.
#[must_use]
pub fn kept(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// Keeps something under a name.
pub fn keep(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // Where there is no room for it, nothing depends on it.
        let _ = storage.set_item(&format!("{PREFIX}{name}"), value);
    }
}
