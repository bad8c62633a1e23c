//! The planes of the picture, one behind the other. Each is drawn once and then only moved, by a transform that the
//! browser's compositor applies: what stands still is not painted again.

use super::{decimal, svg};
use crate::platform::larder;
use leptos::prelude::document;
use naru_core::scene::{
    Camera, View, WORLD,
    air::{BOATS, GULLS, SMOKE, Sway, WAVES},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, SvgGraphicsElement};

/// How a plane is made.
pub struct Plan {
    /// How far it goes with the camera: 1 as the works do, less behind them, more before them.
    pub depth: f64,
    /// The drawings on it, back to front.
    pub drawings: &'static [&'static str],
    /// How it moves by itself.
    pub sway: Option<Sway>,
}

const fn plan(depth: f64, drawings: &'static [&'static str], sway: Option<Sway>) -> Plan {
    Plan { depth, drawings, sway }
}

/// The planes behind the crowd of orders, back to front.
pub const BEHIND: [Plan; 8] = [
    plan(0.9, &["sky"], None),
    plan(0.95, &["hills"], None),
    plan(1.0, &["sea"], None),
    plan(1.0, &["wave-1"], Some(WAVES[0])),
    plan(1.0, &["wave-2"], Some(WAVES[1])),
    plan(1.0, &["wave-3"], Some(WAVES[2])),
    plan(
        1.0,
        &["land", "need", "spec", "code", "container", "ci", "docks", "operate", "release", "staging", "customers"],
        None,
    ),
    plan(1.0, &["smoke"], Some(SMOKE)),
];

/// The plane of the crowd.
pub const CROWD: Plan = plan(1.0, &[], None);

/// The plane of the boats.
pub const FLEET: Plan = plan(1.0, &[], Some(BOATS));

/// The plane of what stands before the boats.
pub const NEAR: Plan = plan(1.0, &["near"], None);

/// The plane of the idea.
pub const IDEA: Plan = plan(1.0, &[], None);

/// The planes before the idea, back to front.
pub const BEFORE: [Plan; 2] = [plan(1.0, &["gulls"], Some(GULLS)), plan(1.06, &["front"], None)];

/// What drawings share, on no plane: definitions only.
pub const SHARED: [&str; 3] = ["symbols", "people", "fleet"];

/// One plane.
pub struct Plane {
    element: HtmlElement,
    depth: f64,
    sway: Option<Sway>,
    last: String,
}

impl Plane {
    /// An empty plane, as the last child of `parent`.
    pub fn new(plan: &Plan, parent: &Element) -> Option<Self> {
        let element: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        element.set_class_name("plane");
        parent.append_child(&element).ok()?;
        Some(Self { element, depth: plan.depth, sway: plan.sway, last: String::new() })
    }

    /// Where its contents are.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Shows it as the camera sees it at a place of the show; `None` where nothing may move by itself.
    pub fn look(&mut self, camera: &Camera, view: &View, travels: bool, place: Option<u64>) {
        let sway = self.sway.zip(place).map(|(sway, place)| sway.at(place, camera.scale));
        if !travels && self.sway.is_none() {
            return;
        }
        let seen = camera.at_depth(self.depth, view);
        let shift = sway.unwrap_or_default();
        let now = format!(
            "translate3d({}px, {}px, 0) scale({})",
            decimal((shift.x - seen.left) * seen.scale),
            decimal((shift.y - seen.top) * seen.scale),
            decimal(seen.scale)
        );
        if now != self.last {
            let _ = HtmlElement::style(&self.element).set_property("transform", &now);
            self.last = now;
        }
    }
}

/// A drawing that the browser leaves out while it is out of sight.
pub struct Picture {
    element: SvgGraphicsElement,
    depth: f64,
    /// From where to where it reaches along the line, in stage units; as soon as it was asked for.
    reach: Option<(f64, f64)>,
    away: bool,
}

impl Picture {
    /// A drawing on a plane of such a depth.
    pub fn new(element: &Element, depth: f64) -> Self {
        Self { element: element.clone().unchecked_into(), depth, reach: None, away: false }
    }

    /// Leaves it out if a camera that `rests` does not see it, and if it `may` be: everything is there while the camera
    /// travels. Says whether it was left out now.
    pub fn attend(&mut self, camera: &Camera, view: &View, rests: bool, may: bool) -> bool {
        let away = rests && (self.away || may) && !self.is_seen(&camera.at_depth(self.depth, view), view);
        if away == self.away {
            return false;
        }
        let _ = self.element.class_list().toggle_with_force("picture--away", away);
        self.away = away;
        away
    }

    /// Whether a camera sees it. The line goes from left to right: above or below there is no drawing to leave out.
    fn is_seen(&mut self, camera: &Camera, view: &View) -> bool {
        /// Stage units by which its parts may go beyond where it reached at first.
        const ROOM: f64 = 60.0;
        if self.reach.is_none() {
            let covers = self.element.get_b_box().ok();
            self.reach = covers.map(|covers| {
                let left = f64::from(covers.x());
                (left - ROOM, left + f64::from(covers.width()) + ROOM)
            });
        }
        self.reach.is_none_or(|(left, right)| left < camera.left + view.width / camera.scale && camera.left < right)
    }
}

/// A drawing as large as the world, as the last child of `parent`; one that has no name is empty. Each is a picture of its
/// own: where one of them changes, the browser goes through that one alone.
pub fn drawing(name: &str, parent: &Element) -> Option<Element> {
    let picture = svg("svg")?;
    let [left, top, width, height] = WORLD.map(decimal);
    super::set(&picture, "viewBox", &format!("{left} {top} {width} {height}"));
    super::set(&picture, "class", "picture");
    picture.set_inner_html(&larder::drawing(name));
    parent.append_child(&picture).ok()?;
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
