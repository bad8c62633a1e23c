//! The glossary: every term, and a way to find one.

use super::lead::Lead;
use crate::{
    platform::document,
    ui::wires::{entered, flag, follow, press, text},
};
use leptos::prelude::*;
use naru_core::text::describe;

/// The glossary.
pub fn glossary(lead: Lead) -> AnyView {
    let desk = lead.desk;
    document::follow_dialog("dialog.glossary", move || lead.looks_up.get());
    let query = RwSignal::new(String::new());
    // Whoever looks something up anew begins anew.
    follow(move || {
        if !lead.looks_up.get() {
            query.set(String::new());
        }
    });
    let found = Memo::new(move |_| query.with(|query| describe::look_up(query, desk.language.get())));
    let nothing = flag(move || found.with(|found| !found.is_empty()));
    let value = text(move || query.get());
    let list = move || {
        let language = desk.language.get();
        let line = |id: &'static str| {
            let first = language.sentence(&format!("term.{id}.harbour"), &[]).unwrap_or_default().to_string();
            view! {
                <li>
                    <button class="chapters__one" type="button" data-entry=id on:click=press(move || desk.read(id))>
                        <span class="glossary__name">{describe::term(id, language)}</span>
                        <span class="glossary__line">{first}</span>
                    </button>
                </li>
            }
        };
        found.get().into_iter().map(line).collect_view()
    };
    view! {
        <dialog class="card chapters glossary" aria-labelledby="glossary-name" on:close=move |_| lead.looks_up.set(false)>
            <div class="card__paper">
                <h2 class="card__name" id="glossary-name">{desk.say("glossary.title")}</h2>
                <label class="table__field">
                    <span class="unseen">{desk.say("glossary.search")}</span>
                    <input class="number-box" type="search" autocomplete="off" placeholder=desk.say("glossary.search") data-test="look-up" prop:value=value on:input=entered(move |words| query.set(words)) />
                </label>
                <p class="glossary__none" hidden=nothing role="status">{desk.say("glossary.none")}</p>
                <ul class="glossary__all">{list}</ul>
                <button class="button" type="button" on:click=press(move || lead.looks_up.set(false))>{desk.say("card.close")}</button>
            </div>
        </dialog>
    }
    .into_any()
}
