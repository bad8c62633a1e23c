//! The few signs that stand beside words, drawn in a square of 24.

use super::wires::text;
use leptos::prelude::*;

/// All around: the whole harbour.
pub const ALL: &str =
    "M3 9V4h5v2.5H5.5V9zM16 4h5v5h-2.5V6.5H16zM3 15h2.5v2.5H8V20H3zM18.5 15H21v5h-5v-2.5h2.5zM8 10h8v4H8z";
/// One thing that is followed.
pub const ONE: &str = "M12 3a9 9 0 1 0 .01 0zm0 2.5a6.5 6.5 0 1 1-.01 0zm0 3a3.5 3.5 0 1 0 .01 0z";
/// An address to pass on.
pub const LINK: &str = "M10.5 7H8a5 5 0 0 0 0 10h2.5v-2.5H8a2.5 2.5 0 0 1 0-5h2.5zm3 0H16a5 5 0 0 1 0 10h-2.5v-2.5H16a2.5 \
                        2.5 0 0 0 0-5h-2.5zm-5 3.8h7v2.4h-7z";
/// Night.
pub const MOON: &str = "M14.5 3.5a8.7 8.7 0 1 0 6 12.6 7.4 7.4 0 0 1-6-12.6z";
/// Day.
pub const SUN: &str = "M12 7.5a4.5 4.5 0 1 0 .01 0zM11 2h2v3h-2zm0 17h2v3h-2zM2 11h3v2H2zm17 0h3v2h-3zM4.2 5.6l1.4-1.4 2.1 \
                       2.1-1.4 1.4zm12.1 12.1l1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 \
                       1.4 1.4-2.1 2.1z";
/// Back to before.
pub const BACK: &str = "M9 5v3.5h5.5a5.5 5.5 0 0 1 0 11H8V17h6.5a3 3 0 0 0 0-6H9v3.5L3.5 9.75z";
/// Once more.
pub const AGAIN: &str = "M12 5.5V2L6.5 6.75 12 11.5V8a5.5 5.5 0 1 1-5.5 5.5H4a8 8 0 1 0 8-8z";
/// Chapters.
pub const BOOK: &str = "M3 5c3-1.4 6-1.2 9 .8 3-2 6-2.2 9-.8v13.5c-3-1.2-6-1-9 .8-3-1.8-6-2-9-.8zm2.3 1.7v9.4c1.9-.4 3.7-.2 5.5.6V7.8c-1.8-1.1-3.6-1.500-5.5-1.100zm7.900 1.100v8.900c1.800-.8 3.600-1 5.500-.6V6.700c-1.900-.4-3.700 0-5.500 1.100z";
/// Kept in its place.
pub const PIN: &str = "M8.5 3h7v2l-1 .8.5 4.7 2.5 2V15h-4.5l-1 6-1-6h-4.5v-2.5l2.5-2 .5-4.7-1-.8z";

/// A sign that is decoration of the words beside it.
pub fn icon(shape: impl Fn() -> &'static str + Send + Sync + 'static) -> AnyView {
    let shape = text(move || shape().to_owned());
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path fill-rule="evenodd" d=shape></path>
        </svg>
    }
    .into_any()
}
