//! Taking the parts that a first visit does not need out of the wasm: each becomes a module of its own, which the app fetches
//! when somebody first wants it (`#[wasm_split]` in the app says where the cuts are).

use super::slim::{self, Slim};
use crate::house;
use crate::setup::Tools;
use crate::steps;
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// The app's name, as its files are called.
const STEM: &str = "naru";
/// The script by which the splitter would have parts loaded; start-up does that here, since it also knows the single file.
const LINK: &str = "__wasm_split.js";
/// The beginning of the name of what the app calls to have a part loaded.
const LOAD: &str = "__wasm_split_load_";

/// The app, cut.
pub struct Cut {
    /// Its script and the wasm that a visit starts with.
    pub main: Slim,
    /// The other modules, by name.
    pub parts: BTreeMap<String, PathBuf>,
}

/// Cuts what the compiler made, binds it to the browser and slims it all.
pub fn cut(tools: &Tools) -> Result<Cut> {
    let compiled = house::root().join("target").join(crate::setup::WASM).join("release").join(format!("{STEM}.wasm"));
    let bytes = std::fs::read(&compiled).with_context(|| format!("{} could not be read", compiled.display()))?;
    let (pieces, bound) = (house::workshop().join("split"), house::workshop().join("bound"));
    for folder in [&pieces, &bound] {
        super::finish::remove(folder)?;
    }
    let main = pieces.join(format!("{STEM}.wasm"));
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = &pieces;
    options.main_out_path = &main;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the wasm could not be cut into its parts")?;
    let mut bind = Command::new(&tools.wasm_bindgen);
    bind.arg(&main).args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", STEM, "--out-dir"]);
    steps::run(bind.arg(&bound))?;

    let needs: BTreeMap<&String, &Vec<String>> = split.prefetch_map.iter().collect();
    let script = bound.join(format!("{STEM}.js"));
    let glue = linked(&house::read(&script)?, &shared(&house::read(&pieces.join(LINK))?)?, &needs)?;
    house::write(&script, glue)?;
    let main = slim::slim(&bound, STEM, &tools.path)?;
    let mut parts = BTreeMap::new();
    for path in &split.split_modules {
        let name = path.file_stem().context("a part has no name")?.to_string_lossy().into_owned();
        let slimmed = house::workshop().join(format!("{name}.wasm"));
        slim::optimise(path, &slimmed, &tools.path)?;
        parts.insert(name, slimmed);
    }
    Ok(Cut { main, parts })
}

/// What the parts take from the main module, as the splitter's own script lists it.
fn shared(link: &str) -> Result<Vec<String>> {
    let list = link.split_once("const { ").and_then(|(_, rest)| rest.split_once('}')).map(|(list, _)| list);
    let list = list.context("the splitter's script does not say what the parts share")?;
    Ok(list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// wasm-bindgen's script with the loaders inside, in place of the import of a script with them. A part is given what the main
/// module shares; then the app is called back and told whether the part is there. `parts` says in which files each is, in their order.
fn linked(glue: &str, shared: &[String], parts: &BTreeMap<&String, &Vec<String>>) -> Result<String> {
    let lines = || glue.lines().filter(|line| !line.contains(LINK));
    // An import and a use of it for each part.
    let named = glue.lines().count() - lines().count();
    anyhow::ensure!(named == 2 * parts.len(), "wasm-bindgen's script names the loaders' {named} times, in another way");
    let mut loaders = String::new();
    for (part, files) in parts {
        let mut given = String::new();
        for name in shared {
            write!(given, "{name}: wasm.{name}, ")?;
        }
        write!(
            loaders,
            "\n        {LOAD}{part}: function(callback, data) {{\n            naruLarder.part({}, {{ {given}}}).then(() => 1, () => 0)\
             .then((there) => wasm.__indirect_function_table.get(callback)(data, there));\n        }},",
            serde_json::to_string(files)?
        )?;
    }
    const OBJECT: &str = "const import0 = {\n        __proto__: null,";
    let glue = lines().fold(String::with_capacity(glue.len()), |glue, line| glue + line + "\n");
    anyhow::ensure!(
        glue.matches(OBJECT).count() == 1,
        "wasm-bindgen's script gives the wasm what it imports in another way"
    );
    Ok(glue.replace(OBJECT, &format!("{OBJECT}{loaders}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loaders_stand_in_the_script() -> Result<()> {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nfunction f() {\n    const import0 = {\n        __proto__: null,\n        a: 1,\n    };\n    return {\n        \"./__wasm_split.js\": import1,\n        \"./naru_bg.js\": import0,\n    };\n}\n";
        let names = shared("x\n const { __indirect_function_table, memory,  } = initSync(1);")?;
        let linked = linked(
            glue,
            &names,
            &[(&"story".to_owned(), &vec!["chunk_1".to_owned(), "split_story".to_owned()])].into(),
        )?;
        assert!(!linked.contains("import1"), "{linked}");
        assert!(linked.contains("__wasm_split_load_story: function(callback, data)"), "{linked}");
        assert!(linked.contains("memory: wasm.memory, "), "{linked}");
        assert!(linked.contains("part([\"chunk_1\",\"split_story\"], "), "{linked}");
        Ok(())
    }

    #[test]
    fn a_script_of_another_shape_is_refused() {
        assert!(linked("const import0 = {}", &[], &[(&"story".to_owned(), &Vec::new())].into()).is_err());
        assert!(shared("nothing").is_err());
    }
}
