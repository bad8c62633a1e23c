//! Making the wasm small: what nobody calls is taken out, the rest is optimised for size.

use crate::house;
use crate::steps;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc's wasm may use. All that wasm-opt knows would make a module that no browser loads.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Passes for size. The second round finds what the first, with its control flow laid flat and built anew, left.
const PASSES: [&str; 7] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "--strip-producers"];

/// Exports of Leptos's streams from a server. There is no server here, yet an export keeps all that it reaches.
const SERVER_STREAMS: &str = "intounderlying";

/// A script of wasm-bindgen and the wasm that it starts.
pub struct Slim {
    /// The script.
    pub glue: String,
    /// Where the wasm is.
    pub wasm: PathBuf,
}

/// Slims what wasm-bindgen wrote in a folder under the name `stem`; `path` is where the tools are found.
pub fn slim(folder: &Path, stem: &str, path: &OsStr) -> Result<Slim> {
    let glue = house::read(&folder.join(format!("{stem}.js")))?;
    let half_made = |ending: &str| house::workshop().join(format!("{stem}.{ending}"));
    let (graph, snipped) = (half_made("exports.json"), half_made("snipped.wasm"));
    let (reached, named, wasm) = (half_made("reached.wasm"), half_made("named.wasm"), half_made("wasm"));
    let order = json!({ "from": folder.join(format!("{stem}_bg.wasm")), "to": snipped });
    steps::ask(&house::root().join("xtask/src/build/snip.mjs"), &order)?;
    house::write(&graph, Value::from(roots(&glue)).to_string())?;
    let tool = |name| tool(name, path);
    let graph_file = format!("--graph-file={}", graph.display());
    // It lists all that it takes out; that is of no use to anybody here.
    let mut metadce = tool("wasm-metadce");
    steps::output(metadce.arg(&snipped).arg(graph_file).arg("-o").arg(&reached))
        .context("wasm-metadce could not take out what nobody calls")?;
    // Names first: what is made smaller afterwards is laid out to be compressed with them.
    let names = steps::output(tool("wasm-opt").arg(SHORT_NAMES).arg(&reached).arg("-o").arg(&named))
        .context("wasm-opt could not shorten the names between script and wasm")?;
    let names: Names = serde_json::from_str(&names).context("wasm-opt names no names")?;
    optimise(&named, &wasm, path)?;
    Ok(Slim { glue: names.shorten(&glue), wasm })
}

/// Makes a wasm as small as it gets.
pub fn optimise(from: &Path, to: &Path, path: &OsStr) -> Result<()> {
    steps::run(tool("wasm-opt", path).args(PASSES).arg(from).arg("-o").arg(to))
}

/// One of Binaryen's programs.
fn tool(name: &str, path: &OsStr) -> Command {
    let mut command = Command::new(house::root().join("node_modules/.bin").join(name));
    command.env("PATH", path).args(FEATURES);
    command
}

/// The names by which script and wasm know each other hold digests, which nothing compresses.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// Old names and new ones, as wasm-opt lists them.
#[derive(Deserialize)]
struct Names {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

impl Names {
    /// The new name of a module.
    const MODULE: &str = "a";

    /// The script with the new names. It calls `wasm.name(…)`, and gives `name: function(…) {…}` under the module's name.
    fn shorten(&self, glue: &str) -> String {
        let imports =
            self.imports.iter().map(|(_, old, new)| (format!("\n        {old}: "), format!("\n        {new}: ")));
        // No name goes on where another one ends: what follows a name is no letter.
        let exports = self.exports.iter().flat_map(|(old, new)| {
            ["(", ")", ".", ",", ";"].map(|after| (format!("wasm.{old}{after}"), format!("wasm.{new}{after}")))
        });
        let modules =
            self.imports.iter().map(|(module, ..)| (format!("\"{module}\": "), format!("{}: ", Self::MODULE)));
        let shortened = imports.chain(exports).chain(modules.take(1));
        let glue = shortened.fold(glue.to_owned(), |glue, (old, new)| glue.replace(&old, &new));
        // Classes for streams from a server stand first, and nobody uses them.
        match (glue.find("export class IntoUnderlying"), glue.find("function __wbg_get_imports()")) {
            (Some(0), Some(rest)) => glue[rest..].to_owned(),
            _ => glue,
        }
    }
}

/// Every export that wasm-bindgen's script calls, as wasm-metadce wants them: whatever these reach stays.
fn roots(glue: &str) -> Vec<Value> {
    let called = glue.split("wasm.").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
        rest.get(..end)
    });
    let mut names: BTreeSet<&str> = called.filter(|name| !name.is_empty() && !name.contains(SERVER_STREAMS)).collect();
    names.extend(["memory", "__wbindgen_start"]);
    names.into_iter().map(|name| json!({ "name": name, "export": name, "root": true })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_script_calls_stays_and_server_streams_go() {
        let glue =
            "x = wasm.__wbindgen_malloc(1); wasm.memory.buffer; wasm.__wbg_intounderlyingsink_free(p, 1); wasm.go_1 ";
        let names: Vec<Value> = roots(glue).iter().map(|root| root["name"].clone()).collect();
        assert_eq!(names, ["__wbindgen_malloc", "__wbindgen_start", "go_1", "memory"]);
    }

    #[test]
    fn script_and_wasm_know_each_other_by_short_names() -> Result<()> {
        let names: Names = serde_json::from_str(
            r#"{ "imports": [["./x_bg.js", "__wbg_now_1f", "a"]], "exports": [["go", "b"], ["go_1", "c"]] }"#,
        )?;
        let glue = "const i = {\n        __wbg_now_1f: function() { return wasm.go(1) + wasm.go_1; },\n};\nreturn {\n        \"./x_bg.js\": i };";
        let short = "const i = {\n        a: function() { return wasm.b(1) + wasm.c; },\n};\nreturn {\n        a: i };";
        assert_eq!(names.shorten(glue), short);
        let unused = "export class IntoUnderlyingSink { }\nfunction __wbg_get_imports() { }";
        assert_eq!(names.shorten(unused), "function __wbg_get_imports() { }");
        Ok(())
    }
}
