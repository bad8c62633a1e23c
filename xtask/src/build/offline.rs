//! What makes the app stay on a machine: the worker with the list of all that it keeps, the script that tells of a newer
//! version, and the manifest by which it is installed.

use super::{page, spare, words::Words};
use crate::{house, serve::is_named_by_contents};
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The worker. It must stand beside the page, and be called the same in every version.
pub const WORKER: &str = "sw.js";
/// The script on the page's side.
pub const SCRIPT: &str = "offline.js";
/// What is installed.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The sheet of the notice.
pub const STYLE: &str = "update.css";
/// The file of the notice's words.
pub const WORDS: &str = "update.txt";

/// The page itself, which is kept under the folder's own address.
const PAGE: &str = "index.html";
/// What is kept although its name does not come from its contents.
const KEPT: [&str; 3] = ["favicon.svg", MANIFEST, PAGE];

/// The page's paper by day, on which an installed app starts.
const PAPER: &str = "#fdf1dc";
/// The icons: a name in `public/icons/`, its size, and whether a system may cut it to a shape of its own.
const ICONS: [(&str, u32, &str); 3] =
    [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("maskable-512.png", 512, "maskable")];

/// Whether the worker keeps a file of `dist/`. That is all that the page may ever ask for. What pages of others take (the element, the
/// plugins, the picture) they take from the network; the single file is all of this once more, and works from a disk.
pub fn is_kept(name: &str) -> bool {
    // The copies for hosts that send compressed files are theirs.
    let is_copy = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    KEPT.contains(&name) || is_named_by_contents(name) && !is_copy
}

/// The page's script, which knows the words and where the notice's sheet is.
pub fn script(template: &str, languages: &BTreeMap<String, Words>, sheet: &str) -> Result<String> {
    let build = json!({ "words": languages, "sheet": sheet, "manifest": format!("./{MANIFEST}") });
    spare::script(&page::build_into(template, SCRIPT, &build)?)
}

/// The manifest. Its addresses are its own folder's. Without an `id` an app is known by where it starts, so that one host can have several.
pub fn manifest(languages: &BTreeMap<String, Words>) -> Result<Value> {
    let word = |language: &str, key: &str| -> Result<&str> {
        let text = languages.get(language).and_then(|words| words.get(key));
        text.map(String::as_str).with_context(|| format!("locales/{language}/boot.txt lacks `{key}`"))
    };
    let in_each = |key: &str| -> Result<Value> {
        languages.keys().map(|language| Ok((language.clone(), Value::from(word(language, key)?)))).collect()
    };
    let titles: Vec<&str> = languages.keys().map(|language| word(language, "title")).collect::<Result<_>>()?;
    let mut icons = vec![json!({ "src": "./favicon.svg", "sizes": "any", "type": "image/svg+xml" })];
    for (name, size, purpose) in ICONS {
        let place = house::root().join("public/icons").join(name);
        ensure!(place.is_file(), "{} is missing; `cargo xtask icons` draws it.", place.display());
        icons.push(json!({ "src": format!("./icons/{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose }));
    }
    Ok(json!({
        "name": titles.join(" "),
        "name_localized": in_each("title")?,
        "short_name": titles.first(),
        "short_name_localized": in_each("title")?,
        "description": word("en", "description")?,
        "description_localized": in_each("description")?,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["education"],
        "icons": icons,
    }))
}

/// The worker for all that stands in a folder by now. A version is called by its list.
pub fn worker(template: &str, dist: &Path) -> Result<String> {
    let mut files = serde_json::Map::new();
    for place in house::files(dist)? {
        let name = place.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if !is_kept(&name) {
            continue;
        }
        let contents = std::fs::read(&place).with_context(|| format!("{} could not be read", place.display()))?;
        let integrity = format!("sha256-{}", STANDARD.encode(Sha256::digest(contents)));
        files.insert(if name == PAGE { String::new() } else { name }, integrity.into());
    }
    let version = house::digest(Value::Object(files.clone()).to_string().as_bytes());
    spare::script(&page::build_into(template, WORKER, &json!({ "version": version, "files": files }))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::words;

    #[test]
    fn what_the_page_asks_for_is_kept_and_nothing_else() {
        for name in ["index.html", "favicon.svg", "ko/texts-0123456789.txt", "parts/deck-0123456789.js"] {
            assert!(is_kept(name), "{name}");
        }
        for name in ["naru.html", "sw.js", "embed.js", "index.html.br", "naru-0123456789.wasm.br", "poster.svg"] {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn a_version_is_called_by_what_it_keeps() -> Result<()> {
        crate::setup::npm_packages()?;
        let folder = house::workshop().join("offline-test");
        let made = || worker("const BUILD = \"{{build}}\"; console.log(BUILD)", &folder);
        house::write(&folder.join("index.html"), "1")?;
        house::write(&folder.join("naru.html"), "1")?;
        let first = made()?;
        house::write(&folder.join("naru.html"), "2")?;
        assert_eq!(first, made()?);
        house::write(&folder.join("index.html"), "2")?;
        assert_ne!(first, made()?);
        Ok(std::fs::remove_dir_all(&folder)?)
    }

    #[test]
    fn it_is_installed_under_both_names() -> Result<()> {
        let manifest = manifest(&words::all(words::BOOT)?)?;
        assert_eq!(manifest["name"], "Naru 나루");
        assert_eq!(manifest["name_localized"]["ko"], "나루");
        assert!(
            manifest["icons"].as_array().is_some_and(|icons| icons.iter().any(|icon| icon["purpose"] == "maskable"))
        );
        Ok(())
    }
}
