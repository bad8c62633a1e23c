//! Canary: weights in their order, each held, an abort to nothing; with a router or by whole boats.

use crate::support::{course, events, instant, minutes_back, seeds, shares, tell, when};
use naru_core::model::Assumptions;

const GIVEN: Assumptions = Assumptions::STANDARD;
/// The minute of the first weight with containers: a boat gets ready, then orders are moved to it.
const FIRST: u64 = GIVEN.container_ready + GIVEN.switch_minutes;

#[test]
fn each_weight_is_held_and_the_last_one_is_everyone() {
    let cases: [(&str, &[u16]); 6] = [
        ("5,25,50,100", &[500, 2_500, 5_000, 10_000]),
        ("0.5,2", &[50, 200, 10_000]),
        ("10,20,30", &[1_000, 2_000, 3_000, 10_000]),
        ("50", &[5_000, 10_000]),
        ("100", &[10_000]),
        ("1,2,3,4,5,6,7,8,9,10,11,12", &[100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_100, 1_200, 10_000]),
    ];
    for (steps, weights) in cases {
        for hold in [1_u64, 10, 240] {
            let timeline = tell(&[("fault", "none"), ("steps", steps), ("hold", &hold.to_string())]);
            let held = weights.iter().zip(0..).map(|(weight, index)| (FIRST + index * hold, *weight));
            assert_eq!(shares(&timeline), [(0, 0)].into_iter().chain(held).collect::<Vec<_>>(), "{steps}, hold {hold}");
        }
    }
}

#[test]
fn the_old_boats_go_soon_after_the_last_weight() {
    let timeline = tell(&[("fault", "none"), ("steps", "5,50"), ("hold", "20")]);
    let all = FIRST + 40;
    let expected = [
        (0, "release-started"),
        (GIVEN.container_ready, "side-ready"),
        (FIRST, "weighed"),
        (FIRST + 20, "weighed"),
        (all, "weighed"),
        (all + GIVEN.switch_minutes, "side-removed"),
        (all + GIVEN.switch_minutes, "release-finished"),
        (all + GIVEN.switch_minutes + GIVEN.handover_minutes, "watch-goes-on"),
    ];
    assert_eq!(course(&timeline), expected);
}

#[test]
fn an_abort_sets_the_weight_to_nothing_at_once() {
    for timeline in seeds(100, &[("share", "5"), ("hold", "60")]) {
        assert_eq!(minutes_back(&timeline.outcome), Some(GIVEN.switch_minutes));
        assert_eq!(shares(&timeline).last().map(|(_, share)| *share), Some(0));
        // From the greatest weight that was reached straight to nothing.
        let met: Vec<u16> = shares(&timeline).into_iter().map(|(_, share)| share).collect();
        assert!(met[..met.len() - 1].is_sorted(), "{met:?}");
    }
}

#[test]
fn the_next_weight_waits_while_a_person_decides() {
    // Noticed in the first step, which would be over long before somebody has looked.
    for timeline in seeds(50, &[("hold", "10"), ("back", "manual"), ("severity", "60")]) {
        assert_eq!(shares(&timeline).len(), 3, "nothing, the first weight, nothing: {:?}", shares(&timeline));
        assert_eq!(minutes_back(&timeline.outcome), Some(GIVEN.person_day + GIVEN.switch_minutes));
    }
}

/// Flagger halts the advancement while a check fails, and counts on.
#[test]
fn no_greater_weight_follows_while_checks_fail() {
    for timeline in seeds(50, &[("hold", "5"), ("share", "20"), ("severity", "60"), ("checks", "20")]) {
        assert_eq!(shares(&timeline)[1..], [(FIRST, 2_000), (FIRST + 20 + GIVEN.switch_minutes, 0)]);
    }
}

