//! Free play: what it can begin with. A tour ends here.

use super::{
    lead::{Lead, PLAY},
    quiz,
};
use crate::{
    platform::document,
    ui::{
        icon::{self, icon},
        wires::{flag, press, spoken, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    session::Action,
    story::presets::{PRESETS, Preset},
};

/// The sheet on which a tour ends: a story to begin free play with, and how to keep a run beside the next.
pub fn free(lead: Lead) -> AnyView {
    let desk = lead.desk;
    document::follow_dialog("dialog.free", move || lead.frees.get());
    let pinned = flag(move || desk.session.with(|session| session.pinned().is_some()));
    let pin = press(move || desk.act(if pinned.get_untracked() { Action::Unpin } else { Action::Pin }));
    let close = move || lead.frees.set(false);
    view! {
        <dialog class="card free" aria-labelledby="free-name" on:close=move |_| {
            close();
            document::focus(PLAY);
        }>
            <div class="card__paper">
                <h2 class="card__name" id="free-name">{desk.say("free.title")}</h2>
                <p>{desk.say("free.words")}</p>
                <ul>
                    <li>
                        <button class="chapters__one free__stay" type="button" data-preset="as-it-is" on:click=press(close)>
                            <span class="chapters__title"><b>{desk.say("free.stay")}</b> " " <span class="glossary__line">{desk.say("free.stay.line")}</span></span>
                        </button>
                    </li>
                    {presets(lead)}
                </ul>
                <h3 class="card__layer">{desk.say("free.beside")}</h3>
                <p>{desk.say("free.pin")}</p>
                <div class="chapters__tours">
                    <button class="button" type="button" data-test="free-pin" aria-pressed=spoken(pinned) on:click=pin>
                        {icon(|| icon::PIN)}
                        {text(move || desk.text(if pinned.get() { "board.unpin" } else { "board.pin" }))}
                    </button>
                    <button class="button" type="button" data-test="free-quiz" on:click=press(move || {
                        close();
                        quiz::begin(lead);
                    })>{desk.say("quiz.title")}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

/// The stories to begin with, as lines of a list.
pub fn presets(lead: Lead) -> AnyView {
    PRESETS.iter().map(|preset| line(lead, preset)).collect_view().into_any()
}

fn line(lead: Lead, preset: &'static Preset) -> AnyView {
    let desk = lead.desk;
    let name = text(move || desk.text(&format!("preset.{}", preset.id)));
    let line = text(move || desk.text(&format!("preset.{}.line", preset.id)));
    view! {
        <li>
            <button class="chapters__one" type="button" data-preset=preset.id on:click=press(move || lead.play(preset))>
                <span class="chapters__title"><b>{name}</b> " " <span class="glossary__line">{line}</span></span>
            </button>
        </li>
    }
    .into_any()
}
