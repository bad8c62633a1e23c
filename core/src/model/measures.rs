//! What the journey came to.

use super::{
    assumptions::{PROMISE_DAYS, WHOLE},
    calendar::DAY,
    crossing::Counts,
    scenario::Scenario,
};
use serde::Serialize;

/// Seconds of a minute.
const MINUTE_SECONDS: u64 = 60;

/// The figures of one run; a minute counts from the wish, `None` means that it did not happen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Orders that came from the start of the release to the end of the watching.
    pub came: u64,
    /// Orders that reached their customer well.
    pub arrived: u64,
    /// Orders that came back failed.
    pub failed: u64,
    /// Orders that found the gate closed for too long.
    pub turned_away: u64,
    /// Orders still under way at the end.
    pub aboard: u64,
    /// Orders still waiting at the end.
    pub waiting: u64,
    /// The first minute in which an order could meet the fault.
    pub exposed_minute: Option<u64>,
    /// The minute in which somebody noticed.
    pub noticed_minute: Option<u64>,
    /// The minute in which every order was back with the old version.
    pub restored_minute: Option<u64>,
    /// Minutes in which no order could board.
    pub downtime_minutes: u64,
    /// Seconds of the error budget that were spent.
    pub budget_spent_seconds: u64,
    /// Where the fault was caught: a gate of the inspection line, `watch` or `customers`.
    pub caught_at: Option<&'static str>,
    /// Minutes from the last commit until every customer had the change, if it stayed.
    pub lead_time_minutes: Option<u64>,
}

/// Seconds of failing completely that the promise leaves over its window: 2,592 at 99.9 % over 30 days.
#[must_use]
pub fn budget_seconds(scenario: &Scenario) -> u64 {
    PROMISE_DAYS * DAY * MINUTE_SECONDS * u64::from(WHOLE - scenario.slo.min(WHOLE)) / u64::from(WHOLE)
}

/// Seconds of the error budget that these orders spent, to the nearest: failed and turned-away orders
/// against the orders of a second (even traffic assumed).
#[must_use]
pub fn spent_seconds(scenario: &Scenario, counts: &Counts) -> u64 {
    let bad = counts.failed + counts.turned_away;
    (bad * MINUTE_SECONDS + scenario.orders / 2) / scenario.orders.max(1)
}
