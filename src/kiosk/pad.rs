//! Digits to press, since a kiosk has no keyboard.

use super::Kiosk;
use crate::ui::wires::{flag, press, text};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use naru_core::kiosk::Word;

/// Digits of a PIN at most.
const LONGEST: usize = 8;
/// Wrong ones in a row after which one has to wait, and for how long, in milliseconds.
const TRIES: u32 = 5;
const WAIT_MS: u32 = 60_000;

thread_local! {
    /// Wrong ones in a row: closing the corner does not forget them.
    static WRONG: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// Asks for the PIN, and opens `open` where it is the right one.
pub fn pad(kiosk: Kiosk, open: RwSignal<bool>) -> AnyView {
    let digits = RwSignal::new(String::new());
    let said = RwSignal::new(None::<Word>);
    let waits = flag(move || said.get() == Some(Word::PinWait));
    let forget = move || {
        WRONG.set(0);
        said.set(None);
    };
    let wait = move || {
        said.set(Some(Word::PinWait));
        Timeout::new(WAIT_MS, forget).forget();
    };
    if WRONG.get() >= TRIES {
        wait();
    }
    let enter = move |digit: char| {
        if said.get_untracked() == Some(Word::PinWait) {
            return;
        }
        said.set(None);
        digits.update(|digits| {
            if digits.len() < LONGEST {
                digits.push(digit);
            }
        });
        let typed = digits.get_untracked();
        let (opens, full) = kiosk.with(|visit| {
            let pin = &visit.settings().pin;
            (pin.opens(&typed), typed.len() >= pin.length())
        });
        if opens {
            WRONG.set(0);
            open.set(true);
        } else if full {
            digits.set(String::new());
            WRONG.set(WRONG.get() + 1);
            if WRONG.get() >= TRIES { wait() } else { said.set(Some(Word::PinWrong)) }
        }
    };
    let language = move || kiosk.shown.with(|shown| shown.language);
    let seen = text(move || "•".repeat(digits.with(String::len)));
    let words = text(move || said.get().unwrap_or(Word::Pin).text(language()));
    let keys = "123456789".chars().map(|digit| {
        view! {
            <button class="button corner__digit" type="button" disabled=waits on:click=press(move || enter(digit))>
                {digit.to_string()}
            </button>
        }
    });
    let delete = press(move || {
        digits.update(|digits| {
            digits.pop();
        });
    });
    view! {
        <div class="corner__pad" data-test="pad">
            <p role="status" data-test="pad-said">{words}</p>
            <p class="corner__seen" aria-hidden="true">{seen}</p>
            {keys.collect_view()}
            <button class="button" type="button" on:click=delete>{text(move || Word::Delete.text(language()))}</button>
            <button class="button corner__digit" type="button" disabled=waits on:click=press(move || enter('0'))>"0"</button>
            <button class="button" type="button" data-test="corner-leave" on:click=press(move || kiosk.corner.set(false))>
                {text(move || Word::Leave.text(language()))}
            </button>
        </div>
    }
    .into_any()
}
