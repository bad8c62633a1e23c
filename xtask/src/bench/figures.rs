//! Figures beside their budgets, and beside those of the last landing.

use super::stories;
use crate::house;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// A nanosecond in seconds.
pub const NANO: f64 = 1e-9;
/// A microsecond in seconds.
pub const MICRO: f64 = 1e-6;
/// A millisecond in seconds.
pub const MILLI: f64 = 1e-3;

/// Something that was measured.
pub struct Figure {
    what: String,
    /// Seconds, or how many times as much.
    value: f64,
    budget: Option<f64>,
    is_time: bool,
}

impl Figure {
    /// Seconds without a budget.
    pub fn of(what: &str, seconds: f64) -> Self {
        Self { what: what.to_owned(), value: seconds, budget: None, is_time: true }
    }

    /// Seconds that have a budget.
    pub fn within(what: &str, seconds: f64, budget: f64) -> Self {
        Self { budget: Some(budget), ..Self::of(what, seconds) }
    }

    /// How many times as much as something else, with a budget.
    pub fn times(what: &str, value: f64, budget: f64) -> Self {
        Self { is_time: false, ..Self::within(what, value, budget) }
    }

    /// Whether it is more than it may be; what was not measured is.
    fn is_over(&self) -> bool {
        self.value.is_nan() || self.budget.is_some_and(|budget| self.value > budget)
    }

    fn show(&self, value: f64) -> String {
        match value {
            value if !self.is_time => format!("{value:.2}"),
            value if value >= MILLI => format!("{:.2} ms", value / MILLI),
            value if value >= MICRO => format!("{:.1} us", value / MICRO),
            value => format!("{:.0} ns", value / NANO),
        }
    }

    /// Its line of the table; `last` is what it was at the last landing.
    fn line(&self, last: Option<f64>) -> String {
        let show = |value: Option<f64>| value.map_or(String::new(), |value| self.show(value));
        let verdict = match (self.budget, self.is_over()) {
            (_, true) => "OVER",
            (Some(_), false) => "within",
            (None, false) => "",
        };
        let (now, last, budget) = (self.show(self.value), show(last), show(self.budget));
        format!("{:<70} {now:>10} {last:>12} {budget:>10} {verdict:>7}", self.what).trim_end().to_owned()
    }
}

/// Where the figures of the last landing stand.
fn place() -> PathBuf {
    stories::folder().join("figures.json")
}

/// Prints a table; returns how many figures are over their budget.
pub fn print(figures: &[Figure]) -> Result<usize> {
    let last: Map<String, Value> =
        serde_json::from_str(&house::read(&place())?).context("The figures of the last landing are no JSON")?;
    println!("{:<70} {:>10} {:>12} {:>10}", "what", "measured", "last landing", "budget");
    for figure in figures {
        println!("{}", figure.line(last.get(&figure.what).and_then(Value::as_f64)));
    }
    Ok(figures.iter().filter(|figure| figure.is_over()).count())
}

/// Keeps the figures, as those of this landing: three digits of each say enough.
pub fn keep(figures: &[Figure]) -> Result<()> {
    let short = |value: f64| format!("{value:.2e}").parse::<f64>().unwrap_or(value);
    let kept: Map<String, Value> =
        figures.iter().map(|figure| (figure.what.clone(), Value::from(short(figure.value)))).collect();
    house::write(&place(), format!("{:#}\n", Value::from(kept)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_over_its_budget_or_not_measured_is_called_out() {
        let line = |figure: Figure| figure.line(Some(0.0021));
        assert!(line(Figure::within("a", 0.004, 0.005)).ends_with("4.00 ms      2.10 ms    5.00 ms  within"));
        assert!(line(Figure::within("a", 0.006, 0.005)).ends_with("OVER"));
        assert!(line(Figure::within("a", f64::NAN, 0.005)).ends_with("OVER"));
        assert!(line(Figure::of("a", 0.000_006)).ends_with("6.0 us      2.10 ms"));
        assert!(line(Figure::times("a", 0.5, 1.1)).ends_with("within"));
    }
}
