//! Programs in which the browser tests open what the app makes: films, slides.

use super::browser::apt;
use crate::steps::{output, run, say};
use anyhow::{Result, bail};
use std::process::Command;

/// A program, how it is asked whether it is there, and Debian's package with it.
const PROGRAMS: [(&str, &str, &str); 5] = [
    ("ffprobe", "-version", "ffmpeg"),
    ("soffice", "--version", "libreoffice-impress"),
    ("pdfinfo", "-v", "poppler-utils"),
    ("pdftotext", "-v", "poppler-utils"),
    ("pdfimages", "-v", "poppler-utils"),
];

/// Finds or installs them all.
pub fn find_or_install() -> Result<()> {
    if missing().is_empty() {
        return Ok(());
    }
    if let Some(mut apt) = apt() {
        say(&format!("Installing {} for the browser tests (some minutes)", missing().join(", ")));
        // Whether they are there now is asked below.
        let _ = run(apt.args(["install", "-y", "--no-install-recommends"]).args(missing()));
    }
    let missing = missing();
    if !missing.is_empty() {
        bail!(
            "The browser tests open films and slides in other programs. Please install {} (these are Debian's names).",
            missing.join(", ")
        );
    }
    Ok(())
}

/// The packages of programs that do not answer.
fn missing() -> Vec<&'static str> {
    let lacking = PROGRAMS.into_iter().filter(|(program, asks, _)| output(Command::new(program).arg(asks)).is_none());
    let mut packages: Vec<&str> = lacking.map(|(_, _, package)| package).collect();
    packages.dedup();
    packages
}
