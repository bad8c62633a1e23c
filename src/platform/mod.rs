//! The browser: what the rest of the app asks of it.

pub mod address;
mod chance;
pub mod clipboard;
pub mod document;
pub mod frame_clock;
pub mod larder;
pub mod messages;
pub mod size;
pub mod storage;

pub use chance::chance;

use std::time::Duration;

/// Does something when some milliseconds have passed; after none, with the browser's next turn.
// A timeout of gloo's that is let go keeps its place in the table of what the wasm knows of the page for good; this one gives it back.
pub fn after(ms: u64, does: impl FnOnce() + 'static) {
    leptos::prelude::set_timeout(does, Duration::from_millis(ms));
}
