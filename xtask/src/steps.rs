//! Running other programs: saying first what happens and about how long it takes, and failing in one sentence.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// Announces a step on stderr, so that what a command prints on stdout stays clean.
pub fn say(what: &str) {
    eprintln!("> {what}");
}

/// Runs a program to its end with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed; its own words are above", shown(command));
    }
    Ok(())
}

/// Runs a program and returns what it wrote on stdout, or None when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    command.get_args().fold(name, |line, arg| line + " " + &arg.to_string_lossy())
}
