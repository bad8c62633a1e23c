//! The plan of a release: its moves, how long they take, and what each looks like from outside.

use std::collections::VecDeque;

use crate::model::{
    crossing::Crossing,
    docks::Docks,
    event::Kind,
    strategies::{Act, Move, Release, Strategy},
    world::World,
};

/// Moves that are still to come.
pub struct Plan {
    /// In rising order of minutes of the passage.
    pub moves: VecDeque<Move>,
    /// Whether this plan leads back to the old version.
    pub back: bool,
}

impl Plan {
    /// Moves that are counted from `from`.
    pub fn new(moves: Vec<Move>, from: u64, back: bool) -> Self {
        let moves = moves.into_iter().map(|step| Move { after: step.after + from, ..step }).collect();
        Self { moves, back }
    }

    /// The next act, if it is due at `minute`.
    pub fn due(&mut self, minute: u64) -> Option<Act> {
        self.moves.pop_front_if(|step| step.after <= minute).map(|step| step.act)
    }

    /// Puts all moves off, if a step of the canary is to end now.
    pub fn hold_step(&mut self, minute: u64, longer: u64) {
        if self.moves.front().is_some_and(|step| step.act == Act::Pause && step.after <= minute) {
            self.moves.iter_mut().for_each(|step| step.after += longer);
        }
    }
}

/// The way forward of a strategy; a part that is deployed dark is switched on when all is deployed.
pub fn forward(strategy: &dyn Strategy, world: &World, docks: &Docks) -> Vec<Move> {
    let mut moves = strategy.forward(world, docks);
    if let Some(last) = moves.last().filter(|last| world.scenario.flag && last.act == Act::Finish) {
        let on = last.after + world.given.flag_wait;
        moves.push(Act::Light { on: true }.after(on));
    }
    moves
}

/// Minutes that are simulated at least: the same for every strategy with these choices.
pub fn window(world: &World, docks: &Docks) -> u64 {
    let length = |release: Release| forward(release.strategy(), world, docks).last().map_or(0, |step| step.after);
    let longest = Release::all().map(length).max().unwrap_or(0);
    // Long enough for a watch that takes its time to act.
    let judged = if world.scenario.watch { world.scenario.interval * world.scenario.checks } else { 0 };
    world.given.window_minutes.max(longest + world.given.settle_minutes.max(judged + 1))
}

/// What an act looks like from outside.
pub fn kind(act: Act, before: &Crossing, docks: &Docks) -> Option<Kind> {
    /// Changes of boats that are told of one fleet at most.
    const MOST_TOLD: u16 = 10;
    let part = |boats: u16| boats * MOST_TOLD.min(docks.boats) / docks.boats.max(1);
    Some(match act {
        Act::Close => Kind::GateClosed,
        Act::Open { share } => Kind::GateOpened { share },
        Act::Prepare { .. } => Kind::SidePreparing,
        Act::Ready => Kind::SideReady,
        Act::Check => Kind::SideChecked,
        Act::Switch { share } => Kind::Switched { share },
        Act::Weigh { share, .. } => Kind::Weighed { share },
        Act::Boats { new, of, .. } if part(new) != part(before.new_boats) => Kind::BoatReplaced { new, of },
        Act::Stall { ready } => Kind::Stalled { ready, of: docks.boats },
        Act::Finish => Kind::ReleaseFinished,
        Act::Light { on } => Kind::FlagTurned { on },
        Act::Boats { .. } | Act::Remove | Act::Pause => return None,
    })
}
