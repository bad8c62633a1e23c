//! The choices: every one of the registry, each with the control that fits its values.

use super::{
    Desk,
    wires::{entered, flag, press, spoken, text},
};
use leptos::{ev, prelude::*};
use naru_core::{
    model::{CHOICES, Choice, Values},
    session::{Action, Session},
    text::describe,
};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};

/// Choices that are open at first sight; the others are one touch away.
const FIRST: [&str; 6] = ["release", "fault", "severity", "share", "watch", "back"];

/// All choices.
pub fn choices(desk: Desk) -> AnyView {
    let nothing = flag(move || desk.session.with(|session| !Session::can_undo(session)));
    let some = move |first: bool| {
        let choices = CHOICES.iter().filter(|choice| FIRST.contains(&choice.key) == first);
        choices.map(|choice| control(desk, choice)).collect_view()
    };
    view! {
        <section class="choices" aria-labelledby="choices-title">
            <div class="panel__head">
                <h2 class="panel__title" id="choices-title">{desk.say("panel.choices")}</h2>
                <button
                    class="button button--quiet"
                    type="button"
                    data-test="undo"
                    disabled=nothing
                    on:click=press(move || desk.act(Action::Undo))
                >
                    {desk.say("undo")}
                </button>
            </div>
            {some(true)}
            <details class="more">
                <summary class="more__summary">{desk.say("panel.more")}</summary>
                {some(false)}
            </details>
        </section>
    }
    .into_any()
}

/// What a control needs to know of its choice.
#[derive(Clone, Copy)]
struct Knob {
    desk: Desk,
    choice: &'static Choice,
    value: Memo<String>,
}

impl Knob {
    fn set(self, value: String) {
        self.desk.act(Action::Choose { key: self.choice.key, value });
    }

    fn name(self) -> Memo<String> {
        text(move || self.desk.text(&format!("choice.{}", self.choice.key)))
    }

    fn value_name(self, value: &'static str) -> Memo<String> {
        text(move || self.desk.text(&format!("value.{}.{value}", self.choice.key)))
    }

    /// What is chosen, in words.
    fn shown(self) -> Memo<String> {
        text(move || {
            self.desk
                .session
                .with(|session| describe::choice_value(session.scenario(), self.choice.key, session.language))
        })
    }

    fn is(self, value: &'static str) -> Memo<bool> {
        flag(move || self.value.with(|now| now == value))
    }
}

fn control(desk: Desk, choice: &'static Choice) -> AnyView {
    let value = text(move || desk.session.with(|session| choice.get(session.scenario())));
    let knob = Knob { desk, choice, value };
    let idle = flag(move || desk.session.with(|session| !session.choice_matters(choice.key)));
    let control = match choice.values {
        Values::Names(names) if choice.key == "release" => radios(knob, names()),
        Values::Names(names) => match names()[..] {
            [on, off] => switch(knob, on, off),
            _ => select(knob, names()),
        },
        Values::Number { max, .. } if choice.key == "seed" => seed(knob, max),
        Values::Number { min, max } => slider(knob, min, max),
    };
    let help = text(move || {
        if idle.get() {
            return desk.text("choice.idle");
        }
        desk.text(&format!("choice.{}.help", choice.key))
    });
    view! {
        <div class="choice" data-choice=choice.key data-value=value class:choice--idle=idle>
            {control}
            <p class="choice__help" id=knob.choice.key>{help}</p>
        </div>
    }
    .into_any()
}

