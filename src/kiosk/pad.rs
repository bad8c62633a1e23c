//! Digits to press, since a kiosk has no keyboard.

use super::Kiosk;
use crate::ui::wires::{flag, press, text};
use leptos::prelude::*;
use naru_core::kiosk::{Door, Word};

/// Asks for the PIN.
pub fn pad(kiosk: Kiosk) -> AnyView {
    let typed = RwSignal::new(0_u64);
    let waits = flag(move || kiosk.door.get() == Door::Waits);
    let language = move || kiosk.shown.with(|shown| shown.language);
    let words = text(move || {
        let word = match kiosk.door.get() {
            Door::Wrong => Word::PinWrong,
            Door::Waits => Word::PinWait,
            Door::Shut | Door::Asks | Door::Open => Word::Pin,
        };
        word.text(language())
    });
    let enter = move |digit: u8| {
        kiosk.turn(|staff, now| staff.digit(digit, now));
        let pin = kiosk.settings().pin;
        if kiosk.typed_digits() >= pin.length() as u64 {
            kiosk.turn(|staff, now| staff.enter(&pin, now));
        }
        typed.set(kiosk.typed_digits());
    };
    let delete = press(move || {
        kiosk.turn(|staff, now| staff.delete(now));
        typed.set(kiosk.typed_digits());
    });
    let key = move |digit: u8| {
        view! {
            <button class="button corner__digit" type="button" disabled=waits on:click=press(move || enter(digit))>
                {digit.to_string()}
            </button>
        }
    };
    let leave = press(move || kiosk.turn(|staff, _| staff.close()));
    view! {
        <div class="corner__pad" data-test="pad">
            <p role="status" data-test="pad-said">{words}</p>
            <p class="corner__seen" aria-hidden="true">{text(move || "•".repeat(typed.get() as usize))}</p>
            {(1..=9).map(key).collect_view()}
            <button class="button" type="button" on:click=delete>{text(move || Word::Delete.text(language()))}</button>
            {key(0)}
            <button class="button" type="button" data-test="corner-leave" on:click=leave>
                {text(move || Word::Leave.text(language()))}
            </button>
        </div>
    }
    .into_any()
}
