//! What someone who scrubs, steps or changes a choice while it plays relies on.

use naru_core::model::{Fault, Release, Scenario, Station};
use naru_core::time::Show;

fn shows() -> impl Iterator<Item = Show> {
    Release::all().flat_map(|release| {
        Fault::ALL.map(|fault| Show::new(&Scenario { release, fault, seed: 3, ..Scenario::default() }))
    })
}

#[test]
fn time_moves_on_at_every_place_and_each_event_can_be_reached_by_stepping() {
    for show in shows() {
        let mut before = 0;
        for place in (0..=show.length()).step_by(50) {
            let instant = show.at(place).instant;
            assert!(instant >= before);
            before = instant;
        }
        let mut place = 0;
        let mut seen = vec![show.at(0).event_index];
        while place < show.length() {
            place = show.step(place, true);
            seen.push(show.at(place).event_index);
        }
        seen.dedup();
        assert_eq!(seen.len(), show.timeline.events.len());
        assert_eq!(show.step(0, false), 0);
    }
}

#[test]
fn a_show_takes_less_than_two_minutes() {
    for show in shows() {
        assert!((45_000..120_000).contains(&show.length()), "{} ms", show.length());
    }
}

#[test]
fn an_address_leads_back_to_the_same_place() {
    for show in shows() {
        for place in (0..=show.length()).step_by(333) {
            let (minute, dwell) = show.minute_and_dwell(place);
            assert_eq!(show.place_of(minute, dwell), place);
        }
        assert_eq!(show.place_of(u64::MAX, u64::MAX), show.length());
    }
}

#[test]
fn another_choice_is_entered_at_the_same_station_and_while_orders_cross_at_the_same_minute() {
    let scenario = Scenario::default();
    for from in Release::all() {
        let old = Show::new(&Scenario { release: from, ..scenario.clone() });
        for release in Release::all() {
            let new = Show::new(&Scenario { release, ..scenario.clone() });
            for station in Station::ALL.into_iter().filter(|station| *station < Station::Release) {
                let entry = new.enter(&old, old.station_place(station) + 700);
                assert!(entry.same && new.at(entry.place).station == station);
            }
            for minute in [0, 3, 6, 8, 12, 20, 60, 110] {
                let entry = new.enter(&old, old.place_of(old.timeline.release_start + minute, 0));
                assert_eq!(
                    new.at(entry.place).minute,
                    new.timeline.release_start + minute,
                    "{} {}",
                    from.id(),
                    release.id()
                );
            }
        }
    }
}

#[test]
fn a_stay_that_no_longer_exists_is_entered_earlier_and_says_so() {
    let old = Show::new(&Scenario { fault: Fault::Syntax, ..Scenario::default() });
    let second_ci = old.timeline.visits.iter().rposition(|visit| visit.station == Station::Ci);
    let event = second_ci.map(|visit| old.timeline.visits[visit].first_event as usize).unwrap_or_default();
    let place = old.pacing.place(old.timeline.instants[event]) + 100;
    let new = Show::new(&Scenario { fault: Fault::None, ..Scenario::default() });
    let entry = new.enter(&old, place);
    assert!(!entry.same);
    assert_eq!(new.at(entry.place).station, Station::Ci);
}
