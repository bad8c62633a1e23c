//! The cake: designed at the beginning, and what arrives in the end.

use super::{super::lead::Lead, done};
use crate::ui::{
    caption::spans,
    wires::{entered, flag, press, spoken, text},
};
use leptos::prelude::*;
use naru_core::{
    model::{Scenario, Words, simulate},
    story::Cake,
    text::describe,
};

/// A cake, drawn.
fn drawn(cake: impl Fn() -> Cake + Copy + Send + Sync + 'static) -> AnyView {
    let sponge = text(move || format!("cake__sponge cake__sponge--{}", Cake::SPONGES[cake().sponge]));
    let icing = text(move || format!("cake__icing cake__icing--{}", Cake::SPONGES[cake().sponge]));
    let name = text(move || cake().name);
    let top = move |index: usize| flag(move || cake().top != index);
    view! {
        <svg class="cake" viewBox="0 0 200 170" aria-hidden="true" focusable="false">
            <ellipse class="cake__plate" cx="100" cy="146" rx="92" ry="16"></ellipse>
            <path class=sponge d="M28 84v52c0 11 32 18 72 18s72-7 72-18V84z"></path>
            <path class="cake__cream" d="M28 108c10 8 20 2 29 5s18 6 29 2 19 4 31 1 18 4 28 0 19 2 27-6v9c-9 7-19 3-28 6s-18-3-29 0-20 2-30-1-19 4-29 1-19 1-28-7z"></path>
            <ellipse class=icing cx="100" cy="84" rx="72" ry="21"></ellipse>
            <path class=icing d="M28 84c2 12 8 20 13 20s5-8 11-8 6 14 13 14 7-10 14-10 7 15 14 15 7-13 14-13 8 12 15 12 6-13 13-13 6 9 12 9 6-6 12-6 11-8 13-20z"></path>
            <text class="cake__name" x="100" y="90" text-anchor="middle">{name}</text>
            <g hidden=top(0)>
                <path class="cake__candle" d="M62 72V42h7v30zM96 64V32h7v32zM131 72V42h7v30z"></path>
                <path class="cake__flame" d="M65.500 26c6 7 5 13 0 14-5-1-6-7 0-14zM99.500 16c6 7 5 13 0 14-5-1-6-7 0-14zM134.500 26c6 7 5 13 0 14-5-1-6-7 0-14z"></path>
            </g>
            <g hidden=top(1)>
                <path class="cake__berry" d="M56 74c-9-6-7-17 2-17s11 11 2 17zM86 67c-9-6-7-17 2-17s11 11 2 17zM114 67c-9-6-7-17 2-17s11 11 2 17zM144 74c-9-6-7-17 2-17s11 11 2 17z"></path>
                <path class="cake__leaf" d="M53 57l5-6 5 6zM83 50l5-6 5 6zM111 50l5-6 5 6zM141 57l5-6 5 6z"></path>
            </g>
            <g hidden=top(2)>
                <path class="cake__star" d="M60 52l4 8 9 1-6 6 1 9-8-4-8 4 1-9-6-6 9-1zM100 40l4 8 9 1-6 6 1 9-8-4-8 4 1-9-6-6 9-1zM140 52l4 8 9 1-6 6 1 9-8-4-8 4 1-9-6-6 9-1z"></path>
            </g>
        </svg>
    }
    .into_any()
}

