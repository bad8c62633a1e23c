//! Hands and keys at a kiosk. They keep the visit going, open the staff corner, and find no way out: no menu, no selection, no zoom, no
//! link, no shortcut of the browser. What the system's own gestures can do is for the system to forbid; `docs/kiosk.md` says how.

use super::Kiosk;
use leptos::prelude::*;
use naru_core::kiosk::{Recovery, Visit, settings::Corner};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{
    AddEventListenerOptions, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent,
};

/// Sides of the corner's square, in CSS pixels: a hand's breadth on any screen, and not so much that it is hit by chance.
const CORNER: f64 = 120.0;
/// Events that lead out of the story: the menu, selecting, dragging, zooming.
const FORBIDDEN: [&str; 6] = ["contextmenu", "selectstart", "dragstart", "gesturestart", "auxclick", "drop"];
/// Keys that a keypad has, with those that move between controls.
const BACK: [&str; 2] = ["ArrowLeft", "ArrowUp"];
const ON: [&str; 2] = ["ArrowRight", "ArrowDown"];
/// What can be used by keys.
const CONTROLS: &str = "button, select, input, textarea, summary, [tabindex='0']";
/// Controls that need the arrows themselves.
const OWN_ARROWS: &str = "input, select, textarea, [role=radio]";

/// Listens for hands and keys. The page's whole life long.
pub fn listen(kiosk: Kiosk) {
    for name in FORBIDDEN {
        on(name, |event| event.prevent_default());
    }
    on("pointerdown", move |event| {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
        kiosk.typed.set(false);
        let within = is_in_corner(kiosk, pointer);
        kiosk.turn(|staff, now| if within { staff.press(now) } else { staff.touch(now) });
        kiosk.change(Visit::press);
    });
    for name in ["pointerup", "pointercancel"] {
        on(name, move |_| {
            kiosk.turn(|staff, _| staff.release());
            kiosk.change(Visit::release);
        });
    }
    // Styles alone leave a moment in which two fingers zoom: while the page is busy, the browser does not know them yet.
    for name in ["touchstart", "touchmove"] {
        on(name, |event| {
            let fingers = event.dyn_ref::<TouchEvent>().map_or(0, |touch| touch.touches().length());
            if fingers > 1 && event.cancelable() {
                event.prevent_default();
            }
        });
    }
    on("pointermove", move |event| {
        if event.dyn_ref::<PointerEvent>().is_some_and(|pointer| !is_in_corner(kiosk, pointer)) {
            kiosk.turn(|staff, _| staff.release());
        }
    });
    on("wheel", move |event| {
        // With this key held, and from a touch pad's pinch, it zooms.
        if event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::ctrl_key) {
            event.prevent_default();
        }
        kiosk.change(Visit::touch);
    });
    on("click", |event| {
        // What this page does by itself is no hand.
        if !event.is_trusted() {
            return;
        }
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if link.is_some_and(|element| element.closest("a[href]").ok().flatten().is_some()) {
            event.prevent_default();
        }
    });
    on("keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            press(kiosk, key);
        }
    });
    // A newer version is here. It takes this one's place when nobody is there, and nobody is told.
    on("naru-update", |event| event.prevent_default());
    // A canvas that lost its memory draws nothing any more.
    on("contextlost", move |_| kiosk.keeper.sick(Recovery::Canvas));
}

fn on(name: &str, does: impl Fn(&Event) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |event: Event| does(&event));
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(false);
    // A window takes every kind of listener.
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        name,
        call.as_ref().unchecked_ref(),
        &options,
    );
    call.forget();
}

fn is_in_corner(kiosk: Kiosk, pointer: &PointerEvent) -> bool {
    let (left, top) = (f64::from(pointer.client_x()) < CORNER, f64::from(pointer.client_y()) < CORNER);
    let (width, height) = crate::platform::document::size();
    let (right, bottom) = (
        f64::from(pointer.client_x()) > f64::from(width) - CORNER,
        f64::from(pointer.client_y()) > f64::from(height) - CORNER,
    );
    match kiosk.with(|visit| visit.settings().corner) {
        Corner::TopLeft => top && left,
        Corner::TopRight => top && right,
        Corner::BottomLeft => bottom && left,
        Corner::BottomRight => bottom && right,
    }
}

/// A key: arrows go from control to control, and whatever a browser would do with it by itself is left out.
fn press(kiosk: Kiosk, event: &KeyboardEvent) {
    kiosk.typed.set(true);
    kiosk.change(Visit::touch);
    let key = event.key();
    let shortcut = event.ctrl_key() || event.alt_key() || event.meta_key();
    let function = key.len() > 1 && key.starts_with('F') && key[1..].chars().all(|digit| digit.is_ascii_digit());
    let arrow = BACK.contains(&key.as_str()) || ON.contains(&key.as_str());
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let own = target.is_some_and(|element| element.matches(OWN_ARROWS).unwrap_or(false));
    if shortcut || function || key == "Escape" {
        event.prevent_default();
        event.stop_propagation();
    } else if arrow && !own {
        event.prevent_default();
        event.stop_propagation();
        step(ON.contains(&key.as_str()));
    }
}

/// Moves the focus to the next control that can be seen, or to the one before; after the last one comes the first.
fn step(forward: bool) {
    let Ok(found) = document().query_selector_all(CONTROLS) else { return };
    let seen: Vec<HtmlElement> = (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok())
        // What is not laid out has no box.
        .filter(|element| element.get_client_rects().length() > 0 && !element.has_attribute("disabled"))
        .filter(|element| element.closest("[inert]").ok().flatten().is_none())
        .collect();
    let here = document().active_element();
    let place = seen.iter().position(|element| here.as_deref() == Some(element.as_ref() as &Element));
    let next = match (place, forward) {
        (None, true) => 0,
        (None, false) => seen.len().saturating_sub(1),
        (Some(place), true) => (place + 1) % seen.len().max(1),
        (Some(place), false) => place.checked_sub(1).unwrap_or(seen.len().saturating_sub(1)),
    };
    if let Some(element) = seen.get(next) {
        // An element of the document takes it, or keeps it where it is.
        let _ = element.focus();
    }
}
