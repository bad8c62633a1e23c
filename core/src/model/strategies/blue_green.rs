//! Blue-green: two complete sides, one gangway that swings over, and back while the old side is kept.

use super::{Act, Move, Strategy};
use crate::model::{crossing::Crossing, docks::Docks, units::WHOLE, world::World};

/// Builds the new side beside the old one, looks at it, switches all orders, keeps the old side for a while. The order is
/// that of Argo Rollouts.
pub struct BlueGreen;

impl Strategy for BlueGreen {
    fn id(&self) -> &'static str {
        "blue-green"
    }

    fn own_choices(&self) -> &'static [&'static str] {
        &["hold"]
    }

    fn forward(&self, world: &World, docks: &Docks) -> Vec<Move> {
        let mut moves = vec![Act::Prepare { spare: docks.boats }.after(0)];
        let ready = docks.ready_minutes + world.given.side_minutes;
        if !docks.accept_first(docks.boats) {
            moves.push(Act::Stall { ready: docks.boats - docks.refusing() }.after(ready + world.given.stall_minutes));
            return moves;
        }
        moves.push(Act::Ready.after(ready));
        let mut checked = ready;
        if world.scenario.watch {
            checked += world.scenario.interval;
            moves.push(Act::Check.after(checked));
        }
        let switched = checked + world.given.switch_minutes;
        let done = switched + world.scenario.hold;
        moves.extend([Act::Switch { share: WHOLE }.after(switched), Act::Remove.after(done), Act::Finish.after(done)]);
        moves
    }

    fn back(&self, world: &World, docks: &Docks, now: &Crossing) -> Vec<Move> {
        if now.share == 0 {
            // No order has met the new side: it is taken away.
            return vec![Act::Remove.after(0)];
        }
        if now.old_kept {
            return vec![Act::Switch { share: 0 }.after(world.given.switch_minutes)];
        }
        // The old side is gone: going back is a release of its own.
        let ready = world.given.fetch_minutes + docks.ready_minutes;
        vec![
            Act::Prepare { spare: docks.boats }.after(0),
            Act::Ready.after(ready),
            Act::Switch { share: 0 }.after(ready + world.given.switch_minutes),
        ]
    }
}
