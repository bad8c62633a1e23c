//! What the journey came to.

use super::{
    booking::Counts,
    kinds::Hand,
    scenario::Scenario,
    units::{DAY, MINUTE_SECONDS, WHOLE},
};
use serde::Serialize;

/// The figures of one run; a minute counts from the wish, `None` means that it did not happen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Where all orders are at the end of the watching.
    #[serde(flatten)]
    pub counts: Counts,
    /// The first minute in which an order could meet the fault.
    pub exposed_minute: Option<u64>,
    /// The minute in which somebody noticed.
    pub noticed_minute: Option<u64>,
    /// The minute in which every order was away from the change again.
    pub restored_minute: Option<u64>,
    /// Minutes in which no order could board.
    pub downtime_minutes: u64,
    /// Seconds of the error budget that were spent.
    pub budget_spent_seconds: u64,
    /// Where the fault was caught: a gate, `image` (what is sealed in cannot be missing), `watch`, `customers` or `crew`.
    pub caught_at: Option<&'static str>,
    /// Whether a release that had no fault was called off.
    pub false_alarm: bool,
    /// Who changed what was meant with the plan, unnoticed.
    pub misread_by: Option<Hand>,
    /// DORA's change lead time: minutes from the commit (the first, if a gate sent it back) until every customer had the
    /// change, if it stayed.
    pub lead_time_minutes: Option<u64>,
    /// Minutes from the wish until every customer had what was wished for, if it stayed.
    pub wish_to_customer_minutes: Option<u64>,
    /// Whether it counts for DORA's change fail rate: orders could meet a fault, and somebody had to act.
    pub change_failed: bool,
    /// DORA's failed deployment recovery time: minutes from the first order that could meet the fault until all was well,
    /// wrong records included.
    pub recovery_minutes: Option<u64>,
    /// Orders that failed by the fault, and not for reasons of their own.
    pub harmed_orders: u64,
    /// Working minutes that people spent on doing something again, or will have to.
    pub rework_minutes: u64,
    /// Ideas that went together.
    pub ideas: u64,
    /// Docks that differ from the others.
    pub docks_differing: u16,
    /// Customers some of whose orders met the old version, and some the new one.
    pub customers_met_both: u64,
    /// Records that the fault wrote and going back did not mend.
    pub wrong_records: u64,
    /// What the way of releasing costs: boats beyond the fleet, times minutes.
    pub spare_boat_minutes: u64,
    /// What it costs: minutes until the release was over, under the eyes of the tower.
    pub watch_minutes: u64,
    /// What it costs: minutes from the start of the release until everyone had the change.
    pub everyone_minutes: Option<u64>,
}

/// Seconds of failing completely that the promise leaves over its window of `days`: 2,592 at 99.9 % over 30 days.
#[must_use]
pub fn budget_seconds(scenario: &Scenario, days: u64) -> u64 {
    days * DAY * MINUTE_SECONDS * u64::from(WHOLE - scenario.slo.min(WHOLE)) / u64::from(WHOLE)
}

/// Seconds of the error budget that these orders spent, to the nearest: failed and turned-away orders
/// against the orders of a second (even traffic assumed).
#[must_use]
pub fn spent_seconds(scenario: &Scenario, counts: &Counts) -> u64 {
    let bad = counts.failed + counts.turned_away;
    (bad * MINUTE_SECONDS + scenario.orders / 2) / scenario.orders.max(1)
}
