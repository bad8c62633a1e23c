//! `cargo xtask shots`: pictures of the built app to look at: contact sheets of every station and strategy at every size, and
//! filmstrips of every crossing.

mod films;
mod looks;
mod stills;
mod stories;

use crate::server::Server;
use crate::steps::{self, say};
use crate::{Usage, build, house, setup};
use anyhow::{Context, Result};
use films::Film;
use lexopt::prelude::*;
use looks::Look;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;
use stills::Still;

/// What the command line asks for.
#[derive(Clone, Copy, Debug, Default)]
struct Wishes {
    /// The inner loop: two sizes, two looks.
    quick: bool,
    /// Films of the show as it really plays, too.
    motion: bool,
    /// Open the pictures when they are there.
    open: bool,
    /// Take `dist/` as it is.
    no_build: bool,
}

/// Takes the pictures and lays them on sheets, in `target/shots/`.
pub fn run(args: &[String]) -> Result<()> {
    let wishes = parse(args)?;
    let (looks, stills) = (looks::all(wishes.quick), stills::all()?);
    let films = films::all(wishes.quick, wishes.motion)?;
    if !wishes.no_build {
        build::up_to_date()?;
    }
    setup::npm_packages()?;
    let browser = setup::browser::find_or_install()?;
    let server = Server::start()?;
    let begun = Instant::now();
    let frames: usize = films.iter().map(|film| film.frames.len()).sum();
    let duration = if wishes.quick { "a minute" } else { "5 minutes" };
    say(&format!("Taking {} pictures (about {duration})", looks.len() * stills.len() + frames));
    take(&order(&server.address, browser, &looks, &stills, &films))?;
    let index = folder().join("index.html");
    let seconds = begun.elapsed().as_secs();
    say(&format!(
        "{} sheets are in {} ({} min {} s)",
        looks.len() + films.len(),
        index.display(),
        seconds / 60,
        seconds % 60
    ));
    if wishes.open && open::that_detached(&index).is_err() {
        say("No browser could be opened; please open that page yourself");
    }
    Ok(())
}

fn parse(args: &[String]) -> Result<Wishes, Usage> {
    let mut wishes = Wishes::default();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("quick") => wishes.quick = true,
            Long("motion") => wishes.motion = true,
            Long("open") => wishes.open = true,
            Long("no-build") => wishes.no_build = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(wishes)
}

/// Where the pictures are put.
fn folder() -> PathBuf {
    house::root().join("target/shots")
}

/// What the browser's driver is asked to do.
fn order(address: &str, browser: Option<PathBuf>, looks: &[Look], stills: &[Still], films: &[Film]) -> Value {
    json!({
        "address": address,
        "browser": browser,
        "folder": folder(),
        "looks": looks.iter().map(Look::json).collect::<Vec<_>>(),
        "stills": stills.iter().map(Still::json).collect::<Vec<_>>(),
        "films": films.iter().map(Film::json).collect::<Vec<_>>(),
    })
}

/// Has the driver do it. Old pictures go first: none of them may stand beside a new one.
fn take(order: &Value) -> Result<()> {
    let folder = folder();
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("The old {} could not be removed", folder.display()))?;
    }
    steps::tell(&house::root().join("xtask/shots/take.mjs"), order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read_strictly() {
        let read = |line: &str| parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert!(read("--quick --open").is_ok_and(|wishes| wishes.quick && wishes.open && !wishes.motion));
        assert!(read("--motion").is_ok_and(|wishes| wishes.motion && !wishes.quick));
        assert!(read("--quik").is_err());
        assert!(read("laptop").is_err());
    }
}
