//! Blue-green in the order of Argo Rollouts: the new side complete, looked at, the switch, the old side kept, then removed.

use crate::support::{course, events, minutes_back, seeds, shares, tell, when};
use naru_core::model::{Assumptions, event::Kind};

const GIVEN: Assumptions = Assumptions::STANDARD;

/// The course of a healthy release.
fn healthy(settings: &[(&str, &str)]) -> Vec<(u64, &'static str)> {
    course(&tell(&[settings, &[("release", "blue-green"), ("fault", "none")]].concat()))
}

#[test]
fn the_side_is_built_looked_at_switched_to_and_the_old_one_removed_after_the_hold() {
    for (hold, interval) in [(10_u64, 1_u64), (0, 1), (240, 1), (33, 7)] {
        let ready = GIVEN.side_minutes + GIVEN.container_ready;
        let checked = ready + interval;
        let switched = checked + GIVEN.switch_minutes;
        let expected = [
            (0, "release-started"),
            (0, "side-preparing"),
            (ready, "side-ready"),
            (checked, "side-checked"),
            (switched, "switched"),
            (switched + hold, "side-removed"),
            (switched + hold, "release-finished"),
            (switched + hold + GIVEN.handover_minutes, "watch-goes-on"),
        ];
        assert_eq!(healthy(&[("hold", &hold.to_string()), ("interval", &interval.to_string())]), expected);
    }
}

#[test]
fn without_a_watch_nobody_looks_at_the_new_side() {
    let course = healthy(&[("watch", "off")]);
    assert!(course.iter().all(|(_, id)| *id != "side-checked"));
    let at = |id| course.iter().find(|(_, other)| *other == id).map(|(minute, _)| *minute);
    assert_eq!(at("switched"), at("side-ready").map(|ready| ready + GIVEN.switch_minutes));
}

#[test]
fn no_order_meets_the_new_side_before_the_switch_and_every_one_does_after_it() {
    for timeline in seeds(20, &[("release", "blue-green"), ("hold", "60")]) {
        let (switched, noticed) = (when(&timeline, "switched"), when(&timeline, "noticed"));
        let restored = noticed.map(|minute| minute + GIVEN.switch_minutes);
        let expected = [(0, 0), (switched.unwrap_or_default(), 10_000), (restored.unwrap_or_default(), 0)];
        assert_eq!(shares(&timeline), expected);
        assert_eq!(timeline.outcome.exposed_minute.map(|minute| minute - timeline.release_start), switched);
    }
}

#[test]
fn while_the_old_side_is_kept_the_way_back_is_one_switch() {
    for timeline in seeds(100, &[("release", "blue-green"), ("hold", "10")]) {
        assert_eq!(minutes_back(&timeline.outcome), Some(GIVEN.switch_minutes), "{:?}", timeline.outcome);
        assert_eq!(events(&timeline, "side-preparing").count(), 1);
        assert_eq!(events(&timeline, "side-removed").count(), 0, "the old side serves again");
    }
}

#[test]
fn once_the_old_side_is_gone_the_way_back_is_a_new_deployment() {
    // Noticed after five minutes at the earliest, when the old side has been gone for two.
    for (servers, ready) in [("container", GIVEN.container_ready), ("image", GIVEN.image_ready)] {
        for timeline in seeds(50, &[("release", "blue-green"), ("hold", "3"), ("servers", servers)]) {
            let expected = GIVEN.fetch_minutes + ready + GIVEN.switch_minutes;
            assert_eq!(minutes_back(&timeline.outcome), Some(expected));
            let after: Vec<&str> =
                course(&timeline).into_iter().map(|(_, id)| id).skip_while(|id| *id != "noticed").collect();
            let way =
                ["noticed", "back-started", "side-preparing", "side-ready", "switched", "restored", "watch-goes-on"];
            assert_eq!(after, way);
        }
    }
}

#[test]
fn a_person_who_decides_finds_the_old_side_still_there() {
    // The old side would have been let go after ten minutes, but an open alarm stops the way forward.
    for timeline in seeds(50, &[("release", "blue-green"), ("hold", "10"), ("back", "manual")]) {
        assert!(events(&timeline, "side-removed").next().is_none());
        assert_eq!(minutes_back(&timeline.outcome), Some(GIVEN.person_day + GIVEN.switch_minutes));
    }
}

#[test]
fn two_fleets_are_paid_for_until_the_old_one_is_let_go() {
    for (boats, hold) in [("10", "10"), ("40", "120")] {
        let timeline = tell(&[("release", "blue-green"), ("fault", "none"), ("boats", boats), ("hold", hold)]);
        let removed = when(&timeline, "side-removed").expect("the old side is removed");
        assert_eq!(timeline.outcome.spare_boat_minutes, removed * boats.parse::<u64>().expect("a number"));
    }
}

#[test]
fn no_order_is_lost_by_a_switch() {
    for timeline in seeds(20, &[("release", "blue-green")]) {
        assert_eq!((timeline.outcome.counts.turned_away, timeline.outcome.downtime_minutes), (0, 0));
        assert!(timeline.events.iter().all(|event| !matches!(event.kind, Kind::GateClosed)));
    }
}

/// Argo Rollouts takes the new side away half a minute after an abort (`abortScaleDownDelaySeconds`).
#[test]
fn after_the_way_back_the_side_that_failed_is_not_paid_for() {
    for hold in ["3", "60"] {
        for timeline in seeds(20, &[("release", "blue-green"), ("hold", hold)]) {
            let restored = timeline.outcome.restored_minute.expect("it is noticed") - timeline.release_start;
            let most = 10 * (restored + GIVEN.side_minutes);
            let paid = timeline.outcome.spare_boat_minutes;
            assert!(paid <= most, "hold {hold}: {paid} boat minutes, back after {restored} minutes");
        }
    }
}
