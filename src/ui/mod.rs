//! The controls: components that mount once and read everything from the session.

mod app;
mod badge;
mod board;
mod caption;
mod card;
mod choices;
mod desk;
mod header;
mod icon;
mod intro;
mod keys;
mod notices;
mod player;
mod theatre;
pub mod wires;

pub use app::App;
pub use desk::Desk;
