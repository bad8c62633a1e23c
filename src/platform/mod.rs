//! The browser: what the rest of the app asks of it.

pub mod address;
pub mod clipboard;
pub mod document;
pub mod frame_clock;
pub mod larder;
pub mod size;
