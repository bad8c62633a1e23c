//! The choices: every one of the registry, each with the control that fits its values.

mod controls;

use super::{
    Desk,
    icon::{self, icon},
    wires::{flag, press, text},
};
use crate::parts::{Part, later};
use controls::{radios, seed, select, slider, switch};
use leptos::prelude::*;
use naru_core::{
    model::{CHOICES, Choice, Station, Values},
    session::{Action, Session},
    text::describe,
};

/// Choices that are open at first sight; the others are one touch away.
const FIRST: [&str; 6] = ["release", "fault", "severity", "share", "watch", "back"];

/// The one that is there before the others.
const RELEASE: &str = "release";

/// What the slider of the canary's first share can be set to, in per cent: the smallest, the greatest, and a step.
const SHARES: [&str; 3] = ["0.5", "50", "0.5"];

/// All choices; `unfolded` is set by whoever wants to see them before the show begins, `seen` says that all can be seen. At first
/// the way to cross is the only one.
pub fn choices(desk: Desk, unfolded: RwSignal<bool>, seen: Memo<bool>) -> AnyView {
    let nothing = flag(move || desk.session.with(|session| !Session::can_undo(session)));
    let release = CHOICES.iter().find(|choice| choice.key == RELEASE).map(|choice| with_help(desk, choice, ways));
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
                    {icon(|| icon::BACK)}
                    {desk.say("undo")}
                </button>
            </div>
            <p class="choices__invite">{desk.say("panel.invite")}</p>
            {release}
            {later(desk, Part::Choices, seen)}
            <details class="more">
                <summary class="more__summary" on:click=press(move || unfolded.set(true))>
                    {desk.say("panel.more")}
                </summary>
                {later(desk, Part::MoreChoices, seen)}
            </details>
        </section>
    }
    .into_any()
}

/// The choices that are seen at once beside the way to cross.
pub fn first_choices(desk: Desk) -> AnyView {
    let first = CHOICES.iter().filter(|choice| choice.key != RELEASE && FIRST.contains(&choice.key));
    first.map(|choice| control(desk, choice)).collect_view().into_any()
}

/// All others, by their stations.
pub fn more_choices(desk: Desk) -> AnyView {
    Station::ALL.into_iter().filter_map(|station| group(desk, station)).collect_view().into_any()
}

/// The other choices of a station, under its name.
fn group(desk: Desk, station: Station) -> Option<AnyView> {
    let others = CHOICES.iter().filter(|choice| choice.station == station && !FIRST.contains(&choice.key));
    let controls: Vec<AnyView> = others.map(|choice| control(desk, choice)).collect();
    if controls.is_empty() {
        return None;
    }
    let name = move || text(move || desk.text(&format!("station.{}", station.id())));
    let group = view! {
        <div class="group" role="group" data-group=station.id() aria-label=name()>
            <h3 class="group__name">{name()}</h3>
            {controls}
        </div>
    };
    Some(group.into_any())
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
        text(move || describe::value(self.choice.key, value, self.desk.language.get()))
    }

    /// What is chosen, in words.
    fn shown(self) -> Memo<String> {
        text(move || describe::value(self.choice.key, &self.value.get(), self.desk.language.get()))
    }

    fn is(self, value: &'static str) -> Memo<bool> {
        flag(move || self.value.with(|now| now == value))
    }
}

fn control(desk: Desk, choice: &'static Choice) -> AnyView {
    with_help(desk, choice, |knob| match knob.choice.values {
        Values::Names(names) => match names()[..] {
            // What is off by default says so first.
            ["off", on] => switch(knob, on, "off"),
            [on, off] => switch(knob, on, off),
            _ => select(knob, names()),
        },
        Values::Number { max, .. } if knob.choice.key == "seed" => seed(knob, max),
        Values::Number { min, max } => slider(knob, [min.to_string(), max.to_string(), "1".to_owned()]),
        Values::Written { .. } if knob.choice.key == "share" => slider(knob, SHARES.map(str::to_owned)),
        Values::Written { examples, .. } => select(knob, examples.to_vec()),
    })
}

/// The ways to cross.
fn ways(knob: Knob) -> AnyView {
    match knob.choice.values {
        Values::Names(names) => radios(knob, names()),
        _ => ().into_any(),
    }
}

/// A choice with its control, and a sentence that helps.
fn with_help(desk: Desk, choice: &'static Choice, control: fn(Knob) -> AnyView) -> AnyView {
    let value = text(move || desk.session.with(|session| choice.get(session.scenario())));
    let knob = Knob { desk, choice, value };
    let idle = flag(move || desk.session.with(|session| !session.choice_matters(choice.key)));
    let control = control(knob);
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
