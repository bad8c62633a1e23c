//! The hand on the first window: back, play, on, and the chapters.

use super::Talk;
use crate::{
    platform::document,
    ui::wires::{flag, press, spoken, text},
};
use leptos::{html, prelude::*};
use naru_core::{
    message::Stand,
    story::{CHAPTERS, Chapter},
    text::describe,
};

/// The bar below.
pub fn bar(talk: Talk) -> AnyView {
    let Talk { desk, line } = talk;
    let playing = flag(move || line.seen.with(|seen| seen.playing));
    let turn = text(move || desk.text(if playing.get() { "player.pause" } else { "player.play" }));
    let list: NodeRef<html::Details> = NodeRef::new();
    let chapters = CHAPTERS.into_iter().enumerate().map(|(index, chapter)| one(talk, list, index, chapter));
    let black = spoken(flag(move || line.is_black()));
    let end = press(|| {
        // Only a window that a page opened may be closed by one.
        let _ = window().close();
    });
    view! {
        <div class="presenter__bar" role="group" aria-label=desk.say("presenter.controls")>
            <details class="presenter__list" node_ref=list>
                <summary class="button" data-test="chapters">{desk.say("guide.chapters")}</summary>
                <ol class="presenter__chapters">{chapters.collect_view()}</ol>
            </details>
            <button class="button presenter__step-back" type="button" data-test="previous" on:click=press(move || line.previous())>
                <span class="glyph glyph--step glyph--back" aria-hidden="true"></span>
                {desk.say("presenter.previous")}
            </button>
            <button class="button" type="button" data-test="turn" on:click=press(move || line.turn())>
                <span class="glyph" class:glyph--pause=playing aria-hidden="true"></span>
                {turn}
            </button>
            <button class="button" type="button" data-test="black" aria-pressed=black on:click=press(move || line.turn_black())>
                {desk.say("presenter.black")}
            </button>
            <button class="button button--main presenter__on" type="button" data-test="next" on:click=press(move || line.next())>
                {desk.say("presenter.on")}
                <span class="glyph glyph--step" aria-hidden="true"></span>
            </button>
            <button class="button button--quiet" type="button" data-test="end" on:click=end>{desk.say("presenter.leave")}</button>
        </div>
    }
    .into_any()
}

/// A chapter in the list.
fn one(talk: Talk, list: NodeRef<html::Details>, index: usize, chapter: &'static Chapter) -> AnyView {
    let Talk { desk, line } = talk;
    let title = text(move || describe::title(chapter, desk.language.get()));
    let here = text(move || {
        let told = line.stand.with(|stand| {
            stand.as_ref().filter(|stand| stand.is_told()).map(Stand::chapter).is_some_and(|told| told.id == chapter.id)
        });
        if told { "step" } else { "false" }.to_owned()
    });
    let go = press(move || {
        line.go(chapter);
        if let Some(list) = list.get_untracked() {
            list.set_open(false);
        }
        // The clicker goes on from there.
        document::focus("[data-test=next]");
    });
    view! {
        <li>
            <button class="presenter__one" type="button" data-chapter=chapter.id aria-current=here on:click=go>
                <span class="dot" aria-hidden="true">{(index + 1).to_string()}</span>
                {title}
            </button>
        </li>
    }
    .into_any()
}
