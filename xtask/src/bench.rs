//! `cargo xtask bench`: how long things take, beside the budgets and beside the figures of the last landing. Milliseconds
//! hang on the machine, so they are measured here and never in a test.

mod figures;
mod frames;
mod native;
mod slowed;
mod stories;
mod worst;

use crate::Usage;
use crate::steps::say;
use anyhow::Result;
use figures::{Figure, MICRO, MILLI};
use lexopt::prelude::*;
use std::process::ExitCode;
use stories::Story;

/// The slowest of the four strategies with a fault, natively, in seconds.
const STRATEGY: f64 = 200.0 * MICRO;
/// Finding the moment at a place of the show, natively.
const PLACE: f64 = 5.0 * MICRO;
/// A year of one team, natively.
const YEAR: f64 = 20.0 * MILLI;
/// Any legal story, as WebAssembly in a browser that is slowed four times.
const ANY_STORY: f64 = 5.0 * MILLI;
/// What a simulated minute of the longest story may cost, against one of the shortest: a tenth is left to chance.
const GROWTH: f64 = 1.1;

/// How many times slower the browser is made.
const SLOWED: u64 = 4;

/// What the command line asks for.
#[derive(Default)]
struct Wishes {
    /// Only what needs no browser.
    native: bool,
    /// Keep the figures, as those of this landing.
    keep: bool,
}

/// Measures, prints a table, and says by its exit code whether all is within the budgets.
pub fn run(args: &[String]) -> Result<ExitCode> {
    let wishes = parse(args)?;
    say("Looking for the slowest legal story (seconds)");
    let mut stories = stories::read()?;
    let climbed = worst::climb(&stories);
    stories.push(climbed.clone());
    let mut figures = of_native(&native::measure(&climbed)?, &stories);
    if !wishes.native {
        figures.extend(of_slowed(&slowed::measure(&stories)?));
        figures.extend(frames::measure(&stories)?);
    }
    println!("The slowest legal story that was found: {}\n", climbed.fragment);
    let over = figures::print(&figures)?;
    if wishes.keep {
        figures::keep(&figures)?;
    }
    if over > 0 {
        eprintln!("{over} of the figures are over their budget.");
    }
    Ok(if over == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn parse(args: &[String]) -> Result<Wishes, Usage> {
    let mut wishes = Wishes::default();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("native") => wishes.native = true,
            Long("keep") => wishes.keep = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(wishes)
}

/// What criterion measured, as figures with their budgets.
fn of_native(measured: &native::Measured, stories: &[Story]) -> Vec<Figure> {
    let slowest = |what: &str| measured.slowest(what);
    let mut figures = vec![
        Figure::within("simulate, the slowest strategy", slowest("simulate/strategy"), STRATEGY),
        Figure::within("a year of one team", slowest("year/"), YEAR),
        Figure::within("the moment at a place, in the slowest story", slowest("show/at a place"), PLACE),
        Figure::of("a frame, in the slowest story", slowest("show/a frame")),
        Figure::of("simulate, the slowest legal story", slowest("simulate/worst")),
    ];
    let minute = |story: &Story| measured.quickest(&format!("simulate/{}", story.name)) / story.minutes();
    let longer: Vec<&Story> = stories.iter().filter(|story| story.is("longer")).collect();
    figures.extend(longer.iter().map(|story| Figure::of(&format!("one minute of {}", story.what()), minute(story))));
    if let (Some(shortest), Some(longest)) = (longer.first(), longer.last()) {
        let growth = minute(longest) / minute(shortest);
        figures.push(Figure::times("one minute of the longest, by one of the shortest", growth, GROWTH));
    }
    figures
}

/// What the browser measured, as figures with their budgets.
fn of_slowed(runs: &[slowed::Run]) -> Vec<Figure> {
    let most = |kind: &str, read: fn(&slowed::Run) -> f64| {
        runs.iter().filter(|run| run.story.is(kind)).map(read).fold(f64::NAN, f64::max)
    };
    let worst = runs.iter().filter(|run| run.story.is("worst"));
    let mut figures: Vec<Figure> = worst
        .map(|run| Figure::within(&format!("slowed wasm, {}", run.story.what()), run.seconds, ANY_STORY))
        .collect();
    figures.push(Figure::of("slowed wasm, any of these for the first time", most("worst", |run| run.first)));
    figures.push(Figure::of("slowed wasm, the slowest strategy", most("strategy", |run| run.seconds)));
    figures
}
