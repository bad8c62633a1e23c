//! Everything that a machine with only Rust (rustup) and Node lacks for building the app: found where it is there already
//! in the right version, installed inside the checkout where it is not.

pub mod browser;
mod cargo_tool;
pub mod programs;

use crate::house;
use crate::steps::{output, run, say};
use anyhow::{Context, Result, bail};
use cargo_tool::CargoTool;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The target that the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The last Trunk that the stable compiler builds.
const TRUNK: &str = "0.21.14";

/// What a build needs.
pub struct Tools {
    /// Trunk itself.
    pub trunk: PathBuf,
    /// The command line tool of wasm-bindgen.
    pub wasm_bindgen: PathBuf,
    /// The search path on which Trunk finds the wasm-bindgen and the wasm-opt that belong to this checkout.
    pub path: OsString,
}

/// Finds or installs all that a build needs.
pub fn for_building() -> Result<Tools> {
    wasm_target()?;
    npm_packages()?;
    let wasm_bindgen = CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: &locked_wasm_bindgen()?,
        flags: &[],
        // Goes through all of the wasm: without, each build takes 15 seconds longer.
        optimized: "1",
        minutes: 2,
    }
    .find_or_install()?;
    let trunk = CargoTool {
        package: "trunk",
        binary: "trunk",
        version: TRUNK,
        flags: &["--no-default-features", "--features", "rustls"],
        // Calls the other tools and copies files.
        optimized: "0",
        minutes: 3,
    }
    .find_or_install()?;
    // wasm-opt first: the folder of the other tool may hold another one.
    let first = [node_modules().join(".bin")].into_iter().chain(wasm_bindgen.parent().map(PathBuf::from));
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(first.chain(std::env::split_paths(&rest)))
        .context("A folder on PATH has a name that cannot stand there; please take it off.")?;
    Ok(Tools { trunk, wasm_bindgen, path })
}

/// Fetches what only the browser tests need, as far as that goes without anything else: downloads wait for the network, and
/// compilers for the processor. Who needs it asks again, and hears what went wrong.
pub fn ahead() {
    if browser::apt_is_there() {
        let _ = programs::find_or_install();
        let _ = browser::find_or_install();
    }
    let _ = slidev();
}

/// Makes sure that the compiler can write wasm.
pub fn wasm_target() -> Result<()> {
    let Some(sysroot) = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(house::root())) else {
        bail!("rustc does not answer here. Please install Rust with rustup: https://rustup.rs");
    };
    if PathBuf::from(sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if output(Command::new("rustup").arg("--version")).is_none() {
        bail!(
            "The compiler lacks the target {WASM}, and there is no rustup to add it. Please install Rust with rustup: https://rustup.rs"
        );
    }
    say(&format!("Adding the compile target {WASM} (under a minute)"));
    run(Command::new("rustup").args(["target", "add", WASM]).current_dir(house::root()))
}

/// Makes sure that the npm packages are those of package-lock.json.
pub fn npm_packages() -> Result<()> {
    npm_ci(house::root(), "wasm-opt, the minifiers and the browser driver (under a minute)")
}

/// Makes sure that what the fonts are cut from and with is there, and returns where. It weighs a hundred megabytes, and only
/// who changes letters needs it.
pub fn fonts() -> Result<PathBuf> {
    apart("fonts", "fonts/source", "the source of the fonts, and the subsetter (under a minute)")
}

/// Makes sure that Slidev is there, with which a test builds a deck. It weighs three times as much as all other packages.
pub fn slidev() -> Result<PathBuf> {
    apart("slidev", "tests/slidev", "Slidev, for the test of a deck (under a minute)")
}

/// Makes sure that the npm packages that a folder names are there, apart from those of the checkout, and returns where.
fn apart(name: &str, source: &str, what: &str) -> Result<PathBuf> {
    let (source, place) = (house::root().join(source), house::root().join(".tools").join(name));
    for file in house::files(&source)? {
        house::write(&place.join(file.strip_prefix(&source)?), house::read(&file)?)?;
    }
    npm_ci(&place, what)?;
    Ok(place)
}

/// Makes sure that the npm packages of a folder are those of its package-lock.json.
fn npm_ci(folder: &Path, what: &str) -> Result<()> {
    /// Two installations at once would clear each other's packages away.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    // What another one left half done is done anew: the stamp is written last.
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let major = output(Command::new("node").arg("--version"))
        .and_then(|version| version.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        None => {
            bail!("Node does not answer here (`node --version`). Please install Node 20 or newer: https://nodejs.org")
        }
        Some(old) if old < 20 => bail!("This is Node {old}; Naru needs Node 20 or newer: https://nodejs.org"),
        Some(_) => {}
    }
    let lock = house::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.naru-lock");
    let wanted = house::digest(lock.as_bytes());
    if std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        return Ok(());
    }
    if output(Command::new("npm").arg("--version")).is_none() {
        bail!("npm does not answer here (`npm --version`). It comes with Node: https://nodejs.org");
    }
    say(&format!("Installing the npm packages of package-lock.json: {what}"));
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
    house::write(&stamp, wanted)
}

/// Where npm puts its packages.
pub fn node_modules() -> PathBuf {
    house::root().join("node_modules")
}

/// The version of wasm-bindgen in Cargo.lock; its command line tool must be exactly the same.
fn locked_wasm_bindgen() -> Result<String> {
    let id = output(Command::new("cargo").args(["pkgid", "wasm-bindgen"]).current_dir(house::root()));
    id.as_deref()
        .and_then(|id| id.rsplit(['@', '#']).next())
        .map(str::to_owned)
        .context("Cargo.lock does not say which wasm-bindgen it uses; `cargo pkgid wasm-bindgen` should.")
}
