//! Running other programs: saying first what happens and about how long it takes, and failing in one sentence.

use crate::house;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
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

/// Gives a script for Node its order as JSON, and waits until it is done; its output is shown.
pub fn tell(script: &Path, order: &Value) -> Result<()> {
    node(script, order, Stdio::inherit()).map(drop)
}

/// Gives a script for Node its order as JSON, and returns what it found.
pub fn ask(script: &Path, order: &Value) -> Result<Value> {
    serde_json::from_slice(&node(script, order, Stdio::piped())?).context("What it found is no JSON")
}

fn node(script: &Path, order: &Value, stdout: Stdio) -> Result<Vec<u8>> {
    let mut node = Command::new("node")
        .arg(script)
        .current_dir(house::root())
        .stdin(Stdio::piped())
        .stdout(stdout)
        .spawn()
        .context("Node could not be started")?;
    node.stdin.take().context("Node does not listen")?.write_all(order.to_string().as_bytes())?;
    let output = node.wait_with_output()?;
    if !output.status.success() {
        bail!("`node {}` failed; its own words are above", script.display());
    }
    Ok(output.stdout)
}

/// A command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    command.get_args().fold(name, |line, arg| line + " " + &arg.to_string_lossy())
}
