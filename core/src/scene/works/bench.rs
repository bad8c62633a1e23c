//! Container: the bench, where layers are laid down, walls fold up about the change, and a lid and a seal close it.

use super::Shown;
use crate::{
    model::Kind,
    scene::{
        carried::sealing,
        easing::{Point, at, mix, passed, within},
        frame::Pose,
        places::PALLET,
    },
};

/// The layers, the lowest first, and when in the sealing each is laid down; the last is the seal upon the closed box.
const LAYERS: [(&str, f64); 4] = [("layer-1", 0.08), ("layer-2", 0.16), ("layer-3", 0.24), ("seal-mark", 0.84)];
/// Parts of the sealing in which the box is in the open bench, the walls fold up, the front comes up, the lid down.
const BOXED: f64 = 0.4;
const WALLS: (f64, f64) = (0.44, 0.58);
const FRONT: (f64, f64) = (0.58, 0.72);
const LID: (f64, f64) = (0.72, 0.82);
/// How high above its place the lid comes from, in stage units.
const LID_FROM: f64 = -22.0;
/// The hinges of the walls, and the angle (degrees) at which they lie open.
const HINGES: [(&str, Point, f64); 2] =
    [("seal-left", at(851.0, 402.0), -90.0), ("seal-right", at(901.0, 402.0), 90.0)];
/// Show milliseconds in which the walls lie down again, when the container is lifted away.
const OPENS_MS: u64 = 700;

pub(super) fn show(shown: &mut Shown<'_>) {
    let moment = shown.moment;
    let images = shown.timeline.scenario.servers.are_images();
    shown.states.push(("bench", if images { "images" } else { "bare" }));
    let sealed = (images && moment.event.kind == Kind::ImageSealed).then(|| sealing(moment, shown.still));
    let part = sealed.unwrap_or(0.0);
    shown.states.extend(LAYERS.map(|(layer, from)| (layer, if part > from { "on" } else { "off" })));
    let walls = match moment.event.kind {
        Kind::ImageStored if images && !shown.still => 1.0 - passed(moment.event_ms, OPENS_MS),
        _ => within(part, WALLS),
    };
    shown.poses.extend(HINGES.map(|(wall, hinge, open)| Pose::turn(wall, open * (1.0 - walls), hinge)));
    let (front, lid) = (within(part, FRONT), within(part, LID));
    shown.poses.extend([
        Pose::grow("seal-back", walls, PALLET.y),
        Pose::grow("seal-front", front, PALLET.y),
        Pose::fade("seal-box", if part >= BOXED { 1.0 } else { 0.0 }),
        Pose::fade("seal-lid", lid),
    ]);
    shown.poses.push(Pose::shift("lid-way", 0.0, mix(LID_FROM, 0.0, lid)));
}
