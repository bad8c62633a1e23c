//! Work is moved between crews: how many people keep the workshop, and what a year comes to.

use super::{super::lead::Lead, done};
use crate::ui::wires::{entered, text};
use leptos::prelude::*;
use naru_core::{
    model::{
        Assumptions,
        crew::{Crew, CrewYear, crew_year},
    },
    story::PEOPLE,
    text::Arg,
};

/// The drawing's size.
const WIDTH: u64 = 520;
const HEIGHT: u64 = 120;

/// The crew.
pub fn crew(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let years = StoredValue::new(
        (0..PEOPLE)
            .map(|engineers| crew_year(Crew::new(PEOPLE, engineers), &Assumptions::default()))
            .collect::<Vec<CrewYear>>(),
    );
    let engineers = RwSignal::new(0_u64);
    let with_year = move |told: &dyn Fn(&CrewYear) -> String| {
        years.with_value(|years| years.get(engineers.get() as usize).map(told).unwrap_or_default())
    };
    let people = move || {
        (0..PEOPLE)
            .map(|person| {
                let keeps = person >= PEOPLE - engineers.get();
                view! { <i class="person" class:person--keeps=keeps></i> }
            })
            .collect_view()
    };
    let split = text(move || {
        let keeps = engineers.get();
        desk.text_with("crew.split", &[("n", Arg::Number(PEOPLE - keeps)), ("keeps", Arg::Number(keeps))])
    });
    let said = text(move || {
        let language = desk.language.get();
        with_year(&|year| {
            let values = [
                ("met", Arg::Number(year.met)),
                ("heard", Arg::Number(year.heard)),
                ("weeks", Arg::Tenths(year.average_tenths())),
                ("hours", Arg::Number(year.upkeep_hours())),
            ];
            language.text_with("crew.year", &values)
        })
    });
    let best = text(move || {
        let language = desk.language.get();
        let least = years.with_value(|years| years.iter().map(|year| year.wish_weeks).min());
        with_year(&|year| language.text(if Some(year.wish_weeks) == least { "crew.best" } else { "crew.other" }))
    });
    // The same scale for every split, so that they can be held against each other.
    let most = years
        .with_value(|years| years.iter().flat_map(|year| &year.weeks).map(|week| week.wishes_waiting).max())
        .unwrap_or(1)
        .max(1);
    let line = text(move || {
        with_year(&|year| {
            let weeks = year.weeks.len().max(1) as u64;
            let points = year.weeks.iter().zip(1..).map(|(week, number)| {
                format!("L{} {}", number * WIDTH / weeks, HEIGHT - week.wishes_waiting * HEIGHT / most)
            });
            format!("M0 {HEIGHT}{}", points.collect::<String>())
        })
    });
    view! {
        <div class="people" aria-hidden="true">{people}</div>
        <label class="table__field bet">
            <span class="choice__name">{split}</span>
            <input type="range" min="0" max=(PEOPLE - 1).to_string() step="1" data-test="crew-split" prop:value=text(move || engineers.get().to_string())
                on:input=entered(move |value| if let Ok(keeps) = value.parse() { engineers.set(keeps) }) />
        </label>
        <figure class="year__chart">
            <figcaption>{desk.say("crew.chart")}</figcaption>
            <svg viewBox=format!("-4 -6 {} {}", WIDTH + 8, HEIGHT + 12) aria-hidden="true" focusable="false">
                <path class="year__ground" d=format!("M0 {HEIGHT}H{WIDTH}")></path>
                <path class="year__line year__line--before" d=line></path>
            </svg>
        </figure>
        <p class="table__verdict" aria-live="polite" data-test="crew-said">{said}</p>
        <p class="table__why">{best}</p>
        {done(lead, "guide.next")}
    }
    .into_any()
}
