//! A term's card: what it is at the harbour, and in software.

use super::{
    Desk,
    wires::{follow, press, text},
};
use crate::platform::document;
use leptos::{ev, prelude::*};
use web_sys::HtmlDialogElement;

/// The card of the term that was touched.
pub fn card(desk: Desk) -> AnyView {
    follow(move || {
        let open = desk.card.with(Option::is_some);
        if let Some(dialog) = document::find::<HtmlDialogElement>("dialog.card") {
            if open && !dialog.open() {
                // Refused only where the element is not in the document.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    let part = move |part: &'static str| {
        text(move || desk.card.get().map(|id| desk.text(&format!("term.{id}.{part}"))).unwrap_or_default())
    };
    let beside: Box<dyn FnMut(ev::MouseEvent)> = Box::new(move |event| {
        // A touch beside the card lets it go.
        if event.target() == event.current_target() {
            desk.card.set(None);
        }
    });
    view! {
        <dialog
            class="card"
            aria-labelledby="card-name"
            on:close=move |_| desk.card.set(None)
            on:click=beside
        >
            <div class="card__paper">
                <h2 class="card__name" id="card-name">{part("name")}</h2>
                <h3 class="card__layer">{desk.say("card.harbour")}</h3>
                <p>{part("harbour")}</p>
                <h3 class="card__layer">{desk.say("card.software")}</h3>
                <p>{part("software")}</p>
                <button class="button" type="button" on:click=press(move || desk.card.set(None))>
                    {desk.say("card.close")}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}
