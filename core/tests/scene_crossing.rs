//! What somebody who watches the crossing relies on: boats, ways, shares, heaps and moods tell what happens.

use naru_core::{
    model::{Away, Kind, Release, Scenario, Servers, timeline::MILLI},
    scene::{Boat, CROSSING, Frame, Heading, How, Hull, Slip, SlipKind, View, frame},
    session::Camera,
    time::Show,
};

fn scenario(release: &str) -> Scenario {
    Scenario { release: Release::by_id(release).unwrap_or_default(), ..Scenario::default() }
}

fn view(still: bool) -> View {
    View { width: 1366.0, height: 768.0, camera: Camera::Follow, still, before: false, letters: 1.0 }
}

/// The frame so many thousandths of a minute after the release has started.
fn after(show: &Show, milli: u64) -> Frame {
    let instant = show.timeline.release_start * MILLI + milli;
    frame(&show.timeline, &show.at(show.pacing.place(instant)), &view(false))
}

/// All frames of the crossing, a tenth of a minute apart, with their time.
fn frames(show: &Show) -> impl Iterator<Item = (u64, Frame)> {
    let minutes = show.timeline.watch_end - show.timeline.release_start;
    (0..minutes.min(30) * MILLI).step_by(100).map(|milli| (milli, after(show, milli)))
}

fn state(frame: &Frame, part: &str) -> &'static str {
    frame.states.iter().find(|(name, _)| *name == part).map_or("", |(_, state)| state)
}

/// How far a part is turned or shifted.
fn pose(frame: &Frame, part: &str) -> f64 {
    let pose = frame.poses.iter().find(|pose| pose.part == part).map(|pose| pose.how);
    match pose {
        Some(How::Turn(degrees, _)) => degrees,
        Some(How::Shift(x, _)) => x,
        _ => f64::NAN,
    }
}

fn failed(frame: &Frame) -> usize {
    frame.slips.iter().filter(|slip| slip.kind == SlipKind::Failed).count()
}

fn moods(frame: &Frame, mood: &str) -> usize {
    (1..=5).filter(|customer| state(frame, &format!("customer-{customer}")) == mood).count()
}

#[test]
fn the_share_board_shows_the_share() {
    let mut shares = std::collections::BTreeSet::new();
    for release in ["canary", "blue-green", "rolling", "all-at-once"] {
        let show = Show::new(&scenario(release));
        for (milli, frame) in frames(&show) {
            let crossing = show.timeline.crossing(show.timeline.release_start * MILLI + milli).0;
            let slots =
                |wanted: &str| (1..=20).filter(|slot| state(&frame, &format!("share-{slot}")) == wanted).count();
            if crossing.open {
                let new = f64::from(crossing.share) / 500.0;
                assert_eq!(slots("new"), new.floor() as usize);
                assert_eq!(slots("old"), 20 - new.ceil() as usize);
                shares.insert(crossing.share);
            } else {
                assert_eq!(slots("none"), 20);
            }
        }
    }
    assert!(shares.contains(&500) && shares.contains(&3_000), "{shares:?}");
}

#[test]
fn a_share_that_is_no_twentieth_shows_one_slot_of_both() {
    let show = Show::new(&Scenario { boats: 3, router: false, ..scenario("canary") });
    let (_, frame) =
        frames(&show).find(|(_, frame)| state(frame, "share-1") == "new").unwrap_or_else(|| panic!("no share"));
    let slots: Vec<&str> = (1..=20).map(|slot| state(&frame, &format!("share-{slot}"))).collect();
    assert_eq!((slots[5], slots[6], slots[7]), ("new", "both", "old"), "a third: {slots:?}");
}

#[test]
fn no_order_is_on_the_gangway_while_it_swings() {
    let show = Show::new(&scenario("blue-green"));
    let over_water = |slip: &&Slip| (1_032.0..1_108.0).contains(&slip.place.x) && slip.place.y > 400.0;
    let mut swings = 0;
    for (milli, frame) in frames(&show) {
        let angle = pose(&frame, "gangway");
        if (2.0..37.0).contains(&angle) {
            swings += 1;
            assert_eq!(frame.slips.iter().filter(over_water).count(), 0, "{milli}: {angle}°");
            assert!(pose(&frame, "barrier") > -60.0, "the barrier keeps orders back");
        }
    }
    assert!(swings >= 4, "over and back: {swings}");
}

