//! The registry of settings: key, what it takes, reading and writing. Documentation, faults and tests walk it.

use super::{
    Settings, Wrong,
    kinds::{Contrast, Corner, Lighting, Pin, TextRule, TimeOfDay, read_millimetres, write_millimetres},
};
use crate::{model::named::Named, text::Language};
use serde_json::Value;

/// What a setting takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `true` or `false`; `"on"` and `"off"` are read as well.
    Switch,
    /// One of these names, the default first unless the setting says otherwise.
    Names(fn() -> Vec<&'static str>),
    /// A list of some of these names, at least one.
    List(fn() -> Vec<&'static str>),
    /// A whole number within these bounds, both included.
    Number {
        /// The smallest.
        min: u64,
        /// The greatest.
        max: u64,
        /// Whether 0 is taken beside them, for "never".
        or_zero: bool,
    },
    /// Millimetres, with decimals, within these bounds in micrometres, both included.
    Millimetres {
        /// The smallest.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// A time of the day, as `"07:00"`.
    Time,
    /// 4 to 8 digits, as a text.
    Pin,
}

/// A setting.
pub struct Setting {
    /// Its name in the file, in the documentation and in locales (`kiosk.setting.<key>`).
    pub key: &'static str,
    /// What it takes.
    pub kind: Kind,
    read: fn(&Settings) -> String,
    write: fn(&mut Settings, &Value, Kind) -> Result<(), Wrong>,
}

impl Setting {
    /// Its value, as JSON.
    #[must_use]
    pub fn get(&self, settings: &Settings) -> String {
        (self.read)(settings)
    }

    /// Changes it, as somebody in the staff corner does.
    ///
    /// # Errors
    /// Says what is wrong where it cannot be `value`; nothing is changed then.
    pub fn set(&self, settings: &mut Settings, value: &Value) -> Result<(), Wrong> {
        (self.write)(settings, value, self.kind)
    }
}

/// The setting of this name.
#[must_use]
pub fn setting(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

fn switch(value: &Value) -> Result<bool, Wrong> {
    match value {
        Value::Bool(on) => Ok(*on),
        Value::String(text) if text == "on" => Ok(true),
        Value::String(text) if text == "off" => Ok(false),
        Value::String(_) => Err(Wrong::Name),
        _ => Err(Wrong::Type),
    }
}

fn text(value: &Value) -> Result<&str, Wrong> {
    value.as_str().ok_or(Wrong::Type)
}

fn language(value: &Value) -> Result<Language, Wrong> {
    Language::by_id(text(value)?).ok_or(Wrong::Name)
}

fn languages(value: &Value) -> Result<Vec<Language>, Wrong> {
    let mut found = Vec::new();
    for one in value.as_array().ok_or(Wrong::Type)? {
        let one = language(one)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    if found.is_empty() { Err(Wrong::Range) } else { Ok(found) }
}

fn number(value: &Value, kind: Kind) -> Result<u64, Wrong> {
    let Kind::Number { min, max, or_zero } = kind else { return Err(Wrong::Type) };
    let Value::Number(written) = value else { return Err(Wrong::Type) };
    // A negative number is one, and too small; one with decimals is none that a count can be.
    let number = written.as_u64().ok_or(if written.is_i64() { Wrong::Range } else { Wrong::Type })?;
    if (min..=max).contains(&number) || or_zero && number == 0 { Ok(number) } else { Err(Wrong::Range) }
}

fn millimetres(value: &Value, kind: Kind) -> Result<u64, Wrong> {
    let Kind::Millimetres { min, max } = kind else { return Err(Wrong::Type) };
    let Value::Number(written) = value else { return Err(Wrong::Type) };
    let micrometres = read_millimetres(&written.to_string()).ok_or(Wrong::Range)?;
    if (min..=max).contains(&micrometres) { Ok(micrometres) } else { Err(Wrong::Range) }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// A setting that is on or off.
macro_rules! switches {
    ($key:literal, $field:ident) => {
        Setting {
            key: $key,
            kind: Kind::Switch,
            read: |settings| settings.$field.to_string(),
            write: |settings, value, _| switch(value).map(|on| settings.$field = on),
        }
    };
}

/// A setting that is one of the kinds of a type.
macro_rules! names {
    ($key:literal, $field:ident: $kind:ty) => {
        Setting {
            key: $key,
            kind: Kind::Names(|| <$kind>::KINDS.iter().map(|kind| kind.name()).collect()),
            read: |settings| quoted(settings.$field.name()),
            write: |settings, value, _| {
                settings.$field = <$kind>::by_name(text(value)?).ok_or(Wrong::Name)?;
                Ok(())
            },
        }
    };
}

/// A setting that is a whole number, or 0 where that means never.
macro_rules! numbers {
    ($key:literal, $field:ident, $min:literal to $max:literal $(or $zero:literal)?) => {
        Setting {
            key: $key,
            kind: Kind::Number { min: $min, max: $max, or_zero: false $(|| $zero == 0)? },
            read: |settings| settings.$field.to_string(),
            write: |settings, value, kind| number(value, kind).map(|number| settings.$field = number),
        }
    };
}

/// A setting that is a time of the day.
macro_rules! times {
    ($key:literal, $field:ident) => {
        Setting {
            key: $key,
            kind: Kind::Time,
            read: |settings| quoted(&settings.$field.write()),
            write: |settings, value, _| {
                settings.$field = TimeOfDay::read(text(value)?).ok_or(Wrong::Range)?;
                Ok(())
            },
        }
    };
}

/// The tags of all languages.
fn tags() -> Vec<&'static str> {
    Language::ALL.map(Language::id).to_vec()
}

/// Every setting, in the order in which a file is written.
pub static SETTINGS: [Setting; 21] = [
    Setting {
        key: "language",
        kind: Kind::Names(tags),
        read: |settings| quoted(settings.language.id()),
        write: |settings, value, _| language(value).map(|language| settings.language = language),
    },
    Setting {
        key: "languages",
        kind: Kind::List(tags),
        read: |settings| {
            let tags: Vec<String> = settings.languages.iter().map(|language| quoted(language.id())).collect();
            format!("[{}]", tags.join(", "))
        },
        write: |settings, value, _| languages(value).map(|languages| settings.languages = languages),
    },
    numbers!("idle_seconds", idle_seconds, 60 to 600),
    numbers!("warning_seconds", warning_seconds, 20 to 120),
    numbers!("visit_minutes", visit_minutes, 2 to 60),
    switches!("chapters", chapters),
    switches!("free_play", free_play),
    switches!("sound", sound),
    switches!("speech", speech),
    Setting {
        key: "millimetres_per_pixel",
        kind: Kind::Millimetres { min: 50, max: 2_000 },
        read: |settings| write_millimetres(settings.pixel_micrometres),
        write: |settings, value, kind| millimetres(value, kind).map(|size| settings.pixel_micrometres = size),
    },
    numbers!("distance_cm", distance_cm, 30 to 300),
    names!("text_rule", text_rule: TextRule),
    switches!("low_reach", low_reach),
    names!("contrast", contrast: Contrast),
    numbers!("text_percent", text_percent, 100 to 200),
    numbers!("shift_seconds", shift_seconds, 20 to 600 or 0),
    names!("theme", theme: Lighting),
    times!("day_from", day_from),
    times!("night_from", night_from),
    Setting {
        key: "pin",
        kind: Kind::Pin,
        read: |settings| quoted(settings.pin.write()),
        write: |settings, value, _| {
            settings.pin = Pin::read(text(value)?).ok_or(Wrong::Range)?;
            Ok(())
        },
    },
    names!("corner", corner: Corner),
];
