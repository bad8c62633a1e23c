//! What is wrong with a settings file, one fault a setting, and how that is said to whoever looks after the kiosk.

use super::{
    kinds::write_millimetres,
    registry::{Kind, Setting, setting},
};
use crate::{
    model::named::named,
    text::{Arg, Language},
};

/// Longest piece of a file that a sentence repeats, in characters.
const LONGEST: usize = 40;
/// What stands for a PIN in a sentence: the screen may be seen by anybody.
const HIDDEN: &str = "••••";

named! {
    /// Why a setting cannot be what it is given as.
    Wrong {
        /// It is another kind of thing: a text where a number is asked for.
        Type = "type",
        /// It is too small or too large, or not written as it has to be.
        Range = "range",
        /// It is a name that nothing has.
        Name = "name",
    }
}

/// Something in a settings file that was not taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is no JSON object: every default is used.
    Unreadable,
    /// A setting that this version does not know.
    Unknown {
        /// Its name.
        key: String,
    },
    /// A setting that cannot be what it is given as.
    Value {
        /// Its name.
        key: &'static str,
        /// Why.
        wrong: Wrong,
        /// What it is given as, in JSON.
        value: String,
        /// What is used instead, in JSON.
        used: String,
    },
    /// A hint: the PIN is the one that stands in the documentation.
    UsualPin,
}

impl Fault {
    /// Whether nothing is wrong, and something should be done all the same.
    #[must_use]
    pub const fn is_hint(&self) -> bool {
        matches!(self, Self::UsualPin)
    }

    /// The setting that it is about.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Unreadable => None,
            Self::Unknown { key } => Some(key),
            Self::Value { key, .. } => Some(key),
            Self::UsualPin => Some("pin"),
        }
    }

    /// The fault in words.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let name = |text: &str| Arg::Name(shorten(text));
        match self {
            Self::Unreadable => language.text("kiosk.fault.unreadable"),
            Self::Unknown { key } => language.text_with("kiosk.fault.unknown", &[("key", name(key))]),
            Self::Value { key, wrong, value, used } => {
                let shown = |text: &str| name(if *key == "pin" { HIDDEN } else { text });
                let takes = setting(key).map(|setting| takes(setting, language)).unwrap_or_default();
                let args =
                    [("key", name(key)), ("value", shown(value)), ("takes", Arg::Name(takes)), ("used", shown(used))];
                language.text_with(&format!("kiosk.fault.{}", wrong.id()), &args)
            }
            Self::UsualPin => language.text("kiosk.fault.usual_pin"),
        }
    }
}

/// What a setting takes, in words.
#[must_use]
pub fn takes(setting: &Setting, language: Language) -> String {
    let name = |text: String| Arg::Name(text);
    match setting.kind {
        Kind::Switch => language.text("kiosk.takes.switch"),
        Kind::Names(names) => language.text_with("kiosk.takes.names", &[("names", name(names().join(", ")))]),
        Kind::List(names) => language.text_with("kiosk.takes.list", &[("names", name(names().join(", ")))]),
        Kind::Number { min, max, or_zero } => {
            let key = if or_zero { "kiosk.takes.number_or_zero" } else { "kiosk.takes.number" };
            language.text_with(key, &[("min", name(min.to_string())), ("max", name(max.to_string()))])
        }
        Kind::Millimetres { min, max } => {
            let args = [("min", name(write_millimetres(min))), ("max", name(write_millimetres(max)))];
            language.text_with("kiosk.takes.millimetres", &args)
        }
        Kind::Time => language.text("kiosk.takes.time"),
        Kind::Pin => language.text("kiosk.takes.pin"),
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
