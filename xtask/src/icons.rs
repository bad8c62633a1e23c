//! `cargo xtask icons`: the icons as PNG, which some systems need, drawn anew from the project's own drawings.

use crate::{house, no_arguments, setup, steps};
use anyhow::Result;
use serde_json::json;

/// The drawing, the picture (within `public/`), and its size in pixels.
const PICTURES: [(&str, &str, u32); 3] = [
    ("favicon.svg", "icons/icon-192.png", 192),
    ("favicon.svg", "icons/icon-512.png", 512),
    ("icons/maskable.svg", "icons/maskable-512.png", 512),
];

/// Draws them in a browser.
pub fn run(args: &[String]) -> Result<()> {
    no_arguments(args)?;
    setup::npm_packages()?;
    let public = house::root().join("public");
    let pictures: Vec<_> = PICTURES
        .iter()
        .map(|(from, to, size)| json!({ "from": public.join(from), "to": public.join(to), "size": size }))
        .collect();
    let order = json!({ "browser": setup::browser::find_or_install()?, "pictures": pictures });
    steps::tell(&house::root().join("xtask/src/icons.mjs"), &order)
}
