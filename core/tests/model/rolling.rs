//! Rolling update as a Kubernetes Deployment does it: waves within surge and unavailable, readiness asked, errors not.

use crate::support::{events, instant, minutes_back, seeds, shares, tell, when};
use naru_core::model::{Assumptions, Crossing, Timeline, event::Kind};

const GIVEN: Assumptions = Assumptions::STANDARD;

/// How the crossing stands at each minute of the watching.
fn crossings(timeline: &Timeline) -> impl Iterator<Item = Crossing> {
    let minutes = 0..timeline.watch_end - timeline.release_start;
    minutes.map(|minute| timeline.crossing(instant(timeline, minute)).0)
}

/// A healthy update of a fleet within limits.
fn healthy(boats: u16, surge: u16, unavailable: u16, servers: &str) -> Timeline {
    let [boats, surge, unavailable] = [boats, surge, unavailable].map(|number| number.to_string());
    let limits = [("boats", &*boats), ("surge", &surge), ("unavailable", &unavailable), ("servers", servers)];
    tell(&[&limits[..], &[("release", "rolling"), ("fault", "none")]].concat())
}

#[test]
fn a_fleet_is_changed_in_waves_within_its_limits() {
    for boats in [1, 2, 3, 7, 10, 64, 100] {
        for (surge, unavailable) in [(1, 0), (0, 1), (0, 0), (2, 2), (3, 0), (0, 4), (25, 25), (100, 0), (0, 100)] {
            let timeline = healthy(boats, surge, unavailable, "container");
            // More than the fleet helps nothing; where nothing may move, Kubernetes lets one be out of service.
            let (surge, unavailable) = (surge.min(boats), unavailable.min(boats));
            let (surge, unavailable) = if surge + unavailable == 0 { (0, 1) } else { (surge, unavailable) };
            let what = format!("{boats} boats, {surge} more, {unavailable} fewer");
            let waves = u64::from(boats.div_ceil(surge + unavailable));
            assert_eq!(when(&timeline, "release-finished"), Some(waves * GIVEN.container_ready), "{what}");
            let mut new = 0;
            for crossing in crossings(&timeline) {
                assert!(crossing.missing <= unavailable && crossing.spare <= surge, "{what}: {crossing:?}");
                assert!(crossing.new_boats >= new && crossing.new_boats - new <= surge + unavailable, "{what}");
                // Orders are spread evenly over the boats that serve.
                let serving = boats - crossing.missing;
                if serving > 0 {
                    let share = 10_000 * u32::from(crossing.new_boats) / u32::from(serving);
                    assert_eq!(u32::from(crossing.share), share, "{what}: {crossing:?}");
                }
                new = crossing.new_boats;
            }
            assert_eq!(new, boats);
        }
    }
}

#[test]
fn nothing_spare_and_nothing_out_of_service_is_one_out_of_service() {
    let [none, one] = [0, 1].map(|unavailable| healthy(10, 0, unavailable, "container"));
    assert_eq!(shares(&none), shares(&one));
    assert_eq!(none.outcome, one.outcome);
    assert!(crossings(&none).any(|crossing| crossing.missing == 1));
}

#[test]
fn the_share_rises_with_the_boats() {
    let boat_by_boat: Vec<(u64, u16)> = (0..=10).map(|boat| (boat, boat as u16 * 1_000)).collect();
    assert_eq!(shares(&healthy(10, 1, 0, "container")), boat_by_boat);
    // Two spare ones and two of the fleet at a time: four of the eight that serve, then eight of eight.
    let waves: Vec<u16> = crossings(&healthy(10, 2, 2, "container")).take(4).map(|crossing| crossing.share).collect();
    assert_eq!(waves, [0, 5_000, 10_000, 10_000]);
}

#[test]
fn many_out_of_service_leave_no_room_for_all_orders() {
    // A fleet carries three tenths more than usual: two of ten may be missing.
    let waits = |unavailable, servers| {
        let timeline = healthy(10, 0, unavailable, servers);
        let minutes = 0..timeline.watch_end - timeline.release_start;
        let waiting = minutes.map(|minute| timeline.counts(instant(&timeline, minute)).waiting).max().unwrap_or(0);
        (waiting, timeline.outcome.counts.turned_away, timeline.outcome.downtime_minutes)
    };
    assert_eq!(waits(2, "handmade"), (0, 0, 0));
    // Containers are there within a minute: orders wait. Boats changed by hand take ten: orders turn away.
    let (waiting, turned_away, downtime) = waits(8, "container");
    assert!(waiting > 0 && (turned_away, downtime) == (0, 0), "{waiting} {turned_away} {downtime}");
    let (waiting, turned_away, downtime) = waits(5, "handmade");
    assert!(waiting > 0 && turned_away > 0 && downtime == 0, "{waiting} {turned_away} {downtime}");
    // 195 board of the 300 that come each minute while five of ten are out of service, twice for ten minutes.
    assert!(turned_away.abs_diff(2 * GIVEN.handmade_ready * (300 - 195)) <= 300, "{turned_away}");
    // With the whole fleet out of service it is all at once.
    assert_eq!(waits(10, "handmade").2, GIVEN.handmade_ready);
}

