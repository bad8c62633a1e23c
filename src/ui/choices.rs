//! The choices: every one of the registry, each with the control that fits its values.

use super::Desk;
use leptos::{ev, prelude::*};
use naru_core::{
    model::{CHOICES, Choice, Values},
    session::{Action, Session},
    text::describe,
};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Choices that are open at first sight; the others are one touch away.
const FIRST: [&str; 6] = ["release", "fault", "severity", "share", "watch", "back"];

/// All choices.
#[component]
pub fn Choices() -> impl IntoView {
    let desk = Desk::here();
    let can_undo = Memo::new(move |_| desk.session.with(Session::can_undo));
    let some = move |first: bool| {
        CHOICES
            .iter()
            .filter(move |choice| FIRST.contains(&choice.key) == first)
            .map(|choice| view! { <Control choice /> })
            .collect_view()
    };
    view! {
        <section class="choices" aria-labelledby="choices-title">
            <div class="panel__head">
                <h2 class="panel__title" id="choices-title">{move || desk.text("panel.choices")}</h2>
                <button
                    class="button button--quiet"
                    type="button"
                    data-test="undo"
                    disabled=move || !can_undo.get()
                    on:click=move |_| desk.act(Action::Undo)
                >
                    {move || desk.text("undo")}
                </button>
            </div>
            {some(true)}
            <details class="more">
                <summary class="more__summary">{move || desk.text("panel.more")}</summary>
                {some(false)}
            </details>
        </section>
    }
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

    fn name(self) -> String {
        self.desk.text(&format!("choice.{}", self.choice.key))
    }

    fn value_name(self, value: &str) -> String {
        self.desk.text(&format!("value.{}.{value}", self.choice.key))
    }

    fn shown(self) -> String {
        describe::choice_value(&self.desk.scenario.get(), self.choice.key, self.desk.language.get())
    }

    fn label_id(self) -> String {
        format!("choice-{}", self.choice.key)
    }

    fn help_id(self) -> String {
        format!("help-{}", self.choice.key)
    }
}

#[component]
fn Control(choice: &'static Choice) -> impl IntoView {
    let desk = Desk::here();
    let value = Memo::new(move |_| desk.scenario.with(|scenario| choice.get(scenario)));
    let knob = Knob { desk, choice, value };
    let matters = Memo::new(move |_| desk.session.with(|session| session.choice_matters(choice.key)));
    let control = match choice.values {
        Values::Names(_) if choice.key == "release" => radios(knob).into_any(),
        Values::Names(names) if names().len() == 2 => switch(knob).into_any(),
        Values::Names(names) => select(knob, names()).into_any(),
        Values::Number { max, .. } if choice.key == "seed" => seed(knob, max).into_any(),
        Values::Number { min, max } => slider(knob, min, max).into_any(),
    };
    view! {
        <div class="choice" data-choice=choice.key data-value=move || value.get() class:choice--idle=move || !matters.get()>
            {control}
            <p class="choice__help" id=knob.help_id()>{move || desk.text(&format!("choice.{}.help", choice.key))}</p>
        </div>
    }
}

fn radios(knob: Knob) -> impl IntoView {
    let Values::Names(names) = knob.choice.values else { return ().into_any() };
    let names = names();
    let all = names.clone();
    // Arrow keys choose, as in any group of radio buttons.
    let keys = move |event: ev::KeyboardEvent| {
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
    };
    view! {
        <h3 class="choice__name" id=knob.label_id()>{move || knob.name()}</h3>
        <div class="segments segments--four" role="radiogroup" aria-labelledby=knob.label_id() on:keydown=keys>
            {names
                .into_iter()
                .map(|name| {
                    let chosen = Memo::new(move |_| knob.value.get() == name);
                    view! {
                        <button
                            class="segment"
                            type="button"
                            role="radio"
                            data-name=name
                            aria-checked=move || chosen.get().to_string()
                            tabindex=move || if chosen.get() { "0" } else { "-1" }
                            on:click=move |_| knob.set(name.to_owned())
                        >
                            <span class="badge" data-kind=name aria-hidden="true"></span>
                            {move || knob.value_name(name)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

fn switch(knob: Knob) -> impl IntoView {
    let Values::Names(names) = knob.choice.values else { return ().into_any() };
    let names = names();
    let (on, off) = (names[0], names[1]);
    let is_on = Memo::new(move |_| knob.value.get() == on);
    view! {
        <button
            class="switch"
            type="button"
            role="switch"
            aria-checked=move || is_on.get().to_string()
            aria-describedby=knob.help_id()
            on:click=move |_| knob.set((if is_on.get_untracked() { off } else { on }).to_owned())
        >
            <span class="choice__name">{move || knob.name()}</span>
            <span class="switch__value">{move || knob.value_name(&knob.value.get())}</span>
            <span class="switch__track" aria-hidden="true"></span>
        </button>
    }
    .into_any()
}

fn select(knob: Knob, names: Vec<&'static str>) -> impl IntoView {
    view! {
        <label class="choice__row">
            <span class="choice__name">{move || knob.name()}</span>
            <select
                class="select"
                aria-describedby=knob.help_id()
                prop:value=move || knob.value.get()
                on:change=move |event| knob.set(event_target_value(&event))
            >
                {names
                    .into_iter()
                    .map(|name| {
                        view! {
                            <option value=name selected=move || knob.value.get() == name>
                                {move || knob.value_name(name)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

fn slider(knob: Knob, min: u64, max: u64) -> impl IntoView {
    view! {
        <label class="choice__slider">
            <span class="choice__row">
                <span class="choice__name">{move || knob.name()}</span>
                <span class="choice__value">{move || knob.shown()}</span>
            </span>
            <input
                class="range"
                type="range"
                min=min
                max=max
                prop:value=move || knob.value.get()
                aria-describedby=knob.help_id()
                aria-valuetext=move || knob.shown()
                on:input=move |event| knob.set(event_target_value(&event))
            />
        </label>
    }
}

fn seed(knob: Knob, max: u64) -> impl IntoView {
    // The next number: another day, but one that can be found again.
    let next = move |_| {
        let seed = knob.value.get_untracked().parse::<u64>().unwrap_or(0);
        knob.set((if seed >= max { 0 } else { seed + 1 }).to_string());
    };
    view! {
        <div class="choice__row">
            <label class="choice__row choice__row--grow">
                <span class="choice__name">{move || knob.name()}</span>
                <input
                    class="number-box"
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=max
                    prop:value=move || knob.value.get()
                    aria-describedby=knob.help_id()
                    on:change=move |event| knob.set(event_target_value(&event))
                />
            </label>
            <button class="button" type="button" on:click=next>
                {move || knob.desk.text("choice.seed.new")}
            </button>
        </div>
    }
}
