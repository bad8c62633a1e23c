//! The drill: a boat or a harbour stays away, and what that means for orders and for people.

use crate::support::{events, instant, seeds, tell, when};
use naru_core::model::{Assumptions, Release, Timeline, event::Kind};

const GIVEN: Assumptions = Assumptions::STANDARD;

/// A drill without a fault, an hour after the release started.
fn drill(settings: &[(&str, &str)]) -> Timeline {
    tell(&[&[("fault", "none"), ("away-at", "60"), ("release", "rolling")], settings].concat())
}

/// Minutes from the start of the drill until others took the place of what was away.
fn heals(timeline: &Timeline) -> u64 {
    let (away, healed) = (when(timeline, "boats-away"), when(timeline, "healed"));
    healed.zip(away).map(|(healed, away)| healed - away).expect("there is a drill, and it ends")
}

#[test]
fn an_orchestrator_heals_a_harbour_in_minutes_and_people_take_far_longer() {
    let times = ["container", "image", "scripted", "handmade"]
        .map(|servers| heals(&drill(&[("away", "harbour"), ("servers", servers)])));
    assert_eq!(times[0], GIVEN.harbour_minutes + GIVEN.container_ready);
    assert_eq!(times[1], GIVEN.harbour_minutes + GIVEN.image_ready);
    let boat = heals(&drill(&[("away", "boat"), ("servers", "container")]));
    assert_eq!(boat, GIVEN.probe_minutes + GIVEN.container_ready);
    assert!(times.is_sorted() && times[3] >= 10 * times[0], "{times:?}");
    assert!(times[3] <= GIVEN.away_minutes, "the harbour opens again by itself");
}

#[test]
fn at_night_nobody_is_there_to_heal_it_and_an_orchestrator_does_not_mind() {
    let time = |servers, start| heals(&drill(&[("away", "boat"), ("servers", servers), ("start", start)]));
    assert!(time("scripted", "tue-02:00") > time("scripted", "tue-10:00"));
    assert!(time("scripted", "sat-12:00") > time("scripted", "tue-02:00"));
    assert_eq!(time("container", "sat-03:00"), time("container", "tue-10:00"));
}

#[test]
fn one_boat_of_ten_is_hardly_missed_and_half_of_them_are() {
    for servers in ["container", "handmade"] {
        let boat = drill(&[("away", "boat"), ("servers", servers)]);
        assert_eq!((boat.outcome.counts.turned_away, boat.outcome.downtime_minutes), (0, 0), "{servers}");
        let away = when(&boat, "boats-away").unwrap_or_default();
        assert!((away..away + 30).all(|minute| boat.counts(instant(&boat, minute)).waiting == 0));
    }
    let harbour = |servers| drill(&[("away", "harbour"), ("servers", servers)]).outcome;
    // Room for 195 of 300: some wait, and where it lasts they turn away.
    assert!(harbour("handmade").counts.turned_away > 1_000);
    assert!(harbour("handmade").budget_spent_seconds > harbour("container").budget_spent_seconds + 200);
}

#[test]
fn a_harbour_is_half_of_the_fleet_and_the_only_boat_is_all_of_it() {
    for (boats, away, of) in [("10", "harbour", 5), ("7", "harbour", 4), ("1", "harbour", 1), ("10", "boat", 1)] {
        let timeline = drill(&[("boats", boats), ("away", away)]);
        let kinds: Vec<Kind> = events(&timeline, "boats-away").map(|event| event.kind).collect();
        assert_eq!(kinds, [Kind::BoatsAway { boats: of }]);
        let from = when(&timeline, "boats-away").unwrap_or_default();
        assert_eq!(timeline.crossing(instant(&timeline, from)).0.away, of);
        let after = timeline.crossing(instant(&timeline, from + heals(&timeline))).0;
        assert_eq!(after.away, 0);
    }
    let alone = drill(&[("boats", "1"), ("away", "boat")]);
    assert_eq!(alone.outcome.downtime_minutes, heals(&alone), "nobody is left to carry orders");
}

#[test]
fn the_drill_begins_when_it_is_meant_to_and_always_ends() {
    for release in Release::all() {
        for minute in ["0", "7", "240"] {
            let settings =
                [("release", release.id()), ("away", "harbour"), ("away-at", minute), ("servers", "handmade")];
            for timeline in seeds(5, &settings) {
                assert_eq!(when(&timeline, "boats-away").map(|at| at.to_string()).as_deref(), Some(minute));
                assert_eq!(events(&timeline, "healed").count(), 1);
                assert_eq!(timeline.crossing(instant(&timeline, 1_000_000)).0.away, 0);
            }
        }
    }
}

#[test]
fn without_a_drill_nothing_is_away() {
    for timeline in seeds(10, &[("away", "none"), ("away-at", "5")]) {
        assert!(events(&timeline, "boats-away").chain(events(&timeline, "healed")).next().is_none());
    }
}

#[test]
fn a_drill_alone_calls_no_release_off() {
    for release in Release::all() {
        for timeline in
            seeds(20, &[("release", release.id()), ("fault", "none"), ("away", "harbour"), ("away-at", "5")])
        {
            assert_eq!(timeline.outcome.noticed_minute, None, "{}", release.id());
            assert_eq!(timeline.shares().last().map(|(_, share)| *share), Some(10_000));
        }
    }
}
