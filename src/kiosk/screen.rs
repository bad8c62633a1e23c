//! The screen of a kiosk: what is said, in large letters, and three things at most that can be pressed.

use super::{Kiosk, corner};
use crate::{
    platform::document,
    ui::{
        caption,
        wires::{flag, follow, press, spoken, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    kiosk::{
        Control, Door, Guess, Phase, Visit,
        visit::{Amounts, Cue, Reason, Scene},
    },
    text::{Language, Sentence, describe},
};

/// All that the screen depends on; cheap to ask for, where words may need a story to be simulated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    phase: Phase,
    cue: Cue,
    language: Language,
    /// Why it is asked whether somebody is there, and for how many more seconds.
    warning: Option<(Reason, u64)>,
    /// Per cent to which the loop's bet is filled.
    filled: u64,
    guesses: [u64; Guess::ALL.len()],
}

impl Seen {
    /// What the screen of a visit depends on, with today's guesses.
    pub fn of(visit: &Visit, guesses: [u64; Guess::ALL.len()]) -> Self {
        Self {
            phase: visit.phase(),
            cue: visit.cue(),
            language: visit.language(),
            warning: visit.warning().map(|warning| (warning.reason, warning.left_ms.div_ceil(1_000))),
            filled: visit.attract().filled,
            guesses,
        }
    }
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub phase: Phase,
    pub language: Language,
    /// The phase's name, for who does not see it.
    name: String,
    pub said: Sentence,
    controls: Vec<Control>,
    step: Option<String>,
    left: Option<String>,
    /// The scene of the loop, and per cent to which its bet is filled.
    scene: Option<(Scene, u64)>,
    guesses: [u64; Guess::ALL.len()],
}

impl Shown {
    /// What is on the screen of a visit, with today's guesses.
    pub fn of(visit: &Visit, guesses: [u64; Guess::ALL.len()]) -> Self {
        let attract = visit.attract();
        Self {
            phase: visit.phase(),
            language: visit.language(),
            name: visit.name(),
            said: visit.caption(guesses),
            controls: visit.controls(),
            step: visit.step(),
            left: visit.left(),
            scene: (visit.phase() == Phase::Attract).then_some((attract.scene, attract.filled)),
            guesses,
        }
    }
}

/// The screen.
pub fn screen(kiosk: Kiosk) -> AnyView {
    let shown = kiosk.shown;
    let phase = text(move || shown.with(|shown| shown.phase.id().to_owned()));
    follow(move || document::mark("phase", &phase.get()));
    // The pieces are laid anew when the words change, and not with each second that is counted down.
    let said = Memo::new(move |_| shown.with(|shown| shown.said.clone()));
    let quiet = flag(move || said.with(|said| said.spans.is_empty()));
    let step = text(move || shown.with(|shown| shown.step.clone().unwrap_or_default()));
    let left = text(move || shown.with(|shown| shown.left.clone().unwrap_or_default()));
    let stepless = flag(move || step.with(String::is_empty));
    let unwarned = flag(move || left.with(String::is_empty));
    let name = text(move || shown.with(|shown| shown.name.clone()));
    let open = flag(move || kiosk.door.get() != Door::Shut);
    let covered = spoken(open);
    view! {
        <section class="kiosk" aria-label=name data-covered=covered>
            <h1 class="unseen">{name}</h1>
            <div class="kiosk__words">
                <p class="kiosk__step" hidden=stepless data-test="kiosk-step">{step}</p>
                <p class="kiosk__said" aria-live="polite" hidden=quiet data-test="kiosk-said">
                    {move || said.with(|said| caption::spans(kiosk.desk, said))}
                </p>
                <p class="kiosk__left" hidden=unwarned data-test="kiosk-left">{left}</p>
                {bet(kiosk)}
            </div>
            {controls(kiosk)}
        </section>
        {move || open.get().then(|| corner::corner(kiosk))}
    }
    .into_any()
}

/// What can be pressed.
fn controls(kiosk: Kiosk) -> AnyView {
    let list = Memo::new(move |_| kiosk.shown.with(|shown| (shown.controls.clone(), shown.language)));
    follow(move || {
        list.track();
        // Who comes by keys finds the first one under the finger.
        if kiosk.typed.get_untracked() {
            leptos::task::spawn_local(async { document::focus(".kiosk__control") });
        }
    });
    view! {
        <div class="kiosk__controls" role="group">
            {move || {
                let (controls, language) = list.get();
                controls.into_iter().map(|control| one(kiosk, control, language)).collect_view()
            }}
        </div>
    }
    .into_any()
}

fn one(kiosk: Kiosk, control: Control, language: Language) -> AnyView {
    let (label, spoken) = match control {
        Control::Begin(own) => (control.label(language), own),
        _ => (control.label(language), language),
    };
    let quiet = matches!(control, Control::Leave);
    view! {
        <button
            class="button kiosk__control"
            class:button--main=!quiet
            type="button"
            lang=spoken.id()
            data-control=control.id()
            on:click=press(move || kiosk.take(control))
        >
            {label}
        </button>
    }
    .into_any()
}

/// The bet that somebody left half filled, and today's: as lengths, beside the words that say the same.
fn bet(kiosk: Kiosk) -> AnyView {
    let scene = Memo::new(move |_| kiosk.shown.with(|shown| shown.scene.map(|(scene, _)| scene)));
    let unfilled = flag(move || scene.get() != Some(Scene::Bet));
    let none = flag(move || {
        scene.get() != Some(Scene::Guesses) || kiosk.shown.with(|shown| shown.guesses.iter().sum::<u64>() == 0)
    });
    let filled = text(move || kiosk.shown.with(|shown| format!("{}%", shown.scene.map_or(0, |(_, filled)| filled))));
    let amounts = Amounts::new();
    let rows = Guess::ALL.map(|guess| {
        let share = text(move || {
            kiosk.shown.with(|shown| {
                let most = shown.guesses.iter().copied().max().unwrap_or(0).max(1);
                format!("{}%", shown.guesses[guess as usize] * 100 / most)
            })
        });
        let count = text(move || kiosk.shown.with(|shown| describe::grouped(shown.guesses[guess as usize])));
        view! {
            <span>{describe::grouped(amounts.of(guess))}</span>
            <span class="kiosk__bar"><span style:width=share></span></span>
            <b>{count}</b>
        }
    });
    view! {
        <div class="kiosk__pile" hidden=unfilled aria-hidden="true"><span style:width=filled></span></div>
        <div class="kiosk__guesses" hidden=none aria-hidden="true">{rows.into_iter().collect_view()}</div>
    }
    .into_any()
}
