//! What whoever gives a talk has before them, in a window of its own: where the talk stands and what comes next, what to say,
//! a clock, and the hand on the first window. A part of the app of its own, which only such a window fetches.

mod bar;
mod clock;
mod keys;
mod line;
mod pictures;
mod said;

use crate::{
    platform::{address, document, larder},
    ui::{
        Desk,
        wires::{flag, follow, press, spoken, text},
    },
};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use line::Line;
use naru_core::{
    session::Action,
    text::{Arg, Language, Shelf, describe},
};

/// What every part of this window is given.
#[derive(Clone, Copy)]
pub struct Talk {
    /// For language and theme: the story itself is that of the first window.
    pub desk: Desk,
    pub line: Line,
}

/// The presenter's window, once its words are there.
pub fn presenter(desk: Desk) -> AnyView {
    let talk = Talk { desk, line: Line::open() };
    keys::listen(talk);
    follow(move || document::name(&format!("{} · {}", desk.text("app.name"), desk.text("presenter.title"))));
    let known = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        while !learn(desk.language.get_untracked()).await {
            TimeoutFuture::new(crate::parts::AGAIN_MS).await;
        }
        known.set(true);
        larder::release();
    });
    (move || known.get().then(|| window(talk))).into_any()
}

/// Fetches all that is said here in a language; says whether it is there.
async fn learn(language: Language) -> bool {
    for shelf in [Shelf::Words, Shelf::Panel, Shelf::Cards, Shelf::Notes] {
        if !larder::learn(language, shelf).await {
            return false;
        }
    }
    true
}

/// Speaks another language here; the audience keeps its own.
fn speak(desk: Desk, language: Language) {
    leptos::task::spawn_local(async move {
        if learn(language).await {
            desk.act(Action::Speak(language));
            desk.session.with_untracked(|session| address::write(&session.link()));
        }
    });
}

fn window(talk: Talk) -> AnyView {
    let Talk { desk, line } = talk;
    let lost = flag(move || !line.lost.get());
    let alone =
        text(move || desk.text(if line.stand.with(Option::is_some) { "presenter.lost" } else { "presenter.alone" }));
    // Without a harbour there is nothing to show, and nothing that could be moved.
    let empty = spoken(flag(move || line.lost.get() && line.stand.with(Option::is_none)));
    view! {
        <div class="presenter" data-empty=empty>
            {head(talk)}
            <div class="presenter__lost" role="alert" hidden=lost>
                <p>{alone}</p>
                <button class="button button--main" type="button" data-test="open" on:click=press(move || line.open_stage())>
                    {desk.say("presenter.open")}
                </button>
            </div>
            {pictures::pictures(talk)}
            {said::said(talk)}
            {bar::bar(talk)}
        </div>
    }
    .into_any()
}

/// Which chapter, which step of it, and the clock.
fn head(talk: Talk) -> AnyView {
    let Talk { desk, line } = talk;
    let title = text(move || {
        let told = line
            .stand
            .with(|stand| stand.as_ref().filter(|stand| stand.is_told()).map(naru_core::message::Stand::chapter));
        let language = desk.language.get();
        told.map_or_else(|| desk.text("presenter.title"), |chapter| describe::title(chapter, language))
    });
    let step = text(move || {
        let progress = line.stand.with(|stand| stand.as_ref().map(naru_core::message::Stand::progress));
        progress.map_or_else(String::new, |(index, count)| {
            let number = |number: usize| Arg::Number(number as u64);
            desk.text_with("presenter.step", &[("n", number(index + 1)), ("all", number(count))])
        })
    });
    let languages = Language::ALL.map(|language| {
        let chosen = spoken(flag(move || desk.language.get() == language));
        let name = text(move || desk.text(&format!("language.{}", language.id())));
        view! {
            <button class="segment" type="button" lang=language.id() aria-pressed=chosen on:click=press(move || speak(desk, language))>
                {name}
            </button>
        }
    });
    view! {
        <header class="presenter__head">
            <div class="presenter__where" role="status">
                <h1 class="presenter__title" data-test="title">{title}</h1>
                <p class="presenter__step" data-test="step">{step}</p>
            </div>
            {clock::clock(desk)}
            <div class="segments" role="group" aria-label=desk.say("language.label")>{languages.into_iter().collect_view()}</div>
        </header>
    }
    .into_any()
}
