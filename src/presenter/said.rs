//! The notes: what to say, what people ask, and an answer to each.

use super::Talk;
use crate::ui::wires::{flag, text};
use leptos::prelude::*;
use naru_core::{
    message::Stand,
    story::{Chapter, chapter},
    text::describe,
};

/// The notes of the chapter, or of the place where a journey stands.
pub fn said(talk: Talk) -> AnyView {
    let Talk { desk, line } = talk;
    let about = text(move || line.stand.with(|stand| stand.as_ref().map_or("", |stand| stand.chapter().id).to_owned()));
    let of =
        move || chapter(&about.get()).map(|chapter: &'static Chapter| describe::notes(chapter, desk.language.get()));
    let nothing = flag(move || about.with(String::is_empty));
    let told = flag(move || line.stand.with(|stand| stand.as_ref().is_none_or(Stand::is_told)));
    let journey = text(move || {
        let title = chapter(&about.get()).map(|chapter| describe::title(chapter, desk.language.get()));
        let title = naru_core::text::Arg::Name(title.unwrap_or_default());
        desk.text_with("presenter.journey", &[("chapter", title)])
    });
    let say = text(move || of().map(|notes| notes.say).unwrap_or_default());
    let asked = move || {
        let asked = of().map(|notes| notes.asked).unwrap_or_default();
        let one = |asked: describe::Asked| {
            view! {
                <dt>{asked.question}</dt>
                <dd>{asked.answer}</dd>
            }
        };
        asked.into_iter().map(one).collect_view()
    };
    view! {
        // It may be longer than the window: then it is read on with the keys, too.
        <section class="presenter__notes" tabindex="0" aria-label=desk.say("presenter.notes") hidden=nothing data-notes=about>
            <p class="presenter__journey" hidden=told>{journey}</p>
            <h2 class="presenter__label">{desk.say("presenter.say")}</h2>
            <p class="presenter__say" data-test="say">{say}</p>
            <h2 class="presenter__label">{desk.say("presenter.asked")}</h2>
            <dl class="presenter__asked">{asked}</dl>
        </section>
    }
    .into_any()
}
