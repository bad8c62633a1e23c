//! The stage with what lies over it; two stages where a run is pinned and the orders cross.

use super::{Desk, intro::Intro};
use crate::painter::{Run, Stage};
use leptos::prelude::*;
use naru_core::{
    model::{assumptions::WHOLE, timeline::MILLI},
    scene::orders_a_slip,
    session::{Action, Camera},
    text::{Arg, describe},
    time::Show as Told,
};

/// The stage with what lies over it.
#[component]
pub fn Theatre() -> impl IntoView {
    let desk = Desk::here();
    // A pinned run is seen beside this one as soon as the release starts: before, both are the same.
    let beside = Memo::new(move |_| desk.session.with(|session| session.pinned_place().is_some()));
    let described = move || {
        desk.session.with(|session| describe::stage(&session.show().timeline, &desk.moment.get(), desk.language.get()))
    };
    view! {
        <section class="stages" class:stages--two=move || beside.get() aria-label=move || desk.text("stage.label")>
            // The picture in words, for those who do not see it.
            <p class="unseen" data-test="described">{described}</p>
            <div class="stages__one">
                <Stage run=Run::Current />
                <Legend run=Run::Current beside />
                <Intro />
                <CameraButton />
            </div>
            <Show when=move || beside.get()>
                <div class="stages__one" data-test="pinned-stage">
                    <Stage run=Run::Pinned />
                    <Legend run=Run::Pinned beside />
                </div>
            </Show>
        </section>
    }
}

/// Follow the idea, or show the whole line.
#[component]
fn CameraButton() -> impl IntoView {
    let desk = Desk::here();
    let line = Memo::new(move |_| desk.session.with(|session| session.camera == Camera::Line));
    view! {
        <button
            class="button button--stage"
            type="button"
            on:click=move |_| desk.act(Action::Look(if line.get() { Camera::Follow } else { Camera::Line }))
        >
            {move || desk.text(if line.get() { "player.camera.follow" } else { "player.camera.line" })}
        </button>
    }
}

/// What the slips stand for, and how many orders meet which version, while orders cross.
#[component]
fn Legend(run: Run, beside: Memo<bool>) -> impl IntoView {
    let desk = Desk::here();
    let read = move |of: fn(&Told, u64) -> u64| {
        desk.session.with(|session| run.show(session).map(|(show, place)| of(show, place)))
    };
    let shown = Memo::new(move |_| {
        let crossing = |show: &Told, place: u64| {
            u64::from(show.pacing.instant(place) >= show.timeline.release_start * MILLI)
        };
        read(crossing) == Some(1)
    });
    let share = Memo::new(move |_| read(|show, place| show.at(place).crossing.share.into()).unwrap_or(0) as u16);
    let slip = Memo::new(move |_| read(|show, _| orders_a_slip(show.timeline.scenario.orders)).unwrap_or(1));
    let failed = Memo::new(move |_| read(|show, place| show.at(place).counts.failed).unwrap_or(0));
    let release = Memo::new(move |_| {
        desk.session.with(|session| run.show(session).map(|(show, _)| show.timeline.scenario.release)).unwrap_or_default()
    });
    let title = move || {
        let strategy = Arg::Name(desk.strategy(release.get()));
        desk.text_with(if run == Run::Pinned { "stage.pinned" } else { "stage.now" }, &[("strategy", strategy)])
    };
    let part = move |share: u16| format!("{}%", f64::from(share) / 100.0);
    view! {
        <Show when=move || shown.get()>
            <div class="legend">
                <Show when=move || beside.get()>
                    <p class="legend__title">{title}</p>
                </Show>
                // Decoration of figures that stand in words beside it.
                <div class="share" aria-hidden="true">
                    <span class="share__old" style:width=move || part(WHOLE - share.get())></span>
                    <span class="share__new" style:width=move || part(share.get())></span>
                </div>
                <p class="legend__line">
                    <span class="key key--old"></span>
                    {move || desk.text("stage.old")}
                    " "
                    <b>{move || Arg::Share(WHOLE - share.get()).show()}</b>
                    <span class="key key--new"></span>
                    {move || desk.text("stage.new")}
                    " "
                    <b>{move || Arg::Share(share.get()).show()}</b>
                </p>
                <p class="legend__line">
                    <span class="key key--failed"></span>
                    {move || desk.text_with("stage.pile", &[("n", Arg::Number(failed.get()))])}
                    <span class="legend__slip">
                        {move || desk.text_with("stage.legend", &[("n", Arg::Number(slip.get()))])}
                    </span>
                </p>
            </div>
        </Show>
    }
}
