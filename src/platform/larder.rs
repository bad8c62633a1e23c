//! What the page's start-up script has fetched beside the wasm: drawings, and the texts of languages.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use naru_core::text::{Language, Shelf};
use std::cell::Cell;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the larder holds under these names, one within the other; without any, the larder itself.
#[must_use]
pub fn find(names: &[&str]) -> Option<JsValue> {
    let larder = Reflect::get(&window(), &"naruLarder".into()).ok()?;
    names.iter().try_fold(larder, |place, name| Reflect::get(&place, &(*name).into()).ok())
}

/// Whether a fresh page needs no network: it is a file, or a service worker has it.
#[must_use]
pub fn is_at_hand() -> bool {
    let worker = Reflect::get(&window().navigator(), &"serviceWorker".into());
    let controller = worker.and_then(|worker| Reflect::get(&worker, &"controller".into()));
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
        || controller.is_ok_and(|controller| controller.is_object())
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
        for shelf in Shelf::ALL {
            if let Some(words) = text(&["words", shelf.id(), language.id()]) {
                language.learn(shelf, words);
            }
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

/// Fetches a language's words of one kind if they are not there; says whether they are now.
pub async fn learn(language: Language, shelf: Shelf) -> bool {
    if !language.knows(shelf)
        && let Some(words) = fetched(shelf.id(), language).await
    {
        language.learn(shelf, words);
    }
    language.knows(shelf)
}

/// Whether the app comes from a host, which has all that can be fetched; the single file holds only what is in it.
#[must_use]
pub fn is_hosted() -> bool {
    find(&["sheets"]).is_some_and(|sheets| sheets.is_truthy())
}

/// The script that makes pictures and films; `None` where it could not be fetched.
pub async fn studio() -> Option<JsValue> {
    let promise = find(&["studio"])?.dyn_into::<Function>().ok()?.call0(&JsValue::NULL).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}

/// What has a newer version take over, where one is here.
pub fn update() -> Option<Function> {
    find(&["update"])?.dyn_into().ok()
}

/// What the start-up script fetches of this kind.
async fn fetched(kind: &str, language: Language) -> Option<String> {
    let load = find(&["load"])?.dyn_into::<Function>().ok()?;
    let promise = load.call2(&JsValue::NULL, &kind.into(), &language.id().into()).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.as_string()
}

/// Lets the start-up script show the page.
pub fn release() {
    if let Some(release) = find(&["release"]).and_then(|release| release.dyn_into::<Function>().ok()) {
        // It is one of the page's own.
        let _ = release.call0(&JsValue::NULL);
    }
}
