//! Container: the yard where images are kept, the crane, and the harbour master who places them.

use super::Shown;
use crate::{
    model::{Kind, Station},
    scene::{
        carried::event_part,
        easing::{Point, mix, within},
        frame::Pose,
        places::{HOOK, ON_THE_PIER, PALLET, YARD},
    },
};

/// Parts of the time of storing in which the hook comes down to the container.
const LOWERS: (f64, f64) = (0.0, 0.2);
/// Parts of the time of placing in which the hook, and then the trolley, go back.
const RISES: (f64, f64) = (0.62, 0.76);
const RETURNS: (f64, f64) = (0.72, 1.0);

pub(super) fn show(shown: &mut Shown<'_>) {
    let images = shown.timeline.scenario.servers.are_images();
    let kind = shown.moment.event.kind;
    shown.states.push(("yard", if images { "images" } else { "bare" }));
    // What is placed is a copy: the image itself stays in the yard.
    let kept = images && shown.so_far().iter().any(|event| event.kind == Kind::ImagePlaced);
    shown.states.push(("yard-stored", if kept { "on" } else { "off" }));
    let master = match kind {
        Kind::ImageStored => "left-signals",
        Kind::ImagePlaced if images => "right-signals",
        _ if shown.moment.station > Station::Container || kept => "right",
        _ => "left",
    };
    shown.states.push(("harbour-master", master));
    let (trolley, load) = if images { crane(shown) } else { (0.0, 0.0) };
    shown.poses.extend([Pose::shift("crane-trolley", trolley, 0.0), Pose::shift("crane-load", 0.0, load)]);
}

/// How far trolley and hook are from where they were drawn: over the bench, and up.
fn crane(shown: &Shown<'_>) -> (f64, f64) {
    let over = |place: Point| (place.x - HOOK.x, (place.y - HOOK.y).max(0.0));
    let part = event_part(shown.moment);
    match (shown.moment.event.kind, shown.idea) {
        (Kind::ImageStored, _) if shown.still => over(YARD),
        (Kind::ImageStored, Some(idea)) if idea.place == PALLET => (0.0, over(PALLET).1 * within(part, LOWERS)),
        (Kind::ImageStored | Kind::ImagePlaced, Some(idea)) if idea.place != ON_THE_PIER => over(idea.place),
        (Kind::ImagePlaced, _) if !shown.still => {
            let (x, y) = over(ON_THE_PIER);
            (mix(x, 0.0, within(part, RETURNS)), mix(y, 0.0, within(part, RISES)))
        }
        (Kind::ImagePlaced, _) => over(ON_THE_PIER),
        _ => (0.0, 0.0),
    }
}
