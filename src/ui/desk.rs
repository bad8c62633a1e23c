//! The desk: the session and what is read from it, at hand for every component.

use super::wires;
use crate::platform;
use leptos::prelude::*;
use naru_core::{
    link::{Link, Notice},
    model::{Moment, Release},
    session::{Action, Message, Passed, Session},
    text::{Arg, Language},
    time::{Turn, Turns},
};

/// The session and what is read from it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// All that a screen is drawn from. Its followers hear of what a person does, and not of time that passes: there are
    /// hundreds of them. What tells the time follows `moment`, what counts follows `counted`, what moves follows `frame`.
    pub session: RwSignal<Session>,
    /// The moment at which the show stands, for what is told: while it plays, as of the last beat.
    pub moment: Memo<Moment>,
    /// The same for what is counted: while it plays, both at once would be too much for one frame of a slow machine.
    pub counted: Memo<Moment>,
    /// Counts the frames.
    pub frame: RwSignal<u64>,
    /// Who had a turn in the frames so far, and whose the last one is.
    turns: StoredValue<(Turns, Turn)>,
    /// Counts the beats: when there is something new to be told.
    beat: RwSignal<u64>,
    /// The same of what is counted.
    count: RwSignal<u64>,
    /// The language.
    pub language: Memo<Language>,
    /// Whether the show plays.
    pub playing: Memo<bool>,
    /// The term whose card is open.
    pub card: RwSignal<Option<&'static str>>,
    /// Whether the visitor asked for less motion.
    pub still: bool,
}

impl Desk {
    /// A desk for an address.
    pub fn open(link: &Link, notices: Vec<Notice>) -> Self {
        let session =
            RwSignal::new(Session::open(link, notices, platform::document::language(), platform::document::theme()));
        let (frame, beat, count) = (RwSignal::new(0), RwSignal::new(0), RwSignal::new(0));
        let moment = |beat: RwSignal<u64>| {
            Memo::new(move |_| {
                beat.track();
                session.with(|session| session.show().at(session.place))
            })
        };
        Self {
            session,
            moment: moment(beat),
            counted: moment(count),
            frame,
            turns: StoredValue::new(Default::default()),
            beat,
            count,
            language: Memo::new(move |_| session.with(|session| session.language)),
            playing: wires::flag(move || session.with(|session| session.playing)),
            card: RwSignal::new(None),
            still: platform::document::wants_stillness(),
        }
    }

    /// Does what a person asked for.
    pub fn act(self, action: Action) {
        self.session.update(|session| session.update(action));
    }

    /// Lets so many milliseconds pass.
    pub fn tick(self, ms: u64) {
        let Some(passed) = self.session.try_update_untracked(|session| session.tick(ms)) else { return };
        let (mut turns, _) = self.turns.get_value();
        let turn = if passed == Passed::Turn { Turn::All } else { turns.next(ms, passed == Passed::Beat) };
        self.turns.set_value((turns, turn));
        if passed == Passed::Turn {
            self.session.notify();
        } else {
            for (beat, due) in [(self.beat, turn.words()), (self.count, turn.figures())] {
                if due {
                    beat.update(|beats| *beats += 1);
                }
            }
        }
        if turn != Turn::Nothing {
            self.frame.update(|frames| *frames += 1);
        }
    }

    /// Whose turn it is: while the show stands, everybody's.
    pub fn turn(self) -> Turn {
        if self.playing.get_untracked() { self.turns.with_value(|(_, turn)| *turn) } else { Turn::All }
    }

    /// Where the show stands, in show milliseconds, as of the last beat.
    pub fn place(self) -> u64 {
        self.beat.track();
        self.session.with(|session| session.place)
    }

    /// Opens a term's card, as soon as the cards are there; the show waits meanwhile.
    pub fn read(self, term: &'static str) {
        self.act(Action::Pause);
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            if platform::larder::learn_cards(language).await {
                self.card.set(Some(term));
            } else {
                self.act(Action::Say(Message::CardsMissing));
            }
        });
    }

    /// Speaks a language, as soon as its words are there.
    pub fn speak(self, language: Language) {
        platform::larder::wish(language);
        leptos::task::spawn_local(async move {
            let known = platform::larder::learn(language).await;
            // Somebody may have wished for another one meanwhile.
            if platform::larder::is_wished(language) {
                self.act(if known { Action::Speak(language) } else { Action::Say(Message::LanguageMissing) });
            }
        });
    }

    /// A text of the page, in the language of the moment.
    pub fn say(self, key: &'static str) -> Memo<String> {
        wires::text(move || self.text(key))
    }

    /// A text in the language; follows its change.
    pub fn text(self, key: &str) -> String {
        self.language.get().text(key)
    }

    /// A text with values; follows the language's change.
    pub fn text_with(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.language.get().text_with(key, args)
    }

    /// The choices, whatever the place: it changes with every choice.
    pub fn choices(self) -> Memo<String> {
        wires::text(move || self.session.with(|session| Link { minute: None, ..session.link() }.fragment()))
    }

    /// A strategy's name; follows the language's change.
    pub fn strategy(self, release: Release) -> String {
        self.text(&format!("value.release.{}", release.id()))
    }
}
