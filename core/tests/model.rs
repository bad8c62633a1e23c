//! What a person who changes a choice relies on: the same story again, every order accounted for, and
//! causes that have their effects.

use naru_core::model::{CHOICES, Release, Scenario, Values, choice, event::Kind, simulate, timeline::MILLI};
use proptest::prelude::*;

fn with(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, value) in settings {
        assert!(choice(key).is_some_and(|choice| choice.set(&mut scenario, value)), "{key}={value}");
    }
    scenario
}

fn median(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

fn failed(release: &str) -> u64 {
    let of_seed = |seed: u32| {
        let seed = seed.to_string();
        simulate(&with(&[("release", release), ("fault", "load"), ("severity", "20"), ("seed", &seed)])).outcome.failed
    };
    median((1..=100).map(of_seed).collect())
}

/// Any legal scenario, drawn by walking the registry of choices.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    proptest::collection::vec(any::<u32>(), CHOICES.len()).prop_map(|words| {
        let mut scenario = Scenario::default();
        for (choice, word) in CHOICES.iter().zip(words) {
            let value = match choice.values {
                Values::Names(names) => {
                    let names = names();
                    names[word as usize % names.len()].to_owned()
                }
                Values::Number { min, max } => {
                    // Small worlds are tried more often, so that a run stays quick.
                    let max = if choice.key == "orders" { 900 } else { max };
                    (min + u64::from(word) % (max - min + 1)).to_string()
                }
            };
            assert!(choice.set(&mut scenario, &value));
        }
        scenario
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_is_accounted_for_at_every_instant(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        let from = timeline.release_start * MILLI;
        let to = timeline.end() * MILLI;
        let mut came = 0;
        for instant in (from..=to).step_by((((to - from) / 500) as usize).max(1)) {
            let counts = timeline.counts(instant);
            prop_assert_eq!(
                counts.came,
                counts.arrived + counts.failed + counts.turned_away + counts.aboard + counts.waiting
            );
            prop_assert!(counts.came + 5 >= came, "orders that came are never taken back");
            came = counts.came;
        }
        let outcome = &timeline.outcome;
        prop_assert_eq!(
            outcome.came,
            outcome.arrived + outcome.failed + outcome.turned_away + outcome.aboard + outcome.waiting
        );
        let counts = timeline.counts(timeline.watch_end * MILLI);
        prop_assert_eq!((counts.came, counts.failed), (outcome.came, outcome.failed));
    }

    #[test]
    fn time_never_runs_backwards_and_every_journey_ends(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        prop_assert!(timeline.events.windows(2).all(|pair| pair[0].minute <= pair[1].minute));
        prop_assert!(timeline.instants.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(timeline.shares().iter().all(|(_, share)| *share <= 10_000));
        prop_assert_eq!(timeline.events.last().map(|event| event.kind), Some(Kind::CustomersHeard));
        let minute_of = |wanted: Kind| timeline.events.iter().find(|event| event.kind == wanted).map(|event| event.minute);
        prop_assert_eq!(minute_of(Kind::Restored), timeline.outcome.restored_minute);
        if let (Some(noticed), Some(restored)) = (timeline.outcome.noticed_minute, timeline.outcome.restored_minute) {
            prop_assert!(noticed <= restored);
        }
    }

    #[test]
    fn the_same_choices_tell_the_same_story(scenario in any_scenario()) {
        let (one, other) = (simulate(&scenario), simulate(&scenario));
        prop_assert_eq!(one.events, other.events);
        prop_assert_eq!(one.outcome, other.outcome);
    }
}

#[test]
fn a_canary_meets_few_orders_with_the_fault() {
    let (canary, all) = (failed("canary"), failed("all-at-once"));
    assert!(canary * 4 <= all, "canary {canary}, all at once {all}");
}

#[test]
fn ten_minutes_of_a_fifth_failing_is_about_six_hundred() {
    let all = failed("all-at-once");
    assert!((540..=680).contains(&all), "{all}");
}

#[test]
fn blue_green_is_back_within_two_minutes_of_being_noticed() {
    for seed in 1..=100_u32 {
        let outcome = simulate(&with(&[("release", "blue-green"), ("seed", &seed.to_string())])).outcome;
        let (noticed, restored) = (outcome.noticed_minute, outcome.restored_minute);
        assert!(
            noticed.zip(restored).is_some_and(|(noticed, restored)| restored - noticed <= 2),
            "{seed}: {outcome:?}"
        );
    }
}

#[test]
fn only_stopping_the_ferry_turns_orders_away() {
    for release in Release::all() {
        let outcome = simulate(&with(&[("release", release.id()), ("fault", "none")])).outcome;
        assert_eq!(outcome.turned_away > 0, release.id() == "all-at-once", "{}", release.id());
        assert_eq!(outcome.downtime_minutes > 0, release.id() == "all-at-once");
    }
}

#[test]
fn a_healthy_release_is_not_called_off_and_reaches_everybody() {
    for release in Release::all() {
        for seed in 1..=100_u32 {
            let settings = [("release", release.id()), ("fault", "none"), ("seed", &seed.to_string())];
            let timeline = simulate(&with(&settings));
            assert_eq!(timeline.outcome.noticed_minute, None, "{} {seed}", release.id());
            assert_eq!(timeline.shares().last().map(|(_, share)| *share), Some(10_000));
            assert!(timeline.outcome.lead_time_minutes.is_some());
        }
    }
}

#[test]
fn chance_alone_calls_no_release_off_however_busy_the_day() {
    for (orders, hold) in [("10000", "10"), ("3000", "60"), ("300", "240")] {
        for seed in 1..=40_u32 {
            let settings = [("fault", "none"), ("orders", orders), ("hold", hold), ("seed", &seed.to_string())];
            let outcome = simulate(&with(&settings)).outcome;
            assert_eq!(outcome.noticed_minute, None, "{orders} orders, hold {hold}, seed {seed}");
        }
    }
}

#[test]
fn every_strategy_is_watched_on_one_clock() {
    for hold in ["0", "10", "60", "240"] {
        let came = |release: Release| simulate(&with(&[("release", release.id()), ("hold", hold)])).outcome.came;
        let all: Vec<u64> = Release::all().map(came).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "hold {hold}: {all:?}");
    }
}

