//! Who leads the tour: it knows where the tour stands, and has the stage play what is told.

use super::{
    light::Light,
    print::Sheet,
    quiz::{self, Quiz},
};
use crate::{
    platform,
    ui::{Desk, Leader, Wish, keys, wires::follow},
};
use leptos::{ev, prelude::*};
use naru_core::{
    link::{Mode, Notice, Told},
    session::{Action, Camera, Message, Session},
    story::{Ask, Chapter, Table, Tour, View, Way, presets::Preset},
    text::{Sentence, Shelf, describe},
    time::Show,
};
use web_sys::KeyboardEvent;

/// What every part of the guide is given.
#[derive(Clone, Copy)]
pub struct Lead {
    pub desk: Desk,
    /// The tour, if one is told.
    pub tour: RwSignal<Option<Tour>>,
    /// The sheet that was printed last.
    pub sheet: RwSignal<Option<Sheet>>,
    /// The quiz, if one is asked.
    pub quiz: RwSignal<Option<Quiz>>,
    /// Whether the list of chapters is open.
    pub listed: RwSignal<bool>,
    /// Whether the page of assumptions is open.
    pub assumes: RwSignal<bool>,
    /// Whether the panel with the lines for somebody's own page is open.
    pub embeds: RwSignal<bool>,
    /// Whether the next beat waits at its beginning.
    holds: StoredValue<bool>,
    /// Whether the glossary is open.
    pub looks_up: RwSignal<bool>,
    /// Whether a story for free play is chosen.
    pub frees: RwSignal<bool>,
    /// What leads the eye to what the story turned.
    light: Light,
}

impl Lead {
    /// Leads nobody: what it tells is where `tour` stands.
    pub fn silent(desk: Desk, tour: RwSignal<Option<Tour>>) -> Self {
        Self {
            desk,
            tour,
            sheet: RwSignal::new(None),
            quiz: RwSignal::new(None),
            listed: RwSignal::new(false),
            assumes: RwSignal::new(false),
            embeds: RwSignal::new(false),
            holds: StoredValue::new(false),
            looks_up: RwSignal::new(false),
            frees: RwSignal::new(false),
            light: Light::new(),
        }
    }

    pub fn new(desk: Desk) -> Self {
        let lead = Self::silent(desk, RwSignal::new(None));
        follow(move || {
            if desk.wishes.with(Vec::is_empty) {
                return;
            }
            // What it opens must stand on the page first, and wishes may come with the guide itself.
            platform::after(0, move || {
                for wish in desk.wishes.get_untracked() {
                    lead.grant(wish);
                }
                desk.wishes.set(Vec::new());
            });
        });
        follow(move || desk.told.set(lead.told().to_string()));
        lead.go_on_by_itself();
        lead.listen();
        lead
    }

    fn grant(self, wish: Wish) {
        match wish {
            Wish::Chapters => self.listed.set(true),
            Wish::Tour(way) => self.begin(Tour::new(way)),
            Wish::Chapter(chapter) => self.begin(Tour::one(chapter)),
            Wish::Forget => self.forget(),
            Wish::Hold => self.holds.set_value(true),
            Wish::Next => self.click(),
            Wish::Previous => {
                self.back();
                // Whoever speaks has seen it play already.
                if self.desk.leader.get_untracked() == Leader::Speaker {
                    self.desk.act(Action::Finish);
                }
            }
            Wish::Open(chapter, beat) => {
                self.open(chapter);
                self.turn_to(beat);
                self.desk.act(Action::Pause);
            }
            Wish::Turn(beat) => {
                self.turn_to(beat);
                self.desk.act(Action::Finish);
            }
            Wish::Address => {
                let Some(told) = self.desk.session.with_untracked(|session| session.told().cloned()) else { return };
                // What this guide tells already stays as it is.
                if self.tour.with_untracked(|tour| tour.as_ref().map(named) == Some(told.clone())) {
                    return;
                }
                if told.tour == quiz::NAME {
                    return quiz::begin(self);
                }
                let found = if told.chapter.is_empty() {
                    Way::by_id(&told.tour).map(Tour::new)
                } else {
                    let way = if told.tour.is_empty() { Way::One.id() } else { &told.tour };
                    Tour::find(way, &told.chapter, &told.beat)
                };
                let known = found.is_some();
                self.begin(found.unwrap_or_else(|| Tour::new(Way::Core)));
                if !known {
                    let (key, value) =
                        if told.chapter.is_empty() { ("tour", told.tour) } else { ("chapter", told.chapter) };
                    let used = self.tour.with_untracked(|tour| tour.as_ref().map_or("", |tour| tour.chapter().id));
                    let notice = Notice::Value { key: key.to_owned(), value, used: used.to_owned() };
                    self.desk.act(Action::Say(Message::Address(vec![notice])));
                }
            }
        }
    }

