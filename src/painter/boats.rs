//! Boats and the idea: drawings that come, move and go.

use super::{decimal, set, svg};
use crate::platform::larder;
use leptos::prelude::document;
use naru_core::scene::{Boat, Heading, Hull, Idea};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Size below which a boat is drawn as it looks from afar: one shape, however many there are.
const FAR: f64 = 0.5;

/// Frames for which a boat keeps a layer of its own after it stirred: to make one costs as much as some frames without.
const CALM: u32 = 60;
/// Degrees below which nobody sees a boat heel over: to turn a thing is dearer than to shift it.
const FINEST_ROLL: f64 = 0.25;
/// Room for a boat's drawing: left, top, width, height from the middle of its waterline.
const ROOM: [f64; 4] = [-180.0, -125.0, 360.0, 190.0];

/// A boat's place in the picture, and what was last drawn there.
struct Berth {
    number: u16,
    /// Moves: a box, for a browser moves boxes without going through all of the picture again.
    hull: HtmlElement,
    /// Shows.
    element: Element,
    /// What is drawn in it.
    drawing: &'static str,
    /// `None` while the boat is away.
    last: Option<Boat>,
    /// Frames since it last stirred; `None` while it has no layer of its own.
    calm: Option<u32>,
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

    /// Draws these boats and hides all others; `plays`: they may stir in the next frame, too.
    pub fn paint(&mut self, boats: &[Boat], plays: bool) {
        if plays {
            self.berths.iter_mut().for_each(Berth::calm_down);
        }
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
            if let Some(berth) = self.berth(boat.number) {
                berth.paint(boat, plays);
            }
        }
        self.last = boats.to_vec();
    }

    /// Where the boat of this number is drawn.
    fn berth(&mut self, number: u16) -> Option<&mut Berth> {
        let index = match self.berths.iter().position(|berth| berth.number == number) {
            Some(index) => index,
            None => {
                self.berths.push(Berth::new(number, &self.layer)?);
                self.berths.len() - 1
            }
        };
        self.berths.get_mut(index)
    }
}

impl Berth {
    /// An empty one, the last in `layer`.
    fn new(number: u16, layer: &Element) -> Option<Self> {
        let hull: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        let (room, element) = (svg("svg")?, svg("g")?);
        let [left, top, width, height] = ROOM.map(decimal);
        set(&room, "viewBox", &format!("{left} {top} {width} {height}"));
        room.append_child(&element).ok()?;
        hull.append_child(&room).ok()?;
        hull.set_class_name("boat");
        layer.append_child(&hull).ok()?;
        Some(Self { number, hull, element, drawing: "", last: None, calm: None })
    }

    /// Another frame in which it may not stir.
    fn calm_down(&mut self) {
        match &mut self.calm {
            Some(calm) if *calm >= CALM => {
                self.hull.set_class_name("boat");
                self.calm = None;
            }
            Some(calm) => *calm += 1,
            None => {}
        }
    }

    /// It stirs: as a layer of its own, it is moved without anything being drawn anew.
    fn stir(&mut self) {
        if self.calm.is_none() {
            self.hull.set_class_name("boat boat--stirs");
        }
        self.calm = Some(0);
    }

    fn paint(&mut self, boat: &Boat, plays: bool) {
        let roll = (boat.roll / FINEST_ROLL).round() * FINEST_ROLL;
        let boat = &Boat { roll, ..*boat };
        if self.last == Some(*boat) {
            return;
        }
        let drawing = drawing(boat);
        if self.drawing != drawing {
            launch(&self.element, drawing);
            self.drawing = drawing;
        }
        if self.last.is_none() {
            show(&self.element, true);
        }
        // Those that are there from the beginning have done nothing yet.
        if plays && (self.last.is_some() || boat.opacity < 1.0) {
            self.stir();
        }
        // Writing what is there already would make the browser look at the boat once more.
        let changed = |of: fn(&Boat) -> (f64, f64, f64, f64)| self.last.is_none_or(|last| of(&last) != of(boat));
        if changed(|boat| (boat.place.x, boat.place.y, boat.scale, boat.roll)) {
            self.style(
                "transform",
                &format!(
                    "translate({}px, {}px) scale({}) rotate({}deg)",
                    decimal(boat.place.x),
                    decimal(boat.place.y),
                    decimal(boat.scale),
                    decimal(boat.roll)
                ),
            );
        }
        if changed(|boat| (boat.opacity, 0.0, 0.0, 0.0)) {
            self.style("opacity", &decimal(boat.opacity));
        }
        if self.last.is_none_or(|last| (last.heading, last.canary) != (boat.heading, boat.canary)) {
            let heading = match boat.heading {
                Heading::Rests => "rests",
                Heading::Comes => "comes",
                Heading::Leaves => "leaves",
            };
            set(&self.element, "data-heading", heading);
            set(&self.element, "data-canary", if boat.canary { "true" } else { "false" });
        }
        self.last = Some(*boat);
    }

    fn style(&self, name: &str, value: &str) {
        let _ = HtmlElement::style(&self.hull).set_property(name, value);
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
