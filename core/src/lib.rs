//! Naru without a browser: the simulation, its pacing, its words, its address and where everything stands.
//!
//! One natural way through: a [`model::Scenario`] (choices) is simulated to a [`model::Timeline`]
//! (events, counts); [`time::Show`] finds the [`model::Moment`] at a place of the show;
//! [`scene`] turns it into a frame of shapes and [`text`] into a sentence. Nothing flows back.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![warn(clippy::disallowed_types)]

pub mod kiosk;
pub mod link;
pub mod message;
pub mod model;
pub mod scene;
pub mod session;
pub mod story;
pub mod text;
pub mod time;
