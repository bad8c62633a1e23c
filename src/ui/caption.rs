//! The caption: what happens, written by the describers, with terms that lead to their cards.

use super::Desk;
use leptos::prelude::*;
use naru_core::text::{Sentence, Span, describe};

/// The caption under the stage.
#[component]
pub fn Caption() -> impl IntoView {
    let desk = Desk::here();
    let sentence = Memo::new(move |_| {
        let moment = desk.moment.get();
        let language = desk.language.get();
        desk.session.with(|session| describe::now(&session.show().timeline, &moment, language))
    });
    let place = Memo::new(move |_| {
        let moment = desk.moment.get();
        let station = desk.text(&format!("station.{}", moment.station.id()));
        (station, describe::clock(moment.clock, desk.language.get()))
    });
    view! {
        <section class="caption" data-test="caption">
            <p class="caption__place">
                <b>{move || place.get().0}</b>
                <span class="caption__clock">{move || place.get().1}</span>
            </p>
            <p class="caption__words">{move || sentence.with(|sentence| spans(desk, sentence))}</p>
            <Spoken sentence />
        </section>
    }
}

/// The pieces of a sentence.
fn spans(desk: Desk, sentence: &Sentence) -> impl IntoView + use<> {
    let pieces = sentence.spans.iter().map(|span| match span {
        Span::Word(words) => view! { <span>{words.clone()}</span> }.into_any(),
        Span::Number(words) => view! { <b class="number">{words.clone()}</b> }.into_any(),
        Span::Term { id, words } => {
            let id = *id;
            view! {
                <button class="term" type="button" data-term=id on:click=move |_| desk.card.set(Some(id))>
                    {words.clone()}
                </button>
            }
            .into_any()
        }
    });
    pieces.collect_view()
}

/// The one live region. While the show plays it speaks once a station, so that it can be followed;
/// otherwise whatever the person came to.
#[component]
fn Spoken(sentence: Memo<Sentence>) -> impl IntoView {
    let desk = Desk::here();
    let spoken = Memo::new(move |before: Option<&(u32, String)>| {
        let visit = desk.moment.with(|moment| moment.visit);
        match before {
            Some((last, words)) if *last == visit && desk.playing.get() => (visit, words.clone()),
            _ => (visit, sentence.with(ToString::to_string)),
        }
    });
    view! { <p class="unseen" aria-live="polite">{move || spoken.get().1}</p> }
}
