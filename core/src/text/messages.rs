//! Locale files: one `key = text` a line, so that a translator needs no programming.

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
    /// Few hundred, so that looking through them is quicker than the code of anything cleverer is to load.
    entries: Vec<(&'static str, &'static str)>,
}

impl Messages {
    /// Reads locale files.
    #[must_use]
    pub fn read(source: &'static str) -> Self {
        Self { entries: entries(source).collect() }
    }

    /// No words.
    #[must_use]
    pub const fn none() -> Self {
        Self { entries: Vec::new() }
    }

    /// The text of a key, if the language has it.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&'static str> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, text)| *text)
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|(name, _)| *name)
    }
}
