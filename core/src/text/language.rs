//! The languages: a new one is one folder in `locales/` and one line in each list here.

use super::{
    korean::particle,
    messages::Messages,
    pattern::{Arg, Sentence, fill},
};
use std::sync::OnceLock;

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

/// The words of each language, in the order of [`Language::ALL`], once they are known.
static WORDS: [OnceLock<Messages>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// The cards of each language, in the same order: they are read one by one, and known when the first one is.
static CARDS: [OnceLock<Messages>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// The files of one language.
#[cfg(feature = "embedded")]
macro_rules! folder {
    ($name:literal) => {
        concat!(
            include_str!(concat!("../../../locales/", $name, "/app.txt")),
            include_str!(concat!("../../../locales/", $name, "/captions.txt")),
            include_str!(concat!("../../../locales/", $name, "/terms.txt")),
        )
    };
}

/// The words that are built in, in the order of [`Language::ALL`].
#[cfg(feature = "embedded")]
const BUILT_IN: [&str; Language::ALL.len()] = [folder!("en"), folder!("ko")];
#[cfg(not(feature = "embedded"))]
const BUILT_IN: [&str; Language::ALL.len()] = ["", ""];

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// Its tag (BCP 47), as in addresses and in the document.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The language of a tag.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.id() == id)
    }

    /// Gives the language its words: its locale files, one after the other. Only the first words count.
    pub fn learn(self, source: String) {
        // Kept for the life of the program, so that sentences can point into them.
        let source: &'static str = Box::leak(source.into_boxed_str());
        // A second set of words is left alone: sentences may point into the first.
        let _ = WORDS[self as usize].set(Messages::read(source));
    }

    /// Gives the language its cards: its file of terms. Only the first ones count.
    pub fn learn_cards(self, source: String) {
        let source: &'static str = Box::leak(source.into_boxed_str());
        let _ = CARDS[self as usize].set(Messages::read(source));
    }

    /// Whether the language has its cards: built in, or learnt.
    #[must_use]
    pub fn knows_cards(self) -> bool {
        cfg!(feature = "embedded") || CARDS[self as usize].get().is_some()
    }

    /// Whether the language has its words: built in, or learnt.
    #[must_use]
    pub fn is_known(self) -> bool {
        cfg!(feature = "embedded") || WORDS[self as usize].get().is_some()
    }

    /// Its messages; none before it has its words.
    #[must_use]
    pub fn messages(self) -> &'static Messages {
        static NONE: Messages = Messages::none();
        let words = &WORDS[self as usize];
        if cfg!(feature = "embedded") {
            words.get_or_init(|| Messages::read(BUILT_IN[self as usize]))
        } else {
            words.get().unwrap_or(&NONE)
        }
    }

    fn find(self, key: &str) -> Option<&'static str> {
        self.messages().find(key).or_else(|| CARDS[self as usize].get()?.find(key))
    }

    /// A text without values. A key that is missing shows itself, so that it is seen.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.find(key).unwrap_or(key).to_owned()
    }

    /// A sentence with values; `None` where the language has no such key.
    #[must_use]
    pub fn sentence(self, key: &str, args: &[(&str, Arg)]) -> Option<Sentence> {
        self.find(key).map(|pattern| fill(pattern, args, self))
    }

    /// A text with values.
    #[must_use]
    pub fn text_with(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.sentence(key, args).map_or_else(|| key.to_owned(), |sentence| sentence.to_string())
    }

    /// Picks from `a/b` by a value: English by number (one, many), Korean by the sound before it.
    #[must_use]
    pub fn pick<'a>(self, arg: &Arg, pair: &'a str) -> &'a str {
        match self {
            Self::English => {
                let (one, many) = pair.split_once('/').unwrap_or((pair, pair));
                if *arg == Arg::Number(1) { one } else { many }
            }
            Self::Korean => particle(&arg.show(), pair),
        }
    }
}
