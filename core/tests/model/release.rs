//! The strategies beside one another: who meets the fault, who is turned away, what it costs. And the oldest of them: all
//! at once.

use crate::support::{course, events, instant, median, minutes_back, seeds, shares, tell};
use naru_core::model::{Assumptions, Release};

/// The median of the failed orders over some seeds.
fn failed(release: &str) -> u64 {
    let settings = [("release", release), ("fault", "load"), ("severity", "20")];
    median(seeds(100, &settings).map(|timeline| timeline.outcome.counts.failed))
}

#[test]
fn a_canary_meets_few_orders_with_the_fault() {
    let (canary, all) = (failed("canary"), failed("all-at-once"));
    assert!(canary * 4 <= all, "canary {canary}, all at once {all}");
    assert!(canary < failed("blue-green"), "blue-green switches everyone");
}

#[test]
fn ten_minutes_of_a_fifth_failing_is_about_six_hundred() {
    // Noticed after five minutes, fetched and swapped in seven more.
    let all = failed("all-at-once");
    assert!((540..=680).contains(&all), "{all}");
}

#[test]
fn only_stopping_the_ferry_turns_orders_away() {
    for release in Release::all() {
        for timeline in seeds(20, &[("release", release.id()), ("fault", "none")]) {
            let outcome = &timeline.outcome;
            assert_eq!(outcome.counts.turned_away > 0, release.id() == "all-at-once", "{}", release.id());
            assert_eq!(outcome.downtime_minutes > 0, release.id() == "all-at-once");
        }
    }
}

#[test]
fn all_at_once_stands_still_while_it_is_swapped_and_again_on_the_way_back() {
    let given = Assumptions::STANDARD;
    for (servers, ready) in [("container", given.container_ready), ("handmade", given.handmade_ready)] {
        let swap = ready + given.swap_minutes;
        let settings = [("release", "all-at-once"), ("servers", servers), ("fault", "none")];
        let healthy = tell(&settings);
        assert_eq!(healthy.outcome.downtime_minutes, swap);
        assert_eq!(shares(&healthy), [(0, 0), (swap, 10_000)]);
        assert_eq!(course(&healthy)[..4].iter().map(|(minute, _)| *minute).collect::<Vec<_>>(), [0, 0, swap, swap]);

        let failing = tell(&[settings[0], settings[1]]).outcome;
        assert_eq!(failing.downtime_minutes, 2 * swap);
        assert_eq!(
            minutes_back(&failing),
            Some(given.fetch_minutes + swap),
            "the new one serves while the old is fetched"
        );
    }
}

#[test]
fn whoever_comes_while_the_gate_is_shut_waits_a_minute_and_turns_away() {
    let timeline = tell(&[("release", "all-at-once"), ("servers", "handmade"), ("fault", "none"), ("orders", "300")]);
    let given = Assumptions::STANDARD;
    let closed = given.handmade_ready + given.swap_minutes;
    // All but those of the last minute, who still wait when it opens.
    assert_eq!(timeline.outcome.counts.turned_away, 300 * (closed - given.patience));
    let counts = timeline.counts(instant(&timeline, closed));
    assert_eq!((counts.arrived, counts.failed, counts.aboard, counts.waiting), (0, 0, 0, 300));
}

#[test]
fn only_where_versions_stand_side_by_side_can_a_customer_meet_both() {
    for release in Release::all() {
        for timeline in seeds(20, &[("release", release.id()), ("fault", "none")]) {
            let both = timeline.outcome.customers_met_both;
            let mixed = ["canary", "rolling"].contains(&release.id());
            assert_eq!(both > 0, mixed, "{}: {both}", release.id());
        }
    }
}

#[test]
fn how_many_customers_meet_both_follows_from_the_share_and_their_orders() {
    // Half the orders for 60 minutes, four orders a customer: all but 2 in 16 meet both.
    let settings = [("steps", "50"), ("hold", "60"), ("fault", "none"), ("orders", "300")];
    let customers = 300 * 60 / Assumptions::STANDARD.orders_a_customer;
    let middle = median(seeds(100, &settings).map(|timeline| timeline.outcome.customers_met_both));
    assert!(middle.abs_diff(customers * 14 / 16) < customers / 100, "{middle} of {customers}");
}

/// What each way of releasing costs where nothing is wrong: boats beyond the fleet, and time.
#[test]
fn every_strategy_has_its_price() {
    let cost = |release: &str| tell(&[("release", release), ("fault", "none"), ("hold", "10")]).outcome;
    let [canary, blue_green, rolling, all_at_once] = ["canary", "blue-green", "rolling", "all-at-once"].map(cost);
    // Two complete fleets against one spare boat against none.
    assert!(blue_green.spare_boat_minutes > canary.spare_boat_minutes);
    assert!(canary.spare_boat_minutes > rolling.spare_boat_minutes);
    assert!(rolling.spare_boat_minutes > all_at_once.spare_boat_minutes && all_at_once.spare_boat_minutes == 0);
    // The most careful one takes longest until everyone has the change.
    assert!(canary.everyone_minutes > rolling.everyone_minutes);
    assert!(rolling.everyone_minutes > blue_green.everyone_minutes);
    assert!(blue_green.everyone_minutes > all_at_once.everyone_minutes);
    // A complete second side from its preparation to the end of its hold; one spare boat for as long as boats are changed.
    assert_eq!(blue_green.spare_boat_minutes, 10 * blue_green.watch_minutes);
    assert_eq!(rolling.spare_boat_minutes, rolling.watch_minutes);
}

#[test]
fn the_lead_time_runs_from_the_commit_until_everyone_has_it() {
    for release in Release::all() {
        let timeline = tell(&[("release", release.id()), ("fault", "none")]);
        let committed = events(&timeline, "committed").last().map(|event| event.minute);
        let outcome = &timeline.outcome;
        let everyone = outcome.everyone_minutes.map(|minutes| timeline.release_start + minutes);
        assert_eq!(outcome.lead_time_minutes, everyone.zip(committed).map(|(to, from)| to - from));
        assert_eq!(outcome.wish_to_customer_minutes, everyone, "a minute counts from the wish");
    }
}
