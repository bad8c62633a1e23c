//! Programs that the browser tests take: those in which they open what the app makes (films, slides), and other browsers.

use super::browser::apt;
use super::cargo_tool::on_path;
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

/// What opens the single file as others than Chromium see it: the names that a program goes by, and Debian's package with it.
/// WebKit needs a screen, if only one that nobody sees. Not every system has them, so that their tests say themselves what
/// was not looked at; in CI that is a failure.
const ENGINES: [(&[&str], &str); 3] =
    [(&["firefox-esr", "firefox"], "firefox-esr"), (&["WebKitWebDriver"], "webkit2gtk-driver"), (&["Xvfb"], "xvfb")];

/// Finds or installs them all.
pub fn find_or_install() -> Result<()> {
    let wanted = [missing(), missing_engines()].concat();
    if !wanted.is_empty()
        && let Some(mut apt) = apt()
    {
        say(&format!("Installing {} for the browser tests (some minutes)", wanted.join(", ")));
        // Whether they are there now is asked below.
        let _ = run(apt.args(["install", "-y", "--no-install-recommends"]).args(wanted));
    }
    let (missing, engines) = (missing(), missing_engines());
    if !engines.is_empty() {
        say(&format!(
            "The single file will not be opened in every browser: this system lacks {} (Debian's names)",
            engines.join(", ")
        ));
    }
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

/// The packages of browsers that are not there.
fn missing_engines() -> Vec<&'static str> {
    let is_there = |names: &[&str]| names.iter().any(|name| !on_path(name).is_empty());
    ENGINES.iter().filter(|(names, _)| !is_there(names)).map(|(_, package)| *package).collect()
}
