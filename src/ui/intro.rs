//! The first screen: what this is, how long it takes, one way to begin.

use super::Desk;
use leptos::prelude::*;
use naru_core::session::Action;

/// Lies over the stage until the show begins.
#[component]
pub fn Intro() -> impl IntoView {
    let desk = Desk::here();
    let before = Memo::new(move |_| desk.session.with(|session| session.place == 0 && !session.playing));
    view! {
        <Show when=move || before.get()>
            <div class="intro">
                <p class="intro__title">{move || desk.text("app.tagline")}</p>
                <p class="intro__words">{move || desk.text("app.about")}</p>
                <button
                    class="button button--main"
                    type="button"
                    data-test="start"
                    on:click=move |_| desk.act(Action::Play)
                >
                    {move || desk.text("app.start")}
                </button>
            </div>
        </Show>
    }
}
