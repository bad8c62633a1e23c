//! Delivery: what lets a change that is ready go. It goes by itself, a hand presses a button, or the train leaves on its day.

use super::Shown;
use crate::model::{Delivery, Kind, Station};

pub(super) fn show(shown: &mut Shown<'_>) {
    let (kind, station) = (shown.moment.event.kind, shown.moment.station);
    let by_itself = shown.timeline.scenario.delivery == Delivery::Continuous;
    let ready = matches!(kind, Kind::TrialPassed | Kind::TrialSkipped);
    // Not gone yet, waiting, going, gone.
    let stage = if kind == Kind::ReleaseStarted || by_itself && ready {
        2
    } else if station > Station::Container {
        3
    } else {
        usize::from(matches!(kind, Kind::WaitsToGo { .. }))
    };
    let names = match shown.timeline.scenario.delivery {
        Delivery::Continuous => ["continuous-idle", "continuous-wait", "continuous-go", "gone"],
        Delivery::Button => ["button-idle", "button-wait", "button-go", "gone"],
        Delivery::Train => ["train-idle", "train-wait", "train-go", "gone"],
    };
    shown.states.push(("delivery", names[stage]));
}