fn radios(knob: Knob, names: Vec<&'static str>) -> AnyView {
    let all = names.clone();
    // Arrow keys choose, as in any group of radio buttons.
    let keys: Box<dyn FnMut(ev::KeyboardEvent)> = Box::new(move |event| {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => all.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let now = all.iter().position(|name| *name == knob.value.get_untracked()).unwrap_or(0);
        let next = all[(now + step) % all.len()];
        knob.set(next.to_owned());
        let group = event.current_target().and_then(|group| group.dyn_into::<HtmlElement>().ok());
        let chosen = group.and_then(|group| group.query_selector(&format!("[data-name='{next}']")).ok().flatten());
        if let Some(button) = chosen.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // A button that is in the document takes the focus.
            let _ = button.focus();
        }
    });
    let radio = |name: &'static str| {
        let chosen = knob.is(name);
        let reached = text(move || if chosen.get() { "0" } else { "-1" }.to_owned());
        view! {
            <button
                class="segment"
                type="button"
                role="radio"
                data-name=name
                aria-checked=spoken(chosen)
                tabindex=reached
                on:click=press(move || knob.set(name.to_owned()))
            >
                <span class="badge" data-kind=name aria-hidden="true"></span>
                {knob.value_name(name)}
            </button>
        }
    };
    view! {
        <h3 class="choice__name">{knob.name()}</h3>
        <div class="segments segments--four" role="radiogroup" aria-label=knob.name() on:keydown=keys>
            {names.into_iter().map(radio).collect_view()}
        </div>
    }
    .into_any()
}

fn switch(knob: Knob, on: &'static str, off: &'static str) -> AnyView {
    let is_on = knob.is(on);
    let turn = press(move || knob.set((if is_on.get_untracked() { off } else { on }).to_owned()));
    view! {
        <button
            class="switch"
            type="button"
            role="switch"
            aria-checked=spoken(is_on)
            aria-describedby=knob.choice.key
            on:click=turn
        >
            <span class="choice__name">{knob.name()}</span>
            <span class="switch__value">{knob.shown()}</span>
            <span class="switch__track" aria-hidden="true"></span>
        </button>
    }
    .into_any()
}

fn select(knob: Knob, names: Vec<&'static str>) -> AnyView {
    let options = names
        .into_iter()
        .map(|name| view! { <option value=text(move || name.to_owned())>{knob.value_name(name)}</option> });
    view! {
        <label class="choice__row">
            <span class="choice__name">{knob.name()}</span>
            <select
                class="select"
                aria-describedby=knob.choice.key
                prop:value=knob.value
                on:change=entered(move |value| knob.set(value))
            >
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn slider(knob: Knob, min: u64, max: u64) -> AnyView {
    view! {
        <label class="choice__slider">
            <span class="choice__row">
                <span class="choice__name">{knob.name()}</span>
                <span class="choice__value">{knob.shown()}</span>
            </span>
            <input
                class="range"
                type="range"
                min=text(move || min.to_string())
                max=text(move || max.to_string())
                prop:value=knob.value
                aria-describedby=knob.choice.key
                aria-valuetext=knob.shown()
                on:input=entered(move |value| knob.set(value))
            />
        </label>
    }
    .into_any()
}

fn seed(knob: Knob, max: u64) -> AnyView {
    // The next number: another day, but one that can be found again.
    let next = press(move || {
        let seed = knob.value.get_untracked().parse::<u64>().unwrap_or(0);
        knob.set((if seed >= max { 0 } else { seed + 1 }).to_string());
    });
    let typed: Box<dyn FnMut(ev::Event)> = Box::new(move |event| {
        knob.set(event_target_value(&event));
        // What the story does not take is not left standing.
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value(&knob.value.get_untracked());
        }
    });
    view! {
        <div class="choice__row">
            <label class="choice__row choice__row--grow">
                <span class="choice__name">{knob.name()}</span>
                <input
                    class="number-box"
                    type="number"
                    inputmode="numeric"
                    min=text(|| 0.to_string())
                    max=text(move || max.to_string())
                    prop:value=knob.value
                    aria-describedby=knob.choice.key
                    on:change=typed
                />
            </label>
            <button class="button" type="button" on:click=next>
                {knob.desk.say("choice.seed.new")}
            </button>
        </div>
    }
    .into_any()
}
