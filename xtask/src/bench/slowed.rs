//! What the simulation takes as WebAssembly, compiled as the app is, in a browser that is slowed down.

use super::SLOWED;
use super::stories::{self, Story};
use crate::build::{self, Slim};
use crate::house;
use crate::setup;
use crate::steps::{self, say};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

/// The crate, as files are named after it.
const STEM: &str = "naru_bench";

/// What a story takes, in seconds.
pub struct Run {
    /// Which story.
    pub story: Story,
    /// Each time.
    pub seconds: f64,
    /// The first time, when the browser has hardly read the code.
    pub first: f64,
}

/// Measures all stories.
pub fn measure(stories: &[Story]) -> Result<Vec<Run>> {
    let (glue, wasm) = module()?;
    setup::npm_packages()?;
    let browser = setup::browser::find_or_install()?;
    say("Measuring in a browser that is slowed four times (about a minute)");
    let fragments: Vec<&str> = stories.iter().map(|story| story.fragment.as_str()).collect();
    let order = json!({ "glue": glue, "wasm": wasm, "browser": browser, "slowed": SLOWED, "fragments": fragments });
    let found = steps::ask(&stories::folder().join("slowed.mjs"), &order)?;
    let runs = found.as_array().context("The browser's figures are no list")?;
    anyhow::ensure!(runs.len() == stories.len(), "The browser measured {} of {} stories", runs.len(), stories.len());
    let number = |run: &Value, key: &str| run[key].as_f64().with_context(|| format!("A run has no {key}"));
    let of = |(story, run): (&Story, &Value)| {
        Ok(Run { story: story.clone(), seconds: number(run, "seconds")?, first: number(run, "first")? })
    };
    stories.iter().zip(runs).map(of).collect()
}

/// Builds the module as the app is built: the same profile, flags, and passes for size. Returns its script and its code.
fn module() -> Result<(PathBuf, PathBuf)> {
    let tools = setup::for_building()?;
    say("Compiling the simulation to WebAssembly (under a minute)");
    steps::run(
        Command::new("cargo")
            .args(["build", "--release", "--package", "naru-bench", "--lib", "--target", setup::WASM])
            .current_dir(house::root())
            .env("CARGO_ENCODED_RUSTFLAGS", build::rust_flags().join("\u{1f}")),
    )?;
    let folder = house::workshop().join("bench");
    let compiled = house::root().join("target").join(setup::WASM).join("release").join(format!("{STEM}.wasm"));
    steps::run(
        Command::new(&tools.wasm_bindgen)
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(compiled),
    )?;
    let Slim { glue, wasm } = build::slim(&folder, STEM, &tools.path)?;
    let script = folder.join(format!("{STEM}.slim.js"));
    house::write(&script, glue)?;
    Ok((script, wasm))
}
