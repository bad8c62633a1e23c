//! What holds in every story whatever is chosen: orders are accounted for, time moves on, journeys end.

use crate::{
    any_scenario::any_scenario,
    support::{instant, tell},
};
use naru_core::model::{Release, Scenario, event::Kind, simulate, timeline::MILLI};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_is_accounted_for_at_every_minute(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        let minutes = timeline.watch_end - timeline.release_start;
        let mut before = timeline.counts(instant(&timeline, 0));
        for minute in 0..=minutes {
            // At the full minute and within it.
            for milli in [0, 370] {
                let counts = timeline.counts(instant(&timeline, minute) + milli);
                let places = counts.arrived + counts.failed + counts.turned_away + counts.aboard + counts.waiting;
                prop_assert_eq!(counts.came, places, "minute {}", minute);
            }
            // As many orders come each minute as were chosen, whatever becomes of them, and no result is taken back.
            let counts = timeline.counts(instant(&timeline, minute));
            prop_assert_eq!(counts.came, minute * scenario.orders, "minute {}", minute);
            let risen = counts.arrived >= before.arrived
                && counts.failed >= before.failed
                && counts.turned_away >= before.turned_away;
            prop_assert!(risen, "minute {minute}: {before:?}, then {counts:?}");
            before = counts;
        }
        prop_assert_eq!(before, timeline.outcome.counts);
    }

    #[test]
    fn shares_are_parts_of_a_whole_and_boats_are_of_the_fleet(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        prop_assert!(timeline.shares().iter().all(|(_, share)| *share <= 10_000));
        // Each share is one that orders of its minute meet.
        prop_assert!(timeline.shares().windows(2).all(|two| two[0].0 < two[1].0), "{:?}", timeline.shares());
        for minute in timeline.release_start..timeline.watch_end {
            let crossing = timeline.crossing(minute * MILLI).0;
            prop_assert!(crossing.share <= 10_000);
            prop_assert!(crossing.new_boats <= scenario.boats && crossing.missing <= scenario.boats);
            prop_assert!(crossing.away <= scenario.boats);
        }
    }

    #[test]
    fn time_never_runs_backwards_and_every_journey_ends(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        prop_assert!(timeline.events.windows(2).all(|pair| pair[0].minute <= pair[1].minute));
        prop_assert!(timeline.instants.windows(2).all(|pair| pair[0] < pair[1]));
        let last: Vec<&str> = timeline.events.iter().rev().take(2).map(|event| event.kind.id()).collect();
        prop_assert!(last[0] == "customers-heard" || last == ["wish-returns", "customers-heard"], "{last:?}");
        prop_assert_eq!(timeline.events.iter().filter(|event| event.kind == Kind::CustomersHeard).count(), 1);
    }

    #[test]
    fn every_alarm_is_answered_and_the_figures_say_what_happened(scenario in any_scenario()) {
        let timeline = simulate(&scenario);
        let minute_of = |id: &str| timeline.events.iter().find(|event| event.kind.id() == id).map(|event| event.minute);
        let outcome = &timeline.outcome;
        prop_assert_eq!(minute_of("noticed"), outcome.noticed_minute);
        prop_assert_eq!(minute_of("restored"), outcome.restored_minute);
        prop_assert_eq!(outcome.noticed_minute.is_some(), outcome.restored_minute.is_some());
        prop_assert!(outcome.noticed_minute <= minute_of("back-started"));
        prop_assert!(minute_of("back-started") <= outcome.restored_minute);
        prop_assert!(!outcome.false_alarm || outcome.caught_at.is_none_or(|by| by != "watch" && by != "customers"));
        prop_assert!(!outcome.change_failed || outcome.recovery_minutes.is_some());
        // Either everyone has the change in the end, or nobody counts how long that took.
        let stayed = timeline.crossing(timeline.watch_end * MILLI).0.exposed() == 10_000;
        prop_assert_eq!(stayed, outcome.lead_time_minutes.is_some());
        prop_assert_eq!(stayed, outcome.everyone_minutes.is_some());
    }

    #[test]
    fn the_same_choices_tell_the_same_story(scenario in any_scenario()) {
        let (one, other) = (simulate(&scenario), simulate(&scenario));
        prop_assert_eq!(one.digest(), other.digest());
        prop_assert_eq!(one.events, other.events);
        prop_assert_eq!(one.outcome, other.outcome);
    }

    #[test]
    fn any_instant_can_be_looked_at(scenario in any_scenario(), instant in any::<u64>()) {
        let timeline = simulate(&scenario);
        let end = timeline.end() * MILLI;
        let mut places = vec![0, instant, instant % (end + 1), timeline.release_start * MILLI, end, end + 1, u64::MAX];
        places.extend((0..=64).map(|part| end * part / 64));
        for place in places {
            let moment = timeline.at(place);
            prop_assert!(moment.instant <= place && moment.instant <= end + MILLI);
            prop_assert!(moment.crossing.share <= 10_000 && moment.to_next <= MILLI);
            prop_assert!(timeline.events.get(moment.event_index as usize) == Some(&moment.event));
        }
    }

    /// Over a whole run this would be false: a worse fault is noticed earlier, and then it fails fewer. It holds as long as
    /// both runs go the same way, up to the minute in which the first of them departs from it.
    #[test]
    fn a_smaller_severity_never_fails_more_orders_on_the_same_way(scenario in any_scenario(), other in 1_u16..=100) {
        let severities = [scenario.severity.min(other), scenario.severity.max(other)];
        let [milder, worse] =
            severities.map(|severity| simulate(&Scenario { severity, ..scenario.clone() }));
        prop_assert_eq!(milder.release_start, worse.release_start);
        for minute in 0..milder.watch_end.max(worse.watch_end) - milder.release_start {
            let at = instant(&milder, minute);
            if milder.crossing(at).0 != worse.crossing(at).0 {
                break;
            }
            let failed = [&milder, &worse].map(|run| run.boarded(at + MILLI).failed());
            prop_assert!(failed[0] <= failed[1], "minute {minute}: {severities:?} fail {failed:?}");
        }
    }
}

#[test]
fn every_strategy_is_watched_on_one_clock() {
    for hold in ["0", "10", "60", "240"] {
        let came = |release: Release| tell(&[("release", release.id()), ("hold", hold)]).outcome.counts.came;
        let all: Vec<u64> = Release::all().map(came).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "hold {hold}: {all:?}");
    }
}

#[test]
fn a_choice_made_later_changes_no_draw_of_the_work_before() {
    let start = |settings: &[(&str, &str)]| tell(settings).release_start;
    let later = [("severity", "80"), ("slo", "9000"), ("release", "rolling"), ("orders", "17"), ("watch", "off")];
    assert_eq!(start(&[("severity", "5")]), start(&later));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_event_is_called_the_same_in_documents_and_in_locales(scenario in any_scenario()) {
        for event in simulate(&scenario).events {
            let document = serde_json::to_value(event).expect("an event is a document");
            prop_assert_eq!(document["kind"].as_str(), Some(event.kind.id()));
        }
    }
}
