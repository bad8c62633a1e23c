//! One file a station: each does its work on the idea and writes what happened into the journey's log.

pub mod ci;
pub mod code;
pub mod container;
pub mod delivery;
pub mod need;
pub mod operate;
pub mod release;
pub mod spec;
