//! The page's head: the name, the language, day and night, the link to share.

use super::{
    Desk, Wish,
    icon::{self, icon},
    wires::{flag, follow, heed, press, spoken, text},
};
use crate::platform;
use leptos::prelude::*;
use naru_core::{link::Theme, session::Action, text::Language};

/// The page's head.
pub fn header(desk: Desk) -> AnyView {
    let copied = RwSignal::new(None);
    let share = press(move || {
        let address = desk.session.with_untracked(|session| platform::address::whole(&session.link()));
        leptos::task::spawn_local(async move {
            let done = platform::clipboard::copy(address).await;
            copied.set(Some(if done { "copy.done" } else { "copy.failed" }));
        });
    });
    // What was copied is no longer what is on the screen once a choice changes.
    let story = desk.choices();
    follow(move || {
        heed(story);
        copied.set(None);
    });
    let said = text(move || copied.get().map(|key| desk.text(key)).unwrap_or_default());
    let other = move || {
        let theme = desk.session.with(|session| session.theme);
        Theme::ALL.into_iter().find(|other| *other != theme).unwrap_or_default()
    };
    let light = text(move || desk.text(&format!("theme.{}", other().id())));
    let languages = Language::ALL.into_iter().map(|language| {
        let chosen = spoken(flag(move || desk.language.get() == language));
        let name = text(move || desk.text(&format!("language.{}", language.id())));
        view! {
            <button
                class="segment"
                type="button"
                lang=language.id()
                aria-pressed=chosen
                on:click=press(move || desk.speak(language))
            >
                {name}
            </button>
        }
    });
    view! {
        <header class="head">
            <h1 class="head__name">{desk.say("app.name")}</h1>
            <p class="head__tagline">{desk.say("app.tagline")}</p>
            <p class="head__said" role="status">{said}</p>
            <button
                class="button button--quiet"
                type="button"
                data-test="chapters"
                on:click=press(move || desk.ask(Wish::Chapters))
            >
                {icon(|| icon::BOOK)}
                <span class="head__words">{desk.say("guide.chapters")}</span>
            </button>
            <button class="button button--quiet" type="button" data-test="copy" on:click=share>
                {icon(|| icon::LINK)}
                <span class="head__words">{desk.say("copy")}</span>
            </button>
            <button
                class="button button--quiet"
                type="button"
                data-test="theme"
                on:click=press(move || desk.act(Action::Light(other())))
            >
                {icon(move || if other() == Theme::Night { icon::MOON } else { icon::SUN })}
                <span class="head__words">{light}</span>
            </button>
            <div class="segments" role="group" aria-label=desk.say("language.label")>
                {languages.collect_view()}
            </div>
        </header>
    }
    .into_any()
}
