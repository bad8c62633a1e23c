//! Starts the app.

use leptos::mount::mount_to;
use naru::{
    platform::{document, larder},
    ui::App,
};

fn main() {
    // Without this element there is no page to be on; the page's own script then shows the screen for bad days.
    if let Some(place) = document::app_element() {
        larder::stock();
        mount_to(place, App).forget();
        document::say_ready();
    }
}
