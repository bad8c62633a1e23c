//! How smoothly orders cross: the built app in a browser that is slowed down, from the browser's own traces.

use super::SLOWED;
use super::figures::{Figure, MILLI};
use super::stories::{self, Story};
use crate::server::Server;
use crate::steps::{self, say};
use crate::{build, setup};
use anyhow::{Context, Result};
use serde_json::json;

/// Work of the main thread in a second while 500 orders are under way.
const MAIN: f64 = 400.0 * MILLI;
/// The time from one frame to the next that 99 of 100 keep.
const FRAME: f64 = 20.0 * MILLI;

/// Measures the crossings among the stories.
pub fn measure(stories: &[Story]) -> Result<Vec<Figure>> {
    build::up_to_date()?;
    let browser = setup::browser::find_or_install()?;
    let server = Server::start()?;
    let crossings: Vec<&Story> = stories.iter().filter(|story| story.is("crossing")).collect();
    let fragments: Vec<&str> = crossings.iter().map(|story| story.fragment.as_str()).collect();
    say("Playing crossings in a browser that is slowed four times (about two minutes)");
    let order = json!({ "address": server.address, "browser": browser, "slowed": SLOWED, "fragments": fragments });
    let found = steps::ask(&stories::folder().join("frames.mjs"), &order)?;
    let number = |value: &serde_json::Value| value.as_f64().context("The browser's figures are no numbers");
    let mut figures = Vec::new();
    for (index, story) in crossings.iter().enumerate() {
        let what = format!("main thread in a second, {}", story.what());
        figures.push(Figure::within(&what, number(&found["main"][index])?, MAIN));
    }
    figures.push(Figure::of("from frame to frame, half of them", number(&found["p50"])?));
    figures.push(Figure::within("from frame to frame, 99 of 100", number(&found["p99"])?, FRAME));
    // Work that begins late is seen only where a frame is missed over it.
    figures.push(Figure::of("from the start of a frame's work to the next, 99 of 100", number(&found["starts"])?));
    Ok(figures)
}
