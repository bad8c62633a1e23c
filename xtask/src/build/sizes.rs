//! How much a visit downloads, held against the budgets.

use super::{compress, finish::PARTS, offline};
use crate::fonts;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Everything that a first visit downloads, brotli, in bytes.
const FIRST_VISIT: u64 = 200_000;
/// The wasm within it.
const WASM: u64 = 141_000;
/// What is kept behind a first visit, so that later ones need no network, brotli.
const KEPT: u64 = 1_000_000;
/// The single offline file, as it is.
const SINGLE: u64 = 1_000_000;

/// The languages that a first visit is weighed in.
const LANGUAGES: [(&str, &str); 2] = [("English", "en"), ("Korean", "ko")];

/// What texts are called that a first visit does not take.
const LATER_TEXTS: [&str; 5] = ["/cards-", "/frame-", "/kiosk-", "/notes-", "/panel-"];

/// The single offline file.
const SINGLE_NAME: &str = "naru.html";

/// What a file weighs.
struct Weight {
    raw: u64,
    /// As it travels: brotli, or as it is where compressing it is of no use.
    sent: u64,
}

/// Prints the sizes of `dist/` and fails, naming it, when one is over its budget.
pub fn check(dist: &Path) -> Result<()> {
    let files = weigh(dist)?;
    println!("{:<40} {:>10} {:>10}", "file", "raw", "brotli");
    for (name, weight) in &files {
        println!("{name:<40} {:>10} {:>10}", weight.raw, weight.sent);
    }
    let mut bars = vec![(SINGLE_NAME.to_owned(), files.get(SINGLE_NAME).map_or(0, |weight| weight.raw), SINGLE)];
    let first = |name: &str| name.ends_with(".wasm") && !name.starts_with(PARTS);
    let wasm = files.iter().filter(|(name, _)| first(name)).map(|(_, weight)| weight.sent).sum();
    bars.push(("the wasm, brotli".to_owned(), wasm, WASM));
    for (language, code) in LANGUAGES {
        let visit =
            first_visit(dist, &files, code)?.iter().filter_map(|name| files.get(name)).map(|file| file.sent).sum();
        bars.push((format!("a first visit in {language}, brotli"), visit, FIRST_VISIT));
    }
    let kept = files.iter().filter(|(name, _)| offline::is_kept(name)).map(|(_, weight)| weight.sent).sum();
    bars.push(("all that is kept behind it, brotli".to_owned(), kept, KEPT));
    println!();
    for (what, size, budget) in &bars {
        println!("{what:<34} {size:>8} of {budget:>8} bytes");
    }
    let over: Vec<String> = bars
        .iter()
        .filter(|(_, size, budget)| size > budget)
        .map(|(what, size, budget)| format!("{what} is {size} bytes, {} over its budget of {budget}", size - budget))
        .collect();
    if !over.is_empty() {
        bail!("The build is too big: {}.", over.join("; "));
    }
    Ok(())
}

/// Weighs all files but the compressed copies.
fn weigh(dist: &Path) -> Result<BTreeMap<String, Weight>> {
    let mut weights = BTreeMap::new();
    for path in crate::house::files(dist)? {
        if path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            continue;
        }
        let size = |path: &Path| -> Result<u64> {
            Ok(std::fs::metadata(path).with_context(|| format!("{} is missing", path.display()))?.len())
        };
        let raw = size(&path)?;
        let sent = if compress::is_compressible(&path) { size(&compress::copy(&path, "br"))? } else { raw };
        let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        weights.insert(name, Weight { raw, sent });
    }
    Ok(weights)
}

/// The files that a first visit in a language downloads: the page, and whatever it and its parts name. A browser test holds
/// this against what really comes over the line.
fn first_visit(dist: &Path, files: &BTreeMap<String, Weight>, language: &str) -> Result<BTreeSet<String>> {
    let mut visit = BTreeSet::new();
    let mut next = vec!["index.html".to_owned()];
    while let Some(name) = next.pop() {
        let text = String::from_utf8_lossy(&std::fs::read(dist.join(&name))?).into_owned();
        next.extend(files.keys().filter(|file| is_for(file, language) && text.contains(file.as_str())).cloned());
        visit.insert(name);
        next.retain(|name| !visit.contains(name));
    }
    Ok(visit)
}

/// Whether a first visit in a language takes a file that is named to it: what stands in another language's folder it does not,
/// of the fonts only the slices of its first screen, and neither cards, frame, kiosk, notes, panel nor parts of the app before somebody wants them.
fn is_for(name: &str, language: &str) -> bool {
    let later = LATER_TEXTS.iter().any(|kind| name.contains(kind)) || name.starts_with(PARTS);
    if later || name.ends_with(".woff2") && !name.contains(&format!("-{}-", fonts::FIRST)) {
        return false;
    }
    let folder = name.split('/').next().filter(|folder| LANGUAGES.iter().any(|(_, code)| code == folder));
    folder.is_none_or(|folder| folder == language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_takes_what_the_page_names_and_its_language_needs() -> Result<()> {
        let dist = crate::house::workshop().join("sizes-test");
        crate::house::write(&dist.join("index.html"), "<script src='./boot.js'>")?;
        crate::house::write(&dist.join("boot.js"), "./ko/bold-first-1.woff2 ./ko/bold-rest-1.woff2 ./en/texts.txt")?;
        for other in ["ko/bold-first-1.woff2", "ko/bold-rest-1.woff2", "en/texts.txt"] {
            crate::house::write(&dist.join(other), "1")?;
        }
        crate::house::write(&dist.join("naru.html"), "index.html")?;
        let files =
            ["index.html", "boot.js", "ko/bold-first-1.woff2", "ko/bold-rest-1.woff2", "en/texts.txt", "naru.html"];
        let files = files.map(|name| (name.to_owned(), Weight { raw: 1, sent: 1 })).into();
        let korean = first_visit(&dist, &files, "ko")?;
        assert_eq!(korean, ["boot.js", "index.html", "ko/bold-first-1.woff2"].map(str::to_owned).into());
        Ok(std::fs::remove_dir_all(&dist)?)
    }
}
