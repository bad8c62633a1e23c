//! Calm words about what was not taken as it stood, or what just changed.

use super::Desk;
use leptos::prelude::*;
use naru_core::{
    session::{Action, Message},
    text::{Arg, describe},
};

/// The message of the session, until it is dismissed.
#[component]
pub fn Notices() -> impl IntoView {
    let desk = Desk::here();
    let message = Memo::new(move |_| desk.session.with(|session| session.message.clone()));
    let lines = move || -> Vec<String> {
        match message.get() {
            None => Vec::new(),
            Some(Message::Address(notices)) => notices.iter().map(|notice| notice.text(desk.language.get())).collect(),
            Some(Message::EnteredEarlier) => vec![desk.text("entered.earlier")],
            Some(Message::Undone { key }) => {
                let choice = Arg::Name(desk.text(&format!("choice.{key}")));
                let value = Arg::Name(describe::choice_value(&desk.scenario.get(), key, desk.language.get()));
                vec![desk.text_with("undo.done", &[("choice", choice), ("value", value)])]
            }
        }
    };
    view! {
        <div class="notices" role="status">
            <Show when=move || message.with(Option::is_some)>
                <div class="notice" data-test="notice">
                    <ul class="notice__lines">
                        {move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                    </ul>
                    <button class="button button--quiet" type="button" on:click=move |_| desk.act(Action::Dismiss)>
                        {move || desk.text("notice.close")}
                    </button>
                </div>
            </Show>
        </div>
    }
}
