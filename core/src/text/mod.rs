//! Languages: messages, Korean particles, numbers, and describers that turn a moment into a sentence.

pub mod describe;
pub mod korean;
mod language;
mod messages;
mod pattern;

pub use language::{Language, Shelf};
pub use messages::{Messages, entries};
pub use pattern::{Arg, Sentence, Span};
