//! What the guide says: the chapter, its words, what it asks, and the ways on and back.

use super::{lead::Lead, light};
use crate::ui::{
    caption::spans,
    icon::{self, icon},
    wires::{flag, heed, press, spoken, text},
};
use leptos::prelude::*;
use naru_core::{
    session::Session,
    story::{Ask, Bet, Tour},
    text::{Arg, describe},
    time::Show,
};

/// What the guide says, below the stage.
pub fn talk(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let silent = flag(move || lead.tour.with(Option::is_none));
    let title = text(move || {
        let language = desk.language.get();
        lead.tour.with(|tour| tour.as_ref().map(|tour| describe::title(tour.chapter(), language))).unwrap_or_default()
    });
    let number = text(move || lead.tour.with(|tour| tour.as_ref().map(number_of).unwrap_or_default()));
    let words = text(move || lead.told().to_string());
    let strayed = flag(move || desk.session.with(Session::strayed));
    let on_course = flag(move || !strayed.get());
    let beat = text(move || {
        lead.tour.with(|tour| {
            tour.as_ref().map(|tour| format!("{}.{}", tour.chapter().id, tour.beat().id)).unwrap_or_default()
        })
    });
    let first = flag(move || !lead.tour.with(|tour| tour.clone().is_some_and(|mut tour| tour.go_back())));
    let waits = flag(move || lead.rests());
    // What is asked has buttons of its own; then the way past it is a quiet one.
    let leads = flag(move || waits.get() && matches!(lead.asks(), Ask::Nothing | Ask::GoOn));
    let asks = spoken(waits);
    view! {
        <section class="talk" hidden=silent aria-label=desk.say("guide.label") data-test="talk" data-beat=beat data-rests=asks>
            <div class="talk__head">
                <span class="dot" aria-hidden="true">{number}</span>
                <h2 class="talk__title">{title}</h2>
                {progress(lead)}
                <button class="button button--quiet talk__close" type="button" data-test="leave" on:click=press(move || lead.leave())>
                    {desk.say("guide.leave")}
                </button>
            </div>
            <div class="talk__said" hidden=strayed>
                {move || reveal(lead)}
                <p class="talk__words" aria-live="polite">{move || {
                    heed(words);
                    spans(desk, &untrack(|| lead.told()))
                }}</p>
                {move || turned(lead)}
                {move || {
                    heed(beat);
                    question(lead)
                }}
            </div>
            <div class="talk__said" hidden=on_course>
                <p class="talk__words">{desk.say("guide.strayed")}</p>
                <div class="talk__options">
                    <button class="button button--main" type="button" data-test="rejoin" on:click=press(move || lead.perform())>
                        {desk.say("guide.rejoin")}
                    </button>
                </div>
            </div>
            <div class="talk__ways">
                <button class="button player__step" type="button" data-test="guide-back" disabled=first aria-label=desk.say("guide.back") title=desk.say("guide.back") on:click=press(move || lead.back())>
                    <span class="glyph glyph--step glyph--back" aria-hidden="true"></span>
                </button>
                {pause(lead)}
                {again(lead)}
                <button class="button talk__next" class:button--main=leads type="button" data-test="guide-next" on:click=press(move || lead.next())>
                    {move || desk.text(if last(lead) { "guide.end" } else { "guide.next" })}
                    <span class="glyph" aria-hidden="true"></span>
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn number_of(tour: &Tour) -> String {
    let place = naru_core::story::CHAPTERS.iter().position(|chapter| chapter.id == tour.chapter().id);
    (place.unwrap_or(0) + 1).to_string()
}

fn last(lead: Lead) -> bool {
    !lead.tour.with(|tour| tour.clone().is_some_and(|mut tour| tour.go_on()))
}

/// How far the chapter is, as dots; for those who do not see it, in words.
fn progress(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let place = move || lead.tour.with(|tour| tour.as_ref().map_or((0, 1), Tour::progress));
    let said = text(move || {
        let (done, all) = place();
        desk.text_with("guide.progress", &[("n", Arg::Number(done as u64 + 1)), ("all", Arg::Number(all as u64))])
    });
    let dots = move || {
        let (done, all) = place();
        (0..all)
            .map(|beat| view! { <i class="bead" class:bead--done=beat < done class:bead--here=beat == done></i> })
            .collect_view()
    };
    view! {
        <p class="beads"><span class="unseen">{said}</span><span class="beads__all" aria-hidden="true">{dots}</span></p>
    }
    .into_any()
}

fn pause(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let idle = flag(move || !desk.session.with(Session::performs));
    let name = text(move || desk.text(if desk.playing.get() || idle.get() { "player.pause" } else { "player.play" }));
    let playing = flag(move || desk.playing.get() || idle.get());
    view! {
        <button class="button player__step" type="button" data-test="guide-pause" disabled=idle aria-label=name title=name on:click=press(move || lead.pause())>
            <span class="glyph" class:glyph--pause=playing aria-hidden="true"></span>
        </button>
    }
    .into_any()
}

/// Has the beat told again.
fn again(lead: Lead) -> AnyView {
    let name = lead.desk.say("guide.again");
    view! {
        <button class="button player__step" type="button" data-test="guide-again" aria-label=name title=name aria-keyshortcuts="Home" on:click=press(move || lead.perform())>
            {icon(|| icon::AGAIN)}
        </button>
    }
    .into_any()
}

/// The guess beside what came, at the beat after a bet.
fn reveal(lead: Lead) -> Option<AnyView> {
    let language = lead.desk.language.get();
    let tour = lead.tour.get()?;
    let bet = tour.bet()?;
    let guess = tour.guessed(bet.id)? as usize;
    // What was guessed is held against the story in which it was asked.
    let mut asked = tour.clone();
    asked.go_back();
    let sentence = describe::reveal(bet, guess, &Show::new(&asked.scenario()), language);
    Some(view! { <p class="talk__reveal" data-test="reveal">{spans(lead.desk, &sentence)}</p> }.into_any())
}

/// The choices that the beat has turned.
fn turned(lead: Lead) -> Option<AnyView> {
    let language = lead.desk.language.get();
    let tour = lead.tour.get()?;
    // Names of choices come with the panel.
    if !lead.desk.seen.get() {
        return None;
    }
    let scenario = tour.scenario();
    let keys = tour.turned();
    if keys.is_empty() || keys.len() > light::MOST {
        return None;
    }
    let chips = keys.into_iter().map(|key| {
        let (name, value) = (language.text(&format!("choice.{key}")), describe::choice_value(&scenario, key, language));
        view! { <li class="turned__one" data-turned=key>{name} ": " <b>{value}</b></li> }
    });
    Some(view! { <ul class="turned" aria-label=lead.desk.text("guide.turned")>{chips.collect_view()}</ul> }.into_any())
}

/// What the person is asked, with what can be answered.
fn question(lead: Lead) -> Option<AnyView> {
    match lead.asks() {
        Ask::Nothing | Ask::GoOn | Ask::Table(_) => None,
        Ask::Bet(bet) => Some(options(
            lead,
            bet.options.len(),
            move |option| text(move || describe::option(bet, option, lead.desk.language.get())),
            move |option| guess(lead, bet, option),
        )),
        Ask::Choose(key, values) => Some(options(
            lead,
            values.len(),
            move |option| {
                let value = values[option];
                text(move || lead.desk.text(&format!("ask.{key}.{value}")))
            },
            move |option| {
                lead.tour.update(|tour| {
                    if let Some(tour) = tour {
                        tour.choose(key, values[option]);
                    }
                });
                lead.next();
            },
        )),
    }
}

fn guess(lead: Lead, bet: &'static Bet, option: usize) {
    lead.tour.update(|tour| {
        if let Some(tour) = tour {
            tour.guess(bet.id, option as u64);
        }
    });
    lead.next();
}

fn options(
    lead: Lead,
    count: usize,
    name: impl Fn(usize) -> Memo<String>,
    does: impl Fn(usize) + Copy + 'static,
) -> AnyView {
    let buttons = (0..count).map(|option| {
        view! {
            <button class="button talk__option" type="button" data-option=option.to_string() on:click=press(move || does(option))>
                {name(option)}
            </button>
        }
    });
    view! { <div class="talk__options" role="group" aria-label=lead.desk.say("guide.options")>{buttons.collect_view()}</div> }.into_any()
}
