//! Over many seeds, failed orders are spread as orders that fail each on its own are.

use crate::support::{instant, median, seeds, when, with};
use naru_core::model::{
    Assumptions, Counts, Lots, Timeline,
    measures::{budget_seconds, spent_seconds},
};

const SEEDS: u32 = 1_000;

/// A canary's share in per cent, per cent of its orders that fail, orders a minute, minutes.
const CASES: [(&str, u64, u64, u64); 6] = [
    ("5", 20, 300, 10),
    ("50", 1, 1_000, 20),
    ("2", 50, 5_000, 5),
    ("0.5", 90, 300, 15),
    ("25", 5, 70, 20),
    ("100", 20, 300, 10),
];

/// The orders of the first minutes of a run, in which the share stays as it is: it is held longer than is looked at, and
/// nobody goes back before customers have complained.
fn orders_of(timeline: &Timeline, minutes: u64) -> Lots {
    let from = when(timeline, "weighed").unwrap_or_default();
    let shares = (from..from + minutes).map(|minute| timeline.crossing(instant(timeline, minute)).0.share);
    assert!(shares.into_iter().all(|share| share == timeline.scenario.steps.first()));
    timeline.boarded(instant(timeline, from + minutes)).since(&timeline.boarded(instant(timeline, from)))
}

/// Whether counts of so many orders, each hit with a chance in hundred-millionths, have the mean and the spread of the binomial:
/// the mean within four standard errors, the variance within a fifth.
fn assert_binomial(counts: &[u64], orders: u64, chance: u64, what: &str) {
    let (runs, orders, chance) = (counts.len() as f64, orders as f64, chance as f64 / 1e8);
    let mean = counts.iter().sum::<u64>() as f64 / runs;
    let variance = counts.iter().map(|count| (*count as f64 - mean).powi(2)).sum::<f64>() / (runs - 1.0);
    let (expected, spread) = (orders * chance, orders * chance * (1.0 - chance));
    let error = (spread / runs).sqrt();
    assert!((mean - expected).abs() <= 4.0 * error, "{what}: mean {mean}, expected {expected} ± {error}");
    assert!((variance - spread).abs() <= 0.2 * spread, "{what}: variance {variance}, binomial {spread}");
}

#[test]
fn failed_orders_have_the_mean_and_the_spread_of_the_binomial() {
    for (share, severity, orders, minutes) in CASES {
        let (percent, a_minute) = (severity.to_string(), orders.to_string());
        let settings =
            [("steps", share), ("severity", &percent), ("orders", &a_minute), ("hold", "30"), ("watch", "off")];
        let lots: Vec<Lots> = seeds(SEEDS, &settings).map(|timeline| orders_of(&timeline, minutes)).collect();
        let of = |count: fn(&Lots) -> u64| lots.iter().map(count).collect::<Vec<u64>>();
        // In basis points; times one another they are hundred-millionths.
        let weight = u64::from(with(&settings).steps.first());
        let errors = severity * 100 + Assumptions::STANDARD.healthy_errors;
        let what = format!("{share} % of {orders} for {minutes} minutes");
        assert_binomial(&of(|lots| lots.new_total()), orders * minutes, weight * 10_000, &format!("{what}: met"));
        assert_binomial(&of(|lots| lots.new_failed), orders * minutes, weight * errors, &format!("{what}: failed"));
    }
}

/// The orders of a figure, all else left at nothing.
fn counts(failed: u64) -> Counts {
    Counts { came: failed, failed, ..Counts::default() }
}

#[test]
fn ten_minutes_of_a_fifth_failing_spend_the_promise_as_the_book_says() {
    // 300 a minute, 20 % of them, 10 minutes: 600 for everyone, 30 on a canary of 5 %.
    let scenario = with(&[("orders", "300"), ("slo", "9990")]);
    assert_eq!(budget_seconds(&scenario, Assumptions::STANDARD.promise_days), 2_592);
    assert_eq!(spent_seconds(&scenario, &counts(600)), 120);
    assert_eq!(spent_seconds(&scenario, &counts(30)), 6);
    // Half as many orders that fail as often spend as much: it is the share that counts.
    assert_eq!(spent_seconds(&with(&[("orders", "150")]), &counts(300)), 120);
    assert_eq!(budget_seconds(&with(&[("slo", "9900")]), 30), 25_920);
}

#[test]
fn a_run_with_ten_minutes_of_a_fifth_failing_spends_about_as_much() {
    // Noticed after nine minutes, back a minute later. What fails anyway in the two hours is 7 orders, 1.4 seconds.
    let everyone = [("release", "blue-green"), ("steps", "5"), ("hold", "60"), ("checks", "9"), ("severity", "20")];
    // The first minute brings 15 orders to the canary, too few to say anything: the first check that can fail is the second.
    let canary = [("release", "canary"), ("steps", "5"), ("hold", "60"), ("checks", "8"), ("severity", "20")];
    for (settings, seconds) in [(everyone, 120), (canary, 6)] {
        let spent = |timeline: Timeline| {
            let outcome = timeline.outcome;
            let exposed = outcome.restored_minute.zip(outcome.exposed_minute).map(|(to, from)| to - from);
            (exposed == Some(10)).then_some(outcome.budget_spent_seconds)
        };
        let spent: Vec<u64> = seeds(200, &settings).filter_map(spent).collect();
        assert!(spent.len() > 100, "{settings:?}: {} of 200 are ten minutes", spent.len());
        let middle = median(spent);
        assert!((seconds..=seconds + 3).contains(&middle), "{settings:?}: {middle} s");
    }
}
