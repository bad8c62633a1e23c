//! Light on what the story turned: one quiet glow around each control in the panel, which is brought into sight there.

use crate::platform::{after, document};
use leptos::prelude::*;
use web_sys::HtmlElement;

/// So many controls are turned in sight of the person; more of them nobody follows.
pub const MOST: usize = 3;
/// What scrolls, and what in it can be unfolded.
const PANEL: &str = ".panel";
const FOLD: &str = "details";
/// The mark of a control that is lit.
const LIT: &str = "data-lit";
/// Milliseconds for which it is.
const LIT_MS: u64 = 5_000;
/// Controls come over the network: milliseconds until they are looked for again, and how often that is tried.
const AGAIN_MS: u64 = 250;
const TRIES: u32 = 40;

/// The light.
#[derive(Clone, Copy)]
pub struct Light {
    /// Counts what was lit, so that what was meant for an earlier beat leaves a later one alone.
    turn: StoredValue<u32>,
}

impl Light {
    pub fn new() -> Self {
        Self { turn: StoredValue::new(0) }
    }

    /// Lights the controls of these choices, unless there are too many.
    pub fn on(self, keys: Vec<&'static str>) {
        self.off();
        if (1..=MOST).contains(&keys.len()) {
            // The panel unfolds when the show begins, and it may begin with this.
            self.soon(0, keys, TRIES);
        }
    }

    /// Lights nothing any more.
    pub fn off(self) {
        self.turn.update_value(|turn| *turn += 1);
        while let Some(control) = document::find::<HtmlElement>(&format!("[{LIT}]")) {
            // An attribute that was found can be taken away.
            let _ = control.remove_attribute(LIT);
        }
    }

    fn soon(self, ms: u64, keys: Vec<&'static str>, tries: u32) {
        let turn = self.turn.get_value();
        after(ms, move || {
            if self.turn.get_value() == turn {
                self.shine(keys, tries);
            }
        });
    }

    fn shine(self, keys: Vec<&'static str>, tries: u32) {
        let control = |key: &&'static str| document::find::<HtmlElement>(&format!("{PANEL} [data-choice={key}]"));
        let controls: Vec<HtmlElement> = keys.iter().filter_map(control).collect();
        if controls.len() < keys.len() {
            if tries > 0 {
                self.soon(AGAIN_MS, keys, tries - 1);
            }
            return;
        }
        for control in &controls {
            if let Some(fold) = control.closest(FOLD).ok().flatten() {
                // These names are legal ones.
                let _ = fold.set_attribute("open", "");
            }
            let _ = control.set_attribute(LIT, "true");
        }
        if let Some(first) = controls.first() {
            document::show_within(PANEL, first);
        }
        let turn = self.turn.get_value();
        after(LIT_MS, move || {
            if self.turn.get_value() == turn {
                self.off();
            }
        });
    }
}
