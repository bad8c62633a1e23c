//! A frame: everything that can be seen at a moment, ready to be drawn by whoever can draw.

use super::{
    camera::{Camera, View, camera},
    crowd::{Slip, crowd},
    easing::Point,
    fleet::Fleet,
    idea::idea,
    places,
    works::{State, works},
};
use crate::model::{Moment, Station, Timeline};

/// What a boat is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hull {
    /// Of the old kind.
    Old,
    /// Of the new kind.
    New,
    /// None: the mooring of a boat that stays away.
    Away,
}

/// Where a boat goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Nowhere: it lies at its mooring.
    Rests,
    /// To its berth.
    Comes,
    /// To sea.
    Leaves,
}

/// A boat, or its empty mooring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boat {
    /// Which boat it is; it keeps its number.
    pub number: u16,
    /// What it is.
    pub hull: Hull,
    /// Whether it flies the canary pennant.
    pub canary: bool,
    /// Where it goes.
    pub heading: Heading,
    /// The middle of its waterline.
    pub place: Point,
    /// Its size; 1 is 210 stage units long.
    pub scale: f64,
    /// How far it heels over, in degrees, clockwise.
    pub roll: f64,
    /// From 0, not to be seen, to 1.
    pub opacity: f64,
}

/// The idea.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Idea {
    /// Which of its drawings: wish, code, box, container, or plan and what is drawn on it.
    pub form: &'static str,
    /// The middle of its foot.
    pub place: Point,
    /// Its size; 1 is 44 stage units wide.
    pub scale: f64,
    /// How much lower and wider it is than its size, as a share; below 0 it is higher and slimmer.
    pub squash: f64,
    /// How far it is above the ground on which its shadow lies, in stage units.
    pub height: f64,
}

/// How a part of the drawing is moved from where it was drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The part's name in the drawing.
    pub part: &'static str,
    /// How.
    pub how: How,
}

/// A movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    /// Turned about a point, in degrees, clockwise.
    Turn(f64, Point),
    /// Shifted, in stage units.
    Shift(f64, f64),
    /// Scaled upwards from its lower edge (0 to 1; the edge in stage units).
    Grow(f64, f64),
    /// Seen through, 0 to 1.
    Fade(f64),
}

impl Pose {
    pub(super) const fn turn(part: &'static str, degrees: f64, about: Point) -> Self {
        Self { part, how: How::Turn(degrees, about) }
    }
    pub(super) const fn shift(part: &'static str, x: f64, y: f64) -> Self {
        Self { part, how: How::Shift(x, y) }
    }
    pub(super) const fn grow(part: &'static str, size: f64, foot: f64) -> Self {
        Self { part, how: How::Grow(size, foot) }
    }
    pub(super) const fn fade(part: &'static str, opacity: f64) -> Self {
        Self { part, how: How::Fade(opacity) }
    }
}

/// A station's sign, in CSS pixels from the upper left corner of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// Whose sign.
    pub station: Station,
    /// The middle of its upper edge.
    pub place: Point,
    /// Whether the idea is there.
    pub here: bool,
    /// Whether it would be cut by the edge, and is not shown.
    pub away: bool,
}

impl Sign {
    /// A sign that is not placed yet.
    #[must_use]
    pub const fn nowhere(station: Station) -> Self {
        Self { station, place: Point { x: f64::NAN, y: f64::NAN }, here: false, away: false }
    }
}

/// Everything that can be seen at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// What the camera sees.
    pub camera: Camera,
    /// The idea, unless it is aboard.
    pub idea: Option<Idea>,
    /// The boats, those behind first.
    pub boats: Vec<Boat>,
    /// The orders.
    pub slips: Vec<Slip>,
    /// Parts that are moved.
    pub poses: Vec<Pose>,
    /// What parts show.
    pub states: Vec<State>,
    /// Whether all signs show their names, or only that of where the idea is.
    pub names: bool,
    /// The stations' signs.
    pub signs: Vec<Sign>,
}

/// CSS pixels for each stage unit below which signs show their number only: names would overlap.
const NAMES_FROM: f64 = 0.78;

/// Half the width and all the height of the largest sign with a name, and of one with a number, with a little air, in
/// CSS pixels.
const NAMED: (f64, f64) = (92.0, 44.0);
const NUMBERED: (f64, f64) = (18.0, 36.0);

/// A station's sign: that of where the idea is is moved to be whole, another one that would be cut by the edge is away.
fn sign(station: Station, place: Point, here: bool, names: bool, view: &View) -> Sign {
    let (half, height) = if here || names { NAMED } else { NUMBERED };
    let (half, height) = (half * view.letters, height * view.letters);
    let (right, foot) = (view.width - half, view.height - height);
    // Not `clamp`, which can panic with the floats in words: those words would be a large part of the download.
    let whole = Point { x: place.x.min(right).max(half), y: place.y.min(foot).max(0.0) };
    if here && right >= half && foot >= 0.0 {
        return Sign { station, place: whole, here, away: false };
    }
    Sign { station, place, here, away: whole != place }
}

/// The frame of a moment on a screen.
#[must_use]
pub fn frame(timeline: &Timeline, moment: &Moment, view: &View) -> Frame {
    Frame { slips: slips(timeline, moment, view), ..picture(timeline, moment, view) }
}

/// The orders of a moment alone: to find them is most of the work.
#[must_use]
pub fn slips(timeline: &Timeline, moment: &Moment, view: &View) -> Vec<Slip> {
    crowd(timeline, moment, &Fleet::new(timeline, moment, view.still))
}

/// The frame of a moment without its orders.
#[must_use]
pub fn picture(timeline: &Timeline, moment: &Moment, view: &View) -> Frame {
    let camera = camera(moment, view);
    let idea = idea(timeline, moment, view.still);
    let fleet = Fleet::new(timeline, moment, view.still);
    let (states, poses) = works(timeline, moment, idea.as_ref(), view.still);
    let to_screen =
        |point: Point| Point { x: (point.x - camera.left) * camera.scale, y: (point.y - camera.top) * camera.scale };
    // While orders cross, names would lie over what waits and what turned away.
    let names = camera.scale >= NAMES_FROM && moment.station < Station::Release;
    Frame {
        camera,
        poses,
        idea,
        names,
        slips: Vec::new(),
        boats: fleet.boats,
        states,
        signs: Station::ALL
            .into_iter()
            .map(|station| {
                let here = station == moment.station && !view.before;
                sign(station, to_screen(places::sign(station)), here, names, view)
            })
            .collect(),
    }
}