#[test]
fn without_a_router_a_share_is_a_number_of_boats() {
    let cases: [(&str, &str, &[u16]); 5] = [
        ("10", "5,25,50,100", &[1_000, 3_000, 5_000, 10_000]),
        ("100", "5,25,50,100", &[500, 2_500, 5_000, 10_000]),
        ("4", "1,60", &[2_500, 5_000, 10_000]),
        ("3", "50,90", &[6_666, 10_000]),
        ("20", "0.5,7,99", &[500, 9_500, 10_000]),
    ];
    for (boats, steps, weights) in cases {
        let settings = [("fault", "none"), ("router", "off"), ("boats", boats), ("steps", steps)];
        let timeline = tell(&settings);
        let met: Vec<u16> = shares(&timeline).into_iter().skip(1).map(|(_, share)| share).collect();
        assert_eq!(met, weights, "{steps} with {boats} boats");
        let fleet = boats.parse::<u32>().expect("a number");
        for (minute, share) in shares(&timeline) {
            let new = timeline.crossing(instant(&timeline, minute)).0.new_boats;
            assert_eq!(u32::from(share), 10_000 * u32::from(new) / fleet);
        }
        assert_eq!(timeline.outcome.spare_boat_minutes, 0, "boats of the fleet are the weight");
    }
}

#[test]
fn without_a_router_an_abort_takes_the_boats_back_a_quarter_of_the_fleet_at_a_time() {
    for (servers, ready) in [("container", GIVEN.container_ready), ("image", GIVEN.image_ready)] {
        let settings = [("router", "off"), ("steps", "50"), ("hold", "60"), ("boats", "12"), ("servers", servers)];
        for timeline in seeds(30, &settings) {
            assert_eq!(minutes_back(&timeline.outcome), Some(2 * ready), "six boats of twelve");
            let noticed = when(&timeline, "noticed").expect("it is noticed");
            let back: Vec<(u64, u16)> = shares(&timeline).into_iter().filter(|(minute, _)| *minute > noticed).collect();
            assert_eq!(back, [(noticed + ready, 2_500), (noticed + 2 * ready, 0)]);
        }
    }
}

#[test]
fn after_its_end_the_way_back_is_a_deployment_of_its_own() {
    // Not held at all: everyone has it before the first check can fail.
    for timeline in seeds(50, &[("hold", "0")]) {
        assert_eq!(shares(&timeline), [(0, 0), (FIRST, 10_000), (when(&timeline, "restored").unwrap_or_default(), 0)]);
        let expected = GIVEN.fetch_minutes + GIVEN.container_ready + GIVEN.switch_minutes;
        assert_eq!(minutes_back(&timeline.outcome), Some(expected));
        assert_eq!(events(&timeline, "side-preparing").count(), 1);
    }
}

#[test]
fn a_canary_pays_for_its_own_boats_only() {
    let spare = |steps, boats| {
        tell(&[("fault", "none"), ("steps", steps), ("hold", "10"), ("boats", boats)]).outcome.spare_boat_minutes
    };
    let all = |boats: u64| boats * GIVEN.switch_minutes;
    assert_eq!(spare("5", "10"), 10 + all(10), "one boat for ten minutes, all until the old ones go");
    assert_eq!(spare("25", "10"), 3 * 10 + all(10), "enough boats for a quarter of the orders");
    assert_eq!(spare("5,25", "100"), 5 * 10 + 25 * 10 + all(100));
}

#[test]
fn orders_are_drawn_by_weight_one_by_one() {
    // About one in twenty of 300 a minute, never the same number each minute.
    let timeline = tell(&[("steps", "5"), ("hold", "240"), ("fault", "none")]);
    let met = |minute| timeline.boarded(instant(&timeline, minute)).new_total();
    let each: Vec<u64> = (FIRST..FIRST + 240).map(|minute| met(minute + 1) - met(minute)).collect();
    let sum: u64 = each.iter().sum();
    assert!(sum.abs_diff(240 * 15) < 240, "{sum} in 240 minutes");
    assert!(each.iter().any(|count| *count < 12) && each.iter().any(|count| *count > 18), "{each:?}");
}