/// The cake is designed.
pub fn design(lead: Lead) -> AnyView {
    let cake = move || lead.tour.with(|tour| tour.as_ref().map(|tour| tour.cake.clone()).unwrap_or_default());
    let change = move |change: Box<dyn FnOnce(&mut Cake)>| {
        lead.tour.update(|tour| {
            if let Some(tour) = tour {
                change(&mut tour.cake);
            }
        });
    };
    let sponge = row(
        lead,
        "cake.sponge",
        &Cake::SPONGES,
        move || cake().sponge,
        move |index| change(Box::new(move |cake| cake.sponge = index)),
    );
    let top = row(
        lead,
        "cake.top",
        &Cake::TOPS,
        move || cake().top,
        move |index| change(Box::new(move |cake| cake.top = index)),
    );
    let name = text(move || cake().name);
    let write = entered(move |value| {
        let name: String = value.chars().take(Cake::LETTERS).collect();
        change(Box::new(move |cake| cake.name = name));
    });
    view! {
        <div class="table__pair">
            {drawn(cake)}
            <div class="table__column">
                {sponge}
                {top}
                <label class="table__field">
                    <span class="choice__name">{lead.desk.say("cake.name")}</span>
                    <input class="number-box" type="text" maxlength=Cake::LETTERS.to_string() autocomplete="off" data-test="cake-name" prop:value=name on:input=write />
                </label>
                {done(lead, "cake.done")}
            </div>
        </div>
    }
    .into_any()
}

/// One thing about the cake, with what it can be.
fn row(
    lead: Lead,
    key: &'static str,
    values: &'static [&'static str],
    chosen: impl Fn() -> usize + Copy + Send + Sync + 'static,
    choose: impl Fn(usize) + Copy + 'static,
) -> AnyView {
    let buttons = values.iter().enumerate().map(|(index, value)| {
        let pressed = spoken(flag(move || chosen() == index));
        let name = text(move || lead.desk.text(&format!("{key}.{value}")));
        view! {
            <button class="button table__choice" type="button" aria-pressed=pressed data-cake=*value on:click=press(move || choose(index))>{name}</button>
        }
    });
    view! {
        <div class="table__field" role="group" aria-label=lead.desk.say(key)>
            <span class="choice__name">{lead.desk.say(key)}</span>
            <span class="table__choices">{buttons.collect_view()}</span>
        </div>
    }
    .into_any()
}

/// The cake arrives: as it was designed, or as what it had become in somebody's hand.
pub fn arrival(lead: Lead) -> AnyView {
    let desk = lead.desk;
    // Whether the other way is looked at: what if words had, or had not, been shared.
    let other = RwSignal::new(false);
    let scenario = move || {
        let scenario = lead.tour.with(|tour| tour.as_ref().map(naru_core::story::Tour::scenario).unwrap_or_default());
        let words = match (scenario.words, other.get()) {
            (words, false) => words,
            (Words::Shared, true) => Words::Own,
            (Words::Own, true) => Words::Shared,
        };
        Scenario { words, ..scenario }
    };
    let designed = move || lead.tour.with(|tour| tour.as_ref().map(|tour| tour.cake.clone()).unwrap_or_default());
    let arriving = Memo::new(move |_| {
        let timeline = simulate(&scenario());
        let (cake, event) = designed().arriving(&timeline);
        (cake, event.map(|event| describe::caption(&timeline, &event, desk.language.get())))
    });
    let came = move || arriving.with(|(cake, _)| cake.clone());
    let right = flag(move || arriving.with(|(_, wrong)| wrong.is_none()));
    let verdict = text(move || desk.text(if right.get() { "cake.right" } else { "cake.wrong" }));
    let what_if =
        text(move || desk.text(if scenario().words == Words::Shared { "cake.if.own" } else { "cake.if.shared" }));
    view! {
        <div class="table__cakes" data-right=spoken(right) data-test="arrival">
            <figure class="table__figure">{drawn(designed)}<figcaption>{desk.say("cake.designed")}</figcaption></figure>
            <figure class="table__figure table__figure--came">{drawn(came)}<figcaption>{desk.say("cake.came")}</figcaption></figure>
        </div>
        <p class="table__lamps" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></p>
        <p class="table__verdict" aria-live="polite">{verdict}</p>
        {move || arriving.with(|(_, wrong)| wrong.clone()).map(|sentence| view! {
            <p class="table__why"><b>{desk.say("cake.hand")}</b> {spans(desk, &sentence)}</p>
        })}
        <div class="table__actions">
            <button class="button" type="button" data-test="what-if" on:click=press(move || other.update(|other| *other = !*other))>{what_if}</button>
            {done(lead, "guide.next")}
        </div>
    }
    .into_any()
}
