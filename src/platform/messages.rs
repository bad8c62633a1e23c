//! Messages between windows. The start-up script hears them from the beginning and keeps them; here they are looked at.

use super::larder;
use js_sys::{Array, Function, JSON, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::MessageEvent;

/// Who speaks: a window, and the origin of the page in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    window: JsValue,
    /// The origin as the browser writes it; `null` for a page without one.
    pub origin: String,
}

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something that claims to be of the contract, as JSON.
    Text(String),
    /// The same, but larger or otherwise than anything that is.
    Outsize,
    /// One of the bare texts that decks send.
    Bare(String),
}

/// Entries that a message has at most, and its choices.
const MOST_ENTRIES: u32 = 12;
const MOST_CHOICES: u32 = 64;
/// Letters that a text in a message has at most.
const LONGEST: u32 = 500;
/// Bare texts that are understood: those of reveal.js.
const BARE: [&str; 2] = ["slide:start", "slide:stop"];

/// Hears what other windows say from now on, and what they said so far. The page's whole life long.
pub fn listen(hear: impl Fn(Heard, Peer) + 'static) {
    attend(move |data, peer| {
        if let Some(heard) = look(data) {
            hear(heard, peer);
        }
    });
}

/// Hears what the other windows of a talk tell, whatever its size, as JSON. The page's whole life long.
pub fn listen_to_talk(hear: impl Fn(String, Peer) + 'static) {
    attend(move |data, peer| {
        let told = as_plain(data).filter(|told| has(told, "naru"));
        if let Some(text) = told.and_then(|told| JSON::stringify(told).ok()?.as_string()) {
            hear(text, peer);
        }
    });
}

/// Hears what the page around this one says, as it is. The page's whole life long.
pub fn listen_to_parent(hear: impl Fn(&JsValue) + 'static) {
    attend(move |data, peer| {
        if is_parent(&peer) {
            hear(data);
        }
    });
}

/// Has a listener called with what other windows say and said.
fn attend(hear: impl Fn(&JsValue, Peer) + 'static) {
    let Some(place) = larder::find(&[]) else { return };
    let call = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(source) = event.source() {
            hear(&event.data(), Peer { window: source.into(), origin: event.origin() });
        }
    });
    let function: &Function = call.as_ref().unchecked_ref();
    if let Some(mail) = larder::find(&["mail"]).and_then(|mail| mail.dyn_into::<Array>().ok()) {
        for letter in mail.iter() {
            // What goes wrong with one letter is no reason to leave the next one.
            let _ = function.call1(&JsValue::NULL, &letter);
        }
        mail.set_length(0);
    }
    // The larder is an object of the page's own.
    let _ = Reflect::set(&place, &"hear".into(), function);
    call.forget();
}

/// Calls `then` when a window of this page's own says something before anybody listens.
pub fn on_first(then: impl FnOnce() + 'static) {
    if let Some(place) = larder::find(&[]) {
        // The larder is an object of the page's own.
        let _ = Reflect::set(&place, &"wake".into(), &Closure::once_into_js(then));
    }
}

/// The window that opened this one, if it is still there.
#[must_use]
pub fn opener() -> Option<Peer> {
    let opener = window().opener().ok().filter(JsValue::is_object)?;
    Some(Peer { window: opener, origin: "*".to_owned() })
}

/// A page around this one, if there is any.
#[must_use]
pub fn parent() -> Option<Peer> {
    let parent = window().parent().ok().flatten()?;
    (parent != window()).then(|| Peer { window: parent.into(), origin: "*".to_owned() })
}

/// Whether this is the page around this one.
#[must_use]
pub fn is_parent(peer: &Peer) -> bool {
    parent().is_some_and(|parent| parent.window == peer.window)
}

/// Whether a peer's page is of the same origin as this one, or both are files without any.
#[must_use]
pub fn is_own(peer: &Peer) -> bool {
    let own = leptos::prelude::window().location().origin().unwrap_or_default();
    peer.origin == own || own == "null" || own == "file://"
}

impl Peer {
    /// Whether it is the same window, whatever page is in it.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.window == other.window
    }

    /// Whether its window is still there.
    #[must_use]
    pub fn is_open(&self) -> bool {
        Reflect::get(&self.window, &"closed".into()).is_ok_and(|closed| closed.is_falsy())
    }

    /// Sends a message, written as JSON.
    pub fn send(&self, text: &str) {
        if let Ok(message) = JSON::parse(text) {
            self.post(&message);
        }
    }

    /// Sends a text as it stands.
    pub fn send_bare(&self, text: &str) {
        self.post(&text.into());
    }

    /// Sends a message as it is.
    pub fn post(&self, message: &JsValue) {
        // Of a window of another origin nothing but this may be touched; a closed one hears nothing.
        let post = Reflect::get(&self.window, &"postMessage".into()).and_then(|post| post.dyn_into::<Function>());
        if let Ok(post) = post {
            // A page without an origin can only be addressed as any.
            let target = if self.origin == "null" || self.origin == "file://" { "*" } else { &self.origin };
            let _ = post.call2(&self.window, message, &target.into());
        }
    }
}

/// Looks at what was said, without reading more of it than a message of the contract can have.
fn look(data: &JsValue) -> Option<Heard> {
    if let Some(text) = data.as_string() {
        return BARE.contains(&text.as_str()).then_some(Heard::Bare(text));
    }
    let plain = as_plain(data)?;
    if !has(plain, "naru") {
        return None;
    }
    let fits = |value: &JsValue| {
        value.as_string().map_or_else(|| !value.is_object() && !value.is_bigint(), |text| is_short(&text))
    };
    let is_small = |object: &Object, most: u32, fits: &dyn Fn(&JsValue, &JsValue) -> bool| {
        let entries = Object::entries(object);
        entries.length() <= most
            && entries.iter().all(|entry| {
                let entry = Array::from(&entry);
                fits(&entry.get(0), &entry.get(1))
            })
    };
    let named = |name: &JsValue| name.as_string().is_some_and(|name| is_short(&name));
    let small = is_small(plain, MOST_ENTRIES, &|name, value| {
        let inside = name.as_string().as_deref() == Some("choices")
            && as_plain(value)
                .is_some_and(|inside| is_small(inside, MOST_CHOICES, &|name, value| named(name) && fits(value)));
        named(name) && (inside || fits(value))
    });
    let text = if small { JSON::stringify(plain).ok().and_then(|text| text.as_string()) } else { None };
    Some(text.map_or(Heard::Outsize, Heard::Text))
}

fn is_short(text: &str) -> bool {
    text.chars().take(LONGEST as usize + 1).count() <= LONGEST as usize
}

/// The object, if it is one with nothing behind it.
fn as_plain(data: &JsValue) -> Option<&Object> {
    let object = data.dyn_ref::<Object>()?;
    let plain = Object::get_prototype_of(&Object::new());
    Object::is(Object::get_prototype_of(object).as_ref(), plain.as_ref()).then_some(object)
}

fn has(object: &Object, name: &str) -> bool {
    Object::has_own(object, &name.into())
}

/// Opens a window of this page's own that may command it, and that it may command. `None` where the browser lets nobody.
#[must_use]
pub fn open(address: &str, name: &str, features: &str) -> Option<Peer> {
    let opened = window().open_with_url_and_target_and_features(address, name, features).ok().flatten()?;
    Some(Peer { window: opened.into(), origin: "*".to_owned() })
}