/// Fates of a change that lacks something on some docks, none of which a gate saw.
fn environment(settings: &[(&str, &str)]) -> impl Iterator<Item = Timeline> + use<> {
    let lacks = [("release", "rolling"), ("fault", "environment"), ("servers", "handmade"), ("e2e", "off")];
    seeds(60, &[&lacks, settings].concat()).filter(|timeline| timeline.outcome.docks_differing > 0)
}

#[test]
fn boats_that_do_not_get_ready_stall_the_update_and_get_no_orders() {
    for timeline in environment(&[("surge", "1"), ("unavailable", "1"), ("back", "manual")]) {
        let stalled = when(&timeline, "stalled").expect("some dock differs");
        let Some(Kind::Stalled { ready, of }) = events(&timeline, "stalled").next().map(|event| event.kind) else {
            panic!("a stall says how many are ready")
        };
        let differing = timeline.outcome.docks_differing;
        // It stops when both places are taken by boats that do not get ready, or when all docks were tried.
        assert!(
            ready + differing.min(2) <= of && (differing >= 2 || ready + differing == of),
            "{ready} of {of}, {differing}"
        );
        let standing = timeline.crossing(instant(&timeline, stalled)).0;
        assert_eq!(standing.new_boats, ready);
        // The progress deadline runs from the last wave, and waves take as long as a boat changed by hand.
        assert_eq!(stalled % GIVEN.handmade_ready, GIVEN.stall_minutes % GIVEN.handmade_ready);
        // Nobody meets a boat that is not ready: what fails, fails anyway.
        assert!(timeline.boarded(instant(&timeline, stalled)).failed() < 40);
        assert!(events(&timeline, "release-finished").next().is_none());
    }
}

#[test]
fn a_stalled_update_is_undone_by_a_controller_at_once_by_a_person_later_by_nobody_who_does_not_look() {
    for timeline in environment(&[("watch", "on"), ("back", "auto")]) {
        assert_eq!(when(&timeline, "noticed"), when(&timeline, "stalled"));
        assert_eq!(when(&timeline, "back-started"), when(&timeline, "stalled"));
        assert_eq!(timeline.outcome.caught_at, Some("watch"));
    }
    for timeline in environment(&[("watch", "on"), ("back", "manual")]) {
        let decided = when(&timeline, "stalled").map(|minute| minute + GIVEN.person_day);
        assert_eq!(when(&timeline, "back-started"), decided);
    }
    for timeline in environment(&[("watch", "off")]) {
        let looked = when(&timeline, "stalled").map(|minute| minute + GIVEN.look_minutes);
        assert_eq!(when(&timeline, "noticed"), looked);
        assert_eq!(timeline.outcome.caught_at, Some("crew"));
    }
}

/// Kubernetes asks boats whether they are ready, not orders whether they fail.
#[test]
fn an_error_rate_alone_stops_no_rolling_update() {
    for timeline in seeds(50, &[("release", "rolling"), ("back", "manual"), ("severity", "100"), ("boats", "20")]) {
        let at = |id| when(&timeline, id);
        assert!(at("noticed") < at("release-finished"), "noticed on its way");
        assert_eq!(at("release-finished"), Some(20), "and it goes on as if nothing were wrong");
        assert_eq!(at("back-started"), at("noticed").map(|minute| minute + GIVEN.person_day));
    }
}

#[test]
fn with_a_controller_an_update_is_undone_from_where_it_stands() {
    for timeline in seeds(50, &[("release", "rolling"), ("back", "auto"), ("severity", "60"), ("boats", "20")]) {
        let noticed = when(&timeline, "noticed").expect("it is noticed");
        assert_eq!(when(&timeline, "back-started"), Some(noticed));
        assert!(events(&timeline, "release-finished").next().is_none());
        // Boat by boat, as it came.
        let changed = timeline.crossing(instant(&timeline, noticed)).0.new_boats;
        assert_eq!(minutes_back(&timeline.outcome), Some(u64::from(changed) * GIVEN.container_ready));
        let back: Vec<u16> = crossings(&timeline).skip(noticed as usize).map(|crossing| crossing.new_boats).collect();
        assert!(back.windows(2).all(|two| two[0] >= two[1] && two[0] - two[1] <= 1), "{back:?}");
    }
}

#[test]
fn the_same_change_on_boxes_that_bring_all_they_need_goes_through() {
    for servers in ["container", "image"] {
        for timeline in environment(&[]).take(5) {
            let seed = timeline.scenario.seed.to_string();
            let settings = [("release", "rolling"), ("fault", "environment"), ("servers", servers), ("seed", &seed)];
            let outcome = tell(&settings).outcome;
            assert_eq!((outcome.caught_at, outcome.exposed_minute), (Some("image"), None));
            assert!(outcome.lead_time_minutes.is_some());
        }
    }
}
