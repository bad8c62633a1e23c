//! Naru in the browser. `platform` is the browser itself, `painter` draws frames, `ui` holds the controls, `guide` tells the
//! story, `shell` has other manners for frames in other pages, `presenter` is the window of whoever gives a talk, `export` gives
//! pictures, films and a deck to take along, `kiosk` makes a screen in a public place of it. `parts` says what is fetched only when somebody wants it;
//! everything that is told and computed comes from the pure crate `naru_core`.

pub mod export;
pub mod guide;
pub mod kiosk;
pub mod painter;
pub mod parts;
pub mod platform;
pub mod presenter;
pub mod shell;
pub mod ui;
