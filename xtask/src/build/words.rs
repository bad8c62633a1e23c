//! Words that scripts say, not the app: `locales/<language>/boot.txt` before the wasm is there, `update.txt` when a newer version is, `watch.txt` around a kiosk.

use crate::house;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// Words by key.
pub type Words = BTreeMap<String, String>;

/// What stands on the page before the wasm is there.
pub const BOOT: &str = "boot.txt";
/// What a kiosk's watchdog says.
pub const WATCH: &str = "watch.txt";

/// The words of every language in `locales/` in the file of a name; all must have the same keys.
pub fn all(name: &str) -> Result<BTreeMap<String, Words>> {
    let mut languages = BTreeMap::new();
    let folder = house::root().join("locales");
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} could not be read", folder.display()))? {
        let place = entry.context("locales/ could not be read")?.path();
        let file = place.join(name);
        if let (true, Some(language)) = (file.is_file(), place.file_name()) {
            let words = parse(&house::read(&file)?).with_context(|| format!("{} cannot be read", file.display()))?;
            languages.insert(language.to_string_lossy().into_owned(), words);
        }
    }
    same_keys(name, &languages)?;
    Ok(languages)
}

/// Reads `key = text` lines; empty lines and lines that start with `#` say nothing.
fn parse(text: &str) -> Result<Words> {
    let mut words = Words::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let Some((key, text)) = line.split_once('=') else {
            bail!("line {} is not `key = text`", number + 1);
        };
        if words.insert(key.trim().to_owned(), text.trim().to_owned()).is_some() {
            bail!("line {} says `{}` a second time", number + 1, key.trim());
        }
    }
    Ok(words)
}

fn same_keys(name: &str, languages: &BTreeMap<String, Words>) -> Result<()> {
    let Some(english) = languages.get("en") else {
        bail!("locales/en/{name} is missing.");
    };
    for (language, words) in languages {
        if let Some(key) = english.keys().find(|key| !words.contains_key(*key)) {
            bail!("locales/{language}/{name} lacks `{key}`, which the English one has.");
        }
        if let Some(key) = words.keys().find(|key| !english.contains_key(*key)) {
            bail!("locales/{language}/{name} has `{key}`, which the English one lacks.");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_the_checkout_are_complete() -> Result<()> {
        for name in [BOOT, "update.txt"] {
            let languages = all(name)?;
            assert!(languages.contains_key("en") && languages.contains_key("ko"));
            assert!(languages.values().flat_map(BTreeMap::values).all(|text| !text.is_empty()));
        }
        Ok(())
    }

    #[test]
    fn comments_and_empty_lines_say_nothing() -> Result<()> {
        let words = parse("# a note\n\nkey = a = b \n")?;
        assert_eq!(words, Words::from([("key".into(), "a = b".into())]));
        Ok(())
    }

    #[test]
    fn a_line_without_a_key_and_a_doubled_key_are_refused() {
        assert!(parse("just text").is_err());
        assert!(parse("a = 1\na = 2").is_err());
    }

    #[test]
    fn a_missing_word_is_noticed() {
        let one = Words::from([("a".into(), "1".into())]);
        let languages = BTreeMap::from([("en".to_owned(), one), ("ko".to_owned(), Words::new())]);
        assert!(same_keys(BOOT, &languages).is_err());
    }
}
