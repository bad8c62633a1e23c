//! Boats and the idea: drawings that come, move and go.

use super::{decimal, set, svg};
use crate::platform::larder;
use naru_core::scene::{Boat, Idea};
use web_sys::Element;

/// A boat's drawing, and what was last drawn; `None` while it is away.
struct Berth {
    element: Element,
    last: Option<Boat>,
}

/// The boats that were ever seen.
pub struct Boats {
    layer: Element,
    berths: Vec<(u8, Berth)>,
}

fn show(element: &Element, shown: bool) {
    // Taking away an attribute that is not there is no error.
    let _ = if shown { element.remove_attribute("display") } else { element.set_attribute("display", "none") };
}

impl Boats {
    /// No boats yet; they will be drawn in `layer`.
    pub fn new(layer: Element) -> Self {
        Self { layer, berths: Vec::new() }
    }

    /// Draws these boats and hides all others.
    pub fn paint(&mut self, boats: &[Boat]) {
        for (number, berth) in &mut self.berths {
            if berth.last.is_some() && boats.iter().all(|boat| boat.number != *number) {
                show(&berth.element, false);
                berth.last = None;
            }
        }
        for boat in boats {
            if self.berths.iter().all(|(number, _)| *number != boat.number)
                && let Some(element) = self.launch(boat)
            {
                self.berths.push((boat.number, Berth { element, last: None }));
            }
            let berth = self.berths.iter_mut().find(|(number, _)| *number == boat.number);
            let Some((_, Berth { element, last })) = berth.filter(|(_, berth)| berth.last != Some(*boat)) else {
                continue;
            };
            show(element, true);
            set(element, "transform", &place(boat.place.x, boat.place.y, boat.scale));
            set(element, "opacity", &decimal(boat.opacity));
            set(element, "data-canary", if boat.canary { "true" } else { "false" });
            *last = Some(*boat);
        }
    }

    fn launch(&self, boat: &Boat) -> Option<Element> {
        let element = svg("g")?;
        set(&element, "data-kind-shown", if boat.new { "new" } else { "old" });
        element.set_inner_html(&larder::drawing("boat"));
        // A fleet has ten boats of a kind: what they never show need not be there ten times.
        let other = if boat.new { "[data-kind='old']" } else { "[data-kind='new']" };
        if let Ok(Some(other)) = element.query_selector(other) {
            other.remove();
        }
        self.layer.append_child(&element).ok()?;
        Some(element)
    }
}

fn place(x: f64, y: f64, scale: f64) -> String {
    format!("translate({} {}) scale({})", decimal(x), decimal(y), decimal(scale))
}

/// The travelling idea.
pub struct IdeaMark {
    element: Element,
    last: Option<Idea>,
}

impl IdeaMark {
    /// The idea, drawn in `element`.
    pub fn new(element: Element) -> Self {
        element.set_inner_html(&larder::drawing("idea"));
        Self { element, last: None }
    }

    /// Draws it, or hides it while it is aboard.
    pub fn paint(&mut self, idea: Option<&Idea>) {
        if self.last.as_ref() == idea {
            return;
        }
        show(&self.element, idea.is_some());
        if let Some(idea) = idea {
            set(&self.element, "transform", &place(idea.place.x, idea.place.y, idea.scale));
            set(&self.element, "data-form-shown", idea.form);
        }
        self.last = idea.copied();
    }
}
