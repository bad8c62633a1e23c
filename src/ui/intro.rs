//! The first screen: what this is, how long it takes, one way to begin. And the last: other ways to cross.

use super::{
    Desk,
    wires::{flag, press, text},
};
use crate::platform::document;
use leptos::prelude::*;
use naru_core::{
    model::{Release, Station},
    session::{Action, Session},
    text::Arg,
};

/// Lies over the stage until the show begins.
pub fn intro(desk: Desk) -> AnyView {
    let begun = flag(move || desk.session.with(Session::begun));
    let begin = press(move || {
        desk.act(Action::Play);
        // The button that was pressed is gone; whoever came by keyboard goes on at the player.
        document::focus("[data-test=play]");
    });
    view! {
        <div class="intro" hidden=begun>
            <p class="intro__title">{desk.say("app.tagline")}</p>
            <p class="intro__words">{desk.say("app.about")}</p>
            <button class="button button--main" type="button" data-test="start" on:click=begin>
                {desk.say("app.start")}
            </button>
        </div>
    }
    .into_any()
}

/// Lies over the stage when the show is over: the same idea, another way, with this run kept beside it.
pub fn ending(desk: Desk) -> AnyView {
    let going = flag(move || desk.session.with(|session| !session.over()));
    let title = text(move || {
        let failed = desk.moment.with(|moment| moment.counts.failed);
        desk.text_with("end.title", &[("failed", Arg::Number(failed))])
    });
    let ways = Release::all().map(|release| {
        let taken = flag(move || desk.session.with(|session| session.scenario().release == release));
        let go = press(move || {
            desk.act(Action::Pin);
            desk.act(Action::Choose { key: "release", value: release.id().to_owned() });
            desk.act(Action::Visit(Station::Release));
            desk.act(Action::Play);
            document::focus("[data-test=play]");
        });
        let name = text(move || desk.strategy(release));
        view! {
            <button class="button" type="button" data-way=release.id() hidden=taken on:click=go>
                {name}
            </button>
        }
    });
    view! {
        <div class="intro" data-test="ending" hidden=going>
            <p class="intro__title">{title}</p>
            <p class="intro__words">{desk.say("end.words")}</p>
            <div class="intro__ways">{ways.collect_view()}</div>
        </div>
    }
    .into_any()
}
