//! What the app can show, read from the locales: texts by key, without the names of what is put in.

use crate::house;
use anyhow::{Context, Result, bail};
use naru_core::text::entries;
use std::collections::BTreeMap;

/// The key of a linked word is that of its text behind this.
const LINK: &str = "link.";

/// Texts by key.
pub type Texts = BTreeMap<String, String>;

/// The file whose keys go by its own name: its words stand on the page before the app runs.
const BOOT: &str = "boot";

/// The texts of every language, by the name of its folder.
pub fn all() -> Result<BTreeMap<String, Texts>> {
    let locales = house::root().join("locales");
    let mut languages: BTreeMap<String, Texts> = BTreeMap::new();
    for file in house::files(&locales)? {
        let folder = file.parent().and_then(|folder| folder.file_name());
        let language = folder.context("a text stands in no language's folder")?.to_string_lossy().into_owned();
        let texts = languages.entry(language).or_default();
        let is_boot = file.file_stem().is_some_and(|stem| stem == BOOT);
        for (key, pattern) in entries(&house::read(&file)?) {
            let (words, links) = read(pattern).with_context(|| format!("{}: {key}", file.display()))?;
            if !links.is_empty() {
                texts.insert(format!("{LINK}{key}"), links);
            }
            texts.insert(if is_boot { format!("{BOOT}.{key}") } else { key.to_owned() }, words);
        }
    }
    Ok(languages)
}

/// What can be read of a pattern: its words with every word that it may pick, and the words of its links alone.
fn read(pattern: &str) -> Result<(String, String)> {
    let (mut words, mut links) = (String::new(), String::new());
    let mut rest = pattern;
    while let Some(start) = rest.find(['{', '[']) {
        let close = if rest[start..].starts_with('{') { '}' } else { ']' };
        let Some(length) = rest[start..].find(close) else { bail!("a bracket stays open") };
        let inside = rest[start + 1..start + length].split_once('|').map_or("", |(_, shown)| shown);
        words.push_str(&rest[..start]);
        words.push_str(inside);
        if close == ']' {
            links.push_str(inside);
        }
        rest = &rest[start + length + 1..];
    }
    words.push_str(rest);
    Ok((words, links))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_values_and_terms_are_never_seen() -> Result<()> {
        let (words, links) = read("{who} sends {n} {n|slip/slips} by [canary|a canary].")?;
        assert_eq!((words.as_str(), links.as_str()), (" sends  slip/slips by a canary.", "a canary"));
        assert!(read("{open").is_err());
        Ok(())
    }

    #[test]
    fn every_language_of_the_app_is_read() -> Result<()> {
        let languages = all()?;
        for language in naru_core::text::Language::ALL {
            let texts = languages.get(language.id()).context("a folder of the language")?;
            assert!(["app.name", "boot.title", "link.caption.wish-heard"].iter().all(|key| texts.contains_key(*key)));
        }
        Ok(())
    }
}
