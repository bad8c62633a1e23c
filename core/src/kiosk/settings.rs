//! The settings of a kiosk: read from a JSON text, so that a slip in it costs one setting and never the kiosk.

mod fault;
mod kinds;
mod registry;
mod sizes;
mod turn;

pub use fault::{Fault, Wrong};
pub use kinds::{Contrast, Corner, Lighting, Pin, TextRule, TimeOfDay, write_millimetres};
pub use registry::{Kind, SETTINGS, Setting, setting};
pub use sizes::{CAPITAL_PER_MILLE, Sizes, shift};
pub use turn::{turned, typed};

use crate::{link::Theme, text::Language};
use serde_json::Value;

/// Bytes that a settings file has at most; it is a page of text, and nothing else is meant to be it.
const MOST_BYTES: usize = 65_536;
/// Faults that are named at most.
const MOST_FAULTS: usize = 32;

/// How a kiosk looks and behaves. `docs/kiosk.md` tells each setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the attract loop.
    pub language: Language,
    /// The languages that are offered, in the order of their buttons.
    pub languages: Vec<Language>,
    /// Seconds without a touch until the visitor is asked whether they are there.
    pub idle_seconds: u64,
    /// Seconds that this question stays.
    pub warning_seconds: u64,
    /// Minutes of one visit, after which others may be waiting.
    pub visit_minutes: u64,
    /// Whether the longer chapters are offered.
    pub chapters: bool,
    /// Whether free play is offered.
    pub free_play: bool,
    /// Whether it sounds.
    pub sound: bool,
    /// Whether captions are spoken, for a place with headphones.
    pub speech: bool,
    /// Micrometres of a CSS pixel on the screen, along one side.
    pub pixel_micrometres: u64,
    /// Centimetres from the eyes to the screen.
    pub distance_cm: u64,
    /// By which rule letters are large enough.
    pub text_rule: TextRule,
    /// Whether all controls stand in the lower part of a tall screen.
    pub low_reach: bool,
    /// How strongly things stand out.
    pub contrast: Contrast,
    /// The size of letters, in per cent of what the rule asks for.
    pub text_percent: u64,
    /// Seconds from one shift of the picture to the next; 0: it stays.
    pub shift_seconds: u64,
    /// Day or night, or by the clock.
    pub theme: Lighting,
    /// When the day begins.
    pub day_from: TimeOfDay,
    /// When the night begins.
    pub night_from: TimeOfDay,
    /// What opens the staff corner.
    pub pin: Pin,
    /// Where the staff corner is.
    pub corner: Corner,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::English,
            languages: Language::ALL.to_vec(),
            idle_seconds: 75,
            warning_seconds: 20,
            visit_minutes: 10,
            chapters: true,
            free_play: false,
            sound: false,
            speech: false,
            // 27 inches with 1,920 pixels across.
            pixel_micrometres: 311,
            distance_cm: 60,
            text_rule: TextRule::Distance,
            low_reach: false,
            contrast: Contrast::Normal,
            text_percent: 100,
            shift_seconds: 25,
            theme: Lighting::Day,
            day_from: TimeOfDay::SEVEN,
            night_from: TimeOfDay::NINETEEN,
            pin: Pin::default(),
            corner: Corner::TopLeft,
        }
    }
}

impl Settings {
    /// Reads a JSON text. Each setting that is wrong keeps its default, and a fault says so; what is no JSON object at all
    /// gives one fault and every default.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<Fault>) {
        let mut settings = Self::default();
        // Editors of some systems begin a file with this mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let parsed = if text.len() > MOST_BYTES { None } else { serde_json::from_str(text).ok() };
        let Some(Value::Object(entries)) = parsed else { return (settings, vec![Fault::Unreadable]) };
        let mut faults = Vec::new();
        for setting in &SETTINGS {
            let Some(value) = entries.get(setting.key) else { continue };
            if let Err(wrong) = setting.set(&mut settings, value) {
                let used = setting.get(&settings);
                faults.push(Fault::Value { key: setting.key, wrong, value: value.to_string(), used });
            }
        }
        faults.extend(settings.settle());
        let unknown = entries.keys().filter(|key| setting(key).is_none());
        faults.extend(unknown.map(|key| Fault::Unknown { key: key.clone() }));
        if settings.pin == Pin::default() {
            faults.push(Fault::UsualPin);
        }
        faults.truncate(MOST_FAULTS);
        (settings, faults)
    }

    /// What goes together is made to: the loop speaks a language that is offered.
    fn settle(&mut self) -> Option<Fault> {
        if self.languages.contains(&self.language) {
            return None;
        }
        let value = format!("\"{}\"", self.language.id());
        self.language = self.languages.first().copied().unwrap_or_default();
        let used = format!("\"{}\"", self.language.id());
        Some(Fault::Value { key: "language", wrong: Wrong::Name, value, used })
    }

    /// The settings as a JSON text, one a line, which reads as the same.
    #[must_use]
    pub fn write(&self) -> String {
        let lines = SETTINGS.iter().map(|setting| format!("  \"{}\": {}", setting.key, setting.get(self)));
        format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
    }

    /// Day or night at a minute of the day.
    #[must_use]
    pub fn theme_at(&self, minute: u16) -> Theme {
        let (day, night) = (self.day_from.minute(), self.night_from.minute());
        let is_day = match self.theme {
            Lighting::Day => true,
            Lighting::Night => false,
            Lighting::Clock if day <= night => day == night || (day..night).contains(&minute),
            // The day goes on past midnight.
            Lighting::Clock => !(night..day).contains(&minute),
        };
        if is_day { Theme::Day } else { Theme::Night }
    }
}
