//! Draws frames: SVG by the parts' names, order slips on a canvas between. While a show plays, its work is taken in turns.

mod boats;
mod canvas;
mod orders;
mod parts;
mod planes;
mod stage;

pub use canvas::Inks;
pub use orders::orders;
pub use stage::{Run, stage};

/// Makes an element of the SVG namespace.
fn svg(name: &str) -> Option<web_sys::Element> {
    leptos::prelude::document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()
}

/// Sets an attribute; the names and values are the painter's own, so it cannot fail.
fn set(element: &web_sys::Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// A number as SVG and CSS write it, to a thousandth. Numbers here are small, so whole thousandths hold them; a
/// formatter of floats for every case would be a large part of the download.
fn decimal(number: f64) -> String {
    let thousandths = (number * 1_000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1_000, thousandths.unsigned_abs() % 1_000);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:03}") }
}
