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
    /// A value that a manner (language, theme) cannot have; the visitor's own is kept.
    Manner {
        /// The key.
        key: String,
        /// The value that was asked for.
        value: String,
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

/// Notices that are shown in words at most; the others are counted.
const MOST_SHOWN: usize = 5;

/// Several notices in words, one a line.
#[must_use]
pub fn texts(notices: &[Notice], language: Language) -> Vec<String> {
    let mut lines: Vec<String> = notices.iter().take(MOST_SHOWN).map(|notice| notice.text(language)).collect();
    if let Some(more) = notices.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        lines.push(language.text_with("notice.more", &[("n", Arg::Number(more as u64))]));
    }
    lines
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
            Self::Manner { key, value } => {
                language.text_with("notice.manner", &[("key", name(key)), ("value", name(value))])
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
