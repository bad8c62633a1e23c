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
        if let Some(cards) = text(&["cards", language.id()]) {
            language.learn_cards(cards);
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
    if !language.is_known()
        && let Some(words) = fetched("texts", language).await
    {
        language.learn(words);
    }
    language.is_known()
}

/// Fetches a language's cards if they are not there; says whether they are now.
pub async fn learn_cards(language: Language) -> bool {
    if !language.knows_cards()
        && let Some(cards) = fetched("cards", language).await
    {
        language.learn_cards(cards);
    }
    language.knows_cards()
}

/// What the start-up script fetches of this kind.
async fn fetched(kind: &str, language: Language) -> Option<String> {
    let load = find(&["load"])?.dyn_into::<Function>().ok()?;
    let promise = load.call2(&JsValue::NULL, &kind.into(), &language.id().into()).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.as_string()
}
