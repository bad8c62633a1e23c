//! What moves between quay and boats: the gangway, the plank, the barrier.

use super::{Layout, low_serves, turn::Turn};
use crate::{
    model::{Crossing, Moment, Timeline, timeline::MILLI, units::WHOLE},
    scene::easing::{ease, swing},
};

/// After a switch (thousandths of a minute), when the last orders have left the gangway and it begins to swing, and when
/// it has swung.
const LEFT: u64 = 300;
/// See [`LEFT`].
pub const SWUNG: u64 = 1_000;
/// Thousandths of a minute in which the plank is pushed out, and for how long it stays for the last orders.
pub const PLANK_OUT: u64 = 700;
const PLANK_STAYS: u64 = 500;
/// The same for the barrier's way up or down.
const LIFTS: u64 = 250;

/// How far what moves is: from 0 at rest to 1.
pub struct Ways {
    /// The gangway: 0 at the upper berth, 1 at the lower one.
    pub gangway: f64,
    /// The plank: 0 drawn in, 1 at the lower berth.
    pub plank: f64,
    /// The barrier: 0 down, 1 up.
    pub barrier: f64,
}

/// What is so now: from 0 to 1 as `part` of the change has passed.
fn changed(turn: Turn, part: f64) -> f64 {
    if turn.now { part } else { 1.0 - part }
}

/// How the ways stand; `still`: they have come to rest.
pub fn ways(timeline: &Timeline, moment: &Moment, still: bool) -> Ways {
    let layout = Layout::of(&timeline.scenario);
    let turn = |respect: &dyn Fn(&Crossing) -> bool| Turn::of(timeline, moment, respect).rested(still);
    let passed = |since: u64, length: u64| since as f64 / length as f64;
    let gate = turn(&|crossing| crossing.open);
    let mut barrier = changed(gate, ease(passed(gate.since, LIFTS)));
    let mut gangway = 0.0;
    let plank = match layout {
        Layout::Gangway => {
            let green = turn(&|crossing| crossing.share == WHOLE);
            gangway = changed(green, swing(passed(green.since.saturating_sub(LEFT), SWUNG - LEFT)));
            // Nobody steps onto it while it swings.
            let shut =
                ease(passed(green.since, LIFTS)) - ease(passed(green.since.saturating_sub(SWUNG - LIFTS), LIFTS));
            barrier *= 1.0 - shut;
            None
        }
        Layout::Plank => Some(turn(&|crossing| crossing.ready)),
        Layout::Rows(grid) => {
            let low = turn(&|crossing| low_serves(grid, crossing));
            // It is pushed out as the release begins.
            let since = (moment.instant + PLANK_OUT).saturating_sub(timeline.release_start * MILLI);
            Some(Turn { since: low.since.min(since), ..low })
        }
        Layout::OneBerth => None,
    };
    let plank = plank.map_or(0.0, |plank| {
        let since = if plank.now { plank.since } else { plank.since.saturating_sub(PLANK_STAYS) };
        changed(plank, swing(passed(since, PLANK_OUT)))
    });
    Ways { gangway, plank, barrier }
}
