//! The caption: what happens, written by the describers, with terms that lead to their cards.

use super::{
    Desk,
    wires::{heed, press, text},
};
use leptos::prelude::*;
use naru_core::{
    model::Moment,
    session::Session,
    text::{Sentence, Span, describe},
};

/// The caption under the stage.
pub fn caption(desk: Desk) -> AnyView {
    let now = |session: &Session, moment: &Moment| describe::now(&session.show().timeline, moment, session.language);
    // The words tell when the pieces must be laid anew.
    let words = text(move || desk.moment.with(|moment| desk.session.with(|session| now(session, moment).to_string())));
    let station = text(move || desk.text(&format!("station.{}", desk.moment.with(|moment| moment.station.id()))));
    let clock = text(move || {
        let day =
            |session: &Session, moment: &Moment| describe::calendar(&session.show().timeline, moment, session.language);
        desk.moment.with(|moment| desk.session.with(|session| day(session, moment)))
    });
    // The one live region. While the show plays it speaks once a station, so that it can be followed;
    // otherwise whatever the person came to.
    let spoken = text(move || {
        if !desk.playing.get() {
            return words.get();
        }
        let visit = desk.moment.with(|moment| moment.visit);
        desk.session.with(|session| describe::arrival(&session.show().timeline, visit, session.language)).to_string()
    });
    view! {
        <section class="caption" data-test="caption">
            <p class="caption__place">
                <b>{station}</b>
                <span class="caption__clock">{clock}</span>
            </p>
            <p class="caption__words">{move || {
                heed(words);
                let moment = desk.moment.get_untracked();
                spans(desk, &desk.session.with_untracked(|session| now(session, &moment)))
            }}</p>
            <p class="unseen" aria-live="polite">{spoken}</p>
        </section>
    }
    .into_any()
}

/// The pieces of a sentence.
fn spans(desk: Desk, sentence: &Sentence) -> AnyView {
    let pieces = sentence.spans.iter().map(|span| match span {
        Span::Word(words) => view! { <span>{words.clone()}</span> }.into_any(),
        Span::Number(words) => view! { <b class="number">{words.clone()}</b> }.into_any(),
        Span::Term { id, words } => {
            let id = *id;
            view! {
                <button class="term" type="button" data-term=id on:click=press(move || desk.read(id))>
                    {words.clone()}
                </button>
            }
            .into_any()
        }
    });
    pieces.collect_view().into_any()
}
