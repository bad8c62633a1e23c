//! The same app with other manners: as a frame in another page.

mod embed;
mod keys;
mod post;
mod sight;
mod steps;
mod talk;

pub use embed::shell;
