//! The controls of choices, each for one kind of values.

use super::{
    super::{
        badge::badge,
        wires::{entered, flag, press, spoken, text},
    },
    Knob,
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};

/// One of a few ways that are worth a comparison: all of them are in sight.
pub(super) fn radios(knob: Knob, names: Vec<&'static str>) -> AnyView {
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
                class="way"
                type="button"
                role="radio"
                data-name=name
                aria-checked=spoken(chosen)
                tabindex=reached
                on:click=press(move || knob.set(name.to_owned()))
            >
                {badge(name)}
                <span class="way__name">{knob.value_name(name)}</span>
                <span class="way__line">{text(move || knob.desk.text(&format!("way.{name}")))}</span>
            </button>
        }
    };
    view! {
        <h3 class="choice__name">{knob.name()}</h3>
        <div class="ways" role="radiogroup" aria-label=knob.name() on:keydown=keys>
            {names.into_iter().map(radio).collect_view()}
        </div>
    }
    .into_any()
}

/// Something that is on or off.
pub(super) fn switch(knob: Knob, on: &'static str, off: &'static str) -> AnyView {
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

/// One of some values. What an address asked for, and is none of them, stands beside them as long as it is chosen.
pub(super) fn select(knob: Knob, values: Vec<&'static str>) -> AnyView {
    let listed = values.clone();
    let other = flag(move || !listed.contains(&knob.value.get().as_str()));
    let options = values.into_iter().map(|value| {
        view! {
            <option value=text(move || value.to_owned()) prop:selected=knob.is(value)>
                {knob.value_name(value)}
            </option>
        }
    });
    let asked = move || {
        other.get().then(|| {
            view! {
                <option value=knob.value prop:selected=other>
                    {knob.shown()}
                </option>
            }
            .into_any()
        })
    };
    view! {
        <label class="choice__row">
            <span class="choice__name">{knob.name()}</span>
            <select class="select" aria-describedby=knob.choice.key on:change=entered(move |value| knob.set(value))>
                {options.collect_view()}
                {asked}
            </select>
        </label>
    }
    .into_any()
}

/// A number within bounds. A value between two steps, or beyond the bounds, is said in words and kept until the slider moves.
pub(super) fn slider(knob: Knob, [min, max, step]: [String; 3]) -> AnyView {
    view! {
        <label class="choice__slider">
            <span class="choice__row">
                <span class="choice__name">{knob.name()}</span>
                <span class="choice__value">{knob.shown()}</span>
            </span>
            <input
                class="range"
                type="range"
                min=text(move || min.clone())
                max=text(move || max.clone())
                step=text(move || step.clone())
                prop:value=knob.value
                aria-describedby=knob.choice.key
                aria-valuetext=knob.shown()
                on:input=entered(move |value| knob.set(value))
            />
        </label>
    }
    .into_any()
}

/// A number that is typed, or the next one.
pub(super) fn seed(knob: Knob, max: u64) -> AnyView {
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
