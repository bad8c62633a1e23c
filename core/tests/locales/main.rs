//! What a reader and a translator rely on: both languages say the same things, in plain words, by the language rules, and
//! no text is missing or left over.

#[path = "../any_scenario/mod.rs"]
mod any_scenario;
mod captions;
mod english;
mod files;
mod keys;
mod korean;
mod terms;
