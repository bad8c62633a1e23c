//! The drill: a boat, or a whole harbour, stays away for a while.

use super::{
    docks::Docks,
    event::Kind,
    kinds::{Away, Servers},
    world::World,
};

/// A drill, in minutes since the start of the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drill {
    boats: u16,
    from: u64,
    to: u64,
    /// Whether others take the place of what is away.
    replaced: bool,
}

impl Drill {
    /// The drill of a world; `person` is how long a person who is called takes to act.
    #[must_use]
    pub fn of(world: &World, docks: &Docks, person: u64) -> Self {
        /// Harbours that the fleet is spread over.
        const HARBOURS: u16 = 2;
        let boats = match world.scenario.away {
            Away::None => 0,
            Away::Boat => 1,
            Away::Harbour => docks.boats.div_ceil(HARBOURS),
        };
        // An orchestrator, or a group that scales itself, asks each boat whether it is well; elsewhere somebody must look and act.
        let given = world.given;
        let looks = if world.scenario.watch { 0 } else { given.look_minutes };
        let heals = match (world.scenario.servers, world.scenario.away) {
            (Servers::Container | Servers::Image, Away::Harbour) => given.harbour_minutes + docks.ready_minutes,
            (Servers::Container | Servers::Image, _) => given.probe_minutes + docks.ready_minutes,
            // Others have to be made.
            (Servers::Scripted, _) => looks + person + given.scripted_minutes,
            (Servers::Handmade, _) => looks + person + given.handmade_minutes,
        };
        let replaced = heals < given.away_minutes;
        let heals = heals.clamp(1, given.away_minutes.max(1));
        let from = world.scenario.away_at;
        Self { boats, from, to: from + heals, replaced }
    }

    /// What the drill does at a minute: how many boats are away from now on, and what that looks like.
    #[must_use]
    pub const fn turn(&self, minute: u64) -> Option<(u16, Kind)> {
        if self.boats == 0 {
            None
        } else if minute == self.from {
            Some((self.boats, Kind::BoatsAway { boats: self.boats }))
        } else if minute == self.to {
            Some((0, Kind::Healed { replaced: self.replaced }))
        } else {
            None
        }
    }

    /// When it is over, if there is one.
    #[must_use]
    pub const fn end(&self) -> Option<u64> {
        if self.boats == 0 { None } else { Some(self.to) }
    }
}