#[test]
fn the_gangway_gathers_itself_and_settles() {
    let show = Show::new(&scenario("blue-green"));
    let angles: Vec<f64> = (6_000..9_000).step_by(10).map(|milli| pose(&after(&show, milli), "gangway")).collect();
    let (least, most) =
        angles.iter().fold((0.0_f64, 0.0_f64), |(least, most), angle| (least.min(*angle), most.max(*angle)));
    let rests = angles.last().copied().unwrap_or(0.0);
    assert!(least < -0.5 && least > -4.0, "a little lift before: {least}");
    assert!(most > rests + 0.5 && most < rests + 4.0, "and a little too far: {most}");
}

#[test]
fn a_ferry_leaves_without_orders_on_its_deck_however_long_the_swap_takes() {
    for servers in [Servers::Container, Servers::Handmade] {
        let show = Show::new(&Scenario { servers, ..scenario("all-at-once") });
        let mut empty = 0;
        for (milli, frame) in frames(&show) {
            let at_berth = |boat: &Boat| boat.hull != Hull::Away && boat.heading == Heading::Rests;
            let crossing = show.timeline.crossing(show.timeline.release_start * MILLI + milli).0;
            assert!(!crossing.open || frame.boats.iter().any(at_berth), "{servers:?} {milli}: who boards needs a boat");
            if !frame.boats.iter().any(at_berth) {
                empty += 1;
                let on_deck = |slip: &&Slip| slip.place.x > 1_030.0 && slip.place.y > 430.0;
                assert_eq!(frame.slips.iter().filter(on_deck).count(), 0, "{servers:?} {milli}");
            }
        }
        assert!(empty > 5, "{servers:?}: {empty}");
    }
}

#[test]
fn boats_that_stay_away_leave_their_moorings_empty() {
    for release in ["canary", "blue-green", "all-at-once", "rolling"] {
        for away in [Away::Boat, Away::Harbour] {
            let show = Show::new(&Scenario { away, away_at: 3, ..scenario(release) });
            let mut seen = 0;
            for (milli, frame) in frames(&show) {
                let (now, _, since) = show.timeline.crossing(show.timeline.release_start * MILLI + milli);
                if now.away > 0 && now.missing == 0 && now.open && since >= 900 {
                    let empty = frame.boats.iter().filter(|boat| boat.hull == Hull::Away && boat.opacity >= 1.0);
                    assert_eq!(empty.count(), usize::from(now.away), "{release} {away:?} {milli}");
                    seen += 1;
                }
            }
            assert!(seen > 0, "{release} {away:?}");
        }
    }
}

#[test]
fn no_way_leads_to_rows_without_boats() {
    let show = Show::new(&Scenario { away: Away::Harbour, away_at: 3, ..scenario("rolling") });
    let out = |milli: u64| pose(&after(&show, milli), "plank").abs() < 1.0;
    assert!(out(2_000), "the lower row takes orders");
    assert!(!out(4_500), "the lower harbour is closed");
}

#[test]
fn boats_of_a_fleet_have_room() {
    for boats in 1..=100 {
        let show = Show::new(&Scenario { boats, ..scenario("rolling") });
        let frame = after(&show, 0);
        let fleet: Vec<&Boat> = frame.boats.iter().filter(|boat| boat.hull == Hull::Old).collect();
        assert_eq!(fleet.len(), usize::from(boats));
        for (index, one) in fleet.iter().enumerate() {
            for other in &fleet[index + 1..] {
                let apart =
                    ((one.place.x - other.place.x).abs() / one.scale, (one.place.y - other.place.y).abs() / one.scale);
                assert!(apart.0 > 220.0 || apart.1 > 110.0, "{boats}: {} and {}", one.number, other.number);
            }
        }
    }
}

