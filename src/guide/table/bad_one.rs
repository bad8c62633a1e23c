//! Find the bad one: twelve ideas went out together; then the same twelve one by one.

use super::{super::lead::Lead, done};
use crate::ui::wires::{flag, press, text};
use leptos::prelude::*;
use naru_core::{
    model::Scenario,
    story::{Known, Search},
    text::Arg,
    time::Show,
};

/// Ideas that a monthly train takes.
const IDEAS: usize = Search::IDEAS;

/// The search.
pub fn search(lead: Lead) -> AnyView {
    let desk = lead.desk;
    // Which one it is, the story's own chance says.
    let chance = Show::new(
        &lead
            .tour
            .with_untracked(|tour| tour.as_ref().map_or_else(Scenario::default, naru_core::story::Tour::scenario)),
    );
    let search = RwSignal::new(Search::new(IDEAS, chance.timeline.digest()));
    // How many have gone out one by one; none before the search is over.
    let gone = RwSignal::new(0_usize);
    let found = flag(move || search.with(Search::found));
    let open = flag(move || !found.get());
    let single = flag(move || gone.get() == 0);
    let ideas = move || {
        (0..IDEAS)
            .map(|idea| {
                let state = text(move || {
                    let bad = search.with(Search::bad);
                    match gone.get() {
                        0 => search.with(|search| search.ideas()[idea]),
                        sent if idea >= sent => Known::Open,
                        _ if bad == Some(idea) => Known::Bad,
                        _ => Known::Good,
                    }
                    .id()
                    .to_owned()
                });
                let name = text(move || {
                    let state = desk.text(&format!("idea.{}", state.get()));
                    desk.text_with("idea.name", &[("n", Arg::Number(idea as u64 + 1)), ("state", Arg::Name(state))])
                });
                view! {
                    <button class="idea" type="button" data-state=state aria-label=name title=name disabled=found
                        on:click=press(move || search.update(|search| search.attempt(&[idea])))>
                        <span aria-hidden="true">{(idea + 1).to_string()}</span>
                    </button>
                }
            })
            .collect_view()
    };
    let halve = press(move || {
        search.update(|search| {
            let half = search.half();
            search.attempt(&half);
        })
    });
    let said = text(move || {
        let trials = search.with(|search| search.trials);
        let key = match (found.get(), trials) {
            (true, _) => "idea.found",
            (false, 0) => "idea.begin",
            (false, _) => "idea.searching",
        };
        desk.text_with(key, &[("n", Arg::Number(trials))])
    });
    let alone = text(move || {
        if gone.get() == 0 {
            return String::new();
        }
        let bad = search.with(Search::bad).map_or(0, |bad| bad as u64 + 1);
        desk.text_with(
            "idea.alone",
            &[("n", Arg::Number(bad)), ("trials", Arg::Number(search.with(|search| search.trials)))],
        )
    });
    view! {
        <div class="ideas" role="group" aria-label=desk.say("idea.all")>{ideas}</div>
        <p class="table__verdict" aria-live="polite" data-test="search-said">{said}</p>
        <p class="table__why" hidden=single data-test="alone">{alone}</p>
        <div class="table__actions">
            <button class="button button--main" type="button" data-test="halve" hidden=found on:click=halve>{desk.say("idea.half")}</button>
            <button class="button button--main" type="button" data-test="one-by-one" hidden=move || open.get() || !single.get()
                on:click=press(move || gone.set(IDEAS))>{desk.say("idea.single")}</button>
            <span hidden=single>{done(lead, "guide.next")}</span>
        </div>
    }
    .into_any()
}
