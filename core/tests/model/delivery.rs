//! Delivery: what a change that is ready waits for, how many ideas go together, and how the bad one among them is found.

use crate::support::{course, events, median, seeds, tell, week_time};
use naru_core::model::{Assumptions, Timeline, event::Kind, stations::delivery::trials};

const GIVEN: Assumptions = Assumptions::STANDARD;
const STARTS: [&str; 7] = ["tue-10:00", "fri-17:00", "sat-03:00", "wed-14:30", "mon-00:00", "sun-23:59", "thu-09:01"];
const DAY: u64 = 24 * 60;

/// The weekday and time at which the release starts.
fn starts(timeline: &Timeline) -> String {
    week_time(timeline, timeline.release_start)
}

/// The minute of the last event of this name.
fn last(timeline: &Timeline, id: &str) -> u64 {
    events(timeline, id).last().map_or(0, |event| event.minute)
}

/// From when the change is ready until the release starts.
fn wait(timeline: &Timeline) -> u64 {
    timeline.release_start - last(timeline, "trial-passed").max(last(timeline, "trial-skipped"))
}

#[test]
fn a_release_goes_out_at_its_weekday_and_time_where_no_gate_stops_it() {
    for delivery in ["continuous", "button", "train"] {
        for start in STARTS {
            for servers in ["container", "handmade"] {
                let settings = [("delivery", delivery), ("start", start), ("servers", servers), ("words", "own")];
                assert!(seeds(100, &settings).all(|timeline| starts(&timeline) == start), "{settings:?}");
            }
        }
    }
}

#[test]
fn a_change_that_a_gate_sent_back_goes_later_by_what_mending_it_takes() {
    for timeline in seeds(50, &[("fault", "syntax"), ("delivery", "continuous")]) {
        let seed = timeline.scenario.seed.to_string();
        let healthy = tell(&[("fault", "none"), ("delivery", "continuous"), ("seed", &seed)]);
        assert!(timeline.release_start > healthy.release_start);
        // It is mended in working hours, is inspected again, and goes by itself.
        let again = timeline.release_start - last(&timeline, "committed");
        assert_eq!(again, healthy.release_start - last(&healthy, "committed"));
    }
}

#[test]
fn continuous_deployment_waits_for_nothing_and_a_button_for_a_person() {
    for timeline in seeds(50, &[("delivery", "continuous")]) {
        assert_eq!(wait(&timeline), GIVEN.start_minutes);
        assert_eq!(events(&timeline, "waits-to-go").count(), 0);
    }
    for timeline in seeds(50, &[("delivery", "button")]) {
        // Somebody has to be found, and then it is not yet the time that was chosen for it.
        let least = GIVEN.button_minutes + GIVEN.start_minutes;
        assert!((least..=least + 7 * DAY).contains(&wait(&timeline)), "{}", wait(&timeline));
        assert_eq!(events(&timeline, "waits-to-go").count(), 1);
    }
}

#[test]
fn the_train_leaves_once_a_month_and_is_waited_for_two_weeks_in_the_middle() {
    let waits: Vec<u64> = seeds(500, &[("delivery", "train"), ("fault", "none")]).map(|it| wait(&it)).collect();
    let month = GIVEN.train_days * DAY;
    assert!(waits.iter().all(|wait| *wait <= month), "nobody waits for the train after the next one");
    assert!(waits.iter().any(|wait| *wait < 2 * DAY) && waits.iter().any(|wait| *wait > month - 2 * DAY));
    let middle = median(waits);
    assert!(middle.abs_diff(month / 2) < 2 * DAY, "{} days", middle / DAY);
}

/// A train waits for nobody: who misses it takes the next one.
#[test]
fn a_change_that_a_gate_sent_back_takes_a_train_that_leaves_on_its_day() {
    for start in STARTS {
        for timeline in seeds(50, &[("delivery", "train"), ("fault", "syntax"), ("start", start)]) {
            let seed = timeline.scenario.seed.to_string();
            let healthy = tell(&[("delivery", "train"), ("fault", "none"), ("start", start), ("seed", &seed)]);
            assert_eq!(starts(&timeline), start, "seed {seed}");
            let late = timeline.release_start - healthy.release_start;
            assert!(late == 0 || late == GIVEN.train_days * DAY, "seed {seed}: {late} minutes after its train");
        }
    }
}

#[test]
fn ideas_wait_together() {
    let ideas = |delivery| {
        let timeline = tell(&[("delivery", delivery)]);
        let told = events(&timeline, "waits-to-go").find_map(|event| match event.kind {
            Kind::WaitsToGo { ideas } => Some(ideas),
            _ => None,
        });
        assert!(told.is_none_or(|told| told == timeline.outcome.ideas));
        timeline.outcome.ideas
    };
    assert_eq!(["continuous", "button", "train"].map(ideas), [1, GIVEN.button_ideas, GIVEN.train_ideas]);
}

#[test]
fn the_bad_one_among_many_is_found_by_halving() {
    assert_eq!([1, 2, 3, 4, 8, 9, 12, 16, 17].map(trials), [0, 1, 2, 2, 3, 4, 4, 4, 5]);
    for (delivery, ideas) in [("continuous", 1), ("button", 3), ("train", 12)] {
        for timeline in seeds(20, &[("delivery", delivery)]) {
            let found: Vec<Kind> = events(&timeline, "bad-one-found").map(|event| event.kind).collect();
            if ideas == 1 {
                assert_eq!(found, [], "there is nothing to look for");
            } else {
                assert_eq!(found, [Kind::BadOneFound { ideas, trials: trials(ideas) }]);
            }
            let alone = tell(&[("seed", &timeline.scenario.seed.to_string())]).outcome.rework_minutes;
            assert_eq!(timeline.outcome.rework_minutes, alone + trials(ideas) * GIVEN.trial_work, "{delivery}");
        }
    }
}

#[test]
fn where_nothing_is_wrong_nothing_is_looked_for() {
    for timeline in seeds(20, &[("delivery", "train"), ("fault", "none")]) {
        assert_eq!(events(&timeline, "bad-one-found").count(), 0);
        // What was misread is planned again; nothing else is.
        assert_eq!(timeline.outcome.rework_minutes > 0, timeline.outcome.misread_by.is_some());
    }
}

#[test]
fn how_often_it_goes_changes_the_lead_time_and_not_the_crossing() {
    let runs = ["continuous", "button", "train"].map(|delivery| tell(&[("delivery", delivery), ("fault", "none")]));
    assert!(runs.is_sorted_by(|one, next| one.outcome.lead_time_minutes <= next.outcome.lead_time_minutes));
    assert!(runs.iter().all(|timeline| timeline.outcome.counts == runs[0].outcome.counts));
    let crossing = |timeline: &Timeline| course(timeline);
    assert!(runs.iter().all(|timeline| crossing(timeline) == crossing(&runs[0])));
}

#[test]
fn friday_evening_costs_more_than_tuesday_morning_where_people_decide() {
    let failed = |start| {
        let settings = [("start", start), ("back", "manual"), ("release", "all-at-once")];
        median(seeds(50, &settings).map(|timeline| timeline.outcome.counts.failed))
    };
    let (tuesday, friday, saturday) = (failed("tue-10:00"), failed("fri-17:00"), failed("sat-12:00"));
    assert!(tuesday < friday && friday < saturday, "{tuesday}, {friday}, {saturday}");
}
