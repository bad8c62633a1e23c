//! Draws frames: SVG by the parts' names, order slips on a canvas between. The only code that runs every frame.

mod boats;
mod canvas;
mod parts;
mod stage;

pub use stage::{Run, Stage};

/// The drawings: fragments of SVG whose moving parts carry `data-part`.
mod art {
    pub const BACK: &str = include_str!("art/back.svg");
    pub const NEAR: &str = include_str!("art/near.svg");
    pub const BOAT: &str = include_str!("art/boat.svg");
    pub const IDEA: &str = include_str!("art/idea.svg");
}

/// Makes an element of the SVG namespace.
fn svg(name: &str) -> Option<web_sys::Element> {
    leptos::prelude::document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()
}

/// Sets an attribute; the names and values are the painter's own, so it cannot fail.
fn set(element: &web_sys::Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}
