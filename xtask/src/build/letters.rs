//! Where the style sheet finds the fonts' slices: beside itself on a host, inside itself in the single file.

use crate::fonts;
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};

/// How `style/fonts.css` begins the address of a slice.
const KEPT_AT: &str = "../fonts/";

/// The sheet with every slice's address as `place` says it, from the slice's name without its ending and its contents.
pub fn placed(style: &str, mut place: impl FnMut(&str, &[u8]) -> Result<String>) -> Result<String> {
    let mut placed = style.to_owned();
    for (name, file) in fonts::kept()? {
        let address = format!("{KEPT_AT}{name}");
        if !style.contains(&address) {
            bail!("fonts/{name} is in no style sheet; `cargo xtask fonts` mends that.");
        }
        let contents = std::fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?;
        placed = placed.replace(&address, &place(name.trim_end_matches(".woff2"), &contents)?);
    }
    if let Some((_, rest)) = placed.split_once(KEPT_AT) {
        let name = rest.split('"').next().unwrap_or(rest);
        bail!("style/ asks for fonts/{name}, which is not there; `cargo xtask fonts` mends that.");
    }
    Ok(placed)
}

/// The sheet with every slice inside.
pub fn inside(style: &str) -> Result<String> {
    placed(style, |_, contents| Ok(format!("data:font/woff2;base64,{}", STANDARD.encode(contents))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slice_of_the_checkout_finds_its_place() -> Result<()> {
        let sheet = crate::house::read(&crate::house::root().join("style/fonts.css"))?;
        let (hosted, single) = (placed(&sheet, |name, _| Ok(format!("./{name}-0.woff2")))?, inside(&sheet)?);
        assert_eq!(hosted.matches("-0.woff2\")").count(), fonts::kept()?.len());
        assert!(!single.contains(".woff2") && single.contains("data:font/woff2;base64,d09GMg"));
        Ok(())
    }

    #[test]
    fn a_slice_that_is_missing_is_named() {
        let all = |_: &str, _: &[u8]| Ok(String::new());
        assert!(placed("", all).is_err_and(|error| error.to_string().contains("cargo xtask fonts")));
    }
}
