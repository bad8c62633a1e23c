//! The stage with what lies over it; two stages where a run is pinned and the orders cross.

use super::{
    Desk,
    intro::intro,
    notices::notices,
    wires::{flag, text},
};
use crate::{
    painter::{Run, stage},
    parts::{Part, later},
};
use leptos::prelude::*;
use naru_core::{
    model::{Moment, units::WHOLE},
    scene::orders_a_slip,
    text::{Arg, describe},
    time::Show as Told,
};

/// The stage with what lies over it.
pub fn theatre(desk: Desk) -> AnyView {
    // A pinned run is seen beside this one as soon as the release starts: before, there is nothing to compare.
    let beside = flag(move || desk.session.with(|session| session.pinned_place().is_some()));
    let seen = flag(move || desk.seen.get());
    // The picture in words, for those who do not see it: while it plays, as of the last event.
    let event = Memo::new(move |_| desk.moment.with(|moment| moment.event_index));
    let described = text(move || {
        event.track();
        let moment = if desk.playing.get() { desk.moment.get_untracked() } else { desk.moment.get() };
        desk.session.with(|session| describe::stage(&session.show().timeline, &moment, session.language))
    });
    view! {
        <section class="stages" class:stages--two=beside aria-label=desk.say("stage.label")>
            {notices(desk)}
            <p class="unseen" data-test="described">{described}</p>
            <div class="stages__one">
                {stage(desk, Run::Current)}
                {legend(desk, Run::Current, beside)}
                {intro(desk)}
                {later(desk, Part::Ending, seen)}
            </div>
            {move || beside.get().then(|| pinned_stage(desk, beside))}
        </section>
    }
    .into_any()
}

/// The stage of the pinned run; it is there only while it is seen.
fn pinned_stage(desk: Desk, beside: Memo<bool>) -> AnyView {
    view! {
        <div class="stages__one" data-test="pinned-stage">
            {stage(desk, Run::Pinned)}
            {legend(desk, Run::Pinned, beside)}
        </div>
    }
    .into_any()
}

/// What the slips stand for, and how many orders meet which version, while orders cross.
pub fn legend(desk: Desk, run: Run, beside: Memo<bool>) -> AnyView {
    let moment = move |of: fn(&Told, &Moment) -> u64| {
        desk.session.with(|session| match run.show(session) {
            Some((show, _)) if run == Run::Current => desk.counted.with(|moment| of(show, moment)),
            // It goes on with this run's clock.
            Some((show, place)) => desk.counted.with(|_| of(show, &show.at(place))),
            None => 0,
        })
    };
    let before = flag(move || moment(|show, moment| u64::from(moment.minute < show.timeline.release_start)) == 1);
    let new = move || moment(|_, moment| moment.crossing.share.into()) as u16;
    let failed = move || Arg::Number(moment(|_, moment| moment.counts.failed));
    let slip = move || Arg::Number(moment(|show, _| orders_a_slip(show.timeline.scenario.orders)));
    let is_open = flag(move || moment(|_, moment| u64::from(moment.crossing.open)) == 1);
    let is_closed = flag(move || !is_open.get());
    let alone = flag(move || !beside.get());
    let title = text(move || {
        let strategy = desk.session.with(|session| {
            let release = run.show(session).map(|(show, _)| show.timeline.scenario.release);
            Arg::Name(desk.strategy(release.unwrap_or_default()))
        });
        desk.text_with(if run == Run::Pinned { "stage.pinned" } else { "stage.now" }, &[("strategy", strategy)])
    });
    let share = text(move || Arg::Share(new()).show());
    let old = text(move || Arg::Share(WHOLE - new()).show());
    view! {
        <div class="legend" hidden=before>
            <p class="legend__title" hidden=alone>{title}</p>
            // Decoration of figures that stand in words beside it.
            <div class="share" aria-hidden="true">
                <span class="share__old" style:width=old></span>
                <span class="share__new" style:width=share></span>
            </div>
            <p class="legend__closed" hidden=is_open>{desk.say("stage.closed")}</p>
            <p class="legend__sides" hidden=is_closed>
                <span class="legend__side">
                    <span class="key key--old"></span>
                    <span>{desk.say("stage.old")}</span>
                    <b>{old}</b>
                </span>
                <span class="legend__side">
                    <span class="key key--new"></span>
                    <span>{desk.say("stage.new")}</span>
                    <b>{share}</b>
                </span>
            </p>
            <p class="legend__pile">
                <span class="legend__side">
                    <span class="key key--failed"></span>
                    <span>{text(move || desk.text_with("stage.pile", &[("n", failed())]))}</span>
                </span>
                <span class="legend__slip">
                    {text(move || desk.text_with("stage.legend", &[("n", slip())]))}
                </span>
            </p>
        </div>
    }
    .into_any()
}
