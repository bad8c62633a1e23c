//! The languages: a new one is one folder in `locales/` and one line in each list here.

use super::{
    korean::particle,
    messages::Messages,
    pattern::{Arg, Sentence, fill},
};
use std::sync::LazyLock;

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

/// The files of one language.
macro_rules! folder {
    ($name:literal) => {
        LazyLock::new(|| {
            Messages::read(&[
                include_str!(concat!("../../../locales/", $name, "/app.txt")),
                include_str!(concat!("../../../locales/", $name, "/captions.txt")),
                include_str!(concat!("../../../locales/", $name, "/terms.txt")),
            ])
        })
    };
}

static ENGLISH: LazyLock<Messages> = folder!("en");
static KOREAN: LazyLock<Messages> = folder!("ko");

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

    /// Its messages.
    #[must_use]
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::English => &ENGLISH,
            Self::Korean => &KOREAN,
        }
    }

    /// A text without values. A key that is missing shows itself, so that it is seen.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.messages().find(key).unwrap_or(key).to_owned()
    }

    /// A sentence with values; `None` where the language has no such key.
    #[must_use]
    pub fn sentence(self, key: &str, args: &[(&str, Arg)]) -> Option<Sentence> {
        self.messages().find(key).map(|pattern| fill(pattern, args, self))
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
