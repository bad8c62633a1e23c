//! Boats and the idea: drawings that come, move and go.

use super::{decimal, set, svg};
use crate::platform::larder;
use naru_core::scene::{Boat, Heading, Hull, Idea};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Size below which a boat is drawn as it looks from afar: one shape, however many there are.
const FAR: f64 = 0.5;

/// A boat's place in the picture, and what was last drawn there.
struct Berth {
    number: u16,
    element: Element,
    /// What is drawn in it.
    drawing: &'static str,
    /// `None` while the boat is away.
    last: Option<Boat>,
}

/// The boats that were ever seen.
pub struct Boats {
    layer: Element,
    berths: Vec<Berth>,
    last: Vec<Boat>,
}

fn show(element: &Element, shown: bool) {
    // Taking away an attribute that is not there is no error.
    let _ = if shown { element.remove_attribute("display") } else { element.set_attribute("display", "none") };
}

/// The name of a boat's drawing.
fn drawing(boat: &Boat) -> &'static str {
    match boat.hull {
        Hull::Away => "far-away",
        Hull::Old if boat.scale < FAR => "far-old",
        Hull::New if boat.scale < FAR => "far-new",
        Hull::Old => "old",
        Hull::New => "new",
    }
}

impl Boats {
    /// No boats yet; they will be drawn in `layer`.
    pub fn new(layer: Element) -> Self {
        Self { layer, berths: Vec::new(), last: Vec::new() }
    }

    /// Draws these boats and hides all others.
    pub fn paint(&mut self, boats: &[Boat]) {
        if self.last == boats {
            return;
        }
        for berth in &mut self.berths {
            if berth.last.is_some() && boats.iter().all(|boat| boat.number != berth.number) {
                show(&berth.element, false);
                berth.last = None;
            }
        }
        for boat in boats {
            if let Some(berth) = self.berth(boat.number).filter(|berth| berth.last != Some(*boat)) {
                berth.paint(boat);
            }
        }
        self.last = boats.to_vec();
    }

    /// Where the boat of this number is drawn.
    fn berth(&mut self, number: u16) -> Option<&mut Berth> {
        let index = match self.berths.iter().position(|berth| berth.number == number) {
            Some(index) => index,
            None => {
                let element = svg("g")?;
                self.layer.append_child(&element).ok()?;
                self.berths.push(Berth { number, element, drawing: "", last: None });
                self.berths.len() - 1
            }
        };
        self.berths.get_mut(index)
    }
}

impl Berth {
    fn paint(&mut self, boat: &Boat) {
        let Self { element, .. } = self;
        let drawing = drawing(boat);
        if self.drawing != drawing {
            launch(element, drawing);
            self.drawing = drawing;
        }
        if self.last.is_none() {
            show(element, true);
        }
        let roll = format!(" rotate({})", decimal(boat.roll));
        set(element, "transform", &(place(boat.place.x, boat.place.y, boat.scale) + &roll));
        set(element, "opacity", &decimal(boat.opacity));
        if self.last.is_none_or(|last| (last.heading, last.canary) != (boat.heading, boat.canary)) {
            let heading = match boat.heading {
                Heading::Rests => "rests",
                Heading::Comes => "comes",
                Heading::Leaves => "leaves",
            };
            set(element, "data-heading", heading);
            set(element, "data-canary", if boat.canary { "true" } else { "false" });
        }
        self.last = Some(*boat);
    }
}

/// Puts a boat's drawing into `element`.
fn launch(element: &Element, drawing: &str) {
    if drawing.starts_with("far-") {
        element.set_inner_html(&format!("<use href=\"#n-{drawing}\"/>"));
        return;
    }
    set(element, "data-kind-shown", drawing);
    element.set_inner_html(&larder::drawing("boat"));
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
    /// The idea, drawn in a group of its own in `layer`; `None` where there can be none.
    pub fn new(layer: &Element) -> Option<Self> {
        let element = svg("g")?;
        element.set_inner_html(&larder::drawing("idea"));
        layer.append_child(&element).ok()?;
        Some(Self { element, last: None })
    }

    /// Draws it, or hides it while it is aboard.
    pub fn paint(&mut self, idea: Option<&Idea>) {
        if self.last.as_ref() == idea {
            return;
        }
        show(&self.element, idea.is_some());
        if let Some(idea) = idea {
            let (wide, tall) = (idea.scale * (1.0 + idea.squash), idea.scale * (1.0 - idea.squash));
            let size = format!(" scale({} {})", decimal(wide), decimal(tall));
            set(&self.element, "transform", &(place(idea.place.x, idea.place.y, 1.0) + &size));
            set(&self.element, "data-form-shown", idea.form);
            // The shadow stays on the ground.
            let height = decimal(idea.height / tall) + "px";
            let _ = HtmlElement::style(self.element.unchecked_ref()).set_property("--n-height", &height);
        }
        self.last = idea.copied();
    }
}
