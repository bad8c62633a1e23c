//! The player: play and pause, steps, the place in the story, speed, and the stations.

use super::Desk;
use leptos::prelude::*;
use naru_core::{
    model::Station,
    session::{Action, SPEEDS, Session},
    text::{Arg, describe},
};

/// Arrow keys move the place by this many milliseconds of the show.
const SCRUB_STEP_MS: u64 = 250;

/// The player.
#[component]
pub fn Player() -> impl IntoView {
    let desk = Desk::here();
    let over = Memo::new(move |_| desk.session.with(Session::over));
    let play_key = move || match (desk.playing.get(), over.get()) {
        (true, _) => "player.pause",
        (false, true) => "player.again",
        (false, false) => "player.play",
    };
    let toggle = move |_| desk.act(if desk.playing.get_untracked() { Action::Pause } else { Action::Play });
    let place = Memo::new(move |_| desk.session.with(|session| session.place));
    let length = Memo::new(move |_| desk.session.with(|session| session.show().length()));
    let said = move || describe::place(&desk.moment.get(), desk.language.get());
    view! {
        <section class="player" aria-label=move || desk.text("player.label")>
            <StepButton forward=false />
            <button class="button button--main player__play" type="button" data-test="play" on:click=toggle>
                <span class="glyph" class:glyph--pause=move || desk.playing.get() aria-hidden="true"></span>
                {move || desk.text(play_key())}
            </button>
            <StepButton forward=true />
            <input
                class="player__scrub"
                type="range"
                min="0"
                max=move || length.get()
                step=SCRUB_STEP_MS
                prop:value=move || place.get().to_string()
                aria-label=move || desk.text("player.scrub")
                aria-valuetext=said
                on:input=move |event| {
                    if let Ok(place) = event_target_value(&event).parse::<f64>() {
                        desk.act(Action::Seek(place.max(0.0) as u64));
                    }
                }
            />
            <label class="player__speed">
                <span class="unseen">{move || desk.text("player.speed")}</span>
                <select
                    class="select"
                    on:change=move |event| {
                        if let Ok(speed) = event_target_value(&event).parse() {
                            desk.act(Action::Speed(speed));
                        }
                    }
                >
                    {SPEEDS
                        .map(|speed| {
                            let name = Arg::Name((speed as f64 / 100.0).to_string());
                            let chosen = desk.session.with_untracked(|session| session.speed == speed);
                            view! {
                                <option value=speed selected=chosen>
                                    {move || desk.text_with("player.speed.value", &[("n", name.clone())])}
                                </option>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </select>
            </label>
            <Stations />
        </section>
    }
}

/// One step on, or back.
#[component]
fn StepButton(forward: bool) -> impl IntoView {
    let desk = Desk::here();
    let key = if forward { "player.next" } else { "player.previous" };
    view! {
        <button
            class="button player__step"
            type="button"
            aria-label=move || desk.text(key)
            title=move || desk.text(key)
            data-test=key
            on:click=move |_| desk.act(Action::Step { forward })
        >
            <span class="glyph glyph--step" class:glyph--back=!forward aria-hidden="true"></span>
        </button>
    }
}

/// The stations, as steps.
#[component]
fn Stations() -> impl IntoView {
    let desk = Desk::here();
    let here = Memo::new(move |_| desk.moment.with(|moment| moment.station));
    view! {
        <ol class="stations" aria-label=move || desk.text("player.stations")>
            {Station::ALL
                .map(|station| {
                    let current = move || here.get() == station;
                    view! {
                        <li class="stations__one">
                            <button
                                class="station"
                                class:station--past=move || station < here.get()
                                type="button"
                                data-station=station.id()
                                aria-current=move || current().then_some("step")
                                on:click=move |_| desk.act(Action::Visit(station))
                            >
                                <span class="station__number" aria-hidden="true">{station.index() + 1}</span>
                                <span class="station__name">{move || desk.text(&format!("station.{}", station.id()))}</span>
                            </button>
                        </li>
                    }
                })
                .into_iter()
                .collect_view()}
        </ol>
    }
}
