//! A Chromium for the browser tests: one that is there already, else Debian's, else the driver's own.

use super::cargo_tool::on_path;
use super::node_modules;
use crate::house;
use crate::steps::{output, run, say};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names that Chromium and its kin go by.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where macOS keeps it.
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds or installs a browser. None means the browser that the driver brought itself.
pub fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(asked) = std::env::var_os("NARU_CHROMIUM") {
        let asked = PathBuf::from(asked);
        if !answers(&asked) {
            bail!("NARU_CHROMIUM names {}, which does not answer to --version.", asked.display());
        }
        return Ok(Some(asked));
    }
    if let Some(found) = present() {
        korean_font();
        return Ok(Some(found));
    }
    if let Some(mut apt) = apt() {
        say("Installing Debian's chromium for the browser tests (about a minute)");
        let installed = run(apt.args(["install", "-y", "--no-install-recommends", "chromium"]));
        if let (Ok(()), Some(found)) = (installed, present()) {
            korean_font();
            return Ok(Some(found));
        }
    }
    say("Installing the browser driver's own Chromium for the browser tests (about two minutes)");
    run(Command::new(node_modules().join(".bin/playwright")).args(["install", "chromium"]).current_dir(house::root()))
        .context("There is no Chromium for the browser tests. Please install Chromium or Chrome, or set NARU_CHROMIUM to one")?;
    Ok(None)
}

/// A browser that is there already.
fn present() -> Option<PathBuf> {
    NAMES.iter().flat_map(|name| on_path(name)).chain([PathBuf::from(MAC)]).find(|program| answers(program))
}

/// Whether it really starts; some systems have a program of that name that only says where to get it.
fn answers(program: &Path) -> bool {
    program.is_file() && output(Command::new(program).arg("--version")).is_some()
}

/// Whether this is a system of Debian's kind.
pub fn apt_is_there() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// `apt-get` with the right to install, its lists fresh; None on other systems and without that right.
pub fn apt() -> Option<Command> {
    if !apt_is_there() {
        return None;
    }
    let root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let sudo = !root && output(Command::new("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return None;
    }
    let apt = || {
        let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        command.args(["-q", "-o", "Dpkg::Use-Pty=0"]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().arg("update")).ok()?;
    Some(apt())
}

/// Installs a Korean font where there is none and it may: pictures taken by the tests then show Korean letters. The tests
/// do not depend on it, so nothing here is a failure.
fn korean_font() {
    let missing = output(Command::new("fc-list").args([":lang=ko", "family"])).is_none_or(|fonts| fonts.is_empty());
    if !missing {
        return;
    }
    if let Some(mut apt) = apt() {
        say("Installing a Korean font for the pictures that tests take (under a minute)");
        if run(apt.args(["install", "-y", "--no-install-recommends", "fonts-noto-cjk"])).is_err() {
            say("Going on without a Korean font");
        }
    }
}
