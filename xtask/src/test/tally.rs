//! Counting what passed and what failed.

use anyhow::{Context, Result};
use std::fmt;

/// Browser tests, of some hundreds, that may need a second try (which only CI gives them): a machine that others use, too, stalls now and then.
/// More than these say that something is wrong with the app or with a test. Playwright names each as flaky.
const STUMBLES: u64 = 2;

/// How many tests and checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// One check that passed.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Counts another tally in.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads a line in which Rust's test harness sums up: `test result: ok. 3 passed; 0 failed; 0 ignored; ...`.
    pub fn of_libtest(line: &str) -> Option<Self> {
        let sums = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let count = |what: &str| sums.split("; ").find_map(|sum| sum.strip_suffix(what)?.trim().parse().ok());
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }

    /// Reads the report that Playwright writes as JSON. An error outside of all tests counts as failed, and so do tests that
    /// passed only at a second try where there are more than [`STUMBLES`].
    pub fn of_playwright(report: &str) -> Result<Self> {
        let report: serde_json::Value =
            serde_json::from_str(report).context("The browser driver's results are not JSON")?;
        let count = |what: &str| {
            report["stats"][what].as_u64().with_context(|| format!("The browser driver's results lack `{what}`"))
        };
        let outside = report["errors"].as_array().map_or(0, Vec::len) as u64;
        let stumbled = count("flaky")?;
        let (forgiven, unforgiven) = if stumbled > STUMBLES { (0, stumbled) } else { (stumbled, 0) };
        Ok(Self { passed: count("expected")? + forgiven, failed: count("unexpected")? + unforgiven + outside })
    }
}

/// The closing line.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rusts_harness_is_understood() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s";
        assert_eq!(Tally::of_libtest(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(Tally::of_libtest("running 12 tests"), None);
    }

    #[test]
    fn playwrights_report_is_understood() -> Result<()> {
        let report =
            r#"{"stats":{"expected":7,"unexpected":1,"flaky":1,"skipped":0},"errors":[{"message":"no server"}]}"#;
        assert_eq!(Tally::of_playwright(report)?, Tally { passed: 8, failed: 2 });
        assert!(Tally::of_playwright("{}").is_err());
        Ok(())
    }

    #[test]
    fn many_second_tries_are_a_failure() -> Result<()> {
        let report = r#"{"stats":{"expected":7,"unexpected":0,"flaky":3,"skipped":0},"errors":[]}"#;
        assert_eq!(Tally::of_playwright(report)?, Tally { passed: 7, failed: 3 });
        Ok(())
    }

    #[test]
    fn the_closing_line_reads_plainly() {
        assert_eq!(Tally { passed: 120, failed: 0 }.to_string(), "120 passed, 0 failed");
    }
}
