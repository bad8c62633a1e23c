//! To take along: pictures, films and a deck, made in the browser. A part of the app of its own, which is fetched when somebody
//! wants it; the script that draws and packs (`public/export/`) is fetched when they say what.

mod offer;
mod parts;
mod reel;
mod scene;
mod studio;
mod wishes;

use crate::{
    platform::{document, larder},
    ui::{
        Desk,
        wires::{flag, follow, press, text},
    },
};
use leptos::prelude::*;
use naru_core::session::{Action, Session};
use offer::{Form, Size};
use wishes::{HERE, Wishes, Work};

/// The moment of a session as a frame of this size shows it, as SVG that stands alone.
pub async fn picture(session: &Session, size: Size, still: bool) -> Option<String> {
    studio::picture(session, size, still).await.ok()
}

/// The dialog.
pub fn dialog(desk: Desk) -> AnyView {
    let wishes = Wishes::new(desk);
    document::follow_dialog("dialog.export", move || desk.exports.get());
    follow(move || {
        if desk.exports.get() {
            wishes.work.set(Work::Rests);
            let told = desk.session.with_untracked(|session| reel::tour(session).map(|tour| tour.chapter().id));
            wishes.of.set(told.unwrap_or(HERE).to_owned());
            // The moment that is seen is the one that is taken.
            desk.act(Action::Pause);
        }
    });
    let close = move || {
        wishes.off.set_value(true);
        desk.exports.set(false);
    };
    let works = flag(move || wishes.works());
    let rests = flag(move || !works.get());
    let hosted = larder::is_hosted();
    view! {
        <dialog class="card export" aria-labelledby="export-name" on:close=move |_| close()>
            <div class="card__paper">
                <h2 class="card__name" id="export-name">{desk.say("export.title")}</h2>
                <p>{desk.say("export.here")}</p>
                <fieldset class="export__forms" disabled=works>
                    <legend class="card__layer">{desk.say("export.what")}</legend>
                    {Form::ALL.into_iter().map(|form| parts::one(wishes, form, hosted)).collect_view()}
                </fieldset>
                <p class="export__hosted" hidden=hosted>{desk.say("export.hosted")}</p>
                {parts::of(wishes, works)}
                {parts::size(wishes, works)}
                // However long the sheet is, what comes of it is in sight.
                <div class="export__foot">
                <p data-test="export-about">{text(move || wishes.about())}</p>
                <div class="export__work" hidden=rests>
                    {parts::progress(wishes)}
                    <button class="button" type="button" data-test="export-cancel" on:click=press(move || wishes.off.set_value(true))>
                        {desk.say("export.cancel")}
                    </button>
                </div>
                <p class="export__said" role="status" data-test="export-said">{text(move || wishes.said())}</p>
                <div class="export__ways">
                    <button class="button button--main" type="button" data-test="export-make" disabled=works on:click=press(move || wishes.make())>
                        {desk.say("export.make")}
                    </button>
                    <button class="button" type="button" data-test="export-close" on:click=press(close)>{desk.say("card.close")}</button>
                </div>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}
