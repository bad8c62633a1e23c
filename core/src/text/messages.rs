//! Locale files: one `key = text` a line, so that a translator needs no programming.

use std::collections::BTreeMap;

/// The entries of a locale file: lines of `key = text`. Empty lines and lines that start with `#` are passed over.
pub fn entries(source: &str) -> impl Iterator<Item = (&str, &str)> {
    source
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .map(|(key, text)| (key.trim(), text.trim()))
}

/// All messages of a language.
#[derive(Clone, Debug)]
pub struct Messages {
    entries: BTreeMap<&'static str, &'static str>,
}

impl Messages {
    /// Reads locale files.
    #[must_use]
    pub fn read(files: &[&'static str]) -> Self {
        Self { entries: files.iter().flat_map(|file| entries(file)).collect() }
    }

    /// The text of a key, if the language has it.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&'static str> {
        self.entries.get(key).copied()
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries.keys().copied()
    }
}
