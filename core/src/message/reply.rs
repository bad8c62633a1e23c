//! Events as whoever commands reads them: of the app's own, the presenter's window does.

use super::{Direction, VERSION};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// An event, as far as a presenter has use for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// What is on the screen.
    State(Box<Seen>),
    /// Which step it has come to, or is on its way to.
    Step {
        /// Whether there is none after it.
        last: bool,
        /// Whether it still moves there.
        moving: bool,
    },
    /// Somebody pressed a clicker's key in the first window where it has no further step.
    Leave(Direction),
    /// Anything else: the window is there.
    Other,
}

/// What is on the screen of the first window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// Whether it plays.
    pub playing: bool,
    /// What the window shows, by its name.
    pub screen: String,
    /// The chapter that is told.
    pub chapter: Option<String>,
    /// Its beat.
    pub beat: Option<String>,
    /// Simulated minutes since the wish.
    pub minute: u64,
    /// All choices, as an address writes them.
    pub choices: BTreeMap<String, String>,
    /// The fragment of an address that comes back to this place.
    pub link: String,
}

impl Reply {
    /// Reads a message (JSON); nothing where it is no event of this contract.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        if value.get("naru").and_then(Value::as_u64) != Some(VERSION) {
            return None;
        }
        Some(match value.get("event").and_then(Value::as_str)? {
            "state" => Self::State(Box::new(Seen::deserialize(&value).ok()?)),
            "step" => {
                let is = |name| value.get(name).and_then(Value::as_bool);
                Self::Step { last: is("last")?, moving: is("moving")? }
            }
            "leave" => Self::Leave(match value.get("direction").and_then(Value::as_str)? {
                "next" => Direction::Next,
                "previous" => Direction::Previous,
                _ => return None,
            }),
            _ => Self::Other,
        })
    }
}
