//! The planes of the picture, one behind the other. Each is drawn once and then only moved, by a transform that the
//! browser's compositor applies: what stands still is not painted again.

use super::{decimal, svg};
use crate::platform::larder;
use leptos::prelude::document;
use naru_core::scene::{Camera, View, WORLD};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// How a plane is made.
pub struct Plan {
    /// What it is called; part of its class.
    pub name: &'static str,
    /// How far it goes with the camera: 1 as the works do, less behind them, more before them.
    pub depth: f64,
    /// The drawings on it, back to front.
    pub drawings: &'static [&'static str],
}

const fn plan(name: &'static str, depth: f64, drawings: &'static [&'static str]) -> Plan {
    Plan { name, depth, drawings }
}

/// The planes behind the crowd of orders, back to front.
pub const BEHIND: [Plan; 8] = [
    plan("sky", 0.9, &["sky"]),
    plan("hills", 0.95, &["hills"]),
    plan("sea", 1.0, &["sea"]),
    plan("wave-1", 1.0, &["wave-1"]),
    plan("wave-2", 1.0, &["wave-2"]),
    plan("wave-3", 1.0, &["wave-3"]),
    plan(
        "works",
        1.0,
        &["land", "need", "spec", "code", "ci", "container", "docks", "operate", "release", "staging", "customers"],
    ),
    plan("smoke", 1.0, &["smoke"]),
];

/// The plane of the crowd.
pub const CROWD: Plan = plan("crowd", 1.0, &[]);

/// The planes before the crowd, back to front.
pub const BEFORE: [Plan; 5] = [
    plan("fleet", 1.0, &[]),
    plan("near", 1.0, &["near"]),
    plan("idea", 1.0, &[]),
    plan("gulls", 1.0, &["gulls"]),
    plan("front", 1.06, &["front"]),
];

/// What drawings share, on no plane: definitions only.
pub const SHARED: [&str; 3] = ["symbols", "people", "fleet"];

/// One plane.
pub struct Plane {
    element: HtmlElement,
    depth: f64,
    last: String,
}

impl Plane {
    /// A plane that holds `contents`, as the last child of `parent`.
    pub fn new(plan: &Plan, parent: &Element, contents: &Element) -> Option<Self> {
        let element: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        element.set_class_name("plane");
        // What sways by itself sways in a box of its own: browsers move boxes without painting them, but not drawings.
        let sways: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        sways.set_class_name(&format!("sways sways--{}", plan.name));
        sways.append_child(contents).ok()?;
        element.append_child(&sways).ok()?;
        parent.append_child(&element).ok()?;
        Some(Self { element, depth: plan.depth, last: String::new() })
    }

    /// Shows it as the camera sees it.
    pub fn look(&mut self, camera: &Camera, view: &View) {
        let seen = camera.at_depth(self.depth, view);
        let now = format!(
            "translate3d({}px, {}px, 0) scale({})",
            decimal(-seen.left * seen.scale),
            decimal(-seen.top * seen.scale),
            decimal(seen.scale)
        );
        if now != self.last {
            let _ = HtmlElement::style(&self.element).set_property("transform", &now);
            self.last = now;
        }
    }
}

/// A plane's drawings, as large as the world.
pub fn picture(plan: &Plan) -> Option<Element> {
    let picture = svg("svg")?;
    let [left, top, width, height] = WORLD;
    super::set(
        &picture,
        "viewBox",
        &format!("{} {} {} {}", decimal(left), decimal(top), decimal(width), decimal(height)),
    );
    super::set(&picture, "class", &format!("picture picture--{}", plan.name));
    let drawings: String = plan.drawings.iter().map(|name| larder::drawing(name)).collect();
    picture.set_inner_html(&drawings);
    Some(picture)
}

/// The definitions that drawings share.
pub fn definitions() -> Option<Element> {
    let shared = svg("svg")?;
    super::set(&shared, "class", "definitions");
    let drawings: String = SHARED.iter().map(|name| larder::drawing(name)).collect();
    shared.set_inner_html(&drawings);
    Some(shared)
}
