//! Sheets to print: a poster of the line, all cards, and a sheet to fill in for one's own team.

use super::lead::Lead;
use crate::{
    platform::{after, document},
    ui::wires::{follow, press, text},
};
use leptos::prelude::*;
use naru_core::{
    model::Station,
    session::{Action, Camera},
    story::glossary::TERMS,
    text::{Language, describe},
};

/// A sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The whole line on one page.
    Poster,
    /// Every card.
    Cards,
    /// "My line: where does work wait?"
    MyLine,
}

impl Sheet {
    const ALL: [Self; 3] = [Self::Poster, Self::Cards, Self::MyLine];

    const fn id(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Cards => "cards",
            Self::MyLine => "my-line",
        }
    }
}

/// Milliseconds in which the page lays a sheet, and the harbour steps back.
const LAYS_MS: u64 = 400;
/// Pixels of the width of a page, between its margins: A4 across, at 96 to the inch.
const PAGE_WIDTH: i32 = 1_040;

/// The buttons that print.
pub fn buttons(lead: Lead) -> AnyView {
    let buttons = Sheet::ALL.map(|sheet| {
        let name = text(move || lead.desk.text(&format!("print.{}", sheet.id())));
        view! { <button class="button" type="button" data-sheet=sheet.id() on:click=press(move || print(lead, sheet))>{name}</button> }
    });
    buttons.into_iter().collect_view().into_any()
}

fn print(lead: Lead, sheet: Sheet) {
    lead.listed.set(false);
    lead.sheet.set(Some(sheet));
    lead.desk.act(Action::Pause);
    lead.desk.act(Action::Look(Camera::Line));
    after(LAYS_MS, move || {
        // A browser that cannot print leaves the page as it is.
        let _ = window().print();
        lead.desk.act(Action::Look(Camera::Follow));
    });
}

/// The sheet that was asked for last; it is seen on paper only.
pub fn sheet(lead: Lead) -> AnyView {
    follow(move || {
        if lead.sheet.get().is_some() {
            document::fit_print(".stages", PAGE_WIDTH);
        }
    });
    (move || {
        let language = lead.desk.language.get();
        lead.sheet.get().map(|sheet| {
            let inside = match sheet {
                Sheet::Poster => poster(language),
                Sheet::Cards => cards(language),
                Sheet::MyLine => my_line(language),
            };
            view! { <section class="print" data-print=sheet.id()>{inside}</section> }
        })
    })
    .into_any()
}

/// The term whose card says what a station is.
const fn term_of(station: Station) -> &'static str {
    match station {
        Station::Need => "need",
        Station::Spec => "spec",
        Station::Code => "code",
        Station::Ci => "ci",
        Station::Container => "container",
        Station::Release => "release",
        Station::Operate => "monitoring",
    }
}

fn layer(term: &str, layer: &str, language: Language) -> String {
    language.sentence(&format!("term.{term}.{layer}"), &[]).map(|sentence| sentence.to_string()).unwrap_or_default()
}

fn poster(language: Language) -> AnyView {
    let stations = Station::ALL.map(|station| {
        let term = term_of(station);
        view! {
            <li>
                <h2><span class="dot">{(station.index() + 1).to_string()}</span> {language.text(&format!("station.{}", station.id()))}</h2>
                <p><b>{layer(term, "harbour", language)}</b></p>
                <p>{layer(term, "software", language)}</p>
            </li>
        }
    });
    view! {
        <h1>{language.text("app.tagline")}</h1>
        <ol class="print__line">{stations.into_iter().collect_view()}</ol>
        <p class="print__foot">{language.text("print.foot")}</p>
    }
    .into_any()
}

fn cards(language: Language) -> AnyView {
    let cards = TERMS.map(|id| {
        let engineers = layer(id, "engineers", language);
        view! {
            <li>
                <h2>{describe::term(id, language)}</h2>
                <p><b>{layer(id, "harbour", language)}</b></p>
                <p>{layer(id, "software", language)}</p>
                <p><i>{engineers}</i></p>
            </li>
        }
    });
    view! {
        <h1>{language.text("glossary.title")}</h1>
        <ul class="print__cards">{cards.into_iter().collect_view()}</ul>
    }
    .into_any()
}

fn my_line(language: Language) -> AnyView {
    const COLUMNS: [&str; 4] = ["mine.step", "mine.who", "mine.work", "mine.wait"];
    let head = COLUMNS.map(|key| view! { <th scope="col">{language.text(key)}</th> });
    let rows = Station::ALL.map(|station| {
        view! {
            <tr>
                <th scope="row">{language.text(&format!("station.{}", station.id()))}</th>
                <td></td>
                <td></td>
                <td></td>
            </tr>
        }
    });
    let questions = ["mine.longest", "mine.again", "mine.smaller"]
        .map(|key| view! { <li>{language.text(key)}<span class="print__blank"></span></li> });
    view! {
        <h1>{language.text("mine.title")}</h1>
        <p>{language.text("mine.how")}</p>
        <table class="print__table">
            <thead><tr>{head.into_iter().collect_view()}</tr></thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
        <ol class="print__questions">{questions.into_iter().collect_view()}</ol>
    }
    .into_any()
}
