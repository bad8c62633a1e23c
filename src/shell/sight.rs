//! Whether anything of the page can be seen: a frame may be scrolled away, or lie on another slide.

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

/// Whether the page can be seen. The page's whole life long.
pub fn sight() -> RwSignal<bool> {
    let seen = RwSignal::new(false);
    let call = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.at(-1).dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = last {
            seen.set(entry.is_intersecting());
        }
    });
    let watched = document().document_element();
    match (IntersectionObserver::new(call.as_ref().unchecked_ref()), watched) {
        (Ok(observer), Some(page)) => observer.observe(&page),
        // Where nobody can tell, it is seen.
        _ => seen.set(true),
    }
    call.forget();
    seen
}
