//! A term's card: what it is at the harbour, and in software.

use super::Desk;
use leptos::{ev, html, prelude::*};

/// The card of the term that was touched.
#[component]
pub fn Card() -> impl IntoView {
    let desk = Desk::here();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let open = desk.card.with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            if open && !dialog.open() {
                // Refused only where the element is not in the document.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    let part = move |part: &str| desk.card.get().map(|id| desk.text(&format!("term.{id}.{part}")));
    let close = move || desk.card.set(None);
    view! {
        <dialog
            class="card"
            node_ref=dialog
            aria-labelledby="card-name"
            on:close=move |_| close()
            on:click=move |event: ev::MouseEvent| {
                // A touch beside the card lets it go.
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <div class="card__paper">
                <h2 class="card__name" id="card-name">{move || part("name")}</h2>
                <h3 class="card__layer">{move || desk.text("card.harbour")}</h3>
                <p>{move || part("harbour")}</p>
                <h3 class="card__layer">{move || desk.text("card.software")}</h3>
                <p>{move || part("software")}</p>
                <button class="button" type="button" on:click=move |_| close()>
                    {move || desk.text("card.close")}
                </button>
            </div>
        </dialog>
    }
}
