//! The page of a kiosk's watchdog (`public/kiosk/`): one file that needs nothing beside it but the single file of the app.

use super::{page, spare, words};
use crate::house;
use anyhow::Result;

/// The folder of its sources, within `public/`.
pub const FOLDER: &str = "kiosk";

/// Its name in `dist/`.
pub const PAGE: &str = "kiosk.html";

/// The page.
pub fn page() -> Result<String> {
    let source = |name: &str| house::read(&house::root().join("public").join(FOLDER).join(name));
    let (script, style) = (spare::script(&source("watch.js")?)?, spare::style(&source("watch.css")?)?);
    page::watchdog(&source(PAGE)?, &words::all(words::WATCH)?, &script, &style)
}
