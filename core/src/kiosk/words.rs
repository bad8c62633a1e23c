//! Words of the kiosk's screens that insert nothing: the staff corner's, and what stands there while something is mended.

use super::{
    counters::keys,
    settings::Setting,
    visit::{Amounts, Guess},
};
use crate::{
    model::named::{Named as _, named},
    story::chapter,
    text::{Language, describe, describe::kiosk as say},
};

named! {
    /// Words of the staff corner.
    Word {
        /// The corner's name.
        Staff = "staff",
        /// It asks for the PIN.
        Pin = "pin",
        /// These digits are not the PIN.
        PinWrong = "pin-wrong",
        /// They were not, too often.
        PinWait = "pin-wait",
        /// Takes the last digit away.
        Delete = "delete",
        /// How the kiosk is.
        Status = "status",
        /// Which version runs.
        Version = "version",
        /// When it was started.
        Since = "since",
        /// Whether there is a network.
        Online = "online",
        /// Whether things can be kept.
        Storage = "storage",
        /// It is as it should be.
        Fine = "fine",
        /// It is not there.
        Missing = "missing",
        /// What was counted.
        Counters = "counters",
        /// On this day.
        Today = "today",
        /// On all days that are kept.
        AllDays = "all-days",
        /// That nobody is watched.
        Private = "private",
        /// Writes the table.
        Export = "export",
        /// It is written.
        Exported = "exported",
        /// It could not be written.
        ExportFailed = "export-failed",
        /// How the kiosk behaves.
        Settings = "settings",
        /// Keeps them.
        Save = "save",
        /// They are kept.
        Saved = "saved",
        /// They could not be kept.
        SaveFailed = "save-failed",
        /// What was not taken as it stood.
        Faults = "faults",
        /// There is nothing of that kind.
        NoFaults = "no-faults",
        /// A setting is on.
        On = "on",
        /// A setting is off.
        Off = "off",
        /// Starts the app anew.
        Restart = "restart",
        /// Closes the corner.
        Leave = "leave",
    }
}

impl Word {
    /// The words.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        language.text(&format!("kiosk.word.{}", self.id()))
    }
}

/// What stands on the screen while something is mended.
#[must_use]
pub fn moment(language: Language) -> String {
    language.text("kiosk.said.moment")
}

impl Setting {
    /// What it is called in the staff corner.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        language.text(&format!("kiosk.setting.{}", self.key))
    }
}

/// What a counter is called in the staff corner.
#[must_use]
pub fn counter(key: &str, language: Language) -> String {
    let (family, what) = key.split_once('.').unwrap_or((key, ""));
    let what = match family {
        "language" => language.text(&format!("language.{what}")),
        "reached" => language.text(&format!("kiosk.phase.{what}")),
        "bet" => Guess::by_name(what).map(|guess| describe::grouped(Amounts::new().of(guess))).unwrap_or_default(),
        "way" => say::way(what, language),
        "chapter" => chapter(what).map(|chapter| describe::title(chapter, language)).unwrap_or_default(),
        "ended" | "recovery" => language.text(&format!("kiosk.{family}.{what}")),
        _ => String::new(),
    };
    say::counter(family, what, language)
}

/// Every counter with its name, in the order of the table.
#[must_use]
pub fn counters(language: Language) -> Vec<(&'static str, String)> {
    keys().iter().map(|key| (key.as_str(), counter(key, language))).collect()
}
