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
