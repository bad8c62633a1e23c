//! A soft tone when something is pressed, where the settings ask for sound. It says nothing that the screen does not show.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};

/// The tone's pitch in hertz, how loud it begins, and how long it lasts in seconds.
const HERTZ: f64 = 523.25;
const LOUD: f64 = 0.12;
const LASTS: f64 = 0.18;

thread_local! {
    /// What the browser makes sound with: one for the page's whole life.
    static SPEAKER: std::cell::OnceCell<JsValue> = const { std::cell::OnceCell::new() };
}

/// Sounds once. A browser that cannot stays silent.
pub fn tone() {
    let _ = SPEAKER.with(|speaker| {
        let made = || -> Result<JsValue, JsValue> {
            let kind: Function = get(&window(), "AudioContext")?.dyn_into()?;
            Reflect::construct(&kind, &js_sys::Array::new())
        };
        match speaker.get() {
            Some(known) => sound(known),
            None => sound(speaker.get_or_init(|| made().unwrap_or_default())),
        }
    });
}

fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(of, name)?.dyn_into()?;
    function.apply(of, &arguments.iter().copied().collect())
}

fn sound(speaker: &JsValue) -> Result<(), JsValue> {
    let now = get(speaker, "currentTime")?.as_f64().unwrap_or_default();
    let (tone, volume) = (call(speaker, "createOscillator", &[])?, call(speaker, "createGain", &[])?);
    Reflect::set(&get(&tone, "frequency")?, &"value".into(), &HERTZ.into())?;
    let gain = get(&volume, "gain")?;
    let end: JsValue = (now + LASTS).into();
    call(&gain, "setValueAtTime", &[&LOUD.into(), &now.into()])?;
    // It fades, and does not break off.
    call(&gain, "linearRampToValueAtTime", &[&0.into(), &end])?;
    call(&call(&tone, "connect", &[&volume])?, "connect", &[&get(speaker, "destination")?])?;
    call(&tone, "start", &[])?;
    call(&tone, "stop", &[&end])?;
    Ok(())
}
