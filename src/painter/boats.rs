//! Boats and the idea: drawings that come, move and go.

use super::{art, set, svg};
use naru_core::scene::{Boat, Idea};
use std::collections::BTreeMap;
use web_sys::Element;

/// The boats that were ever seen, by number.
pub struct Boats {
    layer: Element,
    boats: BTreeMap<u8, (Element, String)>,
}

impl Boats {
    /// No boats yet; they will be drawn in `layer`.
    pub fn new(layer: Element) -> Self {
        Self { layer, boats: BTreeMap::new() }
    }

    /// Draws these boats and hides all others.
    pub fn paint(&mut self, boats: &[Boat]) {
        for (number, (element, last)) in &mut self.boats {
            if boats.iter().all(|boat| boat.number != *number) && !last.is_empty() {
                set(element, "display", "none");
                last.clear();
            }
        }
        for boat in boats {
            if !self.boats.contains_key(&boat.number)
                && let Some(element) = self.launch(boat)
            {
                self.boats.insert(boat.number, (element, String::new()));
            }
            let Some((element, last)) = self.boats.get_mut(&boat.number) else { continue };
            let place = format!("translate({:.1} {:.1}) scale({:.3})", boat.place.x, boat.place.y, boat.scale);
            let now = format!("{place} {:.2} {}", boat.opacity, boat.canary);
            if *last != now {
                let _ = element.remove_attribute("display");
                set(element, "transform", &place);
                set(element, "opacity", &format!("{:.2}", boat.opacity));
                set(element, "data-canary", if boat.canary { "true" } else { "false" });
                *last = now;
            }
        }
    }

    fn launch(&self, boat: &Boat) -> Option<Element> {
        let element = svg("g")?;
        set(&element, "data-kind-shown", if boat.new { "new" } else { "old" });
        element.set_inner_html(art::BOAT);
        self.layer.append_child(&element).ok()?;
        Some(element)
    }
}

/// The travelling idea.
pub struct IdeaMark {
    element: Element,
    last: String,
}

impl IdeaMark {
    /// The idea, drawn in `element`.
    pub fn new(element: Element) -> Self {
        element.set_inner_html(art::IDEA);
        Self { element, last: "never painted".to_owned() }
    }

    /// Draws it, or hides it while it is aboard.
    pub fn paint(&mut self, idea: Option<&Idea>) {
        let now = idea.map_or_else(String::new, |idea| {
            format!("translate({:.1} {:.1}) scale({:.3})", idea.place.x, idea.place.y, idea.scale)
        });
        if self.last != now {
            match idea {
                Some(idea) => {
                    let _ = self.element.remove_attribute("display");
                    set(&self.element, "transform", &now);
                    set(&self.element, "data-form-shown", idea.form);
                }
                None => set(&self.element, "display", "none"),
            }
            self.last = now;
        }
    }
}
