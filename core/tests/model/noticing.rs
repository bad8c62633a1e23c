//! Who notices, how soon, and how long the way back takes.

use crate::support::{events, median, minutes_back, minutes_to_notice, seeds, tell, week_time, when};
use naru_core::model::{Assumptions, Release, Timeline, event::Kind};

/// The median time to notice over some seeds.
fn time_to_notice(settings: &[(&str, &str)]) -> u64 {
    median(seeds(200, settings).map(|timeline| minutes_to_notice(&timeline.outcome).expect("it is noticed")))
}

#[test]
fn the_greater_the_share_the_sooner_the_watch_notices() {
    for hold in ["10", "60"] {
        let times = ["0.5", "2", "5"]
            .map(|share| time_to_notice(&[("share", share), ("orders", "300"), ("severity", "20"), ("hold", hold)]));
        assert!(times.is_sorted_by(|less, more| less > more), "hold {hold}: {times:?}");
    }
}

#[test]
fn a_worse_fault_and_a_busier_day_are_noticed_sooner_on_a_small_canary() {
    // From some severity on, the watch waits for nothing but enough orders to judge.
    let times = ["3", "8", "20", "80"].map(|severity| time_to_notice(&[("share", "1"), ("severity", severity)]));
    assert!(times.is_sorted_by(|less, more| less >= more) && times[0] > times[3], "{times:?}");
    let times = ["100", "300", "3000"].map(|orders| time_to_notice(&[("share", "1"), ("orders", orders)]));
    assert!(times.is_sorted_by(|less, more| less > more), "{times:?}");
}

/// Flagger: "the time it takes for a canary to be rolled back is interval x threshold", where every check fails.
#[test]
fn the_way_back_begins_after_interval_times_failing_checks() {
    for (interval, checks, orders) in
        [(1, 5, 1_000), (1, 1, 1_000), (1, 20, 1_000), (2, 5, 300), (5, 3, 100), (10, 4, 50)]
    {
        let texts = [interval, checks, orders].map(|number: u64| number.to_string());
        for release in ["canary", "blue-green"] {
            // Few orders on long intervals: customers would complain before the last check otherwise.
            let settings = [
                ("release", release),
                ("severity", "100"),
                ("steps", "10"),
                ("hold", "60"),
                ("interval", &texts[0]),
                ("checks", &texts[1]),
                ("orders", &texts[2]),
            ];
            for timeline in seeds(40, &settings).filter(|timeline| timeline.outcome.caught_at == Some("watch")) {
                let outcome = &timeline.outcome;
                assert_eq!(minutes_to_notice(outcome), Some(interval * checks), "{settings:?}");
                // The watch goes back itself, and moving the orders takes a minute.
                assert_eq!(minutes_back(outcome), Some(Assumptions::STANDARD.switch_minutes), "{settings:?}");
            }
            let by_watch = |timeline: &Timeline| timeline.outcome.caught_at == Some("watch");
            assert!(release != "canary" || seeds(40, &settings).filter(by_watch).count() > 30, "{settings:?}");
        }
    }
}

/// Flagger: "the minimum time required to validate and promote a canary deployment is interval x (maxWeight / stepWeight)".
#[test]
fn a_healthy_canary_is_everybodys_after_interval_times_the_number_of_steps() {
    for (steps, interval) in [("5,10,15,20,25,30,35,40,45,50", 1), ("2,4,6,8,10", 3), ("10,20,30,40,50", 2), ("50", 60)]
    {
        let minutes = interval.to_string();
        let timeline =
            tell(&[("fault", "none"), ("steps", steps), ("hold", &minutes), ("interval", &minutes), ("watch", "on")]);
        let count = steps.split(',').count() as u64;
        let last = events(&timeline, "weighed").last().map(|event| event.minute - timeline.release_start);
        assert_eq!(last.zip(when(&timeline, "weighed")).map(|(to, from)| to - from), Some(interval * count), "{steps}");
        assert_eq!(timeline.outcome.everyone_minutes, last);
    }
}

