//! The parts of the dialog: forms, whose story, which size, and how far it is.

use super::{
    offer::{Form, Size},
    reel,
    wishes::{HERE, SCENE, Wishes, Work},
};
use crate::ui::wires::{entered, flag, text};
use leptos::prelude::*;
use naru_core::{
    story::CHAPTERS,
    text::{Arg, describe},
};

/// A form, with what it is good for.
pub fn one(wishes: Wishes, form: Form, hosted: bool) -> AnyView {
    let desk = wishes.desk;
    let [name, help] = form.texts();
    let chosen = flag(move || wishes.form.get() == form);
    let choose = entered(move |id| {
        if let Some(form) = Form::by_id(&id) {
            wishes.form.set(form);
            wishes.size.set(0);
            wishes.work.set(Work::Rests);
        }
    });
    // The single file has only the script that draws.
    let lacking = !hosted && !form.is_still();
    view! {
        <label class="export__form">
            <input type="radio" name="export-form" value=form.id() prop:checked=chosen disabled=lacking on:change=choose />
            <span><b>{desk.say(name)}</b> " " <span class="export__help">{desk.say(help)}</span></span>
        </label>
    }
    .into_any()
}

/// Whose film it is.
pub fn of(wishes: Wishes, works: Memo<bool>) -> AnyView {
    let desk = wishes.desk;
    let away = flag(move || !wishes.form.get().is_film());
    let chosen = text(move || wishes.of.get());
    let untold = flag(move || desk.session.with(|session| reel::tour(session).is_none()));
    let change = entered(move |id| wishes.of.set(id));
    let chapters = CHAPTERS.map(|chapter| {
        let name = text(move || describe::title(chapter, desk.language.get()));
        view! { <option value=chapter.id>{name}</option> }
    });
    view! {
        <label class="choice__row" hidden=away>
            <span>{desk.say("export.of")}</span>
            <select class="select" prop:value=chosen disabled=works on:change=change data-test="export-of">
                <option value=HERE>{desk.say("export.of.here")}</option>
                <option value=SCENE hidden=untold disabled=untold>{desk.say("export.of.scene")}</option>
                {chapters.into_iter().collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// In which size.
pub fn size(wishes: Wishes, works: Memo<bool>) -> AnyView {
    let desk = wishes.desk;
    let change = entered(move |number| {
        if let Ok(number) = number.parse() {
            wishes.size.set(number);
        }
    });
    let options = move || {
        let sizes = wishes.form.get().sizes();
        let option = |(number, (width, height)): (usize, &Size)| {
            let args = [("w", Arg::Name(width.to_string())), ("h", Arg::Name(height.to_string()))];
            let (name, value) = (desk.text_with("export.size.value", &args), number.to_string());
            view! { <option value=value>{name}</option> }
        };
        sizes.iter().enumerate().map(option).collect_view()
    };
    let chosen = text(move || {
        // Other forms have other sizes.
        wishes.form.track();
        wishes.size.get().to_string()
    });
    view! {
        <label class="choice__row">
            <span>{desk.say("export.size")}</span>
            <select class="select" prop:value=chosen disabled=works on:change=change data-test="export-size">{options}</select>
        </label>
    }
    .into_any()
}

/// How many pictures are done.
pub fn progress(wishes: Wishes) -> AnyView {
    let desk = wishes.desk;
    let place = move || match wishes.work.get() {
        Work::Draws(done, all) => (done, all.max(1)),
        _ => (0, 1),
    };
    let said = text(move || {
        let (done, all) = place();
        desk.text_with("export.progress", &[("n", Arg::Number(done)), ("all", Arg::Number(all))])
    });
    view! {
        <label class="export__progress">
            <span>{said}</span>
            <progress prop:value=text(move || place().0.to_string()) max=text(move || place().1.to_string())></progress>
        </label>
    }
    .into_any()
}
