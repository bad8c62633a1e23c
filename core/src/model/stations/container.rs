//! Container: sealed once with all it needs, stored, placed on a trial server, tried with test orders.

use crate::model::{assumptions::CONTAINER_MINUTES, event::Kind, journey::Log, scenario::Station};

/// Seals, stores, places and tries the image.
pub fn run(log: &mut Log) {
    log.enter(Station::Container);
    let steps = [Kind::ImageSealed, Kind::ImageStored, Kind::ImagePlaced, Kind::TrialPassed];
    for (step, minutes) in steps.into_iter().zip(CONTAINER_MINUTES) {
        log.passes(minutes);
        log.happens(step);
    }
}
