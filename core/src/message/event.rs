//! Events: what is told to the page around it.

use super::{Id, VERSION};
use crate::{
    link::{Link, Theme},
    model::{CHOICES, MODEL_VERSION, Moment, named::named},
    story::CHAPTERS,
    text::{Language, describe},
    time::Show,
};
use serde::Serialize;
use std::collections::BTreeMap;

named! {
    /// What the frame shows.
    #[derive(Default)]
    Screen {
        /// The harbour.
        #[default]
        Shown = "shown",
        /// Nothing: whoever speaks wants to be looked at.
        Black = "black",
    }
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// It can be commanded.
    Ready {
        /// The version of the model.
        version: u32,
        /// The languages that it speaks.
        languages: Vec<&'static str>,
        /// The chapters that it tells.
        chapters: Vec<&'static str>,
    },
    /// It came to a step, or is on its way there.
    Step {
        /// Which, from 0.
        index: usize,
        /// How many there are.
        count: usize,
        /// Whether it is the first one.
        first: bool,
        /// Whether it is the last one.
        last: bool,
        /// Whether it still moves there.
        moving: bool,
    },
    /// What can be read changed, or was asked for.
    State(Box<State>),
    /// The last step is over.
    Ended,
    /// Somebody pressed a clicker's key inside the frame where there is no further step.
    Leave {
        /// Where to.
        direction: Direction,
    },
    /// Somebody pressed a key inside the frame that is a deck's and for which the frame itself has no use.
    Key {
        /// Its name, as a `KeyboardEvent` tells it.
        key: String,
    },
    /// A picture of this moment.
    Still {
        /// An SVG document that stands alone.
        svg: String,
    },
    /// Something was not done, or not taken as it stood.
    Error {
        /// A name for programs.
        code: &'static str,
        /// A sentence for people.
        sentence: String,
    },
}

/// A way out of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// On.
    Next,
    /// Back.
    Previous,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// Whether it plays.
    pub playing: bool,
    /// What the frame shows.
    pub screen: Screen,
    /// The language's tag.
    pub language: &'static str,
    /// The theme's name.
    pub theme: &'static str,
    /// The chapter that is told.
    pub chapter: Option<String>,
    /// Its beat.
    pub beat: Option<String>,
    /// Where the idea is.
    pub station: &'static str,
    /// Simulated minutes since the wish.
    pub minute: u64,
    /// All choices, as an address writes them.
    pub choices: BTreeMap<&'static str, String>,
    /// What the run came to so far.
    pub measures: Measures,
    /// The words on the screen.
    pub caption: String,
    /// The fragment of an address that comes back to this place.
    pub link: String,
}

/// What a run came to so far; nothing where it did not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measures {
    /// Orders that failed.
    pub failed: Option<u64>,
    /// Orders that could not board.
    pub turned_away: Option<u64>,
    /// Minutes from the first order that could meet the fault until somebody noticed.
    pub noticed_minutes: Option<u64>,
    /// Minutes from then until all orders were away from the change again.
    pub restored_minutes: Option<u64>,
    /// Seconds of the error budget that were spent.
    pub budget_spent_seconds: Option<u64>,
}

impl Event {
    /// That it can be commanded.
    #[must_use]
    pub fn ready() -> Self {
        Self::Ready {
            version: MODEL_VERSION,
            languages: Language::ALL.into_iter().map(Language::id).collect(),
            chapters: CHAPTERS.iter().map(|chapter| chapter.id).collect(),
        }
    }

    /// The event as a message (JSON), with what the asker called the command that it answers.
    #[must_use]
    pub fn write(&self, id: Option<&Id>) -> String {
        #[derive(Serialize)]
        struct Message<'a> {
            naru: u64,
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a Id>,
            #[serde(flatten)]
            event: &'a Event,
        }
        // Texts and whole numbers can always be written.
        serde_json::to_string(&Message { naru: VERSION, id, event: self }).unwrap_or_default()
    }
}

impl State {
    /// What is on the screen where a show stands at a moment. `link` is the address of it, `caption` the words. The screen is shown.
    #[must_use]
    pub fn new(
        show: &Show,
        moment: &Moment,
        playing: bool,
        manners: (Language, Theme),
        link: &Link,
        caption: String,
    ) -> Self {
        let figure = |key| describe::figure(key, &show.timeline, moment, manners.0).raw;
        let told = link.told.as_ref();
        let some = |name: &String| (!name.is_empty()).then(|| name.clone());
        Self {
            playing,
            screen: Screen::default(),
            language: manners.0.id(),
            theme: manners.1.id(),
            chapter: told.and_then(|told| some(&told.chapter)),
            beat: told.and_then(|told| some(&told.beat)),
            station: moment.station.id(),
            minute: moment.minute,
            choices: CHOICES.iter().map(|choice| (choice.key, choice.get(&show.timeline.scenario))).collect(),
            measures: Measures {
                failed: figure("failed"),
                turned_away: figure("turned_away"),
                noticed_minutes: figure("noticed"),
                restored_minutes: figure("restored"),
                budget_spent_seconds: figure("budget"),
            },
            caption,
            link: link.fragment(),
        }
    }
}
