//! What a person who changes a choice relies on: the same story again, every order accounted for, and causes that have the
//! effects that they have in real life.

mod accounting;
#[path = "../any_scenario/mod.rs"]
mod any_scenario;
mod blue_green;
mod canary;
mod delivery;
mod drill;
mod flag;
mod gates;
mod noticing;
mod plan;
mod records;
mod release;
mod rolling;
mod servers;
mod statistics;
mod support;
mod verdict;
