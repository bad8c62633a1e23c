//! What a reader and a translator rely on: both languages say the same things, in plain words, by the language rules, and
//! no text is missing or left over.

mod alike;
#[path = "../any_scenario/mod.rs"]
mod any_scenario;
mod captions;
mod english;
mod facts;
mod files;
mod keys;
mod korean;
mod notes;
mod terms;
