//! The picture of a way to release.

use leptos::prelude::*;

/// A few boats on the water. Which of them are new, and how they lie, is drawn by the style.
pub fn badge(kind: &'static str) -> AnyView {
    view! {
        <span class="badge" data-kind=kind aria-hidden="true">
            <i></i>
            <i></i>
            <i></i>
        </span>
    }
    .into_any()
}
