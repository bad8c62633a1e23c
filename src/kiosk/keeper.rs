//! What a kiosk keeps: settings and counters. The watchdog around it keeps them (`public/kiosk/watch.js`), since a frame without an origin
//! has no storage; without one, the browser does. Nothing that is kept is about anybody.

use super::clock;
use crate::{
    platform::{
        larder,
        messages::{self, Peer},
        storage,
    },
    ui::Desk,
};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use naru_core::{
    kiosk::{Counters, Deed, Guess, Recovery},
    model::named::Named as _,
};
use wasm_bindgen::JsValue;

/// Milliseconds for which a watchdog's answer is waited for.
const PATIENCE_MS: u32 = 4_000;
/// Milliseconds between two looks whether it came.
const LOOK_MS: u32 = 20;
/// Under these names they are kept.
const COUNTERS: &str = "counters";
const SETTINGS: &str = "settings";
/// How often the start-up script had to try again.
const PANICS: &str = "panics";
/// Milliseconds that a page lives: memory of a module never shrinks. The watchdog's are as many.
const LIFE_MS: u64 = 12 * 3_600_000;
/// Before the names of what the browser keeps for a kiosk that has no watchdog.
const OWN: &str = "kiosk.";

/// Who keeps it.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// The page around this one, if it is a watchdog.
    watch: StoredValue<Option<Peer>, LocalStorage>,
    counters: StoredValue<Counters>,
    /// Whether a fresh page should take this one's place, where nobody else sees to that.
    sick: StoredValue<bool>,
    /// Whether what is kept will be there after a restart.
    pub stores: RwSignal<bool>,
}

/// What the watchdog answers first.
#[derive(Clone, Debug, Default)]
struct Answer {
    settings: Option<String>,
    counters: Option<String>,
    mishaps: Vec<(Recovery, u64)>,
    stores: bool,
}

impl Keeper {
    /// Whoever keeps, and the settings that are kept, as a text.
    pub async fn open(owner: &Owner) -> (Self, Option<String>) {
        let answered: StoredValue<Option<Answer>> = owner.with(|| StoredValue::new(None));
        let parent = messages::parent();
        let mut answer = None;
        if let Some(parent) = &parent {
            messages::listen_to_parent(move |said| {
                if text(said, "kiosk").as_deref() == Some("kept") {
                    answered.set_value(Some(read(said)));
                }
            });
            parent.post(&message(&[("kiosk", "here".into())]));
            for _ in 0..PATIENCE_MS / LOOK_MS {
                answer = answered.get_value();
                if answer.is_some() {
                    break;
                }
                TimeoutFuture::new(LOOK_MS).await;
            }
        }
        let watch = answer.is_some().then_some(parent).flatten();
        let Answer { settings, counters, mishaps, stores } = answer.unwrap_or_else(|| {
            let own = |name: &str| storage::kept(&format!("{OWN}{name}"));
            // The start-up script tries again after whatever stopped the app, and keeps count.
            let stopped = own(PANICS).and_then(|count| count.parse().ok()).unwrap_or_default();
            storage::keep(&format!("{OWN}{PANICS}"), "0");
            Answer {
                settings: own(SETTINGS),
                counters: own(COUNTERS),
                mishaps: vec![(Recovery::Panic, stopped)],
                stores: true,
            }
        });
        let today = clock::today();
        let mut known = Counters::read(&counters.unwrap_or_default(), today);
        let missed = mishaps.iter().map(|(_, count)| count).sum::<u64>();
        for (kind, count) in mishaps {
            for _ in 0..count.min(MOST_MISHAPS) {
                known.recovered(today, kind);
            }
        }
        let keeper = owner.with(|| Self {
            watch: StoredValue::new_local(watch),
            counters: StoredValue::new(known),
            sick: StoredValue::new(false),
            stores: RwSignal::new(stores),
        });
        // Without a watchdog nobody knows yet whether anything can be kept.
        if missed > 0 || !keeper.watched() {
            keeper.keep_counters();
        }
        if missed > 0 {
            keeper.tell(&[("kiosk", "counted".into())]);
        }
        (keeper, settings)
    }

    /// Hears what the watchdog says later.
    pub fn hear(self, said: &JsValue) {
        if text(said, "kiosk").as_deref() == Some("stored") {
            self.stores.set(Reflect::get(said, &"stored".into()).is_ok_and(|stored| stored.is_truthy()));
        }
    }

    /// Counts what happened.
    pub fn count(self, deeds: &[Deed]) {
        let today = clock::today();
        self.counters.update_value(|counters| deeds.iter().for_each(|deed| counters.count(today, deed)));
        // A visit is written when it begins and when it ends: what lies between may be lost with the power.
        if deeds.iter().any(|deed| matches!(deed, Deed::Began(_) | Deed::Ended(_))) {
            self.keep_counters();
        }
    }

