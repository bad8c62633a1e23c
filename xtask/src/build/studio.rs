//! The script that makes pictures and films (`public/export/`): bundled with the libraries that it needs, each of which is a
//! file of its own that is fetched when somebody asks for what it makes.

use super::spare;
use crate::{house, setup};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;

/// The script that is asked for first.
const ENTRY: &str = "studio.js";
/// What it asks for later.
const TOOLS: [&str; 3] = ["gif.js", "film.js", "deck.js"];
/// The name by which the single file knows the script.
const GLOBAL: &str = "naruStudio";
/// The libraries that are passed on, with the files that say on which terms.
const LIBRARIES: [(&str, &str); 4] =
    [("gifenc", "LICENSE.md"), ("mediabunny", "LICENSE"), ("pptxgenjs", "LICENSE"), ("jszip", "LICENSE.markdown")];

/// The folder of the scripts' sources, within `public/`.
pub const FOLDER: &str = "export";

/// Puts the scripts in place, by a function that gives a name and contents an address, and returns the first one's address.
pub fn placed(mut put: impl FnMut(&str, &[u8]) -> Result<String>) -> Result<String> {
    let mut script = spare::module(&source(ENTRY))?;
    for tool in TOOLS {
        let contents = spare::module(&source(tool))?;
        let address = put(tool.trim_end_matches(".js"), contents.as_bytes())?;
        let name = address.rsplit('/').next().unwrap_or(&address);
        let asked = format!("import(\"./{tool}\")");
        ensure!(script.contains(&asked), "public/export/ does not ask for {tool} as `{asked}`");
        // They lie side by side.
        script = script.replace(&asked, &format!("import(\"./{name}\")"));
    }
    put("studio", script.as_bytes())
}

/// The script for the single file, which has no tools: it draws, and that is all.
pub fn inside() -> Result<String> {
    spare::inside(&source(ENTRY), GLOBAL)
}

/// On which terms the libraries may be passed on.
pub fn licences() -> Result<String> {
    let mut terms = String::new();
    for (name, file) in LIBRARIES {
        let place = setup::node_modules().join(name).join(file);
        let text = std::fs::read_to_string(&place).with_context(|| format!("{name} comes without its {file}"))?;
        terms += &format!("{name} (https://www.npmjs.com/package/{name})\n\n{}\n\n\n", text.trim());
    }
    Ok(terms)
}

fn source(name: &str) -> PathBuf {
    house::root().join("public").join(FOLDER).join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_is_asked_for_by_its_name() -> Result<()> {
        setup::npm_packages()?;
        let mut files = Vec::new();
        let first = placed(|name, contents| {
            files.push((name.to_owned(), String::from_utf8_lossy(contents).into_owned()));
            Ok(format!("./parts/{name}-1.js"))
        })?;
        assert_eq!(first, "./parts/studio-1.js");
        let (name, script) = files.last().context("there is a script")?;
        assert_eq!(name, "studio");
        for tool in ["./gif-1.js", "./film-1.js", "./deck-1.js"] {
            assert!(script.contains(tool), "{tool}");
        }
        // What forbids the page to run texts as code would forbid these, too.
        for (name, script) in &files {
            assert!(!script.contains("eval("), "{name}");
        }
        Ok(())
    }

    #[test]
    fn libraries_are_passed_on_with_their_terms() -> Result<()> {
        setup::npm_packages()?;
        let terms = licences()?;
        for (name, _) in LIBRARIES {
            assert!(terms.contains(&format!("{name} (")), "{name}");
        }
        Ok(())
    }
}
