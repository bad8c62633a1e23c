//! The panel that writes the lines with which somebody has what is on the screen in a page of their own.

use super::lead::Lead;
use crate::{
    platform::{address, clipboard, document, size::SizeWatch},
    ui::wires::{entered, flag, follow, press, text},
};
use leptos::{html, prelude::*};
use naru_core::{
    link::{Controls, Link, Manners, Pace, Snippet, TextSize, frame_address, snippet},
    model::named::Named,
};

/// The panel.
pub fn embedded(lead: Lead) -> AnyView {
    let desk = lead.desk;
    document::follow_dialog("dialog.embedded", move || lead.embeds.get());
    let open = move || lead.embeds.get().then(|| panel(lead));
    view! {
        <dialog class="card chapters embedded" aria-labelledby="embedded-name" on:close=move |_| lead.embeds.set(false)>
            <div class="card__paper">
                <h2 class="card__name" id="embedded-name">{desk.say("embed.title")}</h2>
                {open}
                <button class="button" type="button" on:click=press(move || lead.embeds.set(false))>{desk.say("card.close")}</button>
            </div>
        </dialog>
    }
    .into_any()
}

/// What it holds while it is open.
fn panel(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let (page, on_disk) = address::page();
    let site = page.strip_suffix("index.html").unwrap_or(&page).to_owned();
    // What is on the screen, in the language and the light in which it is.
    let link = desk.session.with_untracked(|session| Link {
        language: Some(session.language),
        theme: Some(session.theme),
        ..session.link()
    });
    let link = StoredValue::new(link);
    let kind = RwSignal::new(Snippet::Frame);
    let manners = RwSignal::new(Manners { pace: Pace::Step, ..Manners::default() });
    let at = site.clone();
    let lines = text(move || {
        let title = desk.text("app.name");
        link.with_value(|link| snippet(kind.get(), &at, link, &manners.get(), &title))
    });
    let seen = text(move || link.with_value(|link| frame_address(&page, link, &manners.get())));
    let said = RwSignal::new("");
    let copy = press(move || {
        let words = lines.get_untracked();
        leptos::task::spawn_local(async move {
            said.set(if clipboard::copy(words).await { "embed.copied" } else { "embed.by-hand" });
        });
    });
    let news = text(move || if said.get().is_empty() { String::new() } else { desk.text(said.get()) });
    let hosted = flag(move || !on_disk);
    let disk = flag(move || on_disk);
    view! {
        <p>{desk.say("embed.words")}</p>
        <p hidden=move || !disk.get()>{desk.say("embed.disk")}</p>
        <div class="embedded__sheet">
            <div class="embedded__made">
                <div class="embedded__choices">
                    {choice(lead, "kind", Snippet::Frame, move |value| kind.set(value))}
                    {choice(lead, "controls", Controls::Few, move |controls| manners.update(|manners| manners.controls = controls))}
                    {choice(lead, "pace", Pace::Step, move |pace| manners.update(|manners| manners.pace = pace))}
                    {choice(lead, "text", TextSize::Normal, move |size| manners.update(|manners| manners.text = size))}
                </div>
                <label class="table__field">
                    <b>{desk.say("embed.lines")}</b>
                    <textarea class="embedded__lines" rows="6" readonly spellcheck="false" data-test="embed-lines" prop:value=lines></textarea>
                </label>
                <div class="embedded__copy">
                    <button class="button button--main" type="button" data-test="embed-copy" on:click=copy>{desk.say("embed.copy")}</button>
                    <span role="status" data-test="embed-said">{news}</span>
                </div>
            </div>
            <figure class="embedded__preview" hidden=move || !hosted.get()>
                <figcaption class="card__layer">{desk.say("embed.preview")}</figcaption>
                {move || hosted.get().then(|| preview(lead, seen))}
            </figure>
        </div>
    }
    .into_any()
}

/// The frame as it stands on a slide, made as small as there is room for it here.
fn preview(lead: Lead, seen: Memo<String>) -> AnyView {
    let room: NodeRef<html::Div> = NodeRef::new();
    let frame: NodeRef<html::Iframe> = NodeRef::new();
    let scale = RwSignal::new(String::new());
    let watch = StoredValue::new_local(None::<SizeWatch>);
    follow(move || {
        let watched = room.get().zip(frame.get()).and_then(|(room, frame)| {
            let within = room.clone();
            // Both in the same pixels, however large the sheet is shown.
            let ratio = move || format!("scale(calc({} / {}))", within.offset_width(), frame.offset_width().max(1));
            SizeWatch::new(&room, move |_, _| scale.set(ratio()))
        });
        watch.set_value(watched);
    });
    let shrunk = text(move || scale.get());
    view! {
        <div class="embedded__room" node_ref=room>
            <iframe class="embedded__frame" node_ref=frame title=lead.desk.say("embed.preview") src=seen style:transform=shrunk></iframe>
        </div>
    }
    .into_any()
}

/// A choice among the kinds of one manner.
fn choice<T: Named + Send + Sync>(lead: Lead, key: &'static str, usual: T, choose: impl Fn(T) + 'static) -> AnyView {
    let desk = lead.desk;
    let options = T::KINDS.iter().map(|kind| {
        let name = text(move || desk.text(&format!("embed.{key}.{}", kind.name())));
        view! { <option value=kind.name() selected=*kind == usual>{name}</option> }
    });
    let change = entered(move |value| {
        if let Some(kind) = T::by_name(&value) {
            choose(kind);
        }
    });
    view! {
        <label class="table__field">
            <b>{text(move || desk.text(&format!("embed.{key}")))}</b>
            <select class="select" data-embed=key on:change=change>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}
