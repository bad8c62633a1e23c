//! The player: play and pause, steps, the place in the story, speed, and the stations.

use super::{
    Desk,
    icon::{self, icon},
    wires::{entered, flag, press, text},
};
use leptos::prelude::*;
use naru_core::{
    model::{Moment, Station},
    session::{Action, Camera, SPEEDS, Session},
    text::{Arg, describe},
};

/// Arrow keys move the place by this many milliseconds of the show.
const SCRUB_STEP_MS: u64 = 250;
/// While it plays, the slider's own value stays for so many: a browser lays out and paints a slider anew with each value.
/// What is seen of it is moved beside it, which costs next to nothing.
const SCRUB_STAYS_MS: u64 = 2_000;

/// The player.
pub fn player(desk: Desk) -> AnyView {
    let over = flag(move || desk.session.with(Session::over));
    let play = text(move || {
        desk.text(match (desk.playing.get(), over.get()) {
            (true, _) => "player.pause",
            (false, true) => "player.again",
            (false, false) => "player.play",
        })
    });
    let toggle = press(move || desk.act(if desk.playing.get_untracked() { Action::Pause } else { Action::Play }));
    let value = text(move || {
        let place = desk.place();
        (if desk.playing.get() { place - place % SCRUB_STAYS_MS } else { place }).to_string()
    });
    // A whole number of steps, so that the slider's end is the story's.
    let length = move || desk.session.with(|session| session.show().length().next_multiple_of(SCRUB_STEP_MS));
    let way = text(move || {
        let thousandths = desk.place() * 1_000 / length().max(1);
        format!("translateX({}.{}%)", thousandths / 10, thousandths % 10)
    });
    let said = text(move || {
        let here =
            |session: &Session, moment: &Moment| describe::place(&session.show().timeline, moment, session.language);
        desk.moment.with(|moment| desk.session.with(|session| here(session, moment)))
    });
    let seek = entered(move |value| {
        // A slider says whole numbers, in some browsers with decimals.
        if let Some(place) = value.split('.').next().and_then(|whole| whole.parse().ok()) {
            desk.act(Action::Seek(place));
        }
    });
    view! {
        <section class="player" aria-label=desk.say("player.label")>
            {step_button(desk, false)}
            <button class="button button--main player__play" type="button" data-test="play" on:click=toggle>
                <span class="glyph" class:glyph--pause=desk.playing aria-hidden="true"></span>
                {play}
            </button>
            {step_button(desk, true)}
            <div class="scrub">
                <span class="scrub__way" aria-hidden="true">
                    <span class="scrub__place" style:transform=way></span>
                </span>
                <input
                    class="player__scrub"
                    type="range"
                    min=text(|| 0.to_string())
                    max=text(move || length().to_string())
                    step=text(|| SCRUB_STEP_MS.to_string())
                    prop:value=value
                    aria-label=desk.say("player.scrub")
                    aria-valuetext=said
                    on:input=seek
                    // A key goes on from where the show is now.
                    on:keydown=move |event| {
                        let place = desk.session.with_untracked(|session| session.place);
                        event_target::<web_sys::HtmlInputElement>(&event).set_value(&place.to_string());
                    }
                />
            </div>
            {camera_button(desk)}
            {speeds(desk)}
            <ol class="stations" aria-label=desk.say("player.stations")>
                {Station::ALL.into_iter().map(|station| station_button(desk, station)).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

/// One step on, or back.
fn step_button(desk: Desk, forward: bool) -> AnyView {
    let key = if forward { "player.next" } else { "player.previous" };
    let class = if forward { "glyph glyph--step" } else { "glyph glyph--step glyph--back" };
    view! {
        <button
            class="button player__step"
            type="button"
            aria-label=desk.say(key)
            title=desk.say(key)
            data-test=key
            on:click=press(move || desk.act(Action::Step { forward }))
        >
            <span class=class aria-hidden="true"></span>
        </button>
    }
    .into_any()
}

/// How fast it plays.
fn speeds(desk: Desk) -> AnyView {
    let change = entered(move |value| {
        if let Ok(speed) = value.parse() {
            desk.act(Action::Speed(speed));
        }
    });
    let options = SPEEDS.into_iter().map(|speed| {
        let name = text(move || desk.text_with("player.speed.value", &[("n", Arg::Tenths(speed / 10))]));
        view! { <option value=text(move || speed.to_string())>{name}</option> }
    });
    let chosen = text(move || desk.session.with(|session| session.speed.to_string()));
    view! {
        <label class="player__speed">
            <span class="unseen">{desk.say("player.speed")}</span>
            <select class="select" prop:value=chosen on:change=change>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// Follow the idea, or show the whole line.
fn camera_button(desk: Desk) -> AnyView {
    let line = flag(move || desk.session.with(|session| session.camera == Camera::Line));
    // Two stages side by side are too narrow for the whole line.
    let beside = flag(move || desk.session.with(|session| session.pinned_place().is_some()));
    let turn = press(move || {
        desk.act(Action::Look(if line.get_untracked() { Camera::Follow } else { Camera::Line }));
    });
    let name = text(move || desk.text(if line.get() { "player.camera.follow" } else { "player.camera.line" }));
    view! {
        <button class="button player__camera" type="button" data-test="camera" title=name disabled=beside on:click=turn>
            {icon(move || if line.get() { icon::ONE } else { icon::ALL })}
            <span class="player__words">{name}</span>
        </button>
    }
    .into_any()
}

/// A station, as a step.
fn station_button(desk: Desk, station: Station) -> AnyView {
    let here = move || desk.moment.with(|moment| moment.station);
    let past = flag(move || station < here());
    let name = text(move || desk.text(&format!("station.{}", station.id())));
    let current = text(move || if here() == station { "step" } else { "false" }.to_owned());
    view! {
        <li class="stations__one">
            <button
                class="station"
                class:station--past=past
                type="button"
                data-station=station.id()
                aria-current=current
                on:click=press(move || desk.act(Action::Visit(station)))
            >
                <span class="dot" aria-hidden="true">{(station.index() + 1).to_string()}</span>
                <span class="station__name">{name}</span>
            </button>
        </li>
    }
    .into_any()
}
