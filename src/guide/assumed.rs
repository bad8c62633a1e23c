//! What the simulation assumes, in plain words.

use super::lead::Lead;
use crate::{platform::document, ui::wires::press};
use leptos::prelude::*;
use naru_core::text::describe;

/// The page of assumptions.
pub fn assumed(lead: Lead) -> AnyView {
    let desk = lead.desk;
    document::follow_dialog("dialog.assumed", move || lead.assumes.get());
    let list = move || {
        let language = desk.language.get();
        let mut group = "";
        let lines = describe::assumed(language).into_iter().map(|one| {
            let title = (one.group != group).then(|| describe::assumed_group(one.group, language));
            group = one.group;
            view! {
                {title.map(|title| view! { <h3 class="card__layer">{title}</h3> })}
                <p class="assumed__one">{one.text} " " <small class="glossary__line">{one.origin}</small></p>
            }
        });
        // Nothing of it is laid before somebody wants to read it.
        lead.assumes.get().then(|| lines.collect_view())
    };
    view! {
        <dialog class="card chapters assumed" aria-labelledby="assumed-name" on:close=move |_| lead.assumes.set(false)>
            <div class="card__paper">
                <h2 class="card__name" id="assumed-name">{desk.say("assume.title")}</h2>
                <p>{desk.say("assume.intro")}</p>
                <div class="glossary__all" data-test="assumed" tabindex="0" role="group" aria-label=desk.say("assume.title")>{list}</div>
                <button class="button" type="button" on:click=press(move || lead.assumes.set(false))>{desk.say("card.close")}</button>
            </div>
        </dialog>
    }
    .into_any()
}
