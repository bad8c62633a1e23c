//! The end of the show: other ways to cross.

use super::{
    Desk,
    badge::badge,
    wires::{flag, press, text},
};
use crate::platform::document;
use leptos::prelude::*;
use naru_core::{
    model::{Release, Station},
    session::Action,
    text::Arg,
};

/// Lies over the stage when the show is over: the same idea, another way, with this run kept beside it.
pub fn ending(desk: Desk) -> AnyView {
    let going = flag(move || desk.session.with(|session| !session.over()));
    let title = text(move || {
        // Nobody reads it before.
        if going.get() {
            return String::new();
        }
        let failed = desk.moment.with(|moment| moment.counts.failed);
        if failed == 0 {
            return desk.text("end.none");
        }
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
            <button class="button ending__way" type="button" data-way=release.id() hidden=taken on:click=go>
                {badge(release.id())}
                {name}
            </button>
        }
    });
    view! {
        <div class="ending" data-test="ending" hidden=going>
            <div class="ending__said">
                <p class="ending__title">{title}</p>
                <p class="ending__words">{desk.say("end.words")}</p>
            </div>
            <div class="ending__ways">{ways.collect_view()}</div>
        </div>
    }
    .into_any()
}
