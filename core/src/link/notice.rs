//! Calm words about what an address said and was not understood.

use crate::text::{Arg, Language};

/// Longest piece of an address that a notice repeats, in characters.
const LONGEST: usize = 40;

/// Something in an address that was not taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A value that the key cannot have.
    Value {
        /// The key.
        key: String,
        /// The value that was asked for.
        value: String,
        /// The value that is used instead.
        used: String,
    },
    /// A key that this version does not know.
    Key {
        /// The key.
        key: String,
    },
    /// A key that is there more than once.
    Twice {
        /// The key.
        key: String,
    },
    /// The link was made by another version of the model.
    Version,
}

impl Notice {
    /// The notice in words.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let name = |text: &str| Arg::Name(shorten(text));
        match self {
            Self::Value { key, value, used } => {
                language.text_with("notice.value", &[("key", name(key)), ("value", name(value)), ("used", name(used))])
            }
            Self::Key { key } => language.text_with("notice.key", &[("key", name(key))]),
            Self::Twice { key } => language.text_with("notice.twice", &[("key", name(key))]),
            Self::Version => language.text("notice.version"),
        }
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
