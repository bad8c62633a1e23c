//! The manners of a frame in another page: how it looks and behaves there. They stand in the query; `docs/embed.md` tells each.

use super::{Notice, pairs};
use crate::model::named::{Named, named};

named! {
    /// What kind of page the app is.
    #[derive(Default)]
    Mode {
        /// One of its own.
        #[default]
        Page = "page",
        /// A frame in another page.
        Embed = "embed",
        /// What whoever gives a talk has before them.
        Presenter = "presenter",
        /// A screen in a public place.
        Kiosk = "kiosk",
    }

    /// How much a person can take hold of.
    Controls {
        /// The player too.
        Few = "few",
        /// The picture and its words alone.
        None = "none",
        /// The choices and the outcome as well.
        All = "all",
    }

    /// How it goes on.
    Pace {
        /// By itself.
        Play = "play",
        /// To the next step, where it waits.
        Step = "step",
    }

    /// What stands behind the picture.
    Background {
        /// Paper.
        Paper = "paper",
        /// What is there already: the slide's own ground.
        Transparent = "transparent",
    }

    /// How large the letters are.
    TextSize {
        /// As they are.
        Normal = "normal",
        /// A quarter larger.
        Large = "large",
        /// Half as large again.
        Largest = "largest",
    }
}

/// How a frame in another page looks and behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manners {
    /// How much a person can take hold of.
    pub controls: Controls,
    /// Whether it begins as soon as it can be seen.
    pub autoplay: bool,
    /// Whether it begins again after its end.
    pub again: bool,
    /// How it goes on.
    pub pace: Pace,
    /// What stands behind the picture.
    pub background: Background,
    /// How large the letters are.
    pub text: TextSize,
    /// Origins that may command; nobody named: any page around it.
    pub allow: Vec<String>,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            controls: Controls::Few,
            autoplay: false,
            again: false,
            pace: Pace::Play,
            background: Background::Paper,
            text: TextSize::Normal,
            allow: Vec::new(),
        }
    }
}

/// The keys of the manners with the values that they take, the usual one first. `allow` takes origins.
pub const MANNERS: [(&str, &[&str]); 7] = [
    ("controls", &["few", "none", "all"]),
    ("autoplay", &["0", "1"]),
    ("loop", &["0", "1"]),
    ("pace", &["play", "step"]),
    ("background", &["paper", "transparent"]),
    ("text", &["normal", "large", "largest"]),
    ("allow", &[]),
];

/// Origins that an address names at most.
const MOST_ORIGINS: usize = 16;

impl Manners {
    /// Reads a query (with or without its sign). A value that a key cannot have is left out, and a notice says so.
    #[must_use]
    pub fn read(query: &str) -> (Self, Vec<Notice>) {
        let mut manners = Self::default();
        let mut notices = Vec::new();
        for (key, value) in pairs(query) {
            if !manners.take(&key, &value) {
                notices.push(Notice::Manner { key, value });
            }
        }
        (manners, notices)
    }

    /// Takes a value; false for one that the key cannot have. Other people's keys are none of ours.
    fn take(&mut self, key: &str, value: &str) -> bool {
        fn named<T: Named>(place: &mut T, value: &str) -> bool {
            T::by_name(value).map(|kind| *place = kind).is_some()
        }
        fn turned(place: &mut bool, value: &str) -> bool {
            *place = value == "1";
            matches!(value, "0" | "1")
        }
        match key {
            "controls" => named(&mut self.controls, value),
            "autoplay" => turned(&mut self.autoplay, value),
            "loop" => turned(&mut self.again, value),
            "pace" => named(&mut self.pace, value),
            "background" => named(&mut self.background, value),
            "text" => named(&mut self.text, value),
            "allow" => {
                let origins: Vec<&str> = value.split(',').filter(|origin| !origin.is_empty()).collect();
                let fine = origins.len() <= MOST_ORIGINS
                    && !origins.is_empty()
                    && origins.iter().all(|origin| is_origin(origin));
                // What cannot be read lets nobody in, rather than everybody.
                self.allow = if fine { origins.into_iter().map(str::to_owned).collect() } else { vec![String::new()] };
                fine
            }
            _ => true,
        }
    }

    /// Whether a page of this origin may command.
    #[must_use]
    pub fn may_command(&self, origin: &str) -> bool {
        self.allow.is_empty() || self.allow.iter().any(|allowed| allowed == origin)
    }
}

/// Whether this is an origin as browsers write it: a scheme, a host and perhaps a port.
fn is_origin(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, host)| {
        matches!(scheme, "http" | "https")
            && !host.is_empty()
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']'))
    })
}
