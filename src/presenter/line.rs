//! The line to the first window: what it tells, and what it is told. Where it does not answer, it is called again and again.

use crate::platform::{
    address,
    messages::{self, Peer},
};
use gloo_timers::callback::Interval;
use js_sys::Date;
use leptos::prelude::*;
use naru_core::{
    message::{Direction, Reply, Screen, Seen, Stand},
    story::Chapter,
};

/// Milliseconds between two calls.
const CALL_MS: u32 = 1_000;
/// Milliseconds without a word after which the first window counts as lost: it may be busy for some of them.
const PATIENCE_MS: f64 = 3_500.0;
/// What the window with the harbour is called where this one opens it.
const STAGE: &str = "naru-stage";

/// The line.
#[derive(Clone, Copy)]
pub struct Line {
    other: StoredValue<Option<Peer>, LocalStorage>,
    heard: StoredValue<f64>,
    /// Whether the first window does not answer.
    pub lost: RwSignal<bool>,
    /// What it told last.
    pub seen: RwSignal<Seen>,
    /// Where the talk stands by that.
    pub stand: RwSignal<Option<Stand>>,
    /// Whether there is no further step in what is told, and nothing still moves.
    rests_at_last: StoredValue<bool>,
}

impl Line {
    /// Calls the window that opened this one.
    pub fn open() -> Self {
        let other = messages::opener();
        let line = Self {
            // Whoever is not there need not be waited for.
            lost: RwSignal::new(other.is_none()),
            other: StoredValue::new_local(other),
            heard: StoredValue::new(Date::now()),
            seen: RwSignal::new(Seen::default()),
            stand: RwSignal::new(None),
            rests_at_last: StoredValue::new(false),
        };
        messages::listen_to_talk(move |text, peer| line.hear(&text, &peer));
        line.call();
        // As long as the window is there.
        Interval::new(CALL_MS, move || line.call()).forget();
        line
    }

    /// Asks the first window what it shows; it tells more by itself from then on.
    fn call(self) {
        let silent = Date::now() - self.heard.get_value() > PATIENCE_MS;
        let gone = !self.other.with_value(|other| other.as_ref().is_some_and(Peer::is_open));
        let lost = silent || gone;
        if self.lost.get_untracked() != lost {
            self.lost.set(lost);
        }
        self.send("\"get\"");
    }

    fn hear(self, text: &str, peer: &Peer) {
        if !self.other.with_value(|other| other.as_ref().is_some_and(|other| other.is(peer))) {
            return;
        }
        let Some(reply) = Reply::read(text) else { return };
        self.heard.set_value(Date::now());
        if self.lost.get_untracked() {
            self.lost.set(false);
        }
        match reply {
            Reply::State(seen) => self.follow(*seen),
            Reply::Step { last, moving } => self.rests_at_last.set_value(last && !moving),
            Reply::Leave(Direction::Next) => self.follow_chapter(),
            Reply::Leave(Direction::Previous) | Reply::Other => {}
        }
    }

    fn follow(self, seen: Seen) {
        let last = self.seen.get_untracked();
        if last == seen && self.stand.with_untracked(Option::is_some) {
            return;
        }
        let of = |seen: &Seen| (seen.chapter.clone(), seen.beat.clone(), seen.choices.clone());
        let same = of(&last) == of(&seen);
        self.stand.update(|stand| match stand {
            Some(stand) if same => stand.go_to(&seen),
            _ => *stand = Some(Stand::new(&seen)),
        });
        self.seen.set(seen);
    }

    /// Sends a command: its name, and what belongs to it, as JSON.
    fn send(self, command: &str) {
        self.other.with_value(|other| {
            if let Some(other) = other {
                other.send(&format!("{{\"naru\":1,\"command\":{command}}}"));
            }
        });
    }

    /// Whether the first window shows nothing.
    pub fn is_black(self) -> bool {
        self.seen.with(|seen| seen.screen == Screen::Black.id())
    }

    /// Has the first window show nothing, or the harbour again.
    pub fn turn_black(self) {
        let screen = if untrack(|| self.is_black()) { Screen::Shown } else { Screen::Black };
        self.send(&format!("\"set\",\"screen\":\"{}\"", screen.id()));
    }

    /// Goes on; after the last step of a chapter, with the one that follows. Where nothing is shown, it is shown again first.
    pub fn next(self) {
        if untrack(|| self.is_black()) {
            return self.turn_black();
        }
        if self.rests_at_last.get_value() { self.follow_chapter() } else { self.send("\"next\"") }
    }

    /// Goes back.
    pub fn previous(self) {
        self.send("\"previous\"");
    }

    /// Plays, or stands still.
    pub fn turn(self) {
        self.send(if self.seen.with_untracked(|seen| seen.playing) { "\"pause\"" } else { "\"play\"" });
    }

    /// Goes to a chapter, and stands at its beginning.
    pub fn go(self, chapter: &Chapter) {
        self.rests_at_last.set_value(false);
        self.send(&format!("\"go\",\"chapter\":\"{}\"", chapter.id));
    }

    fn follow_chapter(self) {
        if let Some(chapter) = self.stand.with_untracked(|stand| stand.as_ref().and_then(Stand::following)) {
            self.go(chapter);
            self.send("\"play\"");
        }
    }

    /// Opens the window with the harbour, where it stood last.
    pub fn open_stage(self) {
        let fragment = self.seen.with_untracked(|seen| seen.link.clone());
        let opened = messages::open(&address::of_page(&[], &fragment), STAGE, "");
        if opened.is_some() {
            self.heard.set_value(Date::now());
            self.other.set_value(opened);
            self.lost.set(false);
        }
    }
}
