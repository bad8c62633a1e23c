//! Commands: what the page around it may ask for. Whatever is not exactly one of these is refused, with a reason.

use super::{Screen, VERSION};
use crate::{
    link::Theme,
    model::{CHOICES, Scenario, Station, choice, named::Named as _},
    story::chapter,
    text::{Arg, Language},
};
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// What an asker calls a command, to know its answer by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// A number.
    Number(i64),
    /// A short text.
    Text(String),
}

/// A command with what its asker calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What the asker calls it.
    pub id: Option<Id>,
    /// The command.
    pub command: Command,
}

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To say again that it is ready.
    Ping,
    /// To play.
    Play,
    /// To stand still.
    Pause,
    /// To go to the next step.
    Next,
    /// To go to the previous step.
    Previous,
    /// To go somewhere, and stand.
    Go(Goal),
    /// To change choices, as keys and values of the address; the language; the theme; what the frame shows.
    Set {
        /// Choices, each legal by itself.
        choices: Vec<(&'static str, String)>,
        /// The language.
        language: Option<Language>,
        /// The theme.
        theme: Option<Theme>,
        /// What the frame shows.
        screen: Option<Screen>,
    },
    /// To tell what is on the screen.
    Get,
    /// To give a picture of this moment.
    Still,
}

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To a chapter, and a beat of it.
    Chapter {
        /// The chapter's name.
        chapter: String,
        /// The beat's name; empty: the first.
        beat: String,
    },
    /// To where the idea first comes to a station.
    Station(Station),
    /// To a simulated minute, and so many show milliseconds after it is reached.
    Minute {
        /// Minutes since the wish.
        minute: u64,
        /// Show milliseconds.
        dwell: u64,
    },
    /// To a step.
    Step(StepGoal),
}

/// Which step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepGoal {
    /// The one of this number, from 0; the last one where there are fewer.
    Index(u64),
    /// The last one.
    Last,
}

/// Why something is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It speaks another version of the contract.
    Version,
    /// It is no command of the contract.
    Shape,
    /// A value that cannot be.
    Value {
        /// Of which key.
        key: String,
        /// The value.
        value: String,
    },
    /// This page may not command.
    Origin,
    /// What it needs could not be fetched.
    Later,
}

impl Refusal {
    /// Its name in an `error` event.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Shape => "shape",
            Self::Value { .. } => "value",
            Self::Origin => "origin",
            Self::Later => "later",
        }
    }

    /// A sentence for whoever wrote the page around it.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Version => language.text("refused.version"),
            Self::Shape => language.text("refused.shape"),
            Self::Value { key, value } => {
                let name = |text: &str| Arg::Name(text.to_owned());
                language.text_with("refused.value", &[("key", name(key)), ("value", name(value))])
            }
            Self::Origin => language.text("refused.origin"),
            Self::Later => language.text("refused.later"),
        }
    }
}

