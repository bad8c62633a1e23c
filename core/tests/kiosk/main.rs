//! What whoever runs a kiosk relies on: a slip in its settings costs one setting, nothing that was counted is lost or about
//! anybody, and every visitor finds it as if nobody had been there before.

mod corner;
mod counters;
mod page;
mod settings;
mod sizes;
mod support;
mod visit;
mod visitors;
mod words;
