//! The post between the app and other windows: commands come in and are done in their order, events go out.

use super::{
    steps::{self, Place, place},
    talk::Talk,
};
use crate::{
    parts,
    platform::{
        document, larder,
        messages::{self, Heard, Peer},
    },
    ui::{Desk, Leader, Wish, wires::follow},
};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use naru_core::{
    link::{Manners, Mode, Pace},
    message::{Command, Direction, Event, Goal, Id, Refusal, Screen, State, read},
    model::{choice, named::Named as _},
    session::{Action, Session},
    story::chapter,
    text::{Shelf, describe},
};
use std::collections::VecDeque;

/// The post office.
#[derive(Clone, Copy)]
pub struct Post {
    pub desk: Desk,
    manners: StoredValue<Manners>,
    /// What is to be said of the address to whoever asks first.
    notices: StoredValue<String>,
    /// What is still to be done.
    jobs: StoredValue<VecDeque<Job>, LocalStorage>,
    /// Whether somebody is at it.
    busy: StoredValue<bool>,
    /// Who is told of what happens.
    listeners: StoredValue<Vec<Peer>, LocalStorage>,
    /// The talk in which this window is the stage.
    talk: Talk,
    /// What is shown.
    screen: RwSignal<Screen>,
    /// Whether it played before it was made black.
    resumes: StoredValue<bool>,
    /// The page around, if it is a deck that only knows bare texts.
    deck: StoredValue<Option<Peer>, LocalStorage>,
}

enum Job {
    /// The story begins; whether it plays.
    Begin(bool),
    /// Somebody said something.
    Letter(Heard, Peer),
}

/// Jobs that wait at most. More come only from somebody who means harm.
const MOST_JOBS: usize = 256;
/// Windows that are told of what happens, at most.
const MOST_LISTENERS: usize = 8;
/// The smallest frame that is made for, in CSS pixels: a picture of one that is not laid is of this size.
const SMALLEST: (u32, u32) = (320, 180);
/// Milliseconds between two looks whether the guide has done what was asked.
const LOOK_MS: u32 = 16;

impl Post {
    pub fn new(desk: Desk, manners: Manners, notices: String) -> Self {
        Self {
            desk,
            manners: StoredValue::new(manners),
            notices: StoredValue::new(notices),
            jobs: StoredValue::new_local(VecDeque::new()),
            busy: StoredValue::new(false),
            listeners: StoredValue::new_local(Vec::new()),
            talk: Talk::new(desk),
            screen: RwSignal::new(Screen::default()),
            resumes: StoredValue::new(false),
            deck: StoredValue::new_local(None),
        }
    }

    /// Hears from now on what is said, and tells what happens.
    pub fn open(self) {
        messages::listen(move |heard, peer| self.hear(heard, peer));
        let desk = self.desk;
        let here = Memo::new(move |_| {
            desk.moment.track();
            desk.session.with(place)
        });
        follow(move || self.tell(&here.get().event()));
        let over = crate::ui::wires::flag(move || {
            desk.moment.track();
            desk.session.with(steps::is_over)
        });
        follow(move || {
            if over.get() {
                self.tell(&Event::Ended);
                if self.manners.with_value(|manners| manners.again && manners.pace == Pace::Play) {
                    self.restart();
                }
            }
        });
        let state = crate::ui::wires::text(move || {
            desk.moment.track();
            desk.told.track();
            desk.session.track();
            self.state().write(None)
        });
        follow(move || self.tell_text(&state.get()));
        // Nobody is left with a black window when the talk is over.
        follow(move || {
            if desk.mode == Mode::Page && desk.leader.get() != Leader::Speaker {
                self.show(Screen::Shown);
            }
        });
        if desk.mode == Mode::Embed
            && let Some(parent) = messages::parent()
        {
            parent.send(&Event::ready().write(None));
        }
    }

    /// Begins the story as soon as all for it is there.
    pub fn begin(self, plays: bool) {
        self.add(Job::Begin(plays));
    }

    /// Begins it again from its first step.
    pub fn restart(self) {
        let told = self.desk.session.with_untracked(|session| session.told().map(|told| told.chapter.clone()));
        match told.as_deref().and_then(chapter) {
            Some(chapter) => {
                self.desk.ask(Wish::Open(chapter, 0));
                self.add(Job::Begin(true));
            }
            None => self.desk.act(Action::Play),
        }
    }

