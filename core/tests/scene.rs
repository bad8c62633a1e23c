//! What somebody who looks relies on: the picture agrees with the figures, on every screen.

mod any_scenario;

use any_scenario::any_scenario;
use naru_core::{
    model::{Away, Fault, Release, Scenario, Servers, Station},
    scene::{Frame, Hull, Slip, SlipKind, View, frame, orders_a_slip},
    session::Camera,
    time::Show,
};
use proptest::prelude::*;

fn view(width: f64, height: f64) -> View {
    View { width, height, camera: Camera::Follow, still: false, before: false, letters: 1.0 }
}

/// Milliseconds of a frame, and stage units that no boat goes further within one.
const FRAME_MS: u64 = 16;
const BOAT_PACE: f64 = 32.0;

/// How far the boat that moved furthest went from one frame to the next.
fn furthest_way(one: &Frame, next: &Frame) -> f64 {
    let ways = one.boats.iter().filter_map(|boat| {
        let moved = next.boats.iter().find(|other| other.number == boat.number)?;
        Some((boat.place.x - moved.place.x).hypot(boat.place.y - moved.place.y))
    });
    ways.fold(0.0, f64::max)
}

/// Any story: fleets of any size, with and without a router, with drills, flags and stalls.
fn any_show() -> impl Strategy<Value = Show> {
    any_scenario().prop_map(|scenario| Show::new(&scenario))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_slips_that_are_seen_add_up_to_the_figures(show in any_show(), part in 0.0..1.0_f64) {
        let start = show.station_place(Station::Release);
        let place = start + ((show.length() - start) as f64 * part) as u64;
        let moment = show.at(place);
        let frame = frame(&show.timeline, &moment, &view(1366.0, 768.0));
        let a_slip = orders_a_slip(show.timeline.scenario.orders);
        let count = |wanted: &dyn Fn(SlipKind) -> bool| frame.slips.iter().filter(|slip| wanted(slip.kind)).count() as u64;
        // Rounding: each of the four streams is right to the nearest slip at both of its ends.
        let close = |slips: u64, orders: u64, ends: u64| (slips * a_slip).abs_diff(orders) <= ends * a_slip;
        // Whatever lies before the customers' feet or above has come back; what is under way is still over the water.
        let lies = |slip: &&Slip| slip.place.y < 318.0;
        let heaped = frame.slips.iter().filter(|slip| slip.kind == SlipKind::Failed).filter(lies).count() as u64;
        // Of those that are on their way back, the last are already above the landing.
        let returning = moment.boarded.failed() - moment.known.failed();
        prop_assert!(
            close(heaped, moment.counts.failed, 3) || heaped * a_slip > moment.counts.failed && heaped * a_slip <= moment.counts.failed + returning + 3 * a_slip,
            "{heaped} slips of {a_slip}, {} failed", moment.counts.failed
        );
        let all = count(&|kind| matches!(kind, SlipKind::Old | SlipKind::New | SlipKind::Failed));
        if moment.minute < show.timeline.watch_end {
            let orders = moment.counts.aboard + moment.counts.failed;
            prop_assert!(close(all, orders, 9), "{all} slips of {a_slip}, {orders} aboard or failed");
        }
        prop_assert!(close(count(&|kind| kind == SlipKind::Waiting), moment.counts.waiting, 1));
        prop_assert!(close(count(&|kind| kind == SlipKind::Turned), moment.counts.turned_away, 1));
        // However many wait or turn away, the works behind them stay to be seen.
        let low = |slip: &Slip| slip.place.y > 415.0 && slip.place.x > 590.0;
        let ashore = |slip: &&Slip| matches!(slip.kind, SlipKind::Turned | SlipKind::Waiting);
        prop_assert!(frame.slips.iter().filter(ashore).all(low), "{:?}", moment.counts);
    }

    #[test]
    fn the_boats_that_are_seen_are_those_that_serve(show in any_show(), part in 0.0..1.0_f64) {
        let scenario = &show.timeline.scenario;
        let start = show.station_place(Station::Release);
        let moment = show.at(start + ((show.length() - start) as f64 * part) as u64);
        let crossing = &moment.crossing;
        // Where the fleet is changed boat by boat, and when all boats have come to rest.
        if scenario.release.strategy().goes_by_boats(scenario) && moment.since_change >= 1_000 {
            let frame = frame(&show.timeline, &moment, &view(1366.0, 768.0));
            let seen = |hull| frame.boats.iter().filter(|boat| boat.opacity >= 1.0 && boat.hull == hull).count();
            let serving = scenario.boats.saturating_sub(crossing.missing + crossing.away);
            prop_assert_eq!(seen(Hull::New) + seen(Hull::Old), usize::from(serving), "{:?}", crossing);
            if crossing.away == 0 {
                prop_assert_eq!(seen(Hull::New), usize::from(crossing.new_boats.min(serving)), "{:?}", crossing);
            }
            // Whatever a drill takes away, each kind that orders meet is there.
            if serving > 1 {
                prop_assert_eq!(seen(Hull::New) > 0, crossing.share > 0, "{:?}", crossing);
                prop_assert_eq!(seen(Hull::Old) > 0, crossing.share < 10_000, "{:?}", crossing);
            }
            // Those that are changed or away have left their moorings empty.
            prop_assert_eq!(seen(Hull::Away), usize::from(scenario.boats - serving), "{:?}", crossing);
            let numbers: std::collections::BTreeSet<u16> = frame.boats.iter().map(|boat| boat.number).collect();
            prop_assert_eq!(numbers.len(), frame.boats.len(), "each boat has a number of its own");
        }
    }

    #[test]
    fn nothing_teleports_while_it_plays(show in any_show(), part in 0.0..1.0_f64) {
        let place = (show.length() as f64 * part) as u64;
        let at = |place: u64| frame(&show.timeline, &show.at(place), &view(1366.0, 768.0));
        let (one, next) = (at(place), at(place + FRAME_MS));
        let (moment, next_moment) = (show.at(place), show.at(place + FRAME_MS));
        // The camera's way is a tenth of the view at most from one frame to the next.
        let middle = |frame: &Frame| frame.camera.left + 1366.0 / frame.camera.scale / 2.0;
        prop_assert!((middle(&one) - middle(&next)).abs() < 136.6 / one.camera.scale);
        // Nothing carries the idea faster than the crane, 25 units a frame.
        if let (Some(one), Some(next)) = (&one.idea, &next.idea) {
            prop_assert!((one.place.x - next.place.x).abs() < 26.0 && (one.place.y - next.place.y).abs() < 26.0);
        }
        // A slip keeps its way: from one frame to the next it goes no further than its pace.
        let pace = 60.0 + (next_moment.instant - moment.instant) as f64 * 1.1;
        let old_ones = |frame: &Frame| -> Vec<Slip> {
            frame.slips.iter().filter(|slip| slip.kind == SlipKind::Old).copied().collect()
        };
        for slip in old_ones(&one) {
            let near = old_ones(&next).iter().any(|other| {
                other.number == slip.number && (other.place.x - slip.place.x).abs() < pace && (other.place.y - slip.place.y).abs() < pace
            });
            let gone = old_ones(&next).iter().all(|other| other.number != slip.number);
            prop_assert!(near || gone, "{slip:?} jumped");
        }
        let way = furthest_way(&one, &next);
        prop_assert!(way < BOAT_PACE, "a boat went {way}");
    }
}

