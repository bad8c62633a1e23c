//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; says whether that was allowed.
pub async fn copy(text: String) -> bool {
    // An insecure page (http on another machine) has no clipboard at all.
    let navigator = window().navigator();
    let there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) && window().is_secure_context();
    there && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
}
