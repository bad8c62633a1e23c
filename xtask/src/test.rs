//! `cargo xtask test`: one stage after the other, cheapest first; it stops at the first that fails and ends with one line
//! of counts.

mod tally;

use crate::setup::{self, WASM};
use crate::steps::say;
use crate::{Usage, build, house};
use anyhow::{Context, Result};
use lexopt::prelude::*;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{LazyLock, Mutex};
use std::thread::JoinHandle;
use tally::Tally;

/// A stage: what it is called, about how long it takes on two cores, and its work.
type Stage = (&'static str, &'static str, fn() -> Result<Tally>);

/// Native only: the inner loop.
const FAST: [Stage; 3] = [
    ("format", "seconds", || cargo(&["fmt", "--all", "--check"])),
    ("clippy, native", "seconds; 2 minutes the first time", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    }),
    ("native tests", "seconds; 2 minutes the first time", native_tests),
];

/// What the inner loop leaves out.
const SLOW: [Stage; 4] = [
    ("clippy, wasm", "seconds; 1 minute the first time", clippy_wasm),
    ("links in the documentation", "seconds; 1 minute the first time", || {
        check(cargo_command(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("build", "a minute; 3 the first time, 10 where its tools are missing", || {
        build::within_budgets().map(|()| Tally::PASSED)
    }),
    ("browser tests", "25 minutes", browser_tests),
];

/// Where this tool stands. Asked for at the beginning: its own tests build it anew, in its place.
static TOOL: LazyLock<std::io::Result<PathBuf>> = LazyLock::new(std::env::current_exe);

/// What the browser tests need from elsewhere, on its way while the stages before them compile.
static AHEAD: Mutex<Option<JoinHandle<()>>> = Mutex::new(None);

/// Runs the stages.
pub fn run(args: &[String]) -> Result<ExitCode> {
    LazyLock::force(&TOOL);
    let fast = is_fast(args)?;
    let stages: &[&[Stage]] = if fast { &[&FAST] } else { &[&FAST, &SLOW] };
    if !fast && let Ok(mut ahead) = AHEAD.lock() {
        *ahead = Some(std::thread::spawn(setup::ahead));
    }
    let mut sum = Tally::default();
    for (name, duration, work) in stages.iter().copied().flatten() {
        say(&format!("Stage: {name} ({duration})"));
        let tally = work().unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Tally::FAILED
        });
        sum.add(tally);
        if tally.failed > 0 {
            eprintln!("The stage \"{name}\" failed; the lines above say why. The stages after it were not run.");
            break;
        }
    }
    println!("{sum}");
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn is_fast(args: &[String]) -> Result<bool, Usage> {
    let mut fast = false;
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("fast") => fast = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(fast)
}

fn cargo_command(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(house::root());
    command
}

fn cargo(args: &[&str]) -> Result<Tally> {
    check(&mut cargo_command(args))
}

/// A stage that is one check.
fn check(command: &mut Command) -> Result<Tally> {
    crate::steps::run(command).map(|()| Tally::PASSED)
}

fn clippy_wasm() -> Result<Tally> {
    setup::wasm_target()?;
    let packages = ["--package", "naru", "--package", "naru-core", "--package", "naru-bench"];
    cargo(&[&["clippy"], packages.as_slice(), &["--target", WASM, "--", "-D", "warnings"]].concat())
}

/// Runs all native tests, even after a failed one, and counts them.
fn native_tests() -> Result<Tally> {
    let mut child = cargo_command(&["test", "--workspace", "--no-fail-fast"])
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let mut tally = Tally::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            tally.add(Tally::of_libtest(&line).unwrap_or_default());
        }
    }
    // What does not compile has run no test.
    Ok(if child.wait()?.success() || tally.failed > 0 { tally } else { Tally::FAILED })
}

/// Runs the browser tests on the built app, which they have served to themselves by this very tool.
fn browser_tests() -> Result<Tally> {
    if let Some(ahead) = AHEAD.lock().ok().and_then(|mut ahead| ahead.take()) {
        // Whatever it could not do is done, or said, below.
        let _ = ahead.join();
    }
    setup::npm_packages()?;
    setup::slidev()?;
    let browser = setup::browser::find_or_install()?;
    setup::programs::find_or_install()?;
    let results = house::workshop().join("browser.json");
    // An old one must not be taken for the new one.
    if results.exists() {
        std::fs::remove_file(&results).context("The old results of the browser tests could not be removed")?;
    }
    let tool = TOOL.as_ref().ok().context("This tool does not know where it stands")?;
    let mut playwright = Command::new(setup::node_modules().join(".bin/playwright"));
    playwright
        .args(["test", "--config", "tests/browser/playwright.config.mjs"])
        .current_dir(house::root())
        .env("NARU_XTASK", tool)
        .env("NARU_PORT", free_port()?.to_string())
        .env("NARU_RESULTS", &results);
    if let Some(browser) = browser {
        playwright.env("NARU_CHROMIUM", browser);
    }
    let success = playwright.status().context("The browser driver could not be started")?.success();
    let tally = results_of(&results)?;
    Ok(if success || tally.failed > 0 { tally } else { Tally::FAILED })
}

fn results_of(results: &Path) -> Result<Tally> {
    Tally::of_playwright(&house::read(results).context("The browser driver left no results")?)
}

/// A port that is free now.
pub fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).context("No free port was found")?;
    Ok(listener.local_addr()?.port())
}
