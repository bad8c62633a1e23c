//! Naru in the browser. `platform` is the browser itself, `painter` draws frames, `ui` holds the controls;
//! everything that is told and computed comes from the pure crate `naru_core`.

pub mod painter;
pub mod platform;
pub mod ui;
