//! What the page's start-up script has fetched beside the wasm: drawings, and the texts of languages.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use naru_core::text::Language;
use std::cell::Cell;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the larder holds under these names, one within the other.
fn find(names: &[&str]) -> Option<JsValue> {
    let larder = Reflect::get(&window(), &"naruLarder".into()).ok()?;
    names.iter().try_fold(larder, |place, name| Reflect::get(&place, &(*name).into()).ok())
}

fn text(names: &[&str]) -> Option<String> {
    find(names).and_then(|text| text.as_string())
}

/// A drawing, as a fragment of SVG; empty where there is none.
#[must_use]
pub fn drawing(name: &str) -> String {
    text(&["scenery", name]).unwrap_or_default()
}

/// Gives every language the words that are already there.
pub fn stock() {
    for language in Language::ALL {
        if let Some(words) = text(&["texts", language.id()]) {
            language.learn(words);
        }
    }
}

thread_local! {
    /// The language that was wished for last: an earlier wish may arrive later.
    static WISHED: Cell<Language> = const { Cell::new(Language::English) };
}

/// Remembers which language is wished for.
pub fn wish(language: Language) {
    WISHED.set(language);
}

/// Whether this is still the language that is wished for.
#[must_use]
pub fn is_wished(language: Language) -> bool {
    WISHED.get() == language
}

/// Fetches a language's words if they are not there; says whether they are now.
pub async fn learn(language: Language) -> bool {
    if language.is_known() {
        return true;
    }
    let promise = find(&["load"])
        .and_then(|load| load.dyn_into::<Function>().ok())
        .and_then(|load| load.call1(&JsValue::NULL, &language.id().into()).ok())
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(promise) = promise else { return false };
    match JsFuture::from(promise).await {
        Ok(words) => {
            language.learn(words.as_string().unwrap_or_default());
            true
        }
        Err(_) => false,
    }
}
