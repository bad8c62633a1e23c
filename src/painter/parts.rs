//! The drawing's named parts: each is touched only when what it shows has changed.

use super::set;
use naru_core::scene::{How, Pose};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// A part and what was last written to it.
struct Part {
    element: Element,
    state: &'static str,
    transform: String,
    opacity: Option<f64>,
    /// Lower edge of its drawing, for parts that grow: read once.
    foot: f64,
}

/// All named parts of a drawing.
#[derive(Default)]
pub struct Parts {
    parts: BTreeMap<String, Part>,
}

impl Parts {
    /// Finds the parts below these elements.
    pub fn find(roots: &[&Element]) -> Self {
        let mut parts = BTreeMap::new();
        for root in roots {
            let Ok(found) = root.query_selector_all("[data-part]") else { continue };
            let elements = (0..found.length()).filter_map(|index| found.item(index)).filter_map(|node| node.dyn_into::<Element>().ok());
            for element in elements {
                let name = element.get_attribute("data-part").unwrap_or_default();
                let number = |name: &str| element.get_attribute(name).and_then(|text| text.parse().ok()).unwrap_or(0.0);
                let foot: f64 = number("y") + number("height");
                parts.insert(name, Part { element, state: "", transform: String::new(), opacity: None, foot });
            }
        }
        Self { parts }
    }

    /// Shows a state.
    pub fn state(&mut self, name: &str, state: &'static str) {
        if let Some(part) = self.parts.get_mut(name).filter(|part| part.state != state) {
            set(&part.element, "data-state", state);
            part.state = state;
        }
    }

    /// Moves a part.
    pub fn pose(&mut self, pose: &Pose) {
        let Some(part) = self.parts.get_mut(pose.part) else { return };
        let transform = match pose.how {
            How::Turn(degrees, about) => format!("rotate({degrees:.2} {} {})", about.x, about.y),
            How::Shift(x, y) => format!("translate({x:.1} {y:.1})"),
            How::Grow(size) => format!("translate(0 {0}) scale(1 {size:.4}) translate(0 -{0})", part.foot),
            How::Fade(opacity) => {
                if part.opacity != Some(opacity) {
                    set(&part.element, "opacity", &format!("{opacity:.2}"));
                    part.opacity = Some(opacity);
                }
                return;
            }
        };
        if part.transform != transform {
            set(&part.element, "transform", &transform);
            part.transform = transform;
        }
    }
}
