//! Twelve weeks with one margin: each week is rushed, sent with care, or rested.

use super::{super::lead::Lead, done};
use crate::ui::wires::{flag, press, text};
use leptos::prelude::*;
use naru_core::{
    model::{Scenario, units::WHOLE},
    story::{Margin, Pace},
    text::{Arg, describe},
};

/// The weeks.
pub fn margin(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let weeks = RwSignal::new(Margin::new(&Scenario::default()));
    let over = flag(move || weeks.with(Margin::over));
    let going = flag(move || !over.get());
    let stopped = flag(move || weeks.with(Margin::stopped));
    let share = move || {
        weeks.with(|weeks| (weeks.spent() * u64::from(WHOLE) / weeks.allowed().max(1)).min(u64::from(WHOLE)) as u16)
    };
    let width = text(move || Arg::Share(WHOLE - share()).show());
    let said = text(move || {
        let language = desk.language.get();
        weeks.with(|weeks| {
            let left = weeks.allowed().saturating_sub(weeks.spent());
            let values = [
                ("left", describe::duration(left, language)),
                ("all", describe::duration(weeks.allowed(), language)),
                ("ideas", Arg::Number(weeks.ideas())),
                ("week", Arg::Number((weeks.weeks().len() as u64 + 1).min(Margin::WEEKS as u64))),
            ];
            let key = match (weeks.over(), weeks.stopped()) {
                (true, _) => "margin.over",
                (false, true) => "margin.stopped",
                (false, false) => "margin.week",
            };
            language.text_with(key, &values)
        })
    });
    let bars = move || {
        let language = desk.language.get();
        let line = |(number, week): (usize, Option<naru_core::story::Week>)| {
            let (pace, title) = week.map_or(("open", String::new()), |week| {
                let pace = language.text(&format!("margin.{}", week.pace.id()));
                let values = [
                    ("pace", Arg::Name(pace)),
                    ("n", Arg::Number(number as u64 + 1)),
                    ("ideas", Arg::Number(week.ideas)),
                    ("spent", describe::duration(week.seconds, language)),
                ];
                (week.pace.id(), language.text_with("margin.told", &values))
            });
            let said = title.clone();
            // A week that spends a quarter of all that is allowed is as high as the row.
            let high = week.map_or(0, |week| week.seconds * 400 / weeks.with(Margin::allowed).max(1)).min(100);
            view! {
                <li class="week" data-pace=pace title=title>
                    <span class="unseen">{said}</span>
                    <i class="week__spent" style:height=format!("{high}%") aria-hidden="true"></i>
                    <b aria-hidden="true">{week.map(|week| week.ideas.to_string()).unwrap_or_default()}</b>
                </li>
            }
        };
        let told = weeks.with(|weeks| weeks.weeks().to_vec());
        (0..Margin::WEEKS).map(|number| (number, told.get(number).copied())).map(line).collect_view()
    };
    let paces = Pace::ALL.map(|pace| {
        let blocked = flag(move || stopped.get() && pace != Pace::Rest);
        view! {
            <button class="button" type="button" data-pace=pace.id() disabled=blocked on:click=press(move || weeks.update(|weeks| weeks.week(pace)))>
                {text(move || desk.text(&format!("margin.{}", pace.id())))}
            </button>
        }
    });
    view! {
        <p class="table__verdict" aria-live="polite" data-test="margin-said">{said}</p>
        <div class="margin" aria-hidden="true"><i class="margin__left" style:width=width></i></div>
        <ol class="weeks" aria-label=desk.say("margin.weeks")>{bars}</ol>
        <div class="table__actions" hidden=over>{paces.into_iter().collect_view()}</div>
        <div class="table__actions" hidden=going>
            <button class="button" type="button" data-test="again" on:click=press(move || weeks.set(Margin::new(&Scenario::default())))>{desk.say("table.again")}</button>
            {done(lead, "guide.next")}
        </div>
    }
    .into_any()
}
