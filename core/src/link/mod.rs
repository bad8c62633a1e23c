//! The address: one typed schema for everything that it may carry. The query carries manners (how it looks),
//! the fragment carries the story (what is told). Reading is lenient: what cannot be read falls back, with a notice.

mod manners;
mod notice;
mod snippet;

pub use manners::{Background, Controls, MANNERS, Manners, Mode, Pace, TextSize};
pub use notice::{Notice, texts};
pub use snippet::{Snippet, frame_address, snippet};

use crate::model::named::Named as _;
use crate::{
    model::{CHOICES, MODEL_VERSION, Scenario, Station, choice},
    text::Language,
};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Day or night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    #[default]
    Day,
    /// Dark, by lantern light.
    Night,
}

impl Theme {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::Day, Self::Night];

    /// Its name in addresses and in the document.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Night => "night",
        }
    }

    /// The theme of this name.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// Where a tour stands, by names; whoever tells the story knows which there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Which tour.
    pub tour: String,
    /// Which chapter; empty: the tour's first.
    pub chapter: String,
    /// Which beat of it; empty: its first.
    pub beat: String,
}

/// Everything that an address can say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// What kind of page this is. Links that are shared lead to a page of its own.
    pub mode: Mode,
    /// The language, if it is asked for.
    pub language: Option<Language>,
    /// Day or night, if it is asked for.
    pub theme: Option<Theme>,
    /// The choices.
    pub scenario: Scenario,
    /// The choices of a pinned run, if there is one.
    pub pinned: Option<Scenario>,
    /// The simulated minute at which the show stands, if it is told.
    pub minute: Option<u64>,
    /// Show milliseconds since it reached that minute.
    pub dwell: u64,
    /// The station at which the show starts, where no minute is told. An address of the app's own names minutes.
    pub station: Option<Station>,
    /// Where a tour stands, if one is told. It brings choices and minutes of its own.
    pub told: Option<Told>,
}

/// Pairs of an address that are read at most: several times what one can say.
const MOST_PAIRS: usize = 64;
/// Keys of the query.
const MODE: &str = "mode";
const LANGUAGE: &str = "lang";
const THEME: &str = "theme";
/// Keys of the fragment, beside those of the choices.
const VERSION: &str = "v";
const MINUTE: &str = "minute";
const DWELL: &str = "dwell";
const PIN: &str = "pin";
const STATION: &str = "station";
const TOUR: &str = "tour";
const CHAPTER: &str = "chapter";
const BEAT: &str = "beat";
/// Letters that a name of a tour, a chapter or a beat has at most.
const LONGEST_NAME: usize = 24;
/// What stands between the choices of a pinned run; a list of weights has commas inside. One letter: looking for texts
/// would be a larger part of the download than all of this room.
const PIN_SIGN: char = ';';

/// What a value in an address must not hold as it is.
const RESERVED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'&').add(b'=').add(b'#').add(b'%').add(b'+').add(b'"').add(b'<').add(b'>');

fn pairs(part: &str) -> impl Iterator<Item = (String, String)> {
    // What is not text when it is decoded is read as it stands.
    let decode =
        |text: &str| percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), |text| text.into_owned());
    part.strip_prefix(['?', '#'])
        .unwrap_or(part)
        .split('&')
        .filter(|pair| !pair.is_empty())
        .take(MOST_PAIRS)
        .map(move |pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(move |(key, value)| (decode(key), decode(value)))
}

/// The pairs with those last that say more exactly what others say: wherever `share` stands, it is the first of the `steps`.
fn in_order(pairs: Vec<(String, String)>) -> impl Iterator<Item = (String, String)> {
    let refines = |(key, _): &(String, String)| choice(key).is_some_and(|choice| choice.refines.is_some());
    let (last, first): (Vec<_>, Vec<_>) = pairs.into_iter().partition(refines);
    first.into_iter().chain(last)
}

impl Link {
    /// Reads a query and a fragment (with or without their signs). What it cannot read is left at its
    /// default, and a notice says so.
    #[must_use]
    pub fn read(query: &str, fragment: &str) -> (Self, Vec<Notice>) {
        let mut link = Self::default();
        let mut notices = Vec::new();
        // A query may carry other people's keys: only a bad value of a known one is worth a notice.
        for (key, value) in pairs(query) {
            match key.as_str() {
                LANGUAGE if Language::by_id(&value).is_some() => link.language = Language::by_id(&value),
                THEME if Theme::by_id(&value).is_some() => link.theme = Theme::by_id(&value),
                MODE if Mode::by_name(&value).is_some() => link.mode = Mode::by_name(&value).unwrap_or_default(),
                LANGUAGE | THEME | MODE => notices.push(Notice::Manner { key, value }),
                _ => {}
            }
        }
        let mut seen: Vec<String> = Vec::new();
        for (key, value) in in_order(pairs(fragment).collect()) {
            if seen.contains(&key) {
                notices.push(Notice::Twice { key: key.clone() });
            }
            link.read_story(&key, value, &mut notices);
            seen.push(key);
        }
        (link, notices)
    }

    /// Reads a whole address, or the part of one from its query or its fragment on. Words without either
    /// sign are read as a fragment.
    #[must_use]
    pub fn read_address(address: &str) -> (Self, Vec<Notice>) {
        let (before, fragment) = address.split_once('#').unwrap_or_else(|| {
            // An address without a fragment, or a bare fragment.
            if address.contains('?') || address.contains("://") { (address, "") } else { ("", address) }
        });
        let query = before.split_once('?').map_or("", |(_, query)| query);
        Self::read(query, fragment)
    }

