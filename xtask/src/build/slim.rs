//! Making the wasm small: what nobody calls is taken out, the rest is optimised for size.

use crate::house;
use crate::steps;
use anyhow::{Context, Result};
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
const PASSES: [&str; 5] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Exports of Leptos's streams from a server. There is no server here, yet an export keeps all that it reaches.
const SERVER_STREAMS: &str = "intounderlying";

/// Slims what wasm-bindgen wrote in a folder under the name `stem`; `path` is where the tools are found. Returns where the
/// result is.
pub fn slim(folder: &Path, stem: &str, path: &OsStr) -> Result<PathBuf> {
    let glue = house::read(&folder.join(format!("{stem}.js")))?;
    let half_made = |ending: &str| house::workshop().join(format!("{stem}.{ending}"));
    let (graph, reached, small) = (half_made("exports.json"), half_made("reached.wasm"), half_made("small.wasm"));
    let snipped = half_made("snipped.wasm");
    let order = json!({ "from": folder.join(format!("{stem}_bg.wasm")), "to": snipped });
    steps::ask(&house::root().join("xtask/src/build/snip.mjs"), &order)?;
    house::write(&graph, Value::from(roots(&glue)).to_string())?;
    let tool = |name: &str| {
        let mut command = Command::new(house::root().join("node_modules/.bin").join(name));
        command.env("PATH", path).args(FEATURES);
        command
    };
    let graph_file = format!("--graph-file={}", graph.display());
    // It lists all that it takes out; that is of no use to anybody here.
    let mut metadce = tool("wasm-metadce");
    steps::output(metadce.arg(&snipped).arg(graph_file).arg("-o").arg(&reached))
        .context("wasm-metadce could not take out what nobody calls")?;
    steps::run(tool("wasm-opt").args(PASSES).arg(&reached).arg("-o").arg(&small))?;
    Ok(small)
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
}
