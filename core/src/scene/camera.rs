//! The camera: it travels with the idea, and can step back to show the whole line.

use super::{
    easing::{mix, passed},
    places::{BEGINNING, LINE, sight},
};
use crate::{
    model::{Moment, Station},
    session,
};

/// The screen that a frame is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What the camera does.
    pub camera: session::Camera,
    /// Whether the story is told in still steps.
    pub still: bool,
    /// Whether the show has not begun: the whole line is seen first.
    pub before: bool,
    /// How large signs are written, by their usual size.
    pub letters: f64,
}

/// What the camera sees: stage to screen is `(x - left) * scale`, `(y - top) * scale`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Camera {
    /// Left edge in stage units.
    pub left: f64,
    /// Upper edge in stage units.
    pub top: f64,
    /// CSS pixels for each stage unit.
    pub scale: f64,
}

impl Camera {
    /// The camera moved by less than a pixel, so that pixels of the picture fall on pixels of the screen: sharper.
    fn at_rest(self) -> Self {
        let whole = |units: f64| (units * self.scale).round() / self.scale;
        Self { left: whole(self.left), top: whole(self.top), ..self }
    }

    /// How a plane at another depth than the works is seen: one behind them (`depth` below 1) goes less far with the
    /// camera, one before them further, by whole pixels. Seen from the line's middle, all planes stand as they were drawn.
    #[must_use]
    pub fn at_depth(self, depth: f64, view: &View) -> Self {
        let middle = self.left + view.width / self.scale / 2.0;
        let further = (depth - 1.0) * (middle - (LINE[0] + LINE[2] / 2.0));
        // Where the works are sharp, so are the others, and a browser copies them without mixing pixels.
        Self { left: self.left + (further * self.scale).round() / self.scale, ..self }
    }
}

/// Show milliseconds of the camera's way from one station to the next.
const TRAVEL_MS: u64 = 1_600;
/// Lowest line of the picture that is worth seeing, in stage units: beyond there is only water.
const LOWEST: f64 = 760.0;

/// The camera that shows all of a rectangle (left, top, width, height), in its middle.
fn showing(sight: [f64; 4], view: &View) -> Camera {
    let [left, top, width, height] = sight;
    let scale = (view.width / width).min(view.height / height).max(f64::MIN_POSITIVE);
    let (seen_width, seen_height) = (view.width / scale, view.height / scale);
    // A tall screen would show much sky or much water: the picture's lower edge is held.
    let middle = top + height / 2.0;
    let top = (middle - seen_height / 2.0).min((LOWEST - seen_height).max(top + height - seen_height));
    Camera { left: left + (width - seen_width) / 2.0, top, scale }
}

/// CSS pixels for each stage unit below which the whole line is too small to begin with.
const SMALLEST_BEGINNING: f64 = 0.35;
/// Height by width of the screen above which the whole line would leave most of it to the sky.
const TALLEST_BEGINNING: f64 = 0.85;
/// How far the picture stands above the lower edge before the show begins, in stage units: the sky is for the words.
const BEGINNING_FOOT: f64 = 24.0;

/// Before the show begins the picture stands low, so that there is sky for the words; on a narrow screen it is the
/// line's beginning.
fn beginning(view: &View) -> Camera {
    let narrow = view.width / LINE[2] < SMALLEST_BEGINNING || view.height > view.width * TALLEST_BEGINNING;
    let sight = if narrow { BEGINNING } else { LINE };
    let camera = showing(sight, view);
    let foot = sight[1] + sight[3] + BEGINNING_FOOT;
    Camera { top: foot - view.height / camera.scale, ..camera }
}

fn target(station: Option<Station>, view: &View) -> Camera {
    showing(station.map_or(LINE, sight), view)
}

/// The camera of a moment.
#[must_use]
pub fn camera(moment: &Moment, view: &View) -> Camera {
    if view.before {
        return beginning(view).at_rest();
    }
    if view.camera == session::Camera::Line {
        return target(None, view).at_rest();
    }
    let from = if moment.visit == 0 { beginning(view) } else { target(Some(moment.from), view) };
    let to = target(Some(moment.station), view);
    let part = if view.still { 1.0 } else { passed(moment.here_ms, TRAVEL_MS) };
    if part >= 1.0 {
        return to.at_rest();
    }
    // What is seen grows or shrinks evenly, so that the way feels steady.
    let scale = 1.0 / mix(1.0 / from.scale, 1.0 / to.scale, part);
    let middle = |camera: &Camera| {
        (camera.left + view.width / camera.scale / 2.0, camera.top + view.height / camera.scale / 2.0)
    };
    let ((x0, y0), (x1, y1)) = (middle(&from), middle(&to));
    let (x, y) = (mix(x0, x1, part), mix(y0, y1, part));
    Camera { left: x - view.width / scale / 2.0, top: y - view.height / scale / 2.0, scale }
}
