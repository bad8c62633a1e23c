//! Delivery: what a change that is ready waits for, and how many travel together.

use crate::model::{draw::Purpose, event::Kind, kinds::Delivery, log::Log, units::DAY, world::World};

/// Minutes until a change that is ready may go.
#[must_use]
pub fn wait(world: &World) -> u64 {
    match world.scenario.delivery {
        Delivery::Continuous => 0,
        Delivery::Button => world.given.button_minutes,
        // The idea may be ready just before the train leaves, or just after.
        Delivery::Train => {
            DAY * world.draws.between(Purpose::Train, 0, 0, (0, world.given.train_days.saturating_sub(1)))
        }
    }
}

/// Ideas that go together.
#[must_use]
pub const fn ideas(world: &World) -> u64 {
    match world.scenario.delivery {
        Delivery::Continuous => 1,
        Delivery::Button => world.given.button_ideas,
        Delivery::Train => world.given.train_ideas,
    }
}

/// Trials that it takes to find the bad one among `ideas`, halving what is left each time.
#[must_use]
pub const fn trials(ideas: u64) -> u64 {
    ideas.next_power_of_two().trailing_zeros() as u64
}

/// Waits until the change may go; it was meant to go at minute `meant`.
pub fn run(log: &mut Log, meant: u64) {
    let world = log.world;
    if world.scenario.delivery != Delivery::Continuous {
        log.happens(Kind::WaitsToGo { ideas: ideas(&world) });
    }
    let ready = log.minute() + world.given.start_minutes;
    log.set_minute(match world.scenario.delivery {
        Delivery::Continuous => ready,
        // Whoever presses has to be asked again, if a gate stopped the change.
        Delivery::Button if ready > meant => ready + wait(&world),
        Delivery::Button => meant,
        // Who misses a train takes the next one.
        Delivery::Train => {
            let period = DAY * world.given.train_days.max(1);
            meant + ready.saturating_sub(meant).div_ceil(period) * period
        }
    });
}
