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

/// Notes on the document's root how it is to look, for style sheets.
pub fn mark(name: &str, value: &str) {
    set_root(&format!("data-{name}"), value);
}

/// Gives the style sheets a measure of this page: a property with two dashes before its name.
pub fn measure(name: &str, value: &str) {
    if let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok())
        && root.style().get_property_value(name).ok().as_deref() != Some(value)
    {
        // A style takes every property of its own name.
        let _ = root.style().set_property(name, value);
    }
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

/// What is noted there, empty where nothing is.
#[must_use]
pub fn marked(name: &str) -> String {
    root(&format!("data-{name}")).unwrap_or_default()
}

/// What the window shows of the page, in CSS pixels: width and height.
#[must_use]
pub fn size() -> (u32, u32) {
    let window = leptos::prelude::window();
    let pixels = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a window")]
    let [width, height] = [window.inner_width(), window.inner_height()].map(|side| pixels(side) as u32);
    (width, height)
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

/// Brings an element into sight within a pane that scrolls, to its middle. Nothing else moves: where the pane does not scroll by
/// itself, nothing at all.
pub fn show_within(pane: &str, element: &HtmlElement) {
    let Some(pane) = find::<HtmlElement>(pane) else { return };
    let (within, here) = (pane.get_bounding_client_rect(), element.get_bounding_client_rect());
    if here.top() >= within.top() && here.bottom() <= within.bottom() {
        return;
    }
    let off = (here.top() + here.bottom() - within.top() - within.bottom()) / 2.0;
    #[allow(clippy::cast_possible_truncation, reason = "pixels of a page")]
    pane.set_scroll_top(pane.scroll_top() + off as i32);
}

/// Brings the first element that fits a selector to the top of what is seen.
pub fn bring(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        element.scroll_into_view_with_bool(true);
    }
}

/// Shows the page from its top, where the stage is.
pub fn to_top() {
    leptos::prelude::window().scroll_to_with_x_and_y(0.0, 0.0);
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

/// Opens a dialog and closes it, as `open` says.
pub fn follow_dialog(selector: &'static str, open: impl Fn() -> bool + 'static) {
    let show = move |open: bool| {
        let Some(dialog) = find::<web_sys::HtmlDialogElement>(selector) else { return false };
        if open && !dialog.open() {
            // Refused only where the element is not in the document.
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
        true
    };
    crate::ui::wires::follow(move || {
        let open = open();
        if !show(open) && open {
            // Asked for before it stands on the page: it does with the next turn.
            super::after(0, move || {
                show(true);
            });
        }
    });
}

/// Gives whoever is here a file of text; says whether the browser was asked.
pub fn give(name: &str, text: &str) -> bool {
    let Ok(link) = document().create_element("a") else { return false };
    let address = format!("data:text/csv;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)));
    let set = link.set_attribute("href", &address).and_then(|()| link.set_attribute("download", name));
    let Ok(link) = link.dyn_into::<HtmlElement>() else { return false };
    link.click();
    set.is_ok()
}

/// Has an element, which is laid for the screen, fit a page of so many pixels when it is printed.
pub fn fit_print(selector: &str, width: i32) {
    if let (Some(element), Some(page)) = (find::<HtmlElement>(selector), find::<HtmlElement>(".house")) {
        let (across, down) = (element.client_width().max(1), element.client_height());
        let style = page.style();
        for (name, value) in [
            ("--print-zoom", format!("{:.3}", f64::from(width) / f64::from(across))),
            ("--print-width", format!("{across}px")),
            ("--print-height", format!("{down}px")),
        ] {
            // A style takes every property of its own name.
            let _ = style.set_property(name, &value);
        }
    }
}
