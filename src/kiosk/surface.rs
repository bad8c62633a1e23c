//! What the settings make of the screen: sizes of letters and targets, contrast, day and night, and a picture that shifts so that nothing burns in.

use super::{Kiosk, clock};
use crate::platform::document;
use leptos::prelude::*;
use naru_core::{
    kiosk::{
        Settings, Sizes, Visit,
        settings::{Lighting, shift},
    },
    model::named::Named as _,
    session::Action,
};

/// CSS pixels of letters from which on they need most of the screen.
const LARGE: u64 = 64;

/// Sets what stays as it is.
pub fn apply(settings: &Settings) {
    let sizes = Sizes::new(settings);
    for (name, pixels) in [("--kiosk-text", sizes.text), ("--kiosk-touch", sizes.target), ("--kiosk-gap", sizes.gap)] {
        document::measure(name, &format!("{pixels}px"));
    }
    document::mark("letters", if sizes.text > LARGE { "large" } else { "usual" });
    document::mark("contrast", settings.contrast.name());
    document::mark("reach", if settings.low_reach { "low" } else { "all" });
    document::mark("corner", settings.corner.name());
}

/// Shifts the picture, and lets day and night come while nobody is here.
pub fn look(kiosk: Kiosk, now: u64) {
    let settings = kiosk.settings();
    let (right, down) = shift(&settings, now);
    document::measure("--kiosk-right", &format!("{right}px"));
    document::measure("--kiosk-down", &format!("{down}px"));
    let theme =
        if settings.theme == Lighting::Clock { settings.theme_at(clock::minute()) } else { settings.theme_at(0) };
    let other = kiosk.desk.session.with_untracked(|session| session.theme != theme);
    if other && kiosk.with(Visit::may_mend) {
        kiosk.desk.act(Action::Light(theme));
    }
}
