//! The page's head: the name, the language, day and night, the link to share.

use super::Desk;
use crate::platform;
use leptos::prelude::*;
use naru_core::{link::Theme, session::Action, text::Language};

/// The page's head.
#[component]
pub fn Header() -> impl IntoView {
    let desk = Desk::here();
    let copied = RwSignal::new(None::<bool>);
    let share = move |_| {
        let address = desk.session.with_untracked(|session| platform::address::whole(&session.link()));
        leptos::task::spawn_local(async move { copied.set(Some(platform::clipboard::copy(address).await)) });
    };
    // What was copied is no longer what is on the screen once something changes.
    Effect::new(move |_| {
        desk.scenario.track();
        copied.set(None);
    });
    let said = move || copied.get().map(|done| desk.text(if done { "copy.done" } else { "copy.failed" }));
    let other = move || Theme::ALL.into_iter().find(|theme| *theme != desk.theme.get()).unwrap_or_default();
    view! {
        <header class="head">
            <h1 class="head__name">{move || desk.text("app.name")}</h1>
            <p class="head__tagline">{move || desk.text("app.tagline")}</p>
            <p class="head__said" role="status">{said}</p>
            <button class="button button--quiet" type="button" on:click=share>
                {move || desk.text("copy")}
            </button>
            <button
                class="button button--quiet"
                type="button"
                data-test="theme"
                on:click=move |_| desk.act(Action::Light(other()))
            >
                {move || desk.text(&format!("theme.{}", other().id()))}
            </button>
            <div class="segments segments--small" role="group" aria-label=move || desk.text("language.label")>
                {Language::ALL
                    .map(|language| {
                        let chosen = move || desk.language.get() == language;
                        view! {
                            <button
                                class="segment"
                                type="button"
                                lang=language.id()
                                aria-pressed=move || chosen().to_string()
                                on:click=move |_| desk.act(Action::Speak(language))
                            >
                                {move || desk.text(&format!("language.{}", language.id()))}
                            </button>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </div>
        </header>
    }
}
