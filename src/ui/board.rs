//! The outcome board: what this run came to so far, beside the pinned one.

use super::Desk;
use leptos::prelude::*;
use naru_core::{
    model::Station,
    session::{Action, Session},
    text::describe::{self, Figure},
    time::Show as Told,
};

/// The outcome board.
#[component]
pub fn Board() -> impl IntoView {
    let desk = Desk::here();
    let figures = |show: &Told, place: u64, session: &Session| {
        describe::board(&show.timeline, &show.at(place), session.language)
    };
    let current = Memo::new(move |_| desk.session.with(|session| figures(session.show(), session.place, session)));
    // A pinned run that shares the clock shows its figures of the same minute; before the release, those of its end.
    let pinned = Memo::new(move |_| {
        desk.session.with(|session| {
            let show = session.pinned()?;
            Some(figures(show, session.pinned_place().unwrap_or_else(|| show.length()), session))
        })
    });
    let has_pin = Memo::new(move |_| desk.session.with(|session| session.pinned().is_some()));
    let title = move |pin: bool| {
        desk.session.with(|session| {
            let release = if pin { session.pinned().map(|show| show.timeline.scenario.release) } else { None };
            desk.strategy(release.unwrap_or(session.scenario().release))
        })
    };
    let rows = move || {
        let pinned = pinned.get();
        let pin = |index: usize| pinned.as_ref().and_then(|figures| figures.get(index).cloned());
        current.get().into_iter().enumerate().map(|(index, figure)| row(desk, figure, pin(index))).collect_view()
    };
    let toggle = move |_| desk.act(if has_pin.get_untracked() { Action::Unpin } else { Action::Pin });
    view! {
        <section class="board" aria-labelledby="board-title">
            <h2 class="panel__title" id="board-title">{move || desk.text("board.label")}</h2>
            <table class="board__table" class:board__table--two=move || has_pin.get()>
                <thead class="board__head" class:unseen=move || !has_pin.get()>
                    <tr>
                        <td></td>
                        <th scope="col">
                            <span class="board__which">{move || desk.text("board.current")}</span>
                            {move || title(false)}
                        </th>
                        <Show when=move || has_pin.get()>
                            <th scope="col">
                                <span class="board__which">{move || desk.text("board.pinned")}</span>
                                {move || title(true)}
                            </th>
                        </Show>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="board__actions">
                <button class="button" type="button" data-test="pin" title=move || desk.text("board.pin.help") on:click=toggle>
                    {move || desk.text(if has_pin.get() { "board.unpin" } else { "board.pin" })}
                </button>
                <button
                    class="button"
                    type="button"
                    data-test="crossing"
                    on:click=move |_| {
                        desk.act(Action::Visit(Station::Release));
                        desk.act(Action::Play);
                    }
                >
                    {move || desk.text("board.crossing")}
                </button>
            </div>
        </section>
    }
}

fn row(desk: Desk, figure: Figure, pinned: Option<Figure>) -> impl IntoView {
    let label = desk.text(&format!("board.{}", figure.key));
    let key = figure.key;
    let cell = |figure: Figure| {
        let raw = figure.raw.map(|raw| raw.to_string());
        view! { <td class="board__value" data-value=raw>{figure.value}</td> }
    };
    view! {
        <tr data-figure=key>
            <th class="board__label" scope="row">{label}</th>
            {cell(figure)}
            {pinned.map(cell)}
        </tr>
    }
}
