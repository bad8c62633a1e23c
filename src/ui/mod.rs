//! The controls: components that mount once and read everything from the session.

mod app;
pub mod badge;
mod board;
pub mod caption;
mod card;
mod choices;
mod desk;
mod ending;
mod header;
pub mod icon;
mod intro;
pub mod keys;
mod notices;
mod player;
mod theatre;
pub mod wires;

pub use app::App;
pub use board::board;
pub use card::card;
pub use choices::{first_choices, more_choices};
pub use desk::{Desk, Leader, Wish};
pub use ending::ending;
pub use theatre::legend;
