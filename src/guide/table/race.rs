//! 600 or 30: a pile of slips is stacked as a bet; then one fault crosses four ways on one clock, and slips pile up.

use super::{super::lead::Lead, done};
use crate::{
    platform::{after, document, frame_clock::FrameClock},
    ui::{
        badge::badge,
        wires::{entered, flag, follow, press, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    model::{Counts, Release, timeline::MILLI},
    story::{Race, Tour},
    text::{Arg, describe},
};

/// The bet's name.
const BET: &str = "pile";
/// Orders that one slip stands for.
const A_SLIP: u64 = 10;
/// The greatest pile that can be stacked, and the first one, in orders.
const MOST: u64 = 1_500;
const FIRST: u64 = 100;
/// Thousandths of a minute of the story that pass in a millisecond.
const PACE: u64 = 2;
/// Milliseconds from one picture of the piles to the next.
const STEP_MS: u64 = 100;

/// The bet and the race.
pub fn race(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let scenario = lead.tour.with_untracked(|tour| tour.as_ref().map(Tour::scenario).unwrap_or_default());
    let race = StoredValue::new(Race::new(&scenario));
    let length = race.with_value(Race::length);
    let instant = RwSignal::new(0_u64);
    let running = RwSignal::new(false);
    let over = flag(move || instant.get() >= length);
    let guess = RwSignal::new(FIRST);
    let waiting = flag(move || !running.get() && !over.get());
    let betted = flag(move || !waiting.get());
    run(desk.still, instant, running, length);
    let start = press(move || {
        lead.tour.update(|tour| {
            if let Some(tour) = tour {
                tour.guess(BET, guess.get_untracked());
            }
        });
        running.set(true);
        // It takes the bet's place, which may have been further down.
        after(0, || document::bring("[data-test=race-board]"));
    });
    let clock = text(move || desk.text_with("race.clock", &[("n", Arg::Number(instant.get() / MILLI))]));
    let stacked = text(move || desk.text_with("race.guess", &[("n", Arg::Number(guess.get()))]));
    let ways = Release::all().map(|release| way(lead, race, release, instant)).collect_view();
    let end = text(move || {
        let failed = |id: &str| race.with_value(|race| Release::by_id(id).map_or(0, |release| race.failed(release)));
        let values = [
            ("guess", Arg::Number(guess.get())),
            ("all", Arg::Number(failed("all-at-once"))),
            ("canary", Arg::Number(failed("canary"))),
        ];
        desk.text_with("race.end", &values)
    });
    view! {
        <div class="bet" hidden=betted data-test="bet">
            <p class="table__verdict">{desk.say("race.question")}</p>
            <div class="pile pile--bet" aria-hidden="true">{pile(move || guess.get() / A_SLIP)}</div>
            <label class="table__field">
                <span class="choice__name">{stacked}</span>
                <input type="range" min="0" max=MOST.to_string() step=A_SLIP.to_string() data-test="stack" prop:value=text(move || guess.get().to_string())
                    on:input=entered(move |value| if let Ok(orders) = value.parse() { guess.set(orders) }) />
            </label>
            <button class="button button--main" type="button" data-test="race" on:click=start>{desk.say("race.start")}</button>
        </div>
        <div class="race" hidden=waiting data-test="race-board">
            <p class="race__clock"><b>{clock}</b> <span>{desk.text_with("race.slip", &[("n", Arg::Number(A_SLIP))])}</span></p>
            {ways}
            <div class="race__end" hidden=move || !over.get() aria-live="polite">
                <p class="table__why" data-test="race-end">{end}</p>
                {done(lead, "guide.next")}
            </div>
        </div>
    }
    .into_any()
}

/// Lets the clock run; in steps of some minutes where less motion is wished for.
fn run(still: bool, instant: RwSignal<u64>, running: RwSignal<bool>, length: u64) {
    /// Milliseconds for which each still picture stays.
    const STILL_MS: u64 = 1_500;
    let step = if still { STILL_MS } else { STEP_MS };
    let passed = StoredValue::new(0_u64);
    let clock = FrameClock::new(move |ms| {
        let before = passed.get_value();
        passed.set_value(before + ms);
        if before / step != (before + ms) / step {
            let now = ((before + ms) * PACE).min(length);
            instant.set(now);
            if now >= length {
                running.set(false);
            }
        }
    });
    follow(move || if running.get() { clock.start() } else { clock.stop() });
}

/// One way to cross: its name, its pile, and the figure.
fn way(lead: Lead, race: StoredValue<Race>, release: Release, instant: RwSignal<u64>) -> AnyView {
    let counts = Memo::new(move |_| {
        let instant = instant.get();
        race.with_value(|race| {
            race.at(instant).find(|(way, _)| *way == release).map_or_else(Counts::default, |(_, counts)| counts)
        })
    });
    let failed = text(move || describe::grouped(counts.get().failed));
    let turned = text(move || {
        let turned = counts.get().turned_away;
        if turned == 0 { String::new() } else { lead.desk.text_with("race.turned", &[("n", Arg::Number(turned))]) }
    });
    view! {
        <div class="race__way" data-race=release.id()>
            {badge(release.id())}
            <p class="race__name">{text(move || lead.desk.strategy(release))}</p>
            <div class="pile" aria-hidden="true">{pile(move || counts.get().failed.div_ceil(A_SLIP))}</div>
            <p class="race__figure"><b data-test="race-failed">{failed}</b> <span class="race__turned">{turned}</span></p>
        </div>
    }
    .into_any()
}

/// A pile of slips, as wide as it is many.
fn pile(slips: impl Fn() -> u64 + Copy + Send + Sync + 'static) -> AnyView {
    let width = text(move || format!("{}", slips()));
    view! { <span class="pile__slips" style:--slips=width></span> }.into_any()
}
