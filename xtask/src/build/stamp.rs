//! Knowing whether anything changed since the last build.

use crate::house;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// All that the built app depends on.
const INPUTS: [&str; 15] = [
    "src",
    "core",
    "locales",
    "public",
    "style",
    "fonts",
    "xtask/src",
    "xtask/Cargo.toml",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "package.json",
    "package-lock.json",
];

/// A name for the state of all inputs, the compiler's version included.
pub fn of_inputs() -> Result<String> {
    let places: Vec<PathBuf> = INPUTS.iter().map(|place| house::root().join(place)).collect();
    let compiler = crate::steps::output(Command::new("rustc").arg("--version").current_dir(house::root()))
        .context("rustc does not answer here. Please install Rust with rustup: https://rustup.rs")?;
    Ok(format!("{} {}", house::digest(compiler.as_bytes()), house::digest_of_files(&places)?))
}

/// Whether `dist/` was built from these inputs and nobody touched it since.
pub fn is_current(inputs: &str) -> Result<bool> {
    let Ok(remembered) = std::fs::read_to_string(place()) else {
        return Ok(false);
    };
    Ok(house::dist().is_dir() && remembered == with_outputs(inputs)?)
}

/// Remembers that `dist/` was built from these inputs.
pub fn remember(inputs: &str) -> Result<()> {
    house::write(&place(), with_outputs(inputs)?)
}

fn with_outputs(inputs: &str) -> Result<String> {
    Ok(format!("{inputs} {}", house::digest_of_files(&[house::dist()])?))
}

fn place() -> PathBuf {
    house::workshop().join("dist.stamp")
}