/// Stories in which there is something to be seen everywhere: a gate that stops, the greatest fleet, a fleet with a drill.
fn eventful() -> [Scenario; 3] {
    let fleet = |id| Scenario { release: Release::by_id(id).unwrap_or_default(), ..Scenario::default() };
    [
        Scenario { fault: Fault::Syntax, ..Scenario::default() },
        Scenario { boats: 100, surge: 30, unavailable: 30, ..fleet("rolling") },
        Scenario { boats: 37, router: false, away: Away::Harbour, away_at: 5, ..fleet("canary") },
    ]
}

#[test]
fn the_station_that_acts_is_seen_on_every_screen() {
    for show in eventful().iter().map(Show::new) {
        for (width, height) in
            [(320.0, 480.0), (366.0, 438.0), (640.0, 238.0), (962.0, 474.0), (1_400.0, 720.0), (1_050.0, 1_000.0)]
        {
            for place in (2_500..show.length()).step_by(400).filter(|place| show.at(*place).here_ms >= 2_000) {
                acts_in_sight(&show, place, width, height);
            }
        }
    }
}

fn acts_in_sight(show: &Show, place: u64, width: f64, height: f64) {
    let moment = show.at(place);
    let frame = frame(&show.timeline, &moment, &view(width, height));
    let camera = &frame.camera;
    if let Some(idea) = &frame.idea {
        let (x, y) = ((idea.place.x - camera.left) * camera.scale, (idea.place.y - camera.top) * camera.scale);
        assert!((0.0..width).contains(&x) && (0.0..height).contains(&y), "{width}x{height} {idea:?} at {x},{y}");
    }
    // Boats that have come to rest; one that leaves may sail out of sight.
    if moment.station >= Station::Release && moment.since_change >= 1_000 {
        for boat in frame.boats.iter().filter(|boat| boat.opacity >= 1.0) {
            let x = (boat.place.x - camera.left) * camera.scale;
            assert!((0.0..=width).contains(&x), "{width}x{height} {boat:?} at {x}");
        }
    }
}

#[test]
fn a_slip_stands_for_a_round_number_of_orders() {
    assert_eq!([10, 30, 31, 300, 10_000].map(orders_a_slip), [1, 1, 1, 5, 200]);
}

#[test]
fn boats_come_and_go_without_haste_however_long_a_release_takes() {
    let release = |id| Release::by_id(id).unwrap_or_default();
    let ways = ["all-at-once", "blue-green", "canary", "rolling"].map(release);
    for (release, servers) in ways.iter().flat_map(|way| Servers::ALL.map(|servers| (*way, servers))) {
        for boats in [1, 4, 30] {
            let show = Show::new(&Scenario { release, servers, boats, ..Scenario::default() });
            let at = |place| frame(&show.timeline, &show.at(place), &view(1366.0, 768.0));
            let mut one = at(show.station_place(Station::Release));
            for place in (show.station_place(Station::Release)..show.length()).step_by(FRAME_MS as usize) {
                let next = at(place);
                let way = furthest_way(&one, &next);
                assert!(way < BOAT_PACE, "{release:?} {servers:?} {boats}: {way} at {place}");
                one = next;
            }
        }
    }
}