    /// Begins a tour.
    pub fn begin(self, tour: Tour) {
        self.listed.set(false);
        self.quiz.set(None);
        self.tour.set(Some(tour));
        platform::document::to_top();
        self.perform();
    }

    /// Opens a chapter; within a tour, the tour goes on from there.
    pub fn open(self, chapter: &'static Chapter) {
        self.listed.set(false);
        self.quiz.set(None);
        self.tour.update(|tour| match tour {
            Some(tour) => tour.open(chapter),
            None => *tour = Some(Tour::one(chapter)),
        });
        platform::document::to_top();
        self.perform();
    }

    /// Goes to the next beat; after the tour's last one, to free play. In a frame of another page and in a talk
    /// the last one stays.
    pub fn next(self) {
        if self.moves(Tour::go_on) {
            self.perform();
        } else if self.desk.mode == Mode::Page && self.desk.leader.get_untracked() != Leader::Speaker {
            self.leave();
            self.frees.set(true);
        }
    }

    /// What a clicker does: what is still played is shown at its end, and then the next beat follows.
    fn click(self) {
        let speaks = self.desk.leader.get_untracked() == Leader::Speaker;
        let (performs, paused) =
            self.desk.session.with_untracked(|session| (session.performs(), session.performs() && !session.playing));
        if speaks && paused {
            self.desk.act(Action::Play);
        } else if speaks && performs {
            self.desk.act(Action::Finish);
        } else {
            self.next();
        }
    }

    /// Goes to a beat of the chapter, by its number among those that are told; where there are fewer, to the last.
    fn turn_to(self, beat: usize) {
        self.tour.update(|tour| {
            if let Some(tour) = tour {
                tour.turn_to(beat);
            }
        });
        self.perform();
    }

    /// Goes to the beat before.
    pub fn back(self) {
        if self.moves(Tour::go_back) {
            self.perform();
        }
    }

    /// Moves the tour, and says whether it could. Where it could not, nobody hears of it: who goes on by himself would try again, for ever.
    fn moves(self, way: fn(&mut Tour) -> bool) -> bool {
        self.tour
            .try_maybe_update(|tour| {
                let moved = tour.as_mut().is_some_and(way);
                (moved, moved)
            })
            .unwrap_or(false)
    }

    /// Leaves the tour; the harbour stays as it is, and every choice is free.
    pub fn leave(self) {
        self.tour.set(None);
        self.light.off();
        self.desk.act(Action::Tell(None));
        self.desk.act(Action::Look(Camera::Follow));
        // The player comes back with the next turn.
        platform::after(0, || platform::document::focus(PLAY));
    }

    /// Tells nothing any more, and closes everything.
    fn forget(self) {
        self.tour.set(None);
        self.quiz.set(None);
        self.sheet.set(None);
        for open in [self.listed, self.assumes, self.embeds, self.looks_up, self.frees] {
            open.set(false);
        }
        self.light.off();
    }

    /// Opens the panel with the lines for somebody's own page, as soon as its words are there.
    pub fn embed(self) {
        self.desk.act(Action::Pause);
        let language = self.desk.language.get_untracked();
        leptos::task::spawn_local(async move {
            if platform::larder::learn(language, Shelf::Frame).await {
                self.listed.set(false);
                self.embeds.set(true);
            } else {
                self.desk.act(Action::Say(Message::PartMissing));
            }
        });
    }

    /// Lets the person play with a story of their own from its beginning.
    pub fn play(self, preset: &Preset) {
        self.listed.set(false);
        self.frees.set(false);
        self.quiz.set(None);
        self.leave();
        platform::document::to_top();
        self.desk.act(Action::Take(Box::new(preset.scenario())));
        self.desk.act(Action::Play);
    }

