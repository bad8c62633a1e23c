//! What the simulation takes as WebAssembly, compiled as the app is, in a browser that is slowed down.

use super::stories::{self, Story};
use crate::build;
use crate::house;
use crate::setup;
use crate::steps::{self, say};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// How many times slower the browser is made.
const SLOWED: u64 = 4;
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
    let mut node = Command::new("node")
        .arg(stories::folder().join("slowed.mjs"))
        .current_dir(house::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("Node could not be started")?;
    node.stdin.take().context("Node does not listen")?.write_all(order.to_string().as_bytes())?;
    let output = node.wait_with_output()?;
    if !output.status.success() {
        bail!("The browser could not measure; its own words are above");
    }
    let runs: Vec<Value> = serde_json::from_slice(&output.stdout).context("The browser's figures are no JSON")?;
    anyhow::ensure!(runs.len() == stories.len(), "The browser measured {} of {} stories", runs.len(), stories.len());
    let number = |run: &Value, key: &str| run[key].as_f64().with_context(|| format!("A run has no {key}"));
    let of = |(story, run): (&Story, &Value)| {
        Ok(Run { story: story.clone(), seconds: number(run, "seconds")?, first: number(run, "first")? })
    };
    stories.iter().zip(&runs).map(of).collect()
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
    let wasm = build::slim(&folder, STEM, &tools.path)?;
    Ok((folder.join(format!("{STEM}.js")), wasm))
}
