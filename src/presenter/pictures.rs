//! The step on the stage and the one after it, each as a picture with its words.

use super::Talk;
use crate::{
    painter::{Run, stage},
    ui::{
        Desk,
        wires::{flag, follow, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    link::Link,
    message::Stand,
    session::{Action, Camera, Session},
    story::Ask,
    text::describe,
};

/// Both pictures.
pub fn pictures(talk: Talk) -> AnyView {
    let line = talk.line;
    // The next step changes with the step, and not with the time that passes in it.
    let step = Memo::new(move |_| {
        line.stand.with(|stand| stand.as_ref().map(|stand| (stand.chapter().id, stand.is_told(), stand.progress())))
    });
    let next = RwSignal::new(None::<Stand>);
    follow(move || {
        step.get();
        next.set(line.stand.with_untracked(|stand| stand.as_ref().and_then(Stand::next)));
    });
    let nothing = flag(move || line.stand.with(Option::is_none));
    view! {
        // Its words may be longer than the window.
        <section class="presenter__steps" tabindex="0" aria-label=talk.desk.say("presenter.steps") hidden=nothing>
            {picture(talk, "now", "presenter.now", line.stand)}
            {picture(talk, "next", "presenter.next", next)}
        </section>
    }
    .into_any()
}

fn picture(talk: Talk, name: &'static str, label: &'static str, stand: RwSignal<Option<Stand>>) -> AnyView {
    let desk = talk.desk;
    let copy = copy(desk, stand);
    let words = text(move || {
        let language = desk.language.get();
        stand.with(|stand| match stand {
            Some(stand) => stand.words(language),
            None => desk.text("presenter.end"),
        })
    });
    let asks = text(move || {
        let key = stand.with(|stand| match stand.as_ref().map(Stand::ask) {
            Some(Ask::Bet(_)) => "presenter.bet",
            Some(Ask::Choose(..)) => "presenter.choose",
            Some(Ask::Table(_)) => "presenter.table",
            Some(Ask::Nothing | Ask::GoOn) | None => "",
        });
        if key.is_empty() { String::new() } else { desk.text(key) }
    });
    // Another chapter than the one that is told is named.
    let chapter = text(move || {
        let language = desk.language.get();
        let here = talk.line.stand.with(|stand| stand.as_ref().map(|stand| stand.chapter().id));
        let other = stand.with(|stand| {
            stand.as_ref().filter(|stand| stand.is_told() && Some(stand.chapter().id) != here).map(Stand::chapter)
        });
        other.map_or_else(String::new, |chapter| describe::title(chapter, language))
    });
    let nothing = flag(move || stand.with(Option::is_none));
    view! {
        <article class="presenter__picture" data-step=name>
            <h2 class="presenter__label">{desk.say(label)}</h2>
            <div class="presenter__frame" hidden=nothing>{stage(copy, Run::Current)}</div>
            <p class="presenter__chapter">{chapter}</p>
            <p class="presenter__words" data-test="words">{words}</p>
            <p class="presenter__asks">{asks}</p>
        </article>
    }
    .into_any()
}

/// A desk of its own, on which stands what is to be seen, in still steps.
fn copy(desk: Desk, stand: RwSignal<Option<Stand>>) -> Desk {
    let mut copy = Desk::open(&Link::default(), Vec::new());
    copy.still = true;
    follow(move || copy.act(Action::Speak(desk.language.get())));
    follow(move || {
        stand.with(|stand| {
            let Some(stand) = stand else { return };
            copy.session.update(|session| {
                let scenario = &stand.show.timeline.scenario;
                if session.scenario() != scenario || !session.begun() {
                    let link = Link { scenario: scenario.clone(), minute: Some(0), ..Link::default() };
                    *session = Session::open(&link, Vec::new(), session.language, session.theme);
                }
                session.place = stand.place;
                session.camera = if stand.is_wide() { Camera::Line } else { Camera::Follow };
            });
        });
    });
    copy
}
