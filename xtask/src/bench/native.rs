//! What criterion measures natively.

use super::figures::NANO;
use super::stories::Story;
use crate::house;
use crate::steps::{self, say};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Seconds that something takes.
struct Time {
    /// The middle of many runs.
    median: f64,
    /// The quickest: the others were disturbed. For what is compared with something else.
    quickest: f64,
}

/// What each thing takes, by its name.
pub struct Measured(BTreeMap<String, Time>);

impl Measured {
    /// The slowest of all whose names begin so.
    pub fn slowest(&self, what: &str) -> f64 {
        let named = self.0.iter().filter(|(name, _)| name.starts_with(what));
        named.map(|(_, time)| time.median).fold(f64::NAN, f64::max)
    }

    /// The quickest run of the one of this name.
    pub fn quickest(&self, name: &str) -> f64 {
        self.0.get(name).map_or(f64::NAN, |time| time.quickest)
    }
}

/// Measures all stories, and one more.
pub fn measure(more: &Story) -> Result<Measured> {
    say("Measuring natively (2 minutes, and 2 more the first time)");
    let home = house::workshop().join("criterion");
    if home.exists() {
        std::fs::remove_dir_all(&home).context("The old results of criterion could not be removed")?;
    }
    steps::run(
        Command::new("cargo")
            .args(["bench", "--package", "naru-bench", "--bench", "native", "--", "--quiet"])
            .current_dir(house::root())
            .env("CRITERION_HOME", &home)
            .env("NARU_BENCH_STORY", format!("{} = {}", more.name, more.fragment)),
    )?;
    read(&home)
}

/// Reads what criterion left: for each benchmark a folder with its name, its estimates and its runs.
fn read(home: &Path) -> Result<Measured> {
    let mut measured = BTreeMap::new();
    for file in house::files(home)?.iter().filter(|file| file.ends_with("new/benchmark.json")) {
        let beside = |name: &str| -> Result<Value> {
            let path = file.with_file_name(name);
            serde_json::from_str(&house::read(&path)?).with_context(|| format!("{} is no JSON", path.display()))
        };
        let name = beside("benchmark.json")?["full_id"].as_str().context("A benchmark has no name")?.to_owned();
        let (estimates, runs) = (beside("estimates.json")?, beside("sample.json")?);
        let median = estimates["median"]["point_estimate"].as_f64().context("A benchmark has no estimate")?;
        let numbers = |key: &str| runs[key].as_array().into_iter().flatten().filter_map(Value::as_f64);
        let quickest = numbers("times").zip(numbers("iters")).map(|(time, runs)| time / runs).fold(f64::NAN, f64::min);
        measured.insert(name, Time { median: median * NANO, quickest: quickest * NANO });
    }
    anyhow::ensure!(!measured.is_empty(), "Criterion left no results");
    Ok(Measured(measured))
}
