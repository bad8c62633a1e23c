//! A talk: while a presenter's window is open, this one is its stage, which has no head and no panel and waits for the clicker.

use crate::{
    platform::{document, messages::Peer},
    ui::{Desk, Leader},
};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use naru_core::{
    link::{Controls, Mode},
    model::named::Named as _,
};

/// Milliseconds between two looks whether the presenter's window is still open: a browser tells nobody.
const LOOK_MS: u32 = 1_000;

/// The talk, if there is one.
#[derive(Clone, Copy)]
pub struct Talk {
    desk: Desk,
    presenter: StoredValue<Option<Peer>, LocalStorage>,
}

impl Talk {
    pub fn new(desk: Desk) -> Self {
        Self { desk, presenter: StoredValue::new_local(None) }
    }

    /// Makes this window the stage of a presenter's, until that one is closed.
    pub fn be_stage_of(self, presenter: &Peer) {
        let was = self.presenter.try_update_value(|known| known.replace(presenter.clone())).flatten();
        if was.is_some() {
            return;
        }
        self.desk.leader.set(Leader::Speaker);
        document::mark("mode", Mode::Embed.name());
        document::mark("controls", Controls::Few.name());
        // What is said of the story belongs to what is shown.
        self.desk.fetch_panel();
        leptos::task::spawn_local(async move {
            while self.presenter.with_value(|presenter| presenter.as_ref().is_some_and(Peer::is_open)) {
                TimeoutFuture::new(LOOK_MS).await;
            }
            self.presenter.set_value(None);
            self.desk.leader.set(Leader::Visitor);
            document::mark("mode", Mode::Page.name());
        });
    }
}
