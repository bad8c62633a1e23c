//! The time of day, and the time since the talk began, which a reload does not lose.

use crate::ui::{
    Desk,
    wires::{press, text},
};
use gloo_timers::callback::Interval;
use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Milliseconds between two looks at the clock: none of its seconds is left out.
const LOOK_MS: u32 = 250;
/// Milliseconds of a second.
const SECOND_MS: f64 = 1_000.0;

/// The clock.
pub fn clock(desk: Desk) -> AnyView {
    let begun = RwSignal::new(kept().unwrap_or_else(begin));
    let seconds = RwSignal::new(0_u64);
    let time = RwSignal::new(of_day());
    Interval::new(LOOK_MS, move || {
        let (passed, now) = (since(begun.get_untracked()), of_day());
        if seconds.get_untracked() != passed {
            seconds.set(passed);
        }
        if time.get_untracked() != now {
            time.set(now);
        }
    })
    .forget();
    seconds.set(since(begun.get_untracked()));
    let reset = press(move || {
        begun.set(begin());
        seconds.set(0);
    });
    let shown = text(move || {
        let (hour, minute) = time.get();
        format!("{hour:02}:{minute:02}")
    });
    let passed = text(move || in_words(seconds.get()));
    view! {
        <div class="presenter__clocks">
            <p class="presenter__clock">
                <span class="presenter__label">{desk.say("presenter.clock")}</span>
                <b data-test="time">{shown}</b>
            </p>
            <p class="presenter__clock" role="timer" aria-live="off">
                <span class="presenter__label">{desk.say("presenter.passed")}</span>
                <b data-test="passed">{passed}</b>
            </p>
            <button class="button" type="button" data-test="reset" on:click=reset>{desk.say("presenter.reset")}</button>
        </div>
    }
    .into_any()
}

/// Hour and minute, as at this place.
fn of_day() -> (u32, u32) {
    let now = Date::new_0();
    (now.get_hours(), now.get_minutes())
}

fn since(begun: f64) -> u64 {
    // No time is less than none, should somebody set the machine's clock.
    ((Date::now() - begun) / SECOND_MS).max(0.0) as u64
}

fn in_words(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

/// When the talk began. It stands in the window's history, which also a page without storage has.
fn kept() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Lets it begin now.
fn begin() -> f64 {
    let now = Date::now();
    if let Ok(history) = window().history() {
        // Where that is refused, a reload begins anew.
        let _ = history.replace_state(&JsValue::from_f64(now), "");
    }
    now
}
