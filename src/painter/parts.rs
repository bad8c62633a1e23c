//! The drawing's named parts: each is touched only when what it shows has changed.

use super::{decimal, set};
use naru_core::scene::{How, Pose, State};
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// A part and what was last written to it.
struct Part {
    name: String,
    element: Element,
    state: &'static str,
    pose: Option<How>,
}

/// All named parts of the drawings.
pub struct Parts {
    parts: Vec<Part>,
    states: Vec<State>,
    poses: Vec<Pose>,
}

impl Parts {
    /// Finds the parts below these elements.
    pub fn find(roots: &[Element]) -> Self {
        let mut parts = Vec::new();
        for root in roots {
            let Ok(found) = root.query_selector_all("[data-part]") else { continue };
            for index in 0..found.length() {
                let element = found.item(index).and_then(|node| node.dyn_into::<Element>().ok());
                if let Some(element) = element {
                    let name = element.get_attribute("data-part").unwrap_or_default();
                    parts.push(Part { name, element, state: "", pose: None });
                }
            }
        }
        Self { parts, states: Vec::new(), poses: Vec::new() }
    }

    /// Shows states and moves parts.
    pub fn show(&mut self, states: &[State], poses: &[Pose]) {
        // Most frames change none of them.
        if self.states != states {
            for (name, state) in states {
                self.state(name, state);
            }
            self.states = states.to_vec();
        }
        if self.poses != poses {
            for pose in poses {
                self.pose(pose);
            }
            self.poses = poses.to_vec();
        }
    }

    fn part(&mut self, name: &str) -> Option<&mut Part> {
        self.parts.iter_mut().find(|part| part.name == name)
    }

    fn state(&mut self, name: &str, state: &'static str) {
        if let Some(part) = self.part(name).filter(|part| part.state != state) {
            set(&part.element, "data-state", state);
            part.state = state;
        }
    }

    fn pose(&mut self, pose: &Pose) {
        let Some(part) = self.part(pose.part).filter(|part| part.pose != Some(pose.how)) else { return };
        part.pose = Some(pose.how);
        let transform = match pose.how {
            How::Turn(degrees, about) => {
                format!("rotate({} {} {})", decimal(degrees), decimal(about.x), decimal(about.y))
            }
            How::Shift(x, y) => format!("translate({} {})", decimal(x), decimal(y)),
            How::Grow(size, foot) => {
                let foot = decimal(foot);
                format!("translate(0 {foot}) scale(1 {}) translate(0 -{foot})", decimal(size))
            }
            How::Fade(opacity) => return set(&part.element, "opacity", &decimal(opacity)),
        };
        set(&part.element, "transform", &transform);
    }
}
