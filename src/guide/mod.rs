//! The guide: tells the story, chapter by chapter, on the same stage. A part of the app of its own, which is fetched when
//! somebody first wants it.

mod assumed;
mod chapters;
mod embedded;
mod free;
mod glossary;
mod lead;
mod light;
mod present;
mod print;
mod quiz;
mod table;
mod talk;

use crate::ui::Desk;
use leptos::prelude::*;
use naru_core::story::Tour;

pub use lead::named;

/// What the guide says where a tour stands, for pictures of it.
pub fn told(desk: Desk, tour: RwSignal<Option<Tour>>) -> AnyView {
    talk::talk(lead::Lead::silent(desk, tour))
}

/// What the guide puts on the page: what it says, the table on which things are done, and the list of chapters.
pub fn guide(desk: Desk) -> AnyView {
    let lead = lead::Lead::new(desk);
    view! {
        {talk::talk(lead)}
        {quiz::quiz(lead)}
        {print::sheet(lead)}
        {table::table(lead)}
        {chapters::chapters(lead)}
        {free::free(lead)}
        {glossary::glossary(lead)}
        {assumed::assumed(lead)}
        {embedded::embedded(lead)}
    }
    .into_any()
}
