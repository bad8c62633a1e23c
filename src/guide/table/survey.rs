//! The year of both harbours beside what real teams answered, with the year of the survey and its caution.

use super::{super::lead::Lead, done};
use crate::ui::wires::text;
use leptos::prelude::*;
use naru_core::{
    model::{
        Assumptions,
        year::{BANDS, BANDS_SOURCE, Harbour, MEASURES, Measure, year},
    },
    text::{Arg, Language, describe},
};

/// What the four measures are called; the year before this calls them the same.
const NAMES: [&str; 4] = ["survey.interval", "year.lead", "year.fail", "year.recovery"];
/// What the harbours are called.
const HARBOURS: [&str; 2] = ["year.before", "year.with"];

/// The measures by harbours and by groups.
pub fn survey(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let heads = NAMES.map(|name| view! { <th scope="col">{desk.say(name)}</th> });
    let ours = Harbour::ALL.into_iter().zip(HARBOURS).map(|(harbour, name)| {
        let figures = StoredValue::new(year(harbour, 1, &Assumptions::default()).figures());
        row(lead, harbour.id(), desk.say(name), text(String::new), move |measure, language| {
            figures.with_value(|figures| describe::survey_computed(figures, measure, language))
        })
    });
    let theirs = BANDS.iter().map(|band| {
        let part = |part: usize| text(move || describe::survey_group(band, desk.language.get())[part].clone());
        row(lead, band.level.id(), part(0), part(1), move |measure, language| {
            describe::survey_answered(band, measure, language)
        })
    });
    let source = move |key: &'static str| {
        text(move || {
            let (name, year) = BANDS_SOURCE;
            desk.text_with(key, &[("name", Arg::Name(name.to_owned())), ("year", Arg::Name(year.to_string()))])
        })
    };
    view! {
        <table class="year survey" data-test="survey">
            <thead>
                <tr>
                    <td></td>
                    {heads}
                </tr>
            </thead>
            <tbody>
                <tr class="survey__head"><th scope="rowgroup" colspan="5">{desk.say("survey.ours")}</th></tr>
                {ours.collect_view()}
            </tbody>
            <tbody>
                <tr class="survey__head"><th scope="rowgroup" colspan="5">{source("survey.theirs")}</th></tr>
                {theirs.collect_view()}
            </tbody>
        </table>
        <p class="table__why year__source" data-test="survey-caution">{source("survey.caution")}</p>
        <div class="table__actions">{done(lead, "guide.next")}</div>
    }
    .into_any()
}

/// What one harbour or group has for each measure. On a narrow screen each figure says what it is of.
fn row(
    lead: Lead,
    id: &'static str,
    name: Memo<String>,
    share: Memo<String>,
    told: impl Fn(Measure, Language) -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let desk = lead.desk;
    let cells = MEASURES.into_iter().zip(NAMES).map(|(measure, of)| {
        view! {
            <td>
                <span class="survey__of" aria-hidden="true">{desk.say(of)}</span>
                {text(move || told(measure, desk.language.get()))}
            </td>
        }
    });
    view! {
        <tr data-group=id>
            <th scope="row">{name} " " <span class="survey__share">{share}</span></th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