#[test]
fn the_tower_takes_over_only_when_no_alarm_is_open() {
    for release in Release::all() {
        for back in ["auto", "manual"] {
            for hold in ["0", "10"] {
                let timeline = simulate(&with(&[("release", release.id()), ("back", back), ("hold", hold)]));
                let at = |wanted: Kind| timeline.events.iter().position(|event| event.kind == wanted);
                let noticed = timeline.events.iter().position(|event| matches!(event.kind, Kind::Noticed { .. }));
                let takes_over = at(Kind::WatchGoesOn);
                assert!(takes_over < noticed || takes_over > at(Kind::Restored), "{} {back} {hold}", release.id());
                assert_eq!(timeline.events.iter().filter(|event| event.kind == Kind::WatchGoesOn).count(), 1);
            }
        }
    }
}

#[test]
fn each_gate_stops_its_own_kind_of_fault_and_the_mended_change_goes_on() {
    let stops = [("style", "lint"), ("syntax", "compile"), ("logic", "unit"), ("integration", "integration")];
    for (fault, gate) in stops {
        let outcome = simulate(&with(&[("fault", fault)])).outcome;
        assert_eq!(outcome.caught_at, Some(gate));
        assert_eq!(outcome.exposed_minute, None);
        assert!(outcome.failed < 40, "{fault}: only the few orders that fail anyway, not {}", outcome.failed);
    }
    assert_eq!(simulate(&with(&[("fault", "load")])).outcome.caught_at, Some("watch"));
}

#[test]
fn without_a_watch_customers_notice_later() {
    let minutes = |watch| {
        let outcome = simulate(&with(&[("release", "all-at-once"), ("watch", watch)])).outcome;
        outcome.noticed_minute.zip(outcome.exposed_minute).map(|(noticed, exposed)| noticed - exposed)
    };
    assert!(minutes("off") > minutes("on"));
}

#[test]
fn a_person_takes_longer_to_go_back_than_the_watch() {
    let minutes = |back| {
        let outcome = simulate(&with(&[("release", "blue-green"), ("back", back)])).outcome;
        outcome.restored_minute.zip(outcome.noticed_minute).map(|(restored, noticed)| restored - noticed)
    };
    assert!(minutes("manual") > minutes("auto"));
}

#[test]
fn a_tighter_promise_or_another_severity_changes_no_draw_of_the_work_before() {
    let start = |settings: &[(&str, &str)]| simulate(&with(settings)).release_start;
    assert_eq!(start(&[("severity", "5")]), start(&[("severity", "80"), ("slo", "9000"), ("release", "rolling")]));
}
