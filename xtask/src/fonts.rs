//! `cargo xtask fonts`: cuts the family's slices from the letters of the locales, into `fonts/` and `style/fonts.css`.
//!
//! The results are committed, so that neither a build nor a test needs what they are cut from.

mod sheet;
mod slices;
mod texts;

pub use slices::FIRST;

use crate::house;
use crate::setup;
use crate::steps::{self, say};
use anyhow::{Context, Result};
use serde_json::json;
use slices::Slice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The family's name. Pretendard's own is reserved: no font that differs from it may bear it.
const FAMILY: &str = "Naru Sans";

/// Says in each font whose work it is.
const NOTICE: &str = "Copyright (c) 2021 Kil Hyung-jin. SIL Open Font License 1.1.";

/// Where the source's package keeps what is used of it.
const THEIR_LICENCE: &str = "node_modules/pretendard/dist/LICENSE.txt";
const SOURCES: &str = "node_modules/pretendard/dist/public/static/alternative";

/// Cuts all slices anew.
pub fn run(args: &[String]) -> Result<()> {
    crate::no_arguments(args)?;
    let workplace = setup::fonts()?;
    let languages = texts::all()?;
    let slices = slices::all(&languages);
    let fresh = house::workshop().join("fonts");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh).context("The slices of an earlier, broken run could not be removed")?;
    }
    say(&format!("Cutting {} slices of {FAMILY} (some seconds)", slices.len()));
    cut(&slices, &workplace, &fresh)?;
    put_in_place(&slices, &fresh)?;
    house::write(&licence(), house::read(&workplace.join(THEIR_LICENCE))?)?;
    house::write(&house::root().join("style/fonts.css"), sheet::of(&slices))?;
    for slice in &slices {
        let weight = std::fs::metadata(folder().join(slice.file()))?.len();
        println!("{:<32} {:>4} letters {weight:>6} bytes", slice.file(), slice.letters.len());
    }
    Ok(())
}

/// What the fonts are passed on with, under this name everywhere.
pub const LICENCE: &str = "OFL.txt";

/// Where that is kept.
pub fn licence() -> PathBuf {
    folder().join(LICENCE)
}

/// Where the slices are kept.
fn folder() -> PathBuf {
    house::root().join("fonts")
}

/// All slices that are kept, by their names within [`folder`].
pub fn kept() -> Result<BTreeMap<String, PathBuf>> {
    let mut files = house::files(&folder())?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "woff2"));
    let named = |file: PathBuf| {
        let name = file.strip_prefix(folder())?.to_string_lossy().replace('\\', "/");
        Ok((name, file))
    };
    files.into_iter().map(named).collect()
}

/// Writes the slices into a folder.
fn cut(slices: &[Slice], workplace: &Path, into: &Path) -> Result<()> {
    let mut orders = Vec::new();
    for slice in slices {
        let to = into.join(slice.file());
        std::fs::create_dir_all(to.parent().unwrap_or(into)).context("A folder for slices could not be made")?;
        let kerned = KERNED.contains(&slice.language);
        orders.push(json!({
            "source": format!("{SOURCES}/Pretendard-{}.ttf", slice.weight.name),
            "style": slice.weight.name,
            "letters": slice.letters.iter().collect::<String>(),
            "features": if kerned { &["tnum", "kern"][..] } else { &["tnum"] },
            "coarse": !kerned,
            "to": to,
        }));
    }
    let script = house::root().join("xtask/src/fonts/subset.mjs");
    let list = into.join("orders.json");
    house::write(&list, json!({ "notice": NOTICE, "family": FAMILY, "slices": orders }).to_string())?;
    steps::run(Command::new("node").arg(script).arg(list).current_dir(workplace))
}

/// Languages whose letters stand closer in some pairs. The others' outlines, which are many and intricate, get a coarser grid.
const KERNED: [&str; 1] = ["en"];

/// Puts the fresh slices where the old ones were.
fn put_in_place(slices: &[Slice], fresh: &Path) -> Result<()> {
    for old in kept()?.values() {
        std::fs::remove_file(old).with_context(|| format!("{} could not be removed", old.display()))?;
    }
    for slice in slices {
        let contents =
            std::fs::read(fresh.join(slice.file())).with_context(|| format!("{} was not cut", slice.file()))?;
        house::write(&folder().join(slice.file()), contents)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the kept sheet asks for a letter in a slice.
    fn is_asked_for(sheet: &str, slice: &Slice, letter: char) -> bool {
        let face = sheet.lines().find(|line| line.contains(&slice.file())).unwrap_or_default();
        let range = face.split("U+").skip(1).filter_map(|run| run.split([',', ';']).next());
        range.map(|run| run.split_once('-').unwrap_or((run, run))).any(|(from, to)| {
            let number = |digits| u32::from_str_radix(digits, 16).unwrap_or_default();
            (number(from)..=number(to)).contains(&u32::from(letter))
        })
    }

    #[test]
    fn the_first_slices_have_the_letters_of_the_first_screen() -> Result<()> {
        let languages = texts::all()?;
        let sheet = house::read(&house::root().join("style/fonts.css"))?;
        for slice in slices::all(&languages).iter().filter(|slice| slice.name == FIRST) {
            let lacks = |letter: &&char| !is_asked_for(&sheet, slice, **letter);
            let missing: String = slice.letters.iter().filter(lacks).collect();
            assert!(
                missing.is_empty(),
                "{} lacks “{missing}”: run `cargo xtask fonts`, and keep what it writes",
                slice.file()
            );
        }
        Ok(())
    }
}
