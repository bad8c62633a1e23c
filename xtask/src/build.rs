//! `cargo xtask build`: the app, optimised, in `dist/`, ready for any host and any sub-path.
//!
//! Trunk compiles and binds the wasm; what follows stands here and not in a Trunk hook, because it decides by the sizes
//! whether the build succeeds, it can be skipped when nothing changed, and its parts are tested like any other code.

mod compress;
mod finish;
mod kiosk;
mod letters;
mod offline;
mod page;
mod septets;
mod site;
mod sizes;
mod slim;
mod spare;
mod split;
mod stamp;
mod studio;
mod words;

pub use page::HOSTED_POLICY;
pub use slim::{Slim, slim};

use crate::setup;
use crate::steps::{self, say};
use crate::{Usage, house};
use anyhow::{Context, Result};
use lexopt::prelude::*;
use site::Site;
use std::fs::File;
use std::path::PathBuf;
use std::process::Command;

/// Builds when something changed, shows the sizes, and fails when they are over budget.
pub fn run(args: &[String]) -> Result<()> {
    made(parse(args)?.as_ref())?;
    sizes::check(&house::dist())
}

fn parse(args: &[String]) -> Result<Option<Site>, Usage> {
    let mut site = None;
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("site") => site = Some(Site::read(&parser.value()?.string()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(site)
}

/// Makes sure that `dist/` is what the checkout says, within its budgets.
pub fn within_budgets() -> Result<()> {
    up_to_date()?;
    sizes::check(&house::dist())
}

/// Makes sure that `dist/` is what the checkout says, whatever it weighs.
pub fn up_to_date() -> Result<()> {
    made(None)
}

/// Makes sure that `dist/` is what the checkout says, for a site, if its address is known.
fn made(site: Option<&Site>) -> Result<()> {
    let _alone = alone()?;
    let inputs = format!("{} {}", stamp::of_inputs()?, site.map_or("", Site::address));
    if stamp::is_current(&inputs)? {
        say("dist/ is up to date");
        return Ok(());
    }
    let tools = setup::for_building()?;
    say("Compiling the app to WebAssembly (about 2 minutes the first time, half a minute afterwards)");
    steps::run(
        Command::new(&tools.trunk)
            .args(["build", "--release", "--offline"])
            .current_dir(house::root())
            .env("PATH", &tools.path)
            .env("CARGO_ENCODED_RUSTFLAGS", [rust_flags(), vec![FOR_CUTTING.to_owned()]].concat().join("\u{1f}"))
            // Trunk takes no other value in it than true or false.
            .env_remove("NO_COLOR"),
    )?;
    say("Finishing dist/ (about a quarter of a minute)");
    finish::finish(&house::root().join("target/trunk"), &split::cut(&tools)?, site)?;
    stamp::remember(&inputs)
}

/// What the linker must keep, so that it can be told which functions a part needs.
const FOR_CUTTING: &str = "-Clink-args=--emit-relocs";

/// What the compiler is told beside the profile.
pub fn rust_flags() -> Vec<String> {
    // Leptos compiles views behind one type instead of one type a view: slower by nothing that is seen, and smaller.
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    // Copies of small functions add up to more than the calls that they save.
    flags.push("-Cllvm-args=--inline-threshold=0".to_owned());
    // The places of files on this machine belong to nobody else; short names also make the download smaller.
    let home = std::env::home_dir();
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home.map(|home| home.join(".cargo")));
    if let Some(cargo) = cargo {
        flags.push(format!("--remap-path-prefix={}=cargo", cargo.display()));
        // Of remaps that fit, the last one holds.
        let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
        flags.extend(registries.map(|one| format!("--remap-path-prefix={}=", one.path().display())));
    }
    flags.push(format!("--remap-path-prefix={}=.", house::root().display()));
    flags
}

/// Waits until no other build of this checkout runs; the lock ends with the value.
fn alone() -> Result<File> {
    let place = house::workshop().join("lock");
    house::write(&place, "")?;
    let file = File::open(&place).context("The build's lock could not be opened")?;
    if file.try_lock().is_err() {
        say("Waiting for another build of this checkout");
        file.lock().context("The build's lock could not be taken")?;
    }
    Ok(file)
}