    /// Lets the deck go on.
    pub fn leave(self, direction: Direction) {
        self.tell(&Event::Leave { direction });
        self.deck.with_value(|deck| {
            if let Some(deck) = deck {
                let method = if direction == Direction::Next { "next" } else { "prev" };
                deck.send_bare(&format!("{{\"method\":\"{method}\"}}"));
            }
        });
    }

    /// Whether nothing is shown.
    pub fn is_black(self) -> bool {
        self.screen.get_untracked() == Screen::Black
    }

    /// Shows the harbour, or nothing; what played goes on when it is back.
    pub fn show(self, screen: Screen) {
        if self.screen.get_untracked() == screen {
            return;
        }
        self.screen.set(screen);
        document::mark("screen", screen.name());
        if screen == Screen::Black {
            self.resumes.set_value(self.desk.playing.get_untracked());
            self.desk.act(Action::Pause);
        } else if self.resumes.get_value() {
            self.desk.act(Action::Play);
        }
    }

    /// Tells of a key that is the deck's.
    pub fn pass(self, key: String) {
        self.tell(&Event::Key { key });
    }

    fn hear(self, heard: Heard, peer: Peer) {
        if messages::is_parent(&peer) {
            // A page that is not meant as a frame has nobody to obey.
            if self.desk.mode != Mode::Embed {
                return;
            }
            if !self.manners.with_value(|manners| manners.may_command(&peer.origin)) {
                return self.refuse(peer, None, Refusal::Origin);
            }
        } else if !messages::is_own(&peer) {
            return;
        } else if self.desk.mode == Mode::Page {
            self.talk.be_stage_of(&peer);
        }
        self.add(Job::Letter(heard, peer));
    }

    fn add(self, job: Job) {
        let full = self.jobs.with_value(|jobs| jobs.len() >= MOST_JOBS);
        if full {
            return;
        }
        self.jobs.update_value(|jobs| jobs.push_back(job));
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        leptos::task::spawn_local(async move {
            while let Some(job) = self.jobs.try_update_value(VecDeque::pop_front).flatten() {
                self.guide_is_done().await;
                self.work(job).await;
            }
            self.busy.set_value(false);
        });
    }

    /// Waits until the guide has done what was asked so far.
    async fn guide_is_done(self) {
        while !self.desk.wishes.with_untracked(Vec::is_empty) {
            TimeoutFuture::new(LOOK_MS).await;
        }
    }

    async fn work(self, job: Job) {
        match job {
            // A chapter's first beat plays already, or is over: the next one is not meant.
            Job::Begin(true) => {
                let waits = self.desk.session.with_untracked(|session| session.told().is_some() && !session.performs());
                if !waits {
                    self.desk.act(Action::Play);
                }
            }
            Job::Begin(false) => self.desk.act(Action::Pause),
            Job::Letter(Heard::Bare(text), peer) => {
                if self.listeners.with_value(|known| !known.contains(&peer)) {
                    self.deck.set_value(Some(peer));
                }
                if text != "slide:start" {
                    self.desk.act(Action::Pause);
                } else if self.desk.leader.get_untracked() != Leader::Speaker {
                    self.play();
                }
            }
            Job::Letter(Heard::Outsize, peer) => self.refuse(peer, None, Refusal::Shape),
            Job::Letter(Heard::Text(text), peer) => match read(&text) {
                Ok(letter) => {
                    self.subscribe(&peer);
                    match self.obey(letter.command).await {
                        Ok(Some(event)) => peer.send(&event.write(letter.id.as_ref())),
                        Ok(None) => {}
                        Err(refusal) => self.refuse(peer, letter.id, refusal),
                    }
                }
                Err((id, refusal)) => self.refuse(peer, id, refusal),
            },
        }
    }

