//! The list of chapters: tours, and each chapter by its name and length.

use super::{
    free,
    lead::{self, Lead},
    present::present,
    print, quiz,
};
use crate::{
    platform::document,
    ui::wires::{press, text},
};
use leptos::prelude::*;
use naru_core::{
    story::{CHAPTERS, Chapter, Tour, Way},
    text::{Arg, describe},
};

/// The list of chapters.
pub fn chapters(lead: Lead) -> AnyView {
    let desk = lead.desk;
    document::follow_dialog("dialog.chapters", move || lead.listed.get());
    let tours = [Way::Core, Way::Short].map(|way| {
        let name = text(move || desk.text(&format!("tour.{}", way.id())));
        let length = text(move || {
            let language = desk.language.get();
            describe::length(describe::tour_ms(way, language), language)
        });
        view! {
            <button class="button button--main chapters__tour" type="button" data-tour=way.id() on:click=press(move || lead.begin(Tour::new(way)))>
                <span>{name} <span class="intro__length">{length}</span></span>
            </button>
        }
    });
    view! {
        <dialog class="card chapters" aria-labelledby="chapters-name" on:close=move |_| lead.listed.set(false)>
            <div class="card__paper">
                <h2 class="card__name" id="chapters-name">{desk.say("guide.chapters")}</h2>
                <div class="chapters__tours">{tours.collect_view()}</div>
                {move || {
                    // Looked up whenever the list opens.
                    lead.listed.get().then(|| resume(lead)).flatten()
                }}
                <div class="chapters__tours">
                    <button class="button" type="button" data-test="quiz" on:click=press(move || quiz::begin(lead))>{desk.say("quiz.title")}</button>
                    <button class="button" type="button" data-test="glossary" on:click=press(move || {
                        lead.listed.set(false);
                        lead.looks_up.set(true);
                    })>{desk.say("glossary.title")}</button>
                    <button class="button" type="button" data-test="assumes" on:click=press(move || {
                        lead.listed.set(false);
                        lead.assumes.set(true);
                    })>{desk.say("assume.title")}</button>
                    <button class="button" type="button" data-test="present" on:click=press(move || {
                        lead.listed.set(false);
                        present(desk);
                    })>{desk.say("guide.present")}</button>
                </div>
                <ol class="chapters__all">{CHAPTERS.into_iter().enumerate().map(|(index, chapter)| line(lead, index, chapter)).collect_view()}</ol>
                <h3 class="card__layer">{desk.say("print.title")}</h3>
                <div class="chapters__tours">{print::buttons(lead)}</div>
                <h3 class="card__layer">{desk.say("embed.title")}</h3>
                <div class="chapters__tours">
                    <button class="button" type="button" data-test="embed" on:click=press(move || lead.embed())>{desk.say("embed.open")}</button>
                </div>
                <h3 class="card__layer">{desk.say("export.title")}</h3>
                <div class="chapters__tours">
                    <button class="button" type="button" data-test="export-chapters" on:click=press(move || {
                        lead.listed.set(false);
                        desk.export();
                    })>{desk.say("export.forms")}</button>
                </div>
                <h3 class="card__layer">{desk.say("preset.title")}</h3>
                <ul>{free::presets(lead)}</ul>
                <button class="button" type="button" on:click=press(move || lead.listed.set(false))>{desk.say("card.close")}</button>
            </div>
        </dialog>
    }
    .into_any()
}

/// The way back to where a tour was left; not where it is told already.
fn resume(lead: Lead) -> Option<AnyView> {
    let left = lead::left().filter(|_| lead.tour.with(Option::is_none))?;
    let desk = lead.desk;
    let title = describe::title(left.chapter(), desk.language.get());
    let name = desk.text_with("guide.resume", &[("chapter", Arg::Name(title))]);
    let go = press(move || lead.begin(left.clone()));
    let view = view! {
        <button class="button" type="button" data-test="resume" on:click=go>{name}</button>
    };
    Some(view.into_any())
}

/// A chapter in the list.
fn line(lead: Lead, index: usize, chapter: &'static Chapter) -> AnyView {
    let desk = lead.desk;
    let title = text(move || describe::title(chapter, desk.language.get()));
    let length = text(move || {
        let language = desk.language.get();
        describe::length(describe::chapter_ms(chapter, Way::Core, language), language)
    });
    let here = text(move || {
        let here = lead.tour.with(|tour| tour.as_ref().is_some_and(|tour| tour.chapter().id == chapter.id));
        if here { "step" } else { "false" }.to_owned()
    });
    view! {
        <li>
            <button class="chapters__one" type="button" data-chapter=chapter.id aria-current=here on:click=press(move || lead.open(chapter))>
                <span class="dot" aria-hidden="true">{(index + 1).to_string()}</span>
                <span class="chapters__title">{title}</span>
                <span class="chapters__length">{length}</span>
            </button>
        </li>
    }
    .into_any()
}