    /// Counts something that was mended here.
    pub fn mended(self, kind: Recovery) {
        self.counters.update_value(|counters| counters.recovered(clock::today(), kind));
        self.keep_counters();
    }

    /// Has a newer version take this one's place, if one is here.
    pub fn renew(self) {
        let Some(update) = larder::update() else { return };
        self.counters.update_value(|counters| counters.updated(clock::today()));
        self.keep_counters();
        // It is one of the page's own, and loads the page anew.
        let _ = update.call0(&JsValue::NULL);
    }

    /// What was guessed today.
    pub fn guesses(self) -> [u64; Guess::ALL.len()] {
        self.counters.with_value(|counters| counters.guesses(clock::today()))
    }

    /// What the counters say.
    pub fn counted<T>(self, of: impl Fn(&Counters) -> T) -> T {
        self.counters.with_value(of)
    }

    /// Keeps settings.
    pub fn keep_settings(self, text: &str) {
        self.keep(SETTINGS, text);
    }

    fn keep_counters(self) {
        let text = self.counters.with_value(Counters::write);
        self.keep(COUNTERS, &text);
    }

    fn keep(self, what: &str, text: &str) {
        if self.watched() {
            self.tell(&[("kiosk", "keep".into()), ("what", what.into()), ("text", text.into())]);
        } else {
            let name = format!("{OWN}{what}");
            storage::keep(&name, text);
            let stores = storage::kept(&name).as_deref() == Some(text);
            if self.stores.get_untracked() && !stores {
                self.counters.update_value(|counters| counters.recovered(clock::today(), Recovery::Storage));
            }
            self.stores.set(stores);
        }
    }

    /// Whether a watchdog holds this page.
    pub fn watched(self) -> bool {
        self.watch.with_value(Option::is_some)
    }

    /// Has the watchdog give whoever stands here a file.
    pub fn save(self, name: &str, text: &str) {
        self.tell(&[("kiosk", "save".into()), ("name", name.into()), ("text", text.into())]);
    }

    /// Something is not as it should be: a fresh page takes this one's place as soon as nobody is here.
    pub fn sick(self, kind: Recovery) {
        if self.watched() {
            self.tell(&[("kiosk", "sick".into()), ("kind", kind.name().into())]);
        } else {
            self.mended(kind);
            self.sick.set_value(true);
        }
    }

    /// Has a fresh page take this one's place if that is needed, or it has lived for long; nobody is here. A watchdog sees to that itself.
    pub fn refresh(self) {
        if !self.watched() && (self.sick.get_value() || clock::now() > LIFE_MS) && larder::is_at_hand() {
            self.restart();
        }
    }

    /// A fresh page takes this one's place at once.
    pub fn restart(self) {
        if self.watched() {
            self.tell(&[("kiosk", "renew".into())]);
        } else {
            // Where that is refused, everything stays as it is.
            let _ = window().location().reload();
        }
    }

    /// Says that this page lives, whether nobody is here, and whether its picture should move.
    pub fn beat(self, idle: bool, desk: Desk) {
        #[allow(clippy::cast_precision_loss, reason = "frames of some weeks")]
        let frames = desk.frame.get_untracked() as f64;
        self.tell(&[
            ("kiosk", "alive".into()),
            ("idle", idle.into()),
            ("moves", desk.playing.get_untracked().into()),
            ("frames", frames.into()),
        ]);
    }

    fn tell(self, entries: &[(&str, JsValue)]) {
        self.watch.with_value(|watch| {
            if let Some(watch) = watch {
                watch.post(&message(entries));
            }
        });
    }
}

/// Mishaps of a kind that are counted at one start: of more, the watchdog's own notes cannot be right.
const MOST_MISHAPS: u64 = 1_000;

fn message(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in [("naru", 1.into())].iter().chain(entries) {
        // A new object takes every entry.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn text(said: &JsValue, name: &str) -> Option<String> {
    Reflect::get(said, &name.into()).ok()?.as_string()
}

fn read(said: &JsValue) -> Answer {
    let mishaps = Reflect::get(said, &"mishaps".into()).unwrap_or_default();
    let count = |kind: Recovery| Reflect::get(&mishaps, &kind.name().into()).ok()?.as_f64();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, whatever it is given as")]
    let counted = |kind: Recovery| (kind, count(kind).unwrap_or_default() as u64);
    Answer {
        settings: text(said, SETTINGS),
        counters: text(said, COUNTERS),
        mishaps: Recovery::ALL.map(counted).into_iter().filter(|(_, count)| *count > 0).collect(),
        stores: Reflect::get(said, &"stores".into()).is_ok_and(|stores| stores.is_truthy()),
    }
}