    /// Does what a command says; what it answers, if anything.
    async fn obey(self, command: Command) -> Result<Option<Event>, Refusal> {
        let desk = self.desk;
        if matches!(command, Command::Play | Command::Next | Command::Previous | Command::Go(_)) {
            self.show(Screen::Shown);
        }
        match command {
            Command::Ping => return Ok(Some(Event::ready())),
            Command::Get => return Ok(Some(self.state())),
            Command::Still => return Ok(Some(self.still().await?)),
            Command::Play => self.play(),
            Command::Pause => desk.act(Action::Pause),
            Command::Next => steps::next(desk),
            Command::Previous => steps::previous(desk),
            Command::Go(Goal::Station(station)) => self.go_to(|session| session.show().station_place(station)),
            Command::Go(Goal::Minute { minute, dwell }) => {
                self.go_to(|session| session.show().place_of(minute, dwell));
            }
            Command::Go(Goal::Step(step)) => steps::go(desk, step),
            Command::Go(Goal::Chapter { chapter: id, beat }) => {
                let Some(chapter) = chapter(&id) else { return Err(Refusal::Later) };
                let beat = chapter.beats.iter().position(|one| one.id == beat).unwrap_or(0);
                desk.ask(Wish::Open(chapter, beat));
            }
            Command::Set { choices, language, theme, screen } => {
                let mut scenario = desk.session.with_untracked(|session| session.scenario().clone());
                for (key, value) in &choices {
                    if choice(key).is_none_or(|choice| !choice.set(&mut scenario, value)) {
                        return Err(Refusal::Value { key: (*key).to_owned(), value: value.clone() });
                    }
                }
                for (key, value) in choices {
                    desk.act(Action::Choose { key, value });
                }
                if let Some(theme) = theme {
                    desk.act(Action::Light(theme));
                }
                if let Some(screen) = screen {
                    self.show(screen);
                }
                if let Some(language) = language {
                    desk.speak(language);
                }
            }
        }
        self.guide_is_done().await;
        Ok(None)
    }

    /// The picture of this moment, as the frame shows it.
    async fn still(self) -> Result<Event, Refusal> {
        let session = self.desk.session.get_untracked();
        let (width, height) = document::size();
        let size = (width.max(SMALLEST.0), height.max(SMALLEST.1));
        let picture = parts::picture(session, size, self.desk.still).await;
        picture.map(|svg| Event::Still { svg }).ok_or(Refusal::Later)
    }

    /// Goes to a place of the journey, without a tour.
    fn go_to(self, place: impl Fn(&Session) -> u64) {
        if self.desk.session.with_untracked(|session| session.told().is_some()) {
            self.desk.act(Action::Tell(None));
        }
        let place = self.desk.session.with_untracked(place);
        self.desk.act(Action::Seek(place));
    }

    /// Plays; at the end, from the beginning.
    fn play(self) {
        let desk = self.desk;
        let (told, performs, over) = desk
            .session
            .with_untracked(|session| (session.told().is_some(), session.performs(), steps::is_over(session)));
        if !told || performs {
            desk.act(Action::Play);
        } else if over {
            self.restart();
        } else {
            desk.ask(Wish::Next);
        }
    }

    /// Tells a window of what happens from now on.
    fn subscribe(self, peer: &Peer) {
        let fresh = self.listeners.with_value(|known| !known.contains(peer) && known.len() < MOST_LISTENERS);
        if !fresh {
            return;
        }
        self.listeners.update_value(|known| known.push(peer.clone()));
        // Who speaks the contract needs no bare texts.
        self.deck.set_value(None);
        let notices = self.notices.get_value();
        if !notices.is_empty() {
            peer.send(&Event::Error { code: "address", sentence: notices }.write(None));
        }
        let here: Place = self.desk.session.with_untracked(place);
        peer.send(&here.event().write(None));
    }

    /// Says why something is not done, once the words for it are there.
    fn refuse(self, peer: Peer, id: Option<Id>, refusal: Refusal) {
        let language = self.desk.language.get_untracked();
        leptos::task::spawn_local(async move {
            // Without the words, the code still tells.
            let known = larder::learn(language, Shelf::Frame).await;
            let sentence = if known { refusal.text(language) } else { String::new() };
            peer.send(&Event::Error { code: refusal.code(), sentence }.write(id.as_ref()));
        });
    }

    fn tell(self, event: &Event) {
        self.tell_text(&event.write(None));
    }

    fn tell_text(self, text: &str) {
        self.listeners.with_value(|listeners| listeners.iter().for_each(|peer| peer.send(text)));
    }

    /// What is on the screen.
    fn state(self) -> Event {
        let session = self.desk.session.get_untracked();
        let moment = session.show().at(session.place);
        let told = self.desk.told.get_untracked();
        let caption = if told.is_empty() {
            describe::now(&session.show().timeline, &moment, session.language).to_string()
        } else {
            told
        };
        let manners = (session.language, session.theme);
        let state = State::new(session.show(), &moment, session.playing, manners, &session.link(), caption);
        Event::State(Box::new(State { screen: self.screen.get(), ..state }))
    }
}
