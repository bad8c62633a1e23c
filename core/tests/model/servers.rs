//! How docks are made: what it takes, which of them differ, and where a change that is not everywhere at home is caught.

use crate::support::{events, instant, seeds, tell, when};
use naru_core::model::{Assumptions, Timeline, event::Kind, timeline::MILLI};

const GIVEN: Assumptions = Assumptions::STANDARD;
const SERVERS: [&str; 4] = ["container", "image", "scripted", "handmade"];

#[test]
fn the_more_is_done_by_hand_the_longer_a_server_takes() {
    let lead = SERVERS.map(|servers| tell(&[("servers", servers), ("fault", "none")]).outcome.lead_time_minutes);
    assert!(lead.is_sorted_by(|quick, slow| quick < slow), "{lead:?}");
    // Until the service stands again, too.
    let down = SERVERS.map(|servers| {
        tell(&[("servers", servers), ("fault", "none"), ("release", "all-at-once")]).outcome.downtime_minutes
    });
    assert!(down.is_sorted_by(|quick, slow| quick < slow), "{down:?}");
}

#[test]
fn docks_from_one_image_are_alike_and_those_made_by_hand_drift() {
    let differing = |servers| -> u64 {
        seeds(300, &[("servers", servers), ("boats", "10")]).map(|it| u64::from(it.outcome.docks_differing)).sum()
    };
    assert_eq!((differing("container"), differing("image")), (0, 0));
    // Of 3,000 docks one in twenty and three in ten.
    assert!(differing("scripted").abs_diff(150) < 50, "{}", differing("scripted"));
    assert!(differing("handmade").abs_diff(900) < 100, "{}", differing("handmade"));
}

#[test]
fn a_dock_that_a_script_leaves_different_is_different_by_hand_too() {
    for (scripted, handmade) in seeds(100, &[("servers", "scripted")]).zip(seeds(100, &[("servers", "handmade")])) {
        assert!(scripted.outcome.docks_differing <= handmade.outcome.docks_differing);
    }
}

#[test]
fn what_is_patched_says_how_many_differ_and_what_is_an_image_is_sealed() {
    for servers in SERVERS {
        for timeline in seeds(10, &[("servers", servers), ("boats", "12")]) {
            let patched: Vec<Kind> = events(&timeline, "servers-patched").map(|event| event.kind).collect();
            let sealed = events(&timeline, "image-sealed").count();
            if ["container", "image"].contains(&servers) {
                assert_eq!((patched.len(), sealed), (0, 1), "{servers}");
            } else {
                let differ = timeline.outcome.docks_differing;
                assert_eq!((patched, sealed), (vec![Kind::ServersPatched { differ, of: 12 }], 0), "{servers}");
            }
        }
    }
}

/// Stories of a change that needs something that not every server has.
fn environment<'a>(settings: &[(&'a str, &'a str)]) -> impl Iterator<Item = Timeline> + use<'a> {
    seeds(100, &[&[("fault", "environment")], settings].concat())
}

#[test]
fn a_box_that_brings_all_it_needs_misses_nothing() {
    for servers in ["container", "image"] {
        for timeline in environment(&[("servers", servers), ("e2e", "off")]) {
            let outcome = &timeline.outcome;
            assert_eq!((outcome.caught_at, outcome.exposed_minute), (Some("image"), None));
            assert_eq!((outcome.noticed_minute, outcome.restored_minute), (None, None));
            assert!(outcome.lead_time_minutes.is_some() && events(&timeline, "gate-stopped").next().is_none());
        }
    }
}

#[test]
fn whoever_asks_boats_whether_they_are_ready_stalls_and_whoever_does_not_fails_orders() {
    for release in ["canary", "blue-green", "rolling", "all-at-once"] {
        let settings = [("servers", "handmade"), ("e2e", "off"), ("release", release), ("back", "manual")];
        for timeline in environment(&settings).filter(|timeline| timeline.outcome.docks_differing > 0) {
            let outcome = &timeline.outcome;
            let stalled = when(&timeline, "stalled");
            if release == "all-at-once" {
                assert_eq!(stalled, None);
                // As many of the orders fail as docks lack what it needs.
                let to = timeline.outcome.noticed_minute.unwrap_or_default();
                let lots = timeline.boarded(to * MILLI);
                let expected = lots.new_total() * u64::from(outcome.docks_differing) / 10;
                assert!(lots.new_failed.abs_diff(expected) < lots.new_total() / 10, "{lots:?}, expected {expected}");
            } else {
                assert!(stalled.is_some(), "{release}");
                assert_eq!(when(&timeline, "noticed"), stalled);
                assert!(outcome.counts.failed < 40, "{release}: {}", outcome.counts.failed);
                assert!(outcome.restored_minute.is_some() && outcome.lead_time_minutes.is_none());
            }
        }
    }
}

#[test]
fn a_second_side_that_is_not_complete_takes_no_orders() {
    let settings = [("servers", "handmade"), ("e2e", "off"), ("release", "blue-green")];
    for timeline in environment(&settings).filter(|timeline| timeline.outcome.docks_differing > 0) {
        let deadline = GIVEN.handmade_ready + GIVEN.side_minutes + GIVEN.stall_minutes;
        assert_eq!(when(&timeline, "stalled"), Some(deadline));
        assert_eq!((timeline.outcome.exposed_minute, timeline.outcome.change_failed), (None, false));
        assert!(timeline.shares().iter().all(|(_, share)| *share == 0));
    }
}

/// A boat that never got ready carries no orders well, whether its new part is lit or dark.
#[test]
fn a_flag_gets_no_boat_ready() {
    let settings = [("servers", "handmade"), ("e2e", "off"), ("release", "all-at-once"), ("boats", "10")];
    for timeline in environment(&[&settings[..], &[("flag", "on")]].concat()) {
        let differing = u64::from(timeline.outcome.docks_differing);
        let opened = when(&timeline, "gate-opened").expect("the gate opens again");
        let lots =
            timeline.boarded(instant(&timeline, opened + 3)).since(&timeline.boarded(instant(&timeline, opened)));
        let expected = lots.new_total() * differing / 10;
        let failed = lots.new_failed;
        assert!(
            failed.abs_diff(expected) <= lots.new_total() / 10,
            "{differing} of 10 docks, {failed} failed, not {expected}"
        );
    }
}
