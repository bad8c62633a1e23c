//! The first screen: what this is, how long it takes, one way to begin.

use super::{
    Desk,
    wires::{flag, press},
};
use leptos::prelude::*;
use naru_core::session::{Action, Session};

/// Lies over the stage until the show begins.
pub fn intro(desk: Desk) -> AnyView {
    let begun = flag(move || desk.session.with(Session::begun));
    view! {
        <div class="intro" hidden=begun>
            <p class="intro__title">{desk.say("app.tagline")}</p>
            <p class="intro__words">{desk.say("app.about")}</p>
            <button
                class="button button--main"
                type="button"
                data-test="start"
                on:click=press(move || desk.act(Action::Play))
            >
                {desk.say("app.start")}
            </button>
        </div>
    }
    .into_any()
}
