//! The caption: what happens, written by the describers, with terms that lead to their cards.

use super::{
    Desk,
    wires::{flag, heed, press, text},
};
use leptos::{ev, prelude::*};
use naru_core::{
    model::Moment,
    session::Session,
    text::{Sentence, Span, describe},
};

/// The caption: in the sky where there is room for it, else below the stage.
pub fn caption(desk: Desk) -> AnyView {
    // There are no words before they have been fetched.
    let now = move |session: &Session, moment: &Moment| {
        desk.seen.track();
        describe::now(&session.show().timeline, moment, session.language)
    };
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
        desk.seen.track();
        let visit = desk.moment.with(|moment| moment.visit);
        desk.session.with(|session| describe::arrival(&session.show().timeline, visit, session.language)).to_string()
    });
    let number = text(move || desk.moment.with(|moment| moment.station.index() + 1).to_string());
    let begun = flag(move || desk.session.with(Session::begun));
    view! {
        <section class="caption" data-test="caption">
            // Before the first sentence, what this is: where the first screen has no room for it over the harbour.
            <p class="caption__about" hidden=begun>{desk.say("app.about")}</p>
            <div class="caption__told">
                <p class="caption__place">
                    <span class="dot" aria-hidden="true">{number}</span>
                    <b>{station}</b>
                    <span class="caption__clock">{clock}</span>
                </p>
                <p class="caption__words">{move || {
                    heed(words);
                    let moment = desk.moment.get_untracked();
                    spans(desk, &desk.session.with_untracked(|session| now(session, &moment)))
                }}</p>
            </div>
            <p class="unseen" aria-live="polite">{spoken}</p>
        </section>
    }
    .into_any()
}

/// What follows a number without a space, and stays on its line; and the rest.
fn glued(words: &str) -> (&str, &str) {
    words.find(' ').and_then(|space| words.split_at_checked(space)).unwrap_or((words, ""))
}

/// The pieces of a sentence.
pub fn spans(desk: Desk, sentence: &Sentence) -> AnyView {
    let spans = &sentence.spans;
    let pieces = spans.iter().enumerate().map(|(index, span)| match span {
        Span::Word(words) => {
            let after_number = index > 0 && matches!(spans[index - 1], Span::Number(_));
            let rest = if after_number { glued(words).1 } else { words };
            view! { <span>{rest.to_owned()}</span> }.into_any()
        }
        Span::Number(words) => {
            let tail = match spans.get(index + 1) {
                Some(Span::Word(next)) => glued(next).0.to_owned(),
                _ => String::new(),
            };
            view! {
                <span class="whole">
                    <b class="number">{words.clone()}</b>
                    {tail}
                </span>
            }
            .into_any()
        }
        Span::Term { id, words } => {
            let id = *id;
            // A button would be a block of its own: lines would break before the particle that belongs to the word.
            let typed: Box<dyn FnMut(ev::KeyboardEvent)> = Box::new(move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    desk.read(id);
                }
            });
            view! {
                <span
                    class="term"
                    role="button"
                    tabindex="0"
                    data-term=id
                    on:click=press(move || desk.read(id))
                    on:keydown=typed
                >
                    {words.clone()}
                </span>
            }
            .into_any()
        }
    });
    pieces.collect_view().into_any()
}
