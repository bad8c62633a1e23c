//! Spoken captions, for a place with headphones: an addition to the words on the screen, which carry everything.

use super::Kiosk;
use crate::ui::wires::follow;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

/// Speaks each caption, where that is asked for and the browser has a voice.
pub fn follow_captions(kiosk: Kiosk) {
    let said = Memo::new(move |_| kiosk.shown.with(|shown| (shown.said.to_string(), shown.phase, shown.language)));
    follow(move || {
        let (words, phase, language) = said.get();
        if !kiosk.with(|visit| visit.settings().speech) {
            return;
        }
        // Nobody listens to a loop that is said over and over.
        let words = if phase == naru_core::kiosk::Phase::Attract { String::new() } else { words };
        // A browser without speech says nothing.
        let _ = speak(&words, language.id());
    });
}

/// Says these words and none that were said before; without any, falls silent.
fn speak(words: &str, language: &str) -> Result<(), JsValue> {
    let speech = Reflect::get(&window(), &"speechSynthesis".into())?;
    let call = |name: &str, argument: &JsValue| -> Result<JsValue, JsValue> {
        Reflect::get(&speech, &name.into())?.dyn_into::<Function>()?.call1(&speech, argument)
    };
    call("cancel", &JsValue::UNDEFINED)?;
    if words.is_empty() {
        return Ok(());
    }
    let kind: Function = Reflect::get(&window(), &"SpeechSynthesisUtterance".into())?.dyn_into()?;
    let spoken = Reflect::construct(&kind, &js_sys::Array::of1(&words.into()))?;
    Reflect::set(&spoken, &"lang".into(), &language.into())?;
    call("speak", &spoken)?;
    Ok(())
}
