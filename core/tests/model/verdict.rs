//! What the watch can say: well, badly, nothing yet; and when it is wrong.

use crate::{
    any_scenario::any_scenario,
    support::{events, seeds, tell, when},
};
use naru_core::model::{Release, Scenario, Timeline, simulate, timeline::MILLI};
use proptest::prelude::*;

/// How many of so many seeds raise a false alarm.
fn false_alarms(count: u32, settings: &[(&str, &str)]) -> usize {
    let settings = [settings, &[("fault", "none")]].concat();
    seeds(count, &settings).filter(|timeline| timeline.outcome.false_alarm).count()
}

fn too_few(timeline: &Timeline) -> usize {
    events(timeline, "too-few-to-say").count()
}

#[test]
fn a_tiny_canary_on_a_quiet_day_is_too_few_to_say_and_a_big_one_is_not() {
    let count =
        |orders, share| seeds(200, &[("orders", orders), ("share", share), ("fault", "none")]).map(|it| too_few(&it));
    // 10 a minute for 10 minutes, one in two hundred: half an order.
    assert!(count("10", "0.5").all(|times| times >= 1));
    assert!(count("300", "5").chain(count("10", "50")).all(|times| times == 0));
    // 15 orders in 10 minutes, where 20 are enough: mostly too few, by chance not always.
    let some = count("300", "0.5").filter(|times| *times > 0).count();
    assert!((100..200).contains(&some), "{some} of 200");
}

#[test]
fn too_few_is_no_alarm_however_badly_they_fare() {
    for timeline in
        seeds(100, &[("orders", "10"), ("share", "1"), ("severity", "100"), ("hold", "20"), ("checks", "1")])
    {
        let noticed = timeline.outcome.noticed_minute.expect("at a greater share it is noticed");
        let met = timeline.boarded(noticed * MILLI).new_total();
        assert!(met >= 20, "{met} orders are too few to judge");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_does_not_watch_says_nothing(scenario in any_scenario()) {
        let timeline = simulate(&Scenario { watch: false, ..scenario });
        prop_assert_eq!(too_few(&timeline), 0);
        prop_assert!(timeline.events.iter().all(|event| event.kind.id() != "side-checked"));
        prop_assert_ne!(timeline.outcome.caught_at, Some("watch"));
        prop_assert_eq!(timeline.outcome.watch_minutes, 0);
    }
}

#[test]
fn a_watch_that_asks_for_too_much_and_acts_at_once_raises_false_alarms() {
    for release in Release::all() {
        let alarms = false_alarms(200, &[("release", release.id()), ("threshold", "9999"), ("checks", "1")]);
        assert!((20..200).contains(&alarms), "{}: {alarms} of 200", release.id());
        let patient = false_alarms(200, &[("release", release.id()), ("threshold", "9999"), ("checks", "5")]);
        assert!(patient < alarms, "{}: {patient} with five checks, {alarms} with one", release.id());
    }
}

#[test]
fn with_the_default_settings_a_false_alarm_is_not_seen_in_a_thousand_releases() {
    for release in Release::all() {
        assert_eq!(false_alarms(1_000, &[("release", release.id())]), 0, "{}", release.id());
    }
}

#[test]
fn chance_alone_hardly_ever_calls_a_release_off_however_busy_or_long_the_day() {
    for (orders, hold) in [("10000", "10"), ("3000", "60"), ("300", "240"), ("100", "240"), ("10", "240")] {
        for watch in ["on", "off"] {
            let alarms = false_alarms(200, &[("orders", orders), ("hold", hold), ("watch", watch)]);
            // A canary of few orders that is watched for hours: two that fail in one minute are enough.
            let most = if hold == "240" && watch == "on" { 3 } else { 0 };
            assert!(alarms <= most, "{orders} orders, hold {hold}, watch {watch}: {alarms} of 200");
        }
    }
}

#[test]
fn a_false_alarm_takes_back_a_good_change_and_says_so() {
    let settings = [("fault", "none"), ("threshold", "9999"), ("checks", "1")];
    let timeline = seeds(200, &settings).find(|timeline| timeline.outcome.false_alarm).expect("there is one");
    let outcome = &timeline.outcome;
    assert!(outcome.restored_minute.is_some() && outcome.lead_time_minutes.is_none());
    // Nothing was wrong: nothing is caught, no change failed, nothing is to be mended.
    assert_eq!((outcome.caught_at, outcome.change_failed, outcome.rework_minutes), (None, false, 0));
}

#[test]
fn a_healthy_release_is_not_called_off_and_reaches_everybody() {
    for release in Release::all() {
        for timeline in seeds(100, &[("release", release.id()), ("fault", "none")]) {
            assert_eq!(timeline.outcome.noticed_minute, None, "{}", release.id());
            assert_eq!(timeline.shares().last().map(|(_, share)| *share), Some(10_000));
            assert!(timeline.outcome.lead_time_minutes.is_some());
        }
    }
}

/// The old version fails as often: then the new one is not to blame, whatever the threshold asks for.
#[test]
fn the_new_version_is_compared_with_the_old_one() {
    // Half the orders for twenty minutes, of which nearly none may fail.
    let settings = [("threshold", "9999"), ("orders", "10000"), ("steps", "50"), ("hold", "20"), ("fault", "none")];
    let called_off = |checks| {
        let early = |timeline: &Timeline| when(timeline, "noticed").is_some_and(|minute| minute <= 22);
        seeds(200, &[&settings[..], &[("checks", checks)]].concat()).filter(early).count()
    };
    let (one, many) = (called_off("1"), called_off("20"));
    // Now one of them fares worse, now the other, never one of them all the time.
    assert!(one > 100 && many < 20, "{one} with one check, {many} with twenty");
    assert!(tell(&[("severity", "1"), ("threshold", "9990"), ("share", "50")]).outcome.noticed_minute.is_some());
}