    /// Has the stage play the beat, from its beginning.
    pub fn perform(self) {
        let desk = self.desk;
        let Some(tour) = self.tour.get_untracked() else { return };
        let played = tour.performance();
        let words = describe::told(&tour, &Show::new(&played.scenario), desk.language.get_untracked());
        let leader = desk.leader.get_untracked();
        // What is done on the table need not wait: its words stay beside it.
        let least = match tour.beat().ask {
            Ask::Table(_) if leader == Leader::Nobody => describe::reading_ms(&words.to_string()) + TABLE_MS,
            Ask::Table(_) => 0,
            // Who speaks says it in their own time.
            _ if leader == Leader::Speaker => 0,
            _ => describe::reading_ms(&words.to_string()),
        };
        let told = named(&tour);
        // Where everybody comes, nobody comes back to where they left.
        if desk.mode != Mode::Kiosk {
            platform::storage::keep(LEFT_AT, &format!("{} {} {}", told.tour, told.chapter, told.beat));
        }
        desk.act(Action::Tell(Some(told)));
        desk.act(Action::Look(if tour.beat().view == View::Harbour { Camera::Line } else { Camera::Follow }));
        desk.act(Action::Perform {
            scenario: Box::new(played.scenario),
            from: played.from,
            until: played.until,
            least,
        });
        if self.holds.get_value() {
            self.holds.set_value(false);
            desk.act(Action::Pause);
        }
        self.light.on(tour.turned());
    }

    /// What is told, in the language of the moment.
    pub fn told(self) -> Sentence {
        let language = self.desk.language.get();
        let Some(tour) = self.tour.get() else { return Sentence::default() };
        describe::told(&tour, &Show::new(&tour.scenario()), language)
    }

    /// What is asked.
    pub fn asks(self) -> Ask {
        self.tour.with(|tour| tour.as_ref().map_or(Ask::Nothing, |tour| tour.beat().ask))
    }

    /// What is to be done on the table, if anything.
    pub fn table(self) -> Option<Table> {
        match self.asks() {
            Ask::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether the stage has played what it had to, and the person may act.
    pub fn rests(self) -> bool {
        // Before the first beat there is nothing that could rest.
        self.tour.with(Option::is_some)
            && self.desk.session.with(|session| session.told().is_some() && !session.performs() && !session.strayed())
    }

    /// Where nothing is asked, the story goes on when what is told could be read.
    fn go_on_by_itself(self) {
        follow(move || {
            let waits = match self.desk.leader.get() {
                Leader::Visitor => !self
                    .tour
                    .with_untracked(|tour| tour.as_ref().is_some_and(|tour| matches!(tour.beat().ask, Ask::Nothing))),
                Leader::Speaker => true,
                Leader::Nobody => false,
            };
            if self.rests() && !waits {
                self.next();
            }
        });
    }

    /// The keys of a tour: on, back, pause, and from the beat's beginning. No letters: speech and other tongues type those.
    fn listen(self) {
        let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            if self.tour.with_untracked(Option::is_none) {
                return;
            }
            match keys::free(&event).as_str() {
                " " => self.pause(),
                "ArrowRight" | "PageDown" => self.next(),
                "ArrowLeft" | "PageUp" => self.back(),
                "Home" => self.perform(),
                _ => return,
            }
            event.prevent_default();
        });
        on_cleanup(move || handle.remove());
    }

    /// Pauses, or goes on.
    pub fn pause(self) {
        let (playing, performs) =
            self.desk.session.with_untracked(|session: &Session| (session.playing, session.performs()));
        match (playing, performs) {
            (true, _) => self.desk.act(Action::Pause),
            (false, true) => self.desk.act(Action::Play),
            (false, false) => {}
        }
    }
}

/// Show milliseconds for which a table is shown beyond its words where nobody can do anything on it.
const TABLE_MS: u64 = 6_000;
/// Where the focus goes when nothing is told any more.
pub const PLAY: &str = "[data-test=play]";

/// Where the browser keeps the place of the last tour.
const LEFT_AT: &str = "tour";

/// The tour that was left, where it was left.
pub fn left() -> Option<Tour> {
    let kept = platform::storage::kept(LEFT_AT)?;
    let mut names = kept.split(' ');
    Tour::find(names.next()?, names.next()?, names.next()?)
}

/// Where a tour stands, as the address names it.
pub fn named(tour: &Tour) -> Told {
    Told { tour: tour.way().id().to_owned(), chapter: tour.chapter().id.to_owned(), beat: tour.beat().id.to_owned() }
}