    fn read_story(&mut self, key: &str, value: String, notices: &mut Vec<Notice>) {
        let used = match key {
            VERSION => {
                if value != MODEL_VERSION.to_string() {
                    notices.push(Notice::Version);
                }
                return;
            }
            MINUTE | DWELL => {
                // Only digits: "+5" is not how an address is written.
                let number = value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten();
                match number {
                    Some(number) if key == MINUTE => self.minute = Some(number),
                    Some(number) => self.dwell = number,
                    None => notices.push(Notice::Value { key: key.to_owned(), value, used: "0".to_owned() }),
                }
                return;
            }
            STATION => {
                self.station = Station::by_name(&value);
                if self.station.is_none() {
                    notices.push(Notice::Value { key: key.to_owned(), value, used: Station::ALL[0].id().to_owned() });
                }
                return;
            }
            TOUR | CHAPTER | BEAT => {
                let is_name = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
                if value.is_empty() || value.len() > LONGEST_NAME || !value.bytes().all(is_name) {
                    notices.push(Notice::Key { key: format!("{key}={value}") });
                    return;
                }
                let told = self.told.get_or_insert_default();
                match key {
                    TOUR => told.tour = value,
                    CHAPTER => told.chapter = value,
                    _ => told.beat = value,
                }
                return;
            }
            PIN => {
                self.pinned = Some(read_pin(&value, notices));
                return;
            }
            _ => match choice(key) {
                Some(choice) if choice.set(&mut self.scenario, &value) => return,
                Some(choice) => choice.get(&self.scenario),
                None => {
                    notices.push(Notice::Key { key: key.to_owned() });
                    return;
                }
            },
        };
        notices.push(Notice::Value { key: key.to_owned(), value, used });
    }

    /// The query of these manners, with its sign; empty where the visitor's own are kept.
    #[must_use]
    pub fn query(&self) -> String {
        let language = self.language.map(|language| format!("{LANGUAGE}={}", language.id()));
        let theme = self.theme.map(|theme| format!("{THEME}={}", theme.id()));
        let parts: Vec<String> = language.into_iter().chain(theme).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The query of these manners in the place of those that stand in another one; what else that says is kept.
    #[must_use]
    pub fn query_within(&self, query: &str) -> String {
        let pieces = query.strip_prefix('?').unwrap_or(query).split('&');
        let others = pieces.filter(|piece| {
            let key = piece.split('=').next().unwrap_or_default();
            !key.is_empty() && key != LANGUAGE && key != THEME
        });
        let own = self.query();
        let own = own.strip_prefix('?').filter(|own| !own.is_empty());
        let parts: Vec<&str> = own.into_iter().chain(others).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The fragment of this story, without its sign: the version, the place, and what differs from the defaults.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut parts = vec![format!("{VERSION}={MODEL_VERSION}")];
        if let Some(told) = &self.told {
            let named = [(TOUR, &told.tour), (CHAPTER, &told.chapter), (BEAT, &told.beat)];
            let named = named.into_iter().filter(|(_, name)| !name.is_empty());
            parts.extend(named.map(|(key, name)| format!("{key}={}", encode(name))));
            return parts.join("&");
        }
        parts.extend(changed(&self.scenario).map(|(key, value)| format!("{key}={}", encode(&value))));
        if let Some(pinned) = &self.pinned {
            let inside: Vec<String> = changed(pinned).map(|(key, value)| format!("{key}:{value}")).collect();
            parts.push(format!("{PIN}={}", encode(&inside.join(PIN_SIGN.encode_utf8(&mut [0; 4])))));
        }
        if let Some(minute) = self.minute {
            parts.push(format!("{MINUTE}={minute}"));
            if self.dwell > 0 {
                parts.push(format!("{DWELL}={}", self.dwell));
            }
        }
        parts.join("&")
    }
}

fn encode(value: &str) -> String {
    utf8_percent_encode(value, RESERVED).to_string()
}

/// The choices that differ from what was said so far, at first from the defaults: one may change what another one is, as
/// `steps` does `share`. The strategy always, so that a link says what it shows.
fn changed(scenario: &Scenario) -> impl Iterator<Item = (&'static str, String)> {
    let mut said = Scenario::default();
    CHOICES
        .iter()
        .map(|choice| (choice, choice.get(scenario)))
        .filter(move |(choice, value)| {
            let differs = choice.get(&said) != *value;
            choice.set(&mut said, value);
            choice.key == "release" || differs
        })
        .map(|(choice, value)| (choice.key, value))
}

/// Reads the choices of a pinned run, written `key:value;key:value`.
fn read_pin(text: &str, notices: &mut Vec<Notice>) -> Scenario {
    let mut scenario = Scenario::default();
    let pairs = text.split(PIN_SIGN).filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once(':').unwrap_or((pair, "")));
    for (key, value) in in_order(pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()) {
        match choice(&key) {
            Some(choice) if choice.set(&mut scenario, &value) => {}
            Some(choice) => {
                notices.push(Notice::Value { key: format!("{PIN} {key}"), value, used: choice.get(&scenario) })
            }
            None => notices.push(Notice::Key { key: format!("{PIN} {key}") }),
        }
    }
    scenario
}
