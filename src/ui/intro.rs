//! The first screen: what this is, how long it takes, one obvious way to begin, and two others.

use super::{
    Desk, Wish,
    wires::{flag, press, text},
};
use crate::platform::document;
use leptos::prelude::*;
use naru_core::{
    session::{Action, Session},
    story::Way,
    text::describe,
};

/// Lies over the stage until the show begins.
pub fn intro(desk: Desk) -> AnyView {
    let begun = flag(move || desk.session.with(Session::begun));
    let tour = |way| press(move || desk.ask(Wish::Tour(way)));
    let begin = press(move || {
        desk.act(Action::Play);
        // The button that was pressed is gone; whoever came by keyboard goes on at the player.
        document::focus("[data-test=play]");
    });
    let length = text(move || desk.session.with(|session| describe::length(session.show().length(), session.language)));
    view! {
        <div class="intro" hidden=begun>
            <p class="intro__title">{desk.say("app.tagline")}</p>
            <p class="intro__words">{desk.say("app.about")}</p>
            <div class="intro__ways">
                <button class="button button--main intro__start" type="button" data-test="tour" on:click=tour(Way::Core)>
                    <span class="glyph" aria-hidden="true"></span>
                    <span>
                        {desk.say("tour.core")}
                        <span class="intro__length">{desk.say("tour.core.length")}</span>
                    </span>
                </button>
                <button class="button intro__other" type="button" data-test="tour-short" on:click=tour(Way::Short)>
                    <span>
                        {desk.say("tour.short")}
                        <span class="intro__length">{desk.say("tour.short.length")}</span>
                    </span>
                </button>
                <button class="button intro__other" type="button" data-test="start" on:click=begin>
                    <span>
                        {desk.say("app.start")}
                        <span class="intro__length">{length}</span>
                    </span>
                </button>
            </div>
        </div>
    }
    .into_any()
}
