//! Staging: the trial boat, which crosses with test slips.

use super::Shown;
use crate::{
    model::{Gate, Kind, Station, moment::GateState},
    scene::{
        carried::event_part,
        easing::{passed, within},
        frame::Pose,
    },
};

/// How far the trial boat goes, in stage units.
const TRIP: f64 = 40.0;
/// Part of the time of the trial in which it sails out: when the box stands on the pier.
const SAILS: (f64, f64) = (0.64, 1.0);
/// Show milliseconds of its way back.
const RETURNS_MS: u64 = 1_050;

pub(super) fn show(shown: &mut Shown<'_>) {
    let moment = shown.moment;
    let state = match moment.gates[Gate::EndToEnd as usize] {
        GateState::Off => "off",
        GateState::Stopped => "stopped",
        // When real orders cross, the trial is over.
        GateState::Testing if moment.station < Station::Release => "out",
        GateState::Passed if moment.station < Station::Release => "passed",
        _ => "idle",
    };
    shown.states.push(("trial-boat", state));
    let out = match moment.event.kind {
        _ if state == "off" => 0.0,
        Kind::ImagePlaced if shown.still => 1.0,
        Kind::ImagePlaced => within(event_part(moment), SAILS),
        Kind::TrialPassed | Kind::GateStopped { gate: Gate::EndToEnd, .. } if !shown.still => {
            1.0 - passed(moment.event_ms, RETURNS_MS)
        }
        _ => 0.0,
    };
    shown.poses.push(Pose::shift("trial-way", TRIP * out, 0.0));
}