#[test]
fn every_slip_is_within_the_picture() {
    const ROOM: f64 = 8.0;
    let [left, top, width, height] = CROSSING;
    let fleet = |boats| Scenario { boats, surge: 9, unavailable: 2, ..scenario("rolling") };
    let crowded = Scenario { servers: Servers::Handmade, severity: 100, ..scenario("all-at-once") };
    for scenario in [scenario("canary"), scenario("blue-green"), crowded, fleet(5), fleet(10), fleet(37), fleet(100)] {
        for (_, frame) in frames(&Show::new(&scenario)) {
            for Slip { place, .. } in &frame.slips {
                assert!(place.x - ROOM > left && place.x + ROOM < left + width, "{place:?}");
                assert!(place.y - ROOM > top && place.y + ROOM < top + height, "{place:?}");
            }
        }
    }
}

#[test]
fn six_hundred_and_thirty_look_like_what_they_are() {
    let heaps = |release: &str| {
        let show = Show::new(&scenario(release));
        let frame = frame(&show.timeline, &show.at(show.length()), &view(false));
        // The owners' faces stay to be seen.
        let heaped = frame.slips.iter().filter(|slip| slip.kind == SlipKind::Failed);
        assert!(heaped.map(|slip| slip.place.y).fold(f64::INFINITY, f64::min) > 276.0);
        let own = (1..=5).map(|customer| {
            let x = 1_236.0 + f64::from(customer - 1) * 70.25;
            frame.slips.iter().filter(|slip| slip.kind == SlipKind::Failed && (slip.place.x - x).abs() < 36.0).count()
        });
        (failed(&frame), own.min().unwrap_or(0), show.timeline.outcome.counts.failed)
    };
    let (all, least, orders) = heaps("all-at-once");
    let (canary, fewest, few_orders) = heaps("canary");
    // To the nearest slip of five orders, in each of two counts.
    assert!(all.abs_diff(orders as usize / 5) <= 2 && canary.abs_diff(few_orders as usize / 5) <= 2);
    assert!(least >= 20, "each heap is one: {least}");
    assert!(fewest <= 2 && canary < 12, "a slip or two: {fewest} of {canary}");
}

#[test]
fn moods_follow_what_customers_get() {
    let show = Show::new(&scenario("all-at-once"));
    assert_eq!(moods(&after(&show, 500), "waiting"), 5, "nothing has arrived");
    assert_eq!(moods(&after(&show, 9_000), "sorry"), 5, "a fifth of all orders fails");
    let last = frame(&show.timeline, &show.at(show.length()), &view(false));
    assert_eq!((moods(&last, "sorry"), moods(&last, "glad")), (0, 0), "nobody smiles at such a heap");
    let show = Show::new(&scenario("canary"));
    let sorry = moods(&after(&show, 8_000), "sorry");
    assert!((1..5).contains(&sorry), "few meet the fault: {sorry}");
    assert_eq!(moods(&frame(&show.timeline, &show.at(show.length()), &view(false)), "glad"), 5);
}

#[test]
fn still_steps_show_what_has_come_to_rest() {
    for (release, wanted) in [("blue-green", Kind::SidePreparing), ("blue-green", Kind::Switched { share: 10_000 })] {
        let show = Show::new(&scenario(release));
        let index = show.timeline.events.iter().position(|event| event.kind == wanted);
        let instant = index.and_then(|index| show.timeline.instants.get(index)).copied().unwrap_or(0);
        let moment = show.at(show.pacing.place(instant));
        let frame = frame(&show.timeline, &moment, &view(true));
        let new = frame.boats.iter().find(|boat| boat.hull == Hull::New);
        assert!(new.is_some_and(|boat| boat.opacity >= 1.0 && boat.heading == Heading::Rests), "{wanted:?}");
        let down = pose(&frame, "gangway") > 30.0;
        assert_eq!(down, matches!(wanted, Kind::Switched { .. }), "{wanted:?}");
    }
}
