//! The document: its root's attributes, and what the visitor prefers.

use leptos::prelude::document;
use naru_core::{link::Theme, text::Language};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that the app fills.
#[must_use]
pub fn app_element() -> Option<HtmlElement> {
    document().get_element_by_id("app").and_then(|element| element.dyn_into().ok())
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // An attribute name that is written here is a legal one.
        let _ = root.set_attribute(name, value);
    }
}

fn root(name: &str) -> Option<String> {
    document().document_element().and_then(|root| root.get_attribute(name))
}

/// Tells the page's start-up script that the app stands.
pub fn say_ready() {
    set_root("data-naru", "ready");
}

/// Sets the document's language.
pub fn speak(language: Language) {
    set_root("lang", language.id());
}

/// Sets the document's theme, by its name.
pub fn light(theme: &str) {
    set_root("data-theme", theme);
}

/// The first element of its kind that fits a selector.
#[must_use]
pub fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// Gives the focus to the first element that fits a selector.
pub fn focus(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        // An element of the document takes it, or keeps it where it is.
        let _ = element.focus();
    }
}

/// Names the document.
pub fn name(title: &str) {
    document().set_title(title);
}

/// The language that the start-up script chose for this visitor.
#[must_use]
pub fn language() -> Language {
    root("lang").and_then(|tag| Language::by_id(&tag)).unwrap_or_default()
}

/// The theme that the start-up script chose for this visitor.
#[must_use]
pub fn theme() -> Theme {
    root("data-theme").and_then(|name| Theme::by_id(&name)).unwrap_or_default()
}

/// Whether the visitor asked for less motion.
#[must_use]
pub fn wants_stillness() -> bool {
    let query = leptos::prelude::window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
