//! From what Trunk leaves to `dist/`: one style sheet, names by contents, start-up, the single file, compressed copies.

use super::page::{self, Addresses, Parts};
use super::{
    compress, kiosk, letters, offline,
    site::{self, Site},
    spare,
    split::Cut,
    studio, words,
};
use crate::{fonts, house};
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Style sheets that come first, in this order; the rest follows by name.
const FIRST_STYLES: [&str; 3] = ["tokens.css", "base.css", "boot.css"];
/// The one that comes last: its long lists of letters are like nothing else, and disturb what compresses the rest least there.
const LAST_STYLE: &str = "fonts.css";

/// What starts the app, and what only the single file has beside it.
const START: &str = "boot.js";
const UNPACKER: &str = "single.js";

/// The terms on which the libraries in it may be passed on.
const LIBRARIES: &str = "LIBRARIES.txt";

/// The folder of what is fetched only when somebody wants it.
pub const PARTS: &str = "parts";

/// Makes `dist/` anew from what Trunk left and the app's script and wasm, cut and slimmed. Where the site is known, others
/// are told how to embed it.
pub fn finish(trunk: &Path, cut: &Cut, site: Option<&Site>) -> Result<()> {
    let fresh = house::workshop().join("dist");
    remove(&fresh)?;
    let public = house::root().join("public");
    let languages = words::all(words::BOOT)?;
    let template = house::read(&trunk.join("index.html"))?;
    let boot = house::read(&public.join(START))?;
    let glue = spare::script(&cut.main.glue)?;
    let scenery = scenery()?;
    let wasm = std::fs::read(&cut.main.wasm).context("the slimmed wasm could not be read")?;
    let icon = house::read(&public.join("favicon.svg"))?;

    // Named by contents, so that a host may let browsers keep them for ever.
    let put = |stem: &str, ending: &str, contents: &[u8]| -> Result<String> {
        let name = format!("{stem}-{}.{ending}", house::digest(contents));
        house::write(&fresh.join(&name), contents)?;
        Ok(format!("./{name}"))
    };
    let sheet = letters::placed(&spare::style(&style(|sheet| !is_later(sheet))?)?, |name, contents| {
        put(name, "woff2", contents)
    })?;
    let style_at = put("naru", "css", sheet.as_bytes())?;
    let glue_at = put("naru", "js", glue.as_bytes())?;
    let wasm_at = put("naru", "wasm", &wasm)?;
    let scenery_at = put("scenery", "json", scenery.to_string().as_bytes())?;
    // By kind and language, as the start-up script and the larder name them: addresses, and the texts themselves.
    let (mut texts_at, mut texts) = (json!({}), json!({}));
    for language in languages.keys() {
        for (kind, text) in [
            ("texts", texts_of(language)?),
            ("panel", later_texts(language, &PANEL)?),
            ("cards", later_texts(language, &CARDS)?),
            ("notes", later_texts(language, &NOTES)?),
            ("frame", later_texts(language, &FRAME)?),
            ("kiosk", later_texts(language, &KIOSK)?),
        ] {
            texts_at[kind][language] = put(&format!("{language}/{kind}"), "txt", text.as_bytes())?.into();
            texts[kind][language] = text.into();
        }
    }
    let parts = cut.parts.iter().map(|(name, path)| {
        Ok((name.clone(), std::fs::read(path).with_context(|| format!("the part {name} could not be read"))?))
    });
    let parts: Vec<(String, Vec<u8>)> = parts.collect::<Result<_>>()?;
    let mut parts_at = serde_json::Map::new();
    for (name, bytes) in &parts {
        parts_at.insert(name.clone(), put(&format!("{PARTS}/{name}"), "wasm", bytes)?.into());
    }
    let mut sheets_at = json!({});
    for (part, names) in LATER_STYLES {
        let later = spare::style(&style(|sheet| names.iter().any(|name| sheet.ends_with(name)))?)?;
        sheets_at[part] = put(&format!("{PARTS}/{part}"), "css", later.as_bytes())?.into();
    }
    let studio_at = studio::placed(|name, contents| put(&format!("{PARTS}/{name}"), "js", contents))?;
    let notice = spare::style(&style(|sheet| sheet.ends_with(offline::STYLE))?)?;
    let notice_at = put(&format!("{PARTS}/update"), "css", notice.as_bytes())?;
    let keeping = house::read(&public.join(offline::SCRIPT))?;
    let keeping = offline::script(&keeping, &words::all(offline::WORDS)?, &notice_at)?;
    let offline_at = put(&format!("{PARTS}/offline"), "js", keeping.as_bytes())?;
    let more = json!({
        "glue": glue_at, "wasm": wasm_at, "bytes": wasm.len(), "scenery": scenery_at, "words_at": texts_at,
        "parts": parts_at, "sheets": sheets_at, "studio": studio_at, "offline": offline_at,
    });
    let hosted_boot = spare::script(&page::boot(&boot, &languages, more)?)?;
    let boot_at = put("boot", "js", hosted_boot.as_bytes())?;
    let at = Addresses { boot: &boot_at, style: &style_at, glue: &glue_at, wasm: &wasm_at };
    let found = site.map(Site::link).unwrap_or_default();
    house::write(&fresh.join("index.html"), page::hosted(&template, &languages, &at, &found)?)?;
    if let Some(site) = site {
        house::write(&fresh.join(site::DESCRIPTION), site.description().to_string())?;
    }

    let unpack = spare::script(&house::read(&public.join(UNPACKER))?)?;
    let single_boot = unpack + &spare::script(&page::boot(&boot, &languages, json!({}))?)? + &studio::inside()?;
    // In the single file only what the page before the app needs stands as it is, with the letters; all else is packed.
    let at_once = |sheet: &Path| FIRST_STYLES.iter().chain([&LAST_STYLE]).any(|name| sheet.ends_with(name));
    let later = spare::style(&style(|sheet| !at_once(sheet) && !sheet.ends_with(offline::STYLE))?)?;
    let larder = json!({ "scenery": scenery, "words": texts, "style": later });
    let (inside, licence) = (letters::inside(&spare::style(&style(at_once)?)?)?, house::read(&fonts::licence())?);
    let parts = Parts {
        boot: &single_boot,
        style: &inside,
        glue: &glue,
        wasm: &wasm,
        more: &parts,
        icon: &icon,
        larder,
        licence: &licence,
    };
    house::write(&fresh.join("naru.html"), page::single(&template, &languages, &parts)?)?;

    // Whoever passes the fonts on passes this on, too.
    house::write(&fresh.join(fonts::LICENCE), &licence)?;
    house::write(&fresh.join(LIBRARIES), studio::licences()?)?;
    house::write(&fresh.join(kiosk::PAGE), kiosk::page()?)?;
    // Start-up, what keeps it, the scripts of the studio and the watchdog have places of their own.
    let own = [START, UNPACKER, offline::SCRIPT, offline::WORKER].map(|name| public.join(name));
    let folders = [studio::FOLDER, kiosk::FOLDER].map(|name| public.join(name));
    let placed = |file: &&PathBuf| !own.contains(file) && !folders.iter().any(|folder| file.starts_with(folder));
    for file in house::files(&public)?.iter().filter(placed) {
        let to = fresh.join(file.strip_prefix(&public)?);
        house::write(&to, std::fs::read(file).with_context(|| format!("{} could not be read", file.display()))?)?;
    }
    house::write(&fresh.join(offline::MANIFEST), offline::manifest(&languages)?.to_string())?;
    // Last: it names all that stands there by now.
    let worker = offline::worker(&house::read(&public.join(offline::WORKER))?, &fresh)?;
    house::write(&fresh.join(offline::WORKER), worker)?;
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

/// The files of a language that hold the terms' cards, the story, the quiz and what is assumed. They travel when somebody first opens one.
const CARDS: [&str; 4] = ["assume.txt", "quiz.txt", "story.txt", "terms.txt"];

/// What the app never reads in a language's folder: words of the page before it, around it and behind it, and what only tests ask for.
const NOT_READ: [&str; 4] = [words::BOOT, words::WATCH, "forms.txt", offline::WORDS];

/// The files of what is told while the show plays, and said of choices and outcome. They travel when it begins.
const PANEL: [&str; 3] = ["captions.txt", "export.txt", "panel.txt"];

/// The file of what a speaker has beside each chapter. It travels when somebody presents, or takes slides home.
const NOTES: [&str; 1] = ["notes.txt"];

/// The file of what is said to the page around a frame.
const FRAME: [&str; 1] = ["frame.txt"];

/// The file of what a kiosk says. It travels when the app is one.
const KIOSK: [&str; 1] = ["kiosk.txt"];

fn later_texts(language: &str, files: &[&str]) -> Result<String> {
    let folder = house::root().join("locales").join(language);
    files.iter().map(|file| Ok(spare::texts(&house::read(&folder.join(file))?))).collect()
}

/// All other texts of a language that the app reads, one file after the other.
fn texts_of(language: &str) -> Result<String> {
    let mut files = house::files(&house::root().join("locales").join(language))?;
    let later = [&PANEL[..], &CARDS, &FRAME, &KIOSK, &NOTES, &NOT_READ].concat();
    files.retain(|file| !later.iter().any(|name| file.ends_with(name)));
    files.sort();
    files.iter().map(|file| Ok(spare::texts(&house::read(file)?))).collect()
}

/// Sheets that come with a part of the app, by the part's name.
const LATER_STYLES: [(&str, &[&str]); 5] = [
    ("split_export", &["export.css"]),
    ("split_guide", &["guide.css"]),
    ("split_panel", &["later.css", "legend.css"]),
    ("split_rare", &["kiosk.css", "presenter.css"]),
    ("split_shell", &["embed.css"]),
];

fn is_later(sheet: &Path) -> bool {
    let is = |name: &str| sheet.ends_with(name);
    is(offline::STYLE) || LATER_STYLES.iter().any(|(_, names)| names.iter().any(|name| is(name)))
}

/// Those of `style/` that are wanted, as one sheet, so that a visit asks once.
fn style(wanted: impl Fn(&Path) -> bool) -> Result<String> {
    let folder = house::root().join("style");
    let mut sheets: Vec<PathBuf> = house::files(&folder)?;
    sheets.retain(|sheet| sheet.extension().is_some_and(|ending| ending == "css") && wanted(sheet));
    sheets.sort_by_key(|sheet| {
        let place = FIRST_STYLES.iter().position(|first| sheet.ends_with(first)).unwrap_or(FIRST_STYLES.len());
        (sheet.ends_with(LAST_STYLE), place, sheet.clone())
    });
    let sheets: String = sheets.iter().map(|sheet| house::read(sheet)).collect::<Result<_>>()?;
    Ok(sheets)
}

pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}
