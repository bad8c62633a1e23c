//! Keys and doors: how keys are given out, and what stands open when one is lost.

use super::{super::lead::Lead, done};
use crate::ui::wires::{flag, press, spoken, text};
use leptos::prelude::*;
use naru_core::{
    model::{
        Assumptions,
        keys::{Door, Holder, Regime, lose, opens},
        units::MINUTE_SECONDS,
    },
    text::{Arg, describe},
};

/// The keys.
pub fn keys(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let regime = RwSignal::new(Regime::Master);
    let lost: RwSignal<Option<Holder>> = RwSignal::new(None);
    let regimes = Regime::ALL.map(|one| {
        let pressed = spoken(flag(move || regime.get() == one));
        view! {
            <button class="button table__choice" type="button" aria-pressed=pressed data-regime=one.id() on:click=press(move || regime.set(one))>
                {text(move || desk.text(&format!("keys.regime.{}", one.id())))}
            </button>
        }
    });
    let holders = Holder::ALL.map(|one| {
        let pressed = spoken(flag(move || lost.get() == Some(one)));
        view! {
            <button class="button table__choice" type="button" aria-pressed=pressed data-holder=one.id() on:click=press(move || lost.set(Some(one)))>
                {text(move || desk.text(&format!("keys.holder.{}", one.id())))}
            </button>
        }
    });
    let doors = Door::ALL.map(|door| {
        let state = text(move || {
            let open = lost.get().is_some_and(|holder| opens(regime.get(), holder).has(door));
            if open { "open" } else { "shut" }.to_owned()
        });
        let name = text(move || {
            let state = Arg::Name(desk.text(&format!("keys.door.{}", state.get())));
            desk.text_with(
                "keys.door",
                &[("door", Arg::Name(desk.text(&format!("keys.door.{}", door.id())))), ("state", state)],
            )
        });
        view! {
            <li class="door" data-door=door.id() data-state=state>
                <i class="door__leaf" aria-hidden="true"></i>
                <span>{name}</span>
            </li>
        }
    });
    let said = text(move || {
        let language = desk.language.get();
        let Some(holder) = lost.get() else { return language.text("keys.ask") };
        let loss = lose(regime.get(), holder, &Assumptions::default());
        let values = [
            ("doors", Arg::Number(loss.open_doors.count())),
            ("keys", Arg::Number(loss.new_keys)),
            ("minutes", describe::duration(loss.minutes * MINUTE_SECONDS, language)),
        ];
        language.text_with("keys.lost", &values)
    });
    view! {
        <div class="table__field" role="group" aria-label=desk.say("keys.regime")>
            <span class="choice__name">{desk.say("keys.regime")}</span>
            <span class="table__choices">{regimes.into_iter().collect_view()}</span>
        </div>
        <div class="table__field" role="group" aria-label=desk.say("keys.lose")>
            <span class="choice__name">{desk.say("keys.lose")}</span>
            <span class="table__choices">{holders.into_iter().collect_view()}</span>
        </div>
        <ul class="doors" aria-label=desk.say("keys.doors")>{doors.into_iter().collect_view()}</ul>
        <p class="table__verdict" aria-live="polite" data-test="keys-said">{said}</p>
        {done(lead, "guide.next")}
    }
    .into_any()
}