/// A message as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "naru")]
    _naru: Value,
    #[serde(rename = "id")]
    _id: Option<Value>,
    command: String,
    chapter: Option<String>,
    beat: Option<String>,
    station: Option<String>,
    minute: Option<u64>,
    dwell: Option<u64>,
    step: Option<WrittenStep>,
    choices: Option<BTreeMap<String, WrittenValue>>,
    language: Option<String>,
    theme: Option<String>,
    screen: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenStep {
    Number(u64),
    Name(String),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenValue {
    Turned(bool),
    Number(Number),
    Text(String),
}

impl WrittenValue {
    /// As an address writes it.
    fn show(self) -> String {
        match self {
            Self::Turned(on) => if on { "on" } else { "off" }.to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text,
        }
    }
}

/// Reads a message (JSON).
///
/// # Errors
/// Why it is no command, with what the asker calls it, if that could be read.
pub fn read(text: &str) -> Result<Letter, (Option<Id>, Refusal)> {
    let value: Value = serde_json::from_str(text).map_err(|_| (None, Refusal::Shape))?;
    let id = match value.get("id") {
        None | Some(Value::Null) => None,
        Some(id) => Some(Id::deserialize(id).map_err(|_| (None, Refusal::Shape))?),
    };
    if value.get("naru").and_then(Value::as_u64) != Some(VERSION) {
        return Err((id, Refusal::Version));
    }
    match serde_json::from_value::<Written>(value) {
        Ok(written) => match command(written) {
            Ok(command) => Ok(Letter { id, command }),
            Err(refusal) => Err((id, refusal)),
        },
        Err(_) => Err((id, Refusal::Shape)),
    }
}

fn command(written: Written) -> Result<Command, Refusal> {
    let Written { command, chapter, beat, station, minute, dwell, step, choices, language, theme, screen, .. } =
        written;
    let goes = [chapter.is_some(), station.is_some(), minute.is_some(), step.is_some()];
    let goals = goes.into_iter().filter(|one| *one).count();
    let refines = beat.is_some() && chapter.is_none() || dwell.is_some() && minute.is_none();
    let sets = choices.is_some() || language.is_some() || theme.is_some() || screen.is_some();
    let (may_go, may_set) = (command == "go", command == "set");
    if refines || goals != usize::from(may_go) || sets != may_set {
        return Err(Refusal::Shape);
    }
    Ok(match command.as_str() {
        "ping" => Command::Ping,
        "play" => Command::Play,
        "pause" => Command::Pause,
        "next" => Command::Next,
        "previous" => Command::Previous,
        "get" => Command::Get,
        "still" => Command::Still,
        "set" => Command::Set {
            choices: legal(choices.unwrap_or_default())?,
            language: one("language", language, Language::by_id)?,
            theme: one("theme", theme, Theme::by_id)?,
            screen: one("screen", screen, Screen::by_name)?,
        },
        "go" => Command::Go(if let Some(id) = chapter {
            let beat = beat.unwrap_or_default();
            let found = chapter_of(&id)?;
            if !beat.is_empty() && !found.beats.iter().any(|one| one.id == beat) {
                return Err(Refusal::Value { key: "beat".to_owned(), value: beat });
            }
            Goal::Chapter { chapter: id, beat }
        } else if let Some(station) = one("station", station, Station::by_name)? {
            Goal::Station(station)
        } else if let Some(minute) = minute {
            Goal::Minute { minute, dwell: dwell.unwrap_or(0) }
        } else {
            Goal::Step(match step {
                Some(WrittenStep::Number(index)) => StepGoal::Index(index),
                Some(WrittenStep::Name(name)) if name == "first" => StepGoal::Index(0),
                Some(WrittenStep::Name(name)) if name == "last" => StepGoal::Last,
                Some(WrittenStep::Name(value)) => return Err(Refusal::Value { key: "step".to_owned(), value }),
                None => return Err(Refusal::Shape),
            })
        }),
        _ => return Err(Refusal::Shape),
    })
}

fn chapter_of(id: &str) -> Result<&'static crate::story::Chapter, Refusal> {
    chapter(id).ok_or_else(|| Refusal::Value { key: "chapter".to_owned(), value: id.to_owned() })
}

/// A value by its name, where one is said.
fn one<T>(key: &str, value: Option<String>, by_name: fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    match value {
        None => Ok(None),
        Some(value) => by_name(&value).map(Some).ok_or_else(|| Refusal::Value { key: key.to_owned(), value }),
    }
}

/// The choices with those last that say more exactly what others say, as an address is read.
fn legal(written: BTreeMap<String, WrittenValue>) -> Result<Vec<(&'static str, String)>, Refusal> {
    let mut written: BTreeMap<String, String> = written.into_iter().map(|(key, value)| (key, value.show())).collect();
    let mut tried = Scenario::default();
    let mut choices = Vec::new();
    for refining in [false, true] {
        for one in CHOICES.iter().filter(|choice| choice.refines.is_some() == refining) {
            let Some(value) = written.remove(one.key) else { continue };
            if choice(one.key).is_none_or(|choice| !choice.set(&mut tried, &value)) {
                return Err(Refusal::Value { key: one.key.to_owned(), value });
            }
            choices.push((one.key, value));
        }
    }
    match written.into_iter().next() {
        Some((key, value)) => Err(Refusal::Value { key, value }),
        None => Ok(choices),
    }
}
