//! Deploying is not releasing: a part that is deployed dark, switched on and off apart from the deployment.

use crate::support::{course, events, instant, median, minutes_back, seeds, tell, when};
use naru_core::model::{Assumptions, Release, Timeline, event::Kind};

const GIVEN: Assumptions = Assumptions::STANDARD;

fn dark(release: Release, settings: &[(&str, &str)]) -> impl Iterator<Item = Timeline> + use<> {
    seeds(20, &[&[("release", release.id()), ("flag", "on"), ("severity", "60")], settings].concat())
}

#[test]
fn a_dark_deployment_fails_nobody_beyond_what_fails_anyway() {
    for release in Release::all() {
        for timeline in dark(release, &[]) {
            let on = when(&timeline, "flag-turned").expect("it is switched on");
            let before = timeline.boarded(instant(&timeline, on));
            let (met, failed) = (before.new_total(), before.new_failed);
            assert!(met > 500, "{}: orders meet the new version, {met} of them", release.id());
            // Two in ten thousand, where 60 in a hundred will fail.
            assert!(failed <= 8, "{}: {failed} of {met}", release.id());
            assert_eq!(timeline.outcome.exposed_minute, Some(timeline.release_start + on));
            // Dark, it fares as the same change does that has no fault at all.
            let seed = timeline.scenario.seed.to_string();
            let healthy = tell(&[("release", release.id()), ("flag", "on"), ("fault", "none"), ("seed", &seed)]);
            assert_eq!(before, healthy.boarded(instant(&healthy, on)));
        }
    }
}

#[test]
fn it_is_switched_on_for_everyone_when_all_is_deployed() {
    for release in Release::all() {
        for timeline in dark(release, &[("fault", "none")]) {
            let (finished, on) = (when(&timeline, "release-finished"), when(&timeline, "flag-turned"));
            assert_eq!(on, finished.map(|minute| minute + GIVEN.flag_wait), "{}", release.id());
            assert_eq!(timeline.outcome.everyone_minutes, on, "it is out when it is on");
            let after = timeline.crossing(instant(&timeline, on.unwrap_or_default())).0;
            assert_eq!((after.deployed(), after.exposed()), (10_000, 10_000));
        }
    }
}

#[test]
fn switching_it_off_brings_all_back_in_a_minute_without_a_deployment() {
    for release in Release::all() {
        for (back, person) in [("auto", 0), ("manual", GIVEN.person_day)] {
            for timeline in dark(release, &[("back", back)]) {
                assert_eq!(minutes_back(&timeline.outcome), Some(person + GIVEN.switch_minutes), "{}", release.id());
                let after: Vec<&str> =
                    course(&timeline).into_iter().map(|(_, id)| id).skip_while(|id| *id != "back-started").collect();
                // The everyday watch may have begun before the alarm.
                let way: Vec<&str> = after.into_iter().filter(|id| *id != "watch-goes-on").collect();
                assert_eq!(way, ["back-started", "flag-turned", "restored"], "{}", release.id());
                let turned: Vec<Kind> = events(&timeline, "flag-turned").map(|event| event.kind).collect();
                assert_eq!(turned, [Kind::FlagTurned { on: true }, Kind::FlagTurned { on: false }]);
                // The new version stays where it is; its new part is off.
                assert_eq!(timeline.shares().last().map(|(_, share)| *share), Some(10_000));
                let end = timeline.boarded(u64::MAX);
                let back = timeline.outcome.restored_minute.unwrap_or_default() - timeline.release_start;
                let failed = end.since(&timeline.boarded(instant(&timeline, back))).failed();
                assert!(failed < 40, "{}: {failed}", release.id());
            }
        }
    }
}

#[test]
fn going_back_by_a_flag_is_quicker_than_by_any_deployment() {
    for release in ["rolling", "all-at-once"] {
        let back = |flag| {
            let settings = [("release", release), ("flag", flag), ("hold", "0")];
            median(seeds(30, &settings).filter_map(|timeline| minutes_back(&timeline.outcome)))
        };
        assert!(back("on") < back("off"), "{release}");
    }
}

#[test]
fn a_change_that_is_not_switched_on_reaches_nobody() {
    // Boats that do not get ready stall the deployment, dark or not.
    let settings =
        [("flag", "on"), ("fault", "environment"), ("servers", "handmade"), ("e2e", "off"), ("release", "rolling")];
    for timeline in seeds(30, &settings).filter(|timeline| timeline.outcome.docks_differing > 0) {
        assert_eq!(timeline.outcome.exposed_minute, None);
        assert!(events(&timeline, "flag-turned").next().is_none());
        assert_eq!((timeline.outcome.lead_time_minutes, timeline.outcome.change_failed), (None, false));
        assert!(timeline.outcome.restored_minute.is_some(), "the deployment is taken back");
    }
}
