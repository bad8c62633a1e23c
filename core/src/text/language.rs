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

/// What a language knows is learnt in parts: a visitor downloads what they come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Whatever is read on the first screen.
    Words,
    /// What is told while the show plays, and said of choices and outcome.
    Panel,
    /// The terms' cards, the story, the quiz and what is assumed.
    Cards,
    /// What a speaker has beside each chapter: when somebody presents, or takes slides home.
    Notes,
    /// What is said to the page around a frame, and of frames.
    Frame,
    /// What a kiosk says to who comes by, and to who looks after it.
    Kiosk,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Words, Self::Panel, Self::Cards, Self::Notes, Self::Frame, Self::Kiosk];

    /// Its name, as the start-up script knows it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Words => "texts",
            Self::Panel => "panel",
            Self::Cards => "cards",
            Self::Notes => "notes",
            Self::Frame => "frame",
            Self::Kiosk => "kiosk",
        }
    }
}

/// The words of each language, in the order of [`Language::ALL`] and [`Shelf::ALL`], once they are known.
static KNOWN: [[OnceLock<Messages>; Shelf::ALL.len()]; Language::ALL.len()] =
    [const { [const { OnceLock::new() }; Shelf::ALL.len()] }; Language::ALL.len()];

/// The files of one language.
#[cfg(feature = "embedded")]
macro_rules! folder {
    ($name:literal) => {
        concat!(
            include_str!(concat!("../../../locales/", $name, "/app.txt")),
            include_str!(concat!("../../../locales/", $name, "/captions.txt")),
            include_str!(concat!("../../../locales/", $name, "/export.txt")),
            include_str!(concat!("../../../locales/", $name, "/panel.txt")),
            include_str!(concat!("../../../locales/", $name, "/terms.txt")),
            include_str!(concat!("../../../locales/", $name, "/story.txt")),
            include_str!(concat!("../../../locales/", $name, "/quiz.txt")),
            include_str!(concat!("../../../locales/", $name, "/assume.txt")),
            include_str!(concat!("../../../locales/", $name, "/notes.txt")),
            include_str!(concat!("../../../locales/", $name, "/frame.txt")),
            include_str!(concat!("../../../locales/", $name, "/kiosk.txt")),
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

    /// Gives the language words of a kind: its locale files, one after the other. Only the first words count.
    pub fn learn(self, shelf: Shelf, source: String) {
        // Kept for the life of the program, so that sentences can point into them.
        let source: &'static str = Box::leak(source.into_boxed_str());
        // A second set of words is left alone: sentences may point into the first.
        let _ = KNOWN[self as usize][shelf as usize].set(Messages::read(source));
    }

    /// Whether the language has its words of a kind: built in, or learnt.
    #[must_use]
    pub fn knows(self, shelf: Shelf) -> bool {
        cfg!(feature = "embedded") || KNOWN[self as usize][shelf as usize].get().is_some()
    }

    /// Whether the language can be spoken.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.knows(Shelf::Words)
    }

    /// Its messages; none before it has its words.
    #[must_use]
    pub fn messages(self) -> &'static Messages {
        static NONE: Messages = Messages::none();
        let words = &KNOWN[self as usize][Shelf::Words as usize];
        if cfg!(feature = "embedded") {
            words.get_or_init(|| Messages::read(BUILT_IN[self as usize]))
        } else {
            words.get().unwrap_or(&NONE)
        }
    }

    fn find(self, key: &str) -> Option<&'static str> {
        let more = KNOWN[self as usize].iter().skip(1).filter_map(OnceLock::get);
        self.messages().find(key).or_else(|| more.filter_map(|messages| messages.find(key)).next())
    }

    /// Whether the language has a text.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.find(key).is_some()
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

    /// Whether a text inserts a value of this name.
    #[must_use]
    pub fn inserts(self, key: &str, name: &str) -> bool {
        let ends = |rest: &str| rest.starts_with(['}', '|']);
        self.find(key).is_some_and(|pattern| pattern.split('{').filter_map(|piece| piece.strip_prefix(name)).any(ends))
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
