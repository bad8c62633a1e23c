//! What only its authors read, taken out of what travels: notes, white space, long names, digits that nobody sees.

use crate::{house, steps};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::{Path, PathBuf};

/// A style sheet. A note that begins with `/*!` travels along.
pub fn style(sheet: &str) -> Result<String> {
    one("style", sheet)
}

/// A script, or a module.
pub fn script(source: &str) -> Result<String> {
    one("script", source)
}

/// A module with all that it imports, from the file that it begins with.
pub fn module(entry: &Path) -> Result<String> {
    one("module", &entry.to_string_lossy())
}

/// The same as a script that stands in a page and is known there by `name`.
pub fn inside(entry: &Path, name: &str) -> Result<String> {
    let entry = json!({ "entry": entry.to_string_lossy(), "globalName": name });
    ask("inside", &[entry])?.pop().context("the minifier gave nothing back")
}

/// Drawings, in the order in which they came.
pub fn drawings(fragments: &[String]) -> Result<Vec<String>> {
    ask("drawing", fragments)
}

/// Texts of a language.
pub fn texts(source: &str) -> String {
    let said = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    said.fold(String::with_capacity(source.len()), |kept, line| kept + line + "\n")
}

fn one(kind: &str, source: &str) -> Result<String> {
    ask(kind, &[source.to_owned()])?.pop().context("the minifier gave nothing back")
}

/// Gives pieces of one kind to the minifiers; `spare.mjs` says which these are.
fn ask<T: serde::Serialize>(kind: &str, sources: &[T]) -> Result<Vec<String>> {
    let spared = steps::ask(&script_place(), &json!({ "kind": kind, "sources": sources }))
        .with_context(|| format!("a {kind} could not be made smaller"))?;
    let spared: Vec<String> = serde_json::from_value(spared).context("the minifier gave back no texts")?;
    if spared.len() != sources.len() || spared.iter().any(String::is_empty) {
        bail!("The minifier lost a {kind}.");
    }
    Ok(spared)
}

fn script_place() -> PathBuf {
    house::root().join("xtask/src/build/spare.mjs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_what_is_read() {
        assert_eq!(texts("# a\n\nkey = b # c\n"), "key = b # c\n");
    }

    #[test]
    fn a_drawing_keeps_all_that_is_told_apart() -> Result<()> {
        crate::setup::npm_packages()?;
        let drawn = "<!-- a -->\n<g data-part=\"lamp\">\n<use href=\"#n-cake\" x=\"4.04\"/>\n<path class=\"f-sea mk-on\" d=\"M0 0 10 0 10 10\"/>\n</g>\n";
        let spared = drawings(&[drawn.to_owned()])?.concat();
        for kept in ["data-part=\"lamp\"", "href=\"#n-cake\"", "class=\"f-sea mk-on\"", "d=\"M0 0h10v10\""] {
            assert!(spared.contains(kept), "{kept}: {spared}");
        }
        assert!(!spared.contains("<!--") && !spared.contains("<svg"), "{spared}");
        Ok(())
    }

    #[test]
    fn a_sheet_keeps_its_layers_and_what_must_be_said() -> Result<()> {
        crate::setup::npm_packages()?;
        let spared = style("/*! by */\n/* why */\n@layer a {\n  b :is(c) { --d: 1px; color: #ff0000 }\n}\n")?;
        assert!(spared.contains("/*! by */") && spared.contains("@layer a{") && !spared.contains("why"), "{spared}");
        Ok(())
    }
}
