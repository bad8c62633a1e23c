//! A term's card: what it is at the harbour, in software, what engineers say, and where the picture stops.

use super::{
    Desk,
    caption::spans,
    wires::{press, text},
};
use crate::platform::document;
use leptos::{ev, prelude::*};

/// The layers of a card, with the texts that name them.
const LAYERS: [(&str, &str); 4] = [
    ("harbour", "card.harbour"),
    ("software", "card.software"),
    ("engineers", "card.engineers"),
    ("limit", "card.limit"),
];

/// The card of the term that was touched.
pub fn card(desk: Desk) -> AnyView {
    document::follow_dialog("dialog.term-card", move || desk.card.with(Option::is_some));
    let name = text(move || desk.card.get().map(|id| desk.text(&format!("term.{id}.name"))).unwrap_or_default());
    // A layer that this card does not have is left out.
    let layer = move |(layer, title): (&'static str, &'static str)| {
        move || {
            let sentence = desk.language.get().sentence(&format!("term.{}.{layer}", desk.card.get()?), &[])?;
            Some(view! {
                <h3 class="card__layer">{desk.text(title)}</h3>
                <p data-layer=layer>{spans(desk, &sentence)}</p>
            })
        }
    };
    let beside: Box<dyn FnMut(ev::MouseEvent)> = Box::new(move |event| {
        // A touch beside the card lets it go.
        if event.target() == event.current_target() {
            desk.card.set(None);
        }
    });
    view! {
        <dialog
            class="card term-card"
            aria-labelledby="card-name"
            on:close=move |_| desk.card.set(None)
            on:click=beside
        >
            <div class="card__paper">
                <h2 class="card__name" id="card-name">{name}</h2>
                {LAYERS.map(layer).into_iter().collect_view()}
                <button class="button" type="button" on:click=press(move || desk.card.set(None))>
                    {desk.say("card.close")}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}
