//! Container: the change gets a server. Sealed once with all it needs, stored, placed and tried with test orders; or, where
//! servers are no images, patched into servers that stand.

use super::ci;
use crate::model::{
    docks::Docks,
    event::Kind,
    kinds::{Fault, Gate, Servers, Station},
    log::Log,
    world::World,
};

/// Minutes that getting a server with the change on it takes.
const fn server_minutes(world: &World) -> u64 {
    match world.scenario.servers {
        Servers::Container => world.given.container_minutes,
        Servers::Image => world.given.image_minutes,
        Servers::Scripted => world.given.scripted_minutes,
        Servers::Handmade => world.given.handmade_minutes,
    }
}

/// Minutes that the station takes.
#[must_use]
pub const fn minutes(world: &World) -> u64 {
    server_minutes(world) + ci::minutes(world, Gate::EndToEnd)
}

/// Makes servers and tries the change; returns the end-to-end test if it stopped it.
pub fn run(log: &mut Log, fault: Fault) -> Option<Gate> {
    log.enter(Station::Container);
    let world = log.world;
    let minutes = server_minutes(&world);
    if world.scenario.servers.are_images() {
        // Sealing is half of it, storing a sixth, placing the rest.
        let (sealed, stored) = (minutes / 2, minutes / 6);
        log.passes(sealed);
        log.happens(Kind::ImageSealed);
        log.passes(stored);
        log.happens(Kind::ImageStored);
        log.passes(minutes - sealed - stored);
    } else {
        log.passes(minutes);
        let docks = Docks::of(&world, fault);
        log.happens(Kind::ServersPatched { differ: docks.differing(), of: docks.boats });
    }
    log.happens(Kind::ImagePlaced);
    let gate = Gate::EndToEnd;
    if !ci::is_on(world.scenario, gate) {
        log.happens(Kind::TrialSkipped);
        return None;
    }
    log.passes(ci::minutes(&world, gate));
    if ci::stops(&world, gate, fault) {
        log.happens(Kind::GateStopped { gate, fault });
        return Some(gate);
    }
    log.happens(Kind::TrialPassed);
    None
}
