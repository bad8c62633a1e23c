//! The desk: the session and what is read from it, at hand for every component.

use super::wires;
use crate::platform;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use naru_core::{
    link::{Link, Mode, Notice},
    model::{Moment, Release},
    session::{Action, Message, Passed, Session},
    story::{Chapter, Way},
    text::{Arg, Language, Shelf},
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
    /// Whether somebody wants to take something along.
    pub exports: RwSignal<bool>,
    /// What is wished of the guide, in order; it grants this once it is there.
    pub wishes: RwSignal<Vec<Wish>>,
    /// What the guide tells, in words.
    pub told: RwSignal<String>,
    /// Who leads through a story.
    pub leader: RwSignal<Leader>,
    /// Whether this is no page of its own any more: somebody may command it from outside, or it is a kiosk.
    pub commanded: RwSignal<bool>,
    /// What kind of page this is.
    pub mode: Mode,
    /// Whether the guide is wanted, and what it tells is there.
    pub guided: RwSignal<bool>,
    /// Whether choices and outcome can be seen: what is said of them is there, and the captions with it.
    pub seen: RwSignal<bool>,
    /// Whether the visitor asked for less motion.
    pub still: bool,
}

/// Who leads through a story: how it goes on from step to step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leader {
    /// The visitor: what is only told goes on by itself, what is asked waits.
    #[default]
    Visitor,
    /// Whoever gives a talk: each step waits for the clicker, and the last one stays.
    Speaker,
    /// Nobody: where nobody can press anything, all goes on by itself, and the last step stays.
    Nobody,
}

/// What somebody wishes of the guide.
#[derive(Clone, Copy, Debug)]
pub enum Wish {
    /// The chapters, to choose one.
    Chapters,
    /// A tour, from its beginning.
    Tour(Way),
    /// A chapter alone, from its beginning.
    Chapter(&'static Chapter),
    /// That nothing is told any more, nothing is open, and nothing is remembered.
    Forget,
    /// What the address says.
    Address,
    /// That what is wished for next stands at its beginning.
    Hold,
    /// The next beat.
    Next,
    /// The beat before.
    Previous,
    /// A beat of a chapter, by its number from 0, at its beginning; paused.
    Open(&'static Chapter, usize),
    /// A beat of the chapter that is told, by its number from 0 or the last one, as it looks at its end.
    Turn(usize),
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
            exports: RwSignal::new(false),
            wishes: RwSignal::new(Vec::new()),
            told: RwSignal::new(String::new()),
            leader: RwSignal::new(Leader::default()),
            commanded: RwSignal::new(matches!(link.mode, Mode::Embed | Mode::Kiosk)),
            mode: link.mode,
            guided: RwSignal::new(false),
            seen: RwSignal::new(false),
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
        // The card itself comes with the panel.
        self.fetch_panel();
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            if platform::larder::learn(language, Shelf::Cards).await {
                self.card.set(Some(term));
            } else {
                self.act(Action::Say(Message::CardsMissing));
            }
        });
    }

    /// Opens what can be taken along, as soon as its words are there.
    pub fn export(self) {
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            let known = platform::larder::learn(language, Shelf::Panel).await
                && platform::larder::learn(language, Shelf::Cards).await;
            if known {
                self.exports.set(true);
            } else {
                self.act(Action::Say(Message::PartMissing));
            }
        });
    }

    /// Asks the guide for something, as soon as it and what it tells are there.
    pub fn ask(self, wish: Wish) {
        self.wishes.update(|wishes| wishes.push(wish));
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            if platform::larder::learn(language, Shelf::Cards).await {
                self.guided.set(true);
            } else {
                self.wishes.set(Vec::new());
                self.act(Action::Say(Message::PartMissing));
            }
        });
    }

    /// Has what is said of choices and outcome fetched, until it is there.
    pub fn fetch_panel(self) {
        if self.seen.get_untracked() {
            return;
        }
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            while !platform::larder::learn(language, Shelf::Panel).await {
                self.act(Action::Say(Message::PartMissing));
                TimeoutFuture::new(crate::parts::AGAIN_MS).await;
            }
            // Somebody may speak another language by now, whose words came with it.
            if self.language.get_untracked() != language {
                let _ = platform::larder::learn(self.language.get_untracked(), Shelf::Panel).await;
            }
            self.seen.set(true);
        });
    }

    /// Speaks a language, as soon as its words are there.
    pub fn speak(self, language: Language) {
        platform::larder::wish(language);
        leptos::task::spawn_local(async move {
            let known = platform::larder::learn(language, Shelf::Words).await
                && (!self.seen.get_untracked() || platform::larder::learn(language, Shelf::Panel).await)
                // The guide must be able to go on in it.
                && (!self.guided.get_untracked() || platform::larder::learn(language, Shelf::Cards).await);
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
