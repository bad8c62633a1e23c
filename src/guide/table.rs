//! The table: a sheet over the stage on which the person does something of their own.

mod bad_one;
mod cake;
mod crew;
mod keys;
mod margin;
mod race;
mod survey;
mod year;

use super::lead::Lead;
use crate::ui::wires::{flag, press, spoken};
use leptos::prelude::*;
use naru_core::story::Table;

/// The table, while a beat asks for one.
pub fn table(lead: Lead) -> AnyView {
    // It is laid when what is told with it could be read.
    let laid = Memo::new(move |_| if lead.rests() { lead.table() } else { None });
    let away = flag(move || laid.get().is_none());
    let there = spoken(flag(move || laid.get().is_some()));
    view! {
        <section class="table" hidden=away data-table=there aria-label=lead.desk.say("guide.table")>
            {move || laid.get().map(|table| match table {
                Table::Cake => cake::design(lead),
                Table::CakeArrives => cake::arrival(lead),
                Table::BadOne => bad_one::search(lead),
                Table::Race => race::race(lead),
                Table::Year => year::board(lead),
                Table::Survey => survey::survey(lead),
                Table::Margin => margin::margin(lead),
                Table::Keys => keys::keys(lead),
                Table::Crew => crew::crew(lead),
            })}
        </section>
    }
    .into_any()
}

/// The way on from the table.
fn done(lead: Lead, key: &'static str) -> AnyView {
    view! {
        <button class="button button--main table__done" type="button" data-test="table-done" on:click=press(move || lead.next())>
            {lead.desk.say(key)}
        </button>
    }
    .into_any()
}
