//! A screen that stays on, where no watchdog sees to that. The lock is lost when the page is out of sight, and by some systems at other times, too.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// The lock that was given last.
    static LOCK: std::cell::RefCell<JsValue> = const { std::cell::RefCell::new(JsValue::UNDEFINED) };
    /// Whether one is asked for just now.
    static ASKS: Cell<bool> = const { Cell::new(false) };
}

/// Asks for the lock where there is none.
pub fn look() {
    let held = LOCK
        .with_borrow(|lock| Reflect::get(lock, &"released".into()).is_ok_and(|released| released == JsValue::FALSE));
    if held || document().hidden() || ASKS.replace(true) {
        return;
    }
    leptos::task::spawn_local(async {
        // Refused, as with a nearly empty battery, or unknown: it is asked again with the next look.
        if let Ok(asked) = ask()
            && let Ok(lock) = JsFuture::from(asked).await
        {
            LOCK.replace(lock);
        }
        ASKS.set(false);
    });
}

fn ask() -> Result<Promise, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"wakeLock".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    request.call1(&locks, &"screen".into())?.dyn_into()
}
