//! A frame: everything that can be seen at a moment, ready to be drawn by whoever can draw.

use super::{
    camera::{Camera, View, camera},
    crowd::{Slip, crowd},
    easing::Point,
    fleet::Fleet,
    idea::idea,
    places,
    works::{State, poses, states},
};
use crate::model::{Moment, Station, Timeline};

/// A boat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boat {
    /// Which boat it is; it keeps its number.
    pub number: u8,
    /// Whether it is of the new kind.
    pub new: bool,
    /// Whether it flies the canary pennant.
    pub canary: bool,
    /// The middle of its waterline.
    pub place: Point,
    /// Its size; 1 is 210 stage units long.
    pub scale: f64,
    /// From 0, not to be seen, to 1.
    pub opacity: f64,
}

/// The idea.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Idea {
    /// Which of its drawings: wish, plan, code, box, container.
    pub form: &'static str,
    /// The middle of its foot.
    pub place: Point,
    /// Its size; 1 is 44 stage units wide.
    pub scale: f64,
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
    /// Whether orders cross.
    pub crosses: bool,
    /// The stations' signs.
    pub signs: Vec<Sign>,
}

/// Keeps the sign of where the idea is whole: the others may be cut by the edge.
fn within(place: Point, here: bool, view: &View) -> Point {
    /// Half the width and all the height of the largest sign, with a little air, in CSS pixels.
    const ROOM: (f64, f64) = (78.0, 44.0);
    if !here || view.width < 2.0 * ROOM.0 || view.height < ROOM.1 {
        return place;
    }
    // Not `clamp`, which can panic with the floats in words: those words would be a large part of the download.
    Point { x: place.x.min(view.width - ROOM.0).max(ROOM.0), y: place.y.min(view.height - ROOM.1).max(0.0) }
}

/// The frame of a moment on a screen.
#[must_use]
pub fn frame(timeline: &Timeline, moment: &Moment, view: &View) -> Frame {
    let camera = camera(moment, view);
    let idea = idea(timeline, moment, view.still);
    let fleet = Fleet::new(&timeline.scenario, moment);
    let to_screen =
        |point: Point| Point { x: (point.x - camera.left) * camera.scale, y: (point.y - camera.top) * camera.scale };
    Frame {
        camera,
        poses: poses(timeline, moment, idea.as_ref()),
        idea,
        crosses: moment.station >= Station::Release,
        slips: crowd(timeline, moment, &fleet),
        boats: fleet.boats,
        states: states(timeline, moment),
        signs: Station::ALL
            .into_iter()
            .map(|station| Sign {
                station,
                place: within(to_screen(places::sign(station)), station == moment.station, view),
                here: station == moment.station && !view.before,
            })
            .collect(),
    }
}
