//! From what Trunk leaves to `dist/`: one style sheet, names by contents, start-up, the single file, compressed copies.

use super::page::{self, Addresses, Parts};
use super::{Slim, compress, letters, spare, words};
use crate::{fonts, house};
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Style sheets that come first, in this order; the rest follows by name.
const FIRST_STYLES: [&str; 3] = ["tokens.css", "base.css", "boot.css"];
/// The one that comes last: its long lists of letters are like nothing else, and disturb what compresses the rest least there.
const LAST_STYLE: &str = "fonts.css";

/// Makes `dist/` anew from what Trunk left and the slimmed wasm with its script.
pub fn finish(trunk: &Path, slim: &Slim) -> Result<()> {
    let fresh = house::workshop().join("dist");
    remove(&fresh)?;
    let public = house::root().join("public");
    let languages = words::all()?;
    let template = house::read(&trunk.join("index.html"))?;
    let boot = house::read(&public.join("boot.js"))?;
    let style = style()?;
    let glue = spare::script(&slim.glue)?;
    let scenery = scenery()?;
    let wasm = std::fs::read(&slim.wasm).context("the slimmed wasm could not be read")?;
    let icon = house::read(&public.join("favicon.svg"))?;

    // Named by contents, so that a host may let browsers keep them for ever.
    let put = |stem: &str, ending: &str, contents: &[u8]| -> Result<String> {
        let name = format!("{stem}-{}.{ending}", house::digest(contents));
        house::write(&fresh.join(&name), contents)?;
        Ok(format!("./{name}"))
    };
    let beside = letters::placed(&style, |name, contents| put(name, "woff2", contents))?;
    let style_at = put("naru", "css", beside.as_bytes())?;
    let glue_at = put("naru", "js", glue.as_bytes())?;
    let wasm_at = put("naru", "wasm", &wasm)?;
    let scenery_at = put("scenery", "json", scenery.to_string().as_bytes())?;
    let mut texts = serde_json::Map::new();
    let mut cards = serde_json::Map::new();
    let (mut texts_at, mut cards_at) = (serde_json::Map::new(), serde_json::Map::new());
    for language in languages.keys() {
        let (text, card) = (texts_of(language)?, cards_of(language)?);
        texts_at.insert(language.clone(), put(&format!("{language}/texts"), "txt", text.as_bytes())?.into());
        cards_at.insert(language.clone(), put(&format!("{language}/cards"), "txt", card.as_bytes())?.into());
        texts.insert(language.clone(), text.into());
        cards.insert(language.clone(), card.into());
    }
    let more = json!({
        "glue": glue_at, "wasm": wasm_at, "bytes": wasm.len(), "scenery": scenery_at, "texts": texts_at, "cards": cards_at,
    });
    let hosted_boot = spare::script(&page::boot(&boot, &languages, more)?)?;
    let boot_at = put("boot", "js", hosted_boot.as_bytes())?;
    let at = Addresses { boot: &boot_at, style: &style_at, glue: &glue_at, wasm: &wasm_at };
    house::write(&fresh.join("index.html"), page::hosted(&template, &languages, &at)?)?;

    let single_boot = spare::script(&page::boot(&boot, &languages, json!({}))?)?;
    let larder = json!({ "scenery": scenery, "texts": texts, "cards": cards });
    let (inside, licence) = (letters::inside(&style)?, house::read(&fonts::licence())?);
    let parts =
        Parts { boot: &single_boot, style: &inside, glue: &glue, wasm: &wasm, icon: &icon, larder, licence: &licence };
    house::write(&fresh.join("naru.html"), page::single(&template, &languages, &parts)?)?;

    // Whoever passes the fonts on passes this on, too.
    house::write(&fresh.join(fonts::LICENCE), &licence)?;
    for file in house::files(&public)?.iter().filter(|file| !file.ends_with("boot.js")) {
        let to = fresh.join(file.strip_prefix(&public)?);
        house::write(&to, std::fs::read(file).with_context(|| format!("{} could not be read", file.display()))?)?;
    }
    for file in house::files(&fresh)?.iter().filter(|file| compress::is_compressible(file)) {
        compress::beside(file)?;
    }
    remove(&house::dist())?;
    std::fs::rename(&fresh, house::dist()).context("dist/ could not be put in place")
}

/// The drawings, by the names of their files.
fn scenery() -> Result<serde_json::Value> {
    let folder = house::root().join("src/painter/art");
    let mut drawings = serde_json::Map::new();
    let files = house::files(&folder)?;
    let fragments: Vec<String> = files.iter().map(|file| house::read(file)).collect::<Result<_>>()?;
    for (file, drawing) in files.iter().zip(spare::drawings(&fragments)?) {
        let name = file.file_stem().context("a drawing has no name")?.to_string_lossy().into_owned();
        drawings.insert(name, drawing.into());
    }
    Ok(drawings.into())
}

/// The file of a language that holds the terms' cards. It travels when the first card is opened.
const CARDS: &str = "terms.txt";

fn cards_of(language: &str) -> Result<String> {
    Ok(spare::texts(&house::read(&house::root().join("locales").join(language).join(CARDS))?))
}

/// All other texts of a language that the app reads, one file after the other.
fn texts_of(language: &str) -> Result<String> {
    let mut files = house::files(&house::root().join("locales").join(language))?;
    files.retain(|file| !file.ends_with("boot.txt") && !file.ends_with(CARDS));
    files.sort();
    files.iter().map(|file| Ok(spare::texts(&house::read(file)?))).collect()
}

/// All of `style/` as one sheet, so that a first visit asks once.
fn style() -> Result<String> {
    let folder = house::root().join("style");
    let mut sheets: Vec<PathBuf> = house::files(&folder)?;
    sheets.retain(|sheet| sheet.extension().is_some_and(|ending| ending == "css"));
    sheets.sort_by_key(|sheet| {
        let place = FIRST_STYLES.iter().position(|first| sheet.ends_with(first)).unwrap_or(FIRST_STYLES.len());
        (sheet.ends_with(LAST_STYLE), place, sheet.clone())
    });
    let sheets: String = sheets.iter().map(|sheet| house::read(sheet)).collect::<Result<_>>()?;
    spare::style(&sheets)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}