#[test]
fn more_checks_that_must_fail_are_a_later_notice() {
    let times = ["1", "2", "5", "12"].map(|checks| time_to_notice(&[("release", "blue-green"), ("checks", checks)]));
    assert_eq!(times, [1, 2, 5, 12]);
}

#[test]
fn without_a_watch_customers_notice_later() {
    for release in Release::all() {
        let settings = |watch| [("release", release.id()), ("watch", watch), ("hold", "60")];
        let (on, off) = (time_to_notice(&settings("on")), time_to_notice(&settings("off")));
        assert!(off > on + 10, "{}: {on} with, {off} without", release.id());
        for timeline in seeds(50, &settings("off")) {
            assert_eq!(timeline.outcome.caught_at, Some("customers"));
            let first = minutes_to_notice(&timeline.outcome).expect("it is noticed");
            assert!(first > Assumptions::STANDARD.complaint_delay, "nobody complains at once: {first}");
        }
    }
}

#[test]
fn a_person_takes_longer_at_night_and_longest_on_a_weekend() {
    let given = Assumptions::STANDARD;
    // Blue-green: what comes after the decision is one switch, whoever decided.
    let settings = |start, back| [("release", "blue-green"), ("hold", "240"), ("start", start), ("back", back)];
    let starts = [
        ("tue-10:00", given.person_day),
        ("fri-16:00", given.person_day),
        ("tue-19:00", given.person_night),
        ("fri-17:00", given.person_night),
        ("wed-03:30", given.person_night),
        ("sat-11:00", given.person_weekend),
        ("sun-23:00", given.person_weekend),
    ];
    for (start, person) in starts {
        for timeline in seeds(20, &settings(start, "manual")) {
            let noticed = timeline.outcome.noticed_minute.map(|minute| week_time(&timeline, minute));
            let back = minutes_back(&timeline.outcome);
            assert_eq!(back, Some(person + given.switch_minutes), "out {start}, noticed {noticed:?}");
        }
        for timeline in seeds(20, &settings(start, "auto")) {
            assert_eq!(minutes_back(&timeline.outcome), Some(given.switch_minutes), "{start}: machines do not sleep");
        }
    }
    assert!(given.person_day < given.person_night && given.person_night < given.person_weekend);
}

#[test]
fn complaints_reach_people_even_where_the_watch_would_go_back_itself() {
    let settings = [("release", "blue-green"), ("hold", "240"), ("watch", "off"), ("back", "auto")];
    for timeline in seeds(20, &settings) {
        let expected = Assumptions::STANDARD.person_day + Assumptions::STANDARD.switch_minutes;
        assert_eq!(minutes_back(&timeline.outcome), Some(expected));
    }
}

#[test]
fn the_tower_takes_over_only_when_no_alarm_is_open() {
    for release in Release::all() {
        for back in ["auto", "manual"] {
            for hold in ["0", "10"] {
                let timeline = tell(&[("release", release.id()), ("back", back), ("hold", hold)]);
                let at = |id| timeline.events.iter().position(|event| event.kind.id() == id);
                let takes_over = at(Kind::WatchGoesOn.id());
                assert!(takes_over < at("noticed") || takes_over > at("restored"), "{} {back} {hold}", release.id());
                assert_eq!(events(&timeline, "watch-goes-on").count(), 1);
            }
        }
    }
}

/// The watching lasts until the watch could have acted.
#[test]
fn a_watch_that_takes_its_time_is_not_cut_short() {
    // So few orders that no customers complain; the fifth check is after five hours.
    for release in ["canary", "blue-green"] {
        let settings =
            [("release", release), ("steps", "100"), ("orders", "20"), ("severity", "3"), ("interval", "60")];
        for timeline in seeds(20, &settings) {
            assert_eq!(minutes_to_notice(&timeline.outcome), Some(300), "{release}");
        }
    }
}
