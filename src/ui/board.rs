//! The outcome board: what this run came to so far, beside the pinned one.

use super::{
    Desk,
    icon::{self, icon},
    wires::{flag, press, text},
};
use crate::painter::Run;
use leptos::prelude::*;
use naru_core::{
    model::Station,
    session::Action,
    text::describe::{FIGURES, Figure, figure, figure_name},
};

/// The outcome board.
pub fn board(desk: Desk) -> AnyView {
    // A pinned run that shares the clock shows its figures of the same minute; before the release, those of its end.
    let no_pin = flag(move || desk.session.with(|session| session.pinned().is_none()));
    let two = flag(move || !no_pin.get());
    let title = move |pin: bool| {
        text(move || {
            desk.session.with(|session| {
                let pinned = session.pinned().filter(|_| pin).map(|show| show.timeline.scenario.release);
                desk.strategy(pinned.unwrap_or(session.scenario().release))
            })
        })
    };
    let toggle = press(move || desk.act(if no_pin.get_untracked() { Action::Pin } else { Action::Unpin }));
    let again = press(move || {
        desk.act(Action::Visit(Station::Release));
        desk.act(Action::Play);
    });
    let alone = flag(|| false);
    let rows = FIGURES.into_iter().map(|key| {
        let label =
            text(move || desk.session.with(|session| figure_name(key, &session.show().timeline, session.language)));
        view! {
            <tr data-figure=key>
                <th class="board__label" scope="row">{label}</th>
                {cell(desk, Run::Current, key, alone)}
                {cell(desk, Run::Pinned, key, no_pin)}
            </tr>
        }
    });
    view! {
        <section class="board" aria-labelledby="board-title">
            <h2 class="panel__title" id="board-title">{desk.say("board.label")}</h2>
            <table class="board__table" class:board__table--two=two>
                <thead class="board__head" hidden=no_pin>
                    <tr>
                        <td></td>
                        <th scope="col">
                            <span class="board__which">{desk.say("board.current")}</span>
                            {title(false)}
                        </th>
                        <th scope="col">
                            <span class="board__which">{desk.say("board.pinned")}</span>
                            {title(true)}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <div class="board__actions">
                <button class="button" type="button" data-test="pin" aria-describedby="pin-help" on:click=toggle>
                    {icon(|| icon::PIN)}
                    {text(move || desk.text(if no_pin.get() { "board.pin" } else { "board.unpin" }))}
                </button>
                <button class="button" type="button" data-test="crossing" on:click=again>
                    {desk.say("board.crossing")}
                </button>
                <button class="button" type="button" data-test="export" on:click=press(move || desk.export())>
                    {desk.say("export.open")}
                </button>
            </div>
            <p class="choice__help" id="pin-help" hidden=two>{desk.say("board.pin.help")}</p>
        </section>
    }
    .into_any()
}

/// One figure of one run; `away` hides it.
fn cell(desk: Desk, run: Run, key: &'static str, away: Memo<bool>) -> AnyView {
    let read = move |of: fn(Figure) -> String| {
        text(move || {
            desk.session.with(|session| {
                let show = if run == Run::Pinned { session.pinned() } else { Some(session.show()) };
                show.map(|show| match run {
                    Run::Current => {
                        desk.counted.with(|moment| of(figure(key, &show.timeline, moment, session.language)))
                    }
                    // It goes on with this run's clock.
                    Run::Pinned => desk.counted.with(|_| {
                        let moment = show.at(session.pinned_place().unwrap_or_else(|| show.length()));
                        of(figure(key, &show.timeline, &moment, session.language))
                    }),
                })
                .unwrap_or_default()
            })
        })
    };
    let raw = read(|figure| figure.raw.map(|raw| raw.to_string()).unwrap_or_default());
    view! { <td class="board__value" data-value=raw hidden=away>{read(|figure| figure.value)}</td> }.into_any()
}
