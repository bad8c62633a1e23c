//! A year in two harbours on one clock: the measures grow as it runs, and the wishes that were met are drawn.

use super::{super::lead::Lead, done};
use crate::{
    platform::frame_clock::FrameClock,
    ui::wires::{flag, follow, press, text},
};
use leptos::prelude::*;
use naru_core::{
    model::{
        Assumptions,
        units::DAY,
        year::{BANDS_SOURCE, Figures, Harbour, YEAR_DAYS, Year, year},
    },
    text::{Arg, Language, describe},
};

/// Milliseconds that the year takes.
const YEAR_MS: u64 = 12_000;
/// Steps of the clock: weeks.
const WEEKS: u64 = YEAR_DAYS / 7;
/// The drawing's size.
const WIDTH: u64 = 520;
const HEIGHT: u64 = 150;

/// A figure of the year: its name in the locales, and how it is read and told.
type Row = (&'static str, fn(&Figures, Language) -> String);

/// Minutes, or that there are none yet.
fn minutes(minutes: Option<u64>, language: Language) -> String {
    minutes.map_or_else(|| language.text("none"), |minutes| describe::span(minutes, language).show())
}

/// Basis points.
fn rate(points: Option<u64>, language: Language) -> String {
    points.map_or_else(
        || language.text("none"),
        |points| Arg::Share(u16::try_from(points / 100 * 100).unwrap_or(u16::MAX)).show(),
    )
}

/// DORA's four measures, and beside them what the business sees.
const ROWS: [Row; 6] = [
    ("year.deployments", |figures, _| describe::grouped(figures.deployments)),
    ("year.lead", |figures, language| minutes(figures.lead_minutes, language)),
    ("year.fail", |figures, language| rate(figures.change_fail_rate, language)),
    ("year.recovery", |figures, language| minutes(figures.recovery_minutes, language)),
    ("year.met", |figures, _| describe::grouped(figures.wishes_met)),
    ("year.lost", |figures, _| describe::grouped(figures.lost_orders)),
];

/// The year.
pub fn board(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let years = StoredValue::new(Harbour::ALL.map(|harbour| year(harbour, 1, &Assumptions::default())));
    // How many wishes each had met at the end of each week.
    let met = StoredValue::new(years.with_value(|years| years.each_ref().map(weekly)));
    let week = RwSignal::new(if desk.still { WEEKS } else { 0 });
    let running = RwSignal::new(!desk.still);
    let passed = StoredValue::new(0_u64);
    let clock = FrameClock::new(move |ms| {
        passed.update_value(|passed| *passed += ms);
        let now = (passed.get_value() * WEEKS / YEAR_MS).min(WEEKS);
        if now != week.get_untracked() {
            week.set(now);
        }
        if now >= WEEKS {
            running.set(false);
        }
    });
    follow(move || if running.get() { clock.start() } else { clock.stop() });
    on_cleanup(move || running.set(false));
    let over = flag(move || week.get() >= WEEKS);
    let going = flag(move || !over.get());
    let figures = Memo::new(move |_| {
        let minute = week.get() * 7 * DAY;
        years.with_value(|years| years.each_ref().map(|year| year.until(minute).figures()))
    });
    let rows = ROWS.map(|(name, told)| {
        let cell =
            move |harbour: usize| text(move || figures.with(|figures| told(&figures[harbour], desk.language.get())));
        view! {
            <tr data-measure=name>
                <th scope="row">{text(move || desk.text(name))}</th>
                <td>{cell(0)}</td>
                <td>{cell(1)}</td>
            </tr>
        }
    });
    let line = move |harbour: usize| {
        text(move || {
            let most = met.with_value(|met| met.iter().flatten().copied().max()).unwrap_or(1).max(1);
            let shown = week.get() as usize;
            let points = met.with_value(|met| {
                let points = met[harbour].iter().take(shown + 1).enumerate();
                points
                    .map(|(week, met)| format!("{} {}", week as u64 * WIDTH / WEEKS, HEIGHT - met * HEIGHT / most))
                    .collect::<Vec<_>>()
            });
            format!("M{}", points.join("L"))
        })
    };
    let source = text(move || {
        desk.text_with(
            "year.source",
            &[("name", Arg::Name(BANDS_SOURCE.0.to_owned())), ("year", Arg::Name(BANDS_SOURCE.1.to_string()))],
        )
    });
    let clock = text(move || desk.text_with("year.week", &[("n", Arg::Number(week.get()))]));
    let skip = press(move || {
        running.set(false);
        week.set(WEEKS);
    });
    view! {
        <p class="race__clock year__clock"><b>{clock}</b></p>
        <table class="year" data-test="year">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col"><i class="year__key year__key--before" aria-hidden="true"></i>{desk.say("year.before")}</th>
                    <th scope="col"><i class="year__key year__key--with" aria-hidden="true"></i>{desk.say("year.with")}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
        <figure class="year__chart">
            <figcaption>{desk.say("year.chart")}</figcaption>
            <svg viewBox=format!("-4 -6 {} {}", WIDTH + 8, HEIGHT + 12) aria-hidden="true" focusable="false">
                <path class="year__ground" d=format!("M0 {HEIGHT}H{WIDTH}")></path>
                <path class="year__line year__line--before" d=line(0)></path>
                <path class="year__line year__line--with" d=line(1)></path>
            </svg>
        </figure>
        <p class="table__why year__source" hidden=going>{source}</p>
        <div class="table__actions">
            <button class="button" type="button" data-test="to-the-end" hidden=over on:click=skip>{desk.say("year.end")}</button>
            <span hidden=going>{done(lead, "guide.next")}</span>
        </div>
    }
    .into_any()
}

/// Wishes met by the end of each week, from the beginning on.
fn weekly(year: &Year) -> Vec<u64> {
    (0..=WEEKS).map(|week| year.until(week * 7 * DAY).figures().wishes_met).collect()
}
