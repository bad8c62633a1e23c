//! Calm words about what was not taken as it stood, or what just changed.

use super::{
    Desk,
    wires::{flag, press, text},
};
use leptos::prelude::*;
use naru_core::{
    link::texts,
    session::{Action, Message, Session},
    text::{Arg, describe},
};

/// The message of the session, until it is dismissed.
pub fn notices(desk: Desk) -> AnyView {
    let lines = text(move || {
        let language = desk.language.get();
        let say = |session: &Session| match session.message.as_ref()? {
            Message::Address(notices) => Some(texts(notices, language).join("\n")),
            Message::StoppedBefore { gate } => Some(language.text(&format!("stopped.{}", gate.id()))),
            Message::EnteredEarlier => Some(language.text("entered.earlier")),
            Message::LanguageMissing => Some(language.text("language.missing")),
            Message::WindowRefused => Some(language.text("guide.refused")),
            Message::PartMissing => Some(language.text("part.missing")),
            Message::CardsMissing => Some(language.text("cards.missing")),
            Message::Undone { key } => {
                let choice = Arg::Name(language.text(&format!("choice.{key}")));
                let value = Arg::Name(describe::choice_value(session.scenario(), key, language));
                Some(language.text_with("undo.done", &[("choice", choice), ("value", value)]))
            }
        };
        desk.session.with(say).unwrap_or_default()
    });
    let nothing = flag(move || lines.with(String::is_empty));
    view! {
        <div class="notices" role="status">
            <div class="notice" data-test="notice" hidden=nothing>
                <p class="notice__lines">{lines}</p>
                <button class="button button--quiet" type="button" on:click=press(move || desk.act(Action::Dismiss))>
                    {desk.say("notice.close")}
                </button>
            </div>
        </div>
    }
    .into_any()
}
