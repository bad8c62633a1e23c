//! Filling in index.html and boot.js, for a host and for the single file.

use super::{septets, words::Words};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The words of every language.
pub type Languages = BTreeMap<String, Words>;

/// The page's rules for itself on a host: nothing but its own files, no inline script or style.
pub const HOSTED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Addresses of the hosted parts, relative to index.html.
pub struct Addresses<'a> {
    pub boot: &'a str,
    pub style: &'a str,
    pub glue: &'a str,
    pub wasm: &'a str,
}

/// Contents of the parts, for the single file.
pub struct Parts<'a> {
    /// boot.js, its BUILD filled in.
    pub boot: &'a str,
    pub style: &'a str,
    pub glue: &'a str,
    pub wasm: &'a [u8],
    /// The wasm of parts that are started later, by name.
    pub more: &'a [(String, Vec<u8>)],
    pub icon: &'a str,
    /// Drawings and texts.
    pub larder: serde_json::Value,
    /// What the fonts in the style must be passed on with.
    pub licence: &'a str,
}

/// boot.js with its BUILD filled in: the words, and what else `more` says.
pub fn boot(template: &str, languages: &Languages, more: serde_json::Value) -> Result<String> {
    let mut build = serde_json::json!({ "words": languages });
    if let (Some(build), serde_json::Value::Object(more)) = (build.as_object_mut(), more) {
        build.extend(more);
    }
    build_into(template, "boot.js", &build)
}

/// A script of `public/` with its BUILD filled in.
pub fn build_into(template: &str, name: &str, build: &serde_json::Value) -> Result<String> {
    const PLACE: &str = "\"{{build}}\"";
    if template.matches(PLACE).count() != 1 {
        bail!("public/{name} must say {PLACE} exactly once.");
    }
    // `<` could end the script element of the single file too early.
    Ok(template.replace(PLACE, &build.to_string().replace('<', "\\u003c")))
}

/// index.html for a host. `found` stands before all that it loads: who only looks for that does not read far.
pub fn hosted(template: &str, languages: &Languages, at: &Addresses, found: &str) -> Result<String> {
    let start = format!(
        "{found}<script src=\"{}\"></script>\n    <link rel=\"stylesheet\" href=\"{}\" />\n    \
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"./favicon.svg\" />\n    \
         <link rel=\"modulepreload\" href=\"{}\" />\n    \
         <link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin />",
        at.boot, at.style, at.glue, at.wasm
    );
    filled(template, languages, HOSTED_POLICY, &start, "")
}

/// The single file: everything inside, each script and the style allowed by its hash.
pub fn single(template: &str, languages: &Languages, parts: &Parts) -> Result<String> {
    // The glue is a module of its own elsewhere; here it starts itself.
    let entry =
        entry(parts.glue).context("wasm-bindgen's script exports nothing by default; the single file needs it")?;
    let module =
        format!("{}\nwindow.naruStart({entry}, document.getElementById(\"naru-wasm\").textContent);\n", parts.glue);
    for (name, text) in [
        ("boot.js", parts.boot),
        ("wasm-bindgen's script", &module),
        ("the style", parts.style),
        ("the fonts' licence", parts.licence),
    ] {
        if text.contains("</script") || text.contains("</style") || text.contains("<!--") {
            bail!("{name} holds a tag that would end it too early in the single file.");
        }
    }
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; font-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(parts.boot),
        hash(&module),
        hash(parts.style)
    );
    let start = format!(
        "<script>{}</script>\n    <style>{}</style>\n    <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{}\" />",
        parts.boot,
        parts.style,
        STANDARD.encode(parts.icon)
    );
    let larder = block("naru-larder", &packed(parts.larder.to_string().as_bytes())?);
    let more = parts.more.iter().try_fold(String::new(), |blocks, (name, wasm)| {
        anyhow::Ok(blocks + &block(&format!("naru-part-{name}"), &packed(wasm)?))
    })?;
    let end = format!(
        "<script type=\"text/plain\" id=\"naru-fonts-licence\">{}</script>\n    {larder}{}{more}<script type=\"module\">{module}</script>",
        parts.licence,
        block("naru-wasm", &packed(parts.wasm)?),
    );
    filled(template, languages, &policy, &start, &end)
}

/// A block of data that start-up finds by its name.
fn block(id: &str, text: &str) -> String {
    format!("<script type=\"application/x-naru-septets\" id=\"{id}\">{text}</script>\n    ")
}

/// Bytes as text: compressed first.
fn packed(bytes: &[u8]) -> Result<String> {
    Ok(septets::written(&super::compress::smallest_gzip(bytes)?))
}

/// The name that a module's default export goes by inside it.
fn entry(module: &str) -> Option<&str> {
    let before = module.rsplit_once(" as default")?.0;
    before.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '$').next()
}

/// The page of a kiosk's watchdog: script and style inside, each allowed by its hash, and a frame for the harbour.
pub fn watchdog(template: &str, languages: &Languages, script: &str, style: &str) -> Result<String> {
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; connect-src 'self'; frame-src 'self' file:; base-uri 'none'; \
         form-action 'none'",
        hash(script),
        hash(style)
    );
    let start = format!("<style>{style}</style>");
    filled(template, languages, &policy, &start, &format!("<script>{script}</script>"))
}

/// Puts words, policy, start and end into the template, and fails when something stays open.
fn filled(template: &str, languages: &Languages, policy: &str, start: &str, end: &str) -> Result<String> {
    let mut page = template.replace("{{policy}}", policy);
    for (language, words) in languages {
        for (key, text) in words {
            page = page.replace(&format!("{{{{{language}.{key}}}}}"), &escaped(text));
        }
    }
    if let Some((_, rest)) = page.split_once("{{") {
        bail!("A page asks for `{}`, which its words in locales/ have not.", rest.split("}}").next().unwrap_or(rest));
    }
    for mark in ["<!-- start -->", "<!-- end -->"] {
        if page.matches(mark).count() != 1 {
            bail!("A page must say `{mark}` exactly once.");
        }
    }
    Ok(page.replace("<!-- end -->", end).replace("<!-- start -->", start))
}

/// Text that may stand in markup and in attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What a policy says to allow exactly this inline text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    const TEMPLATE: &str = "<meta content=\"{{policy}}\"><!-- start --><h1>{{en.title}}</h1><!-- end -->";

    fn languages() -> Languages {
        Languages::from([("en".to_owned(), Words::from([("title".to_owned(), "A <b> & \"c\"".to_owned())]))])
    }

    fn parts<'a>(boot: &'a str, glue: &'a str) -> Parts<'a> {
        Parts {
            boot,
            style: "p{}",
            glue,
            wasm: b"\0asm",
            more: &[],
            icon: "<svg/>",
            larder: serde_json::json!({}),
            licence: "(c)",
        }
    }

    #[test]
    fn words_are_escaped_and_the_addresses_are_relative() -> Result<()> {
        let at = Addresses { boot: "./b.js", style: "./s.css", glue: "./g.js", wasm: "./w.wasm" };
        let page = hosted(TEMPLATE, &languages(), &at, "")?;
        assert!(page.contains("<h1>A &lt;b&gt; &amp; &quot;c&quot;</h1>"));
        assert!(!page.contains("=\"/") && !page.contains("unsafe-inline"));
        Ok(())
    }

    #[test]
    fn an_unknown_word_is_refused() {
        let at = Addresses { boot: "", style: "", glue: "", wasm: "" };
        assert!(hosted(&TEMPLATE.replace("title", "nothing"), &languages(), &at, "").is_err());
    }

    #[test]
    fn the_single_file_allows_exactly_what_is_in_it() -> Result<()> {
        let page = single(TEMPLATE, &languages(), &parts("boot()", "function go() {} export{a as b,go as default};"))?;
        assert!(page.contains(&hash("boot()")) && page.contains(&hash("p{}")) && page.contains(&packed(b"\0asm")?));
        assert!(!page.contains("'self'") && page.contains("window.naruStart(go, "));
        Ok(())
    }

    #[test]
    fn what_is_inside_comes_out_as_it_was() -> Result<()> {
        let drawing = "<!-- --><g></g></script>";
        let larder = serde_json::json!({ "scenery": drawing });
        let page = single(
            TEMPLATE,
            &languages(),
            &Parts { larder, ..parts("boot()", "function go() {} export{a as b,go as default};") },
        )?;
        let block = page.split_once("id=\"naru-larder\">").and_then(|(_, rest)| rest.split_once("</script>"));
        let (block, _) = block.ok_or_else(|| anyhow::anyhow!("the single file has no such block"))?;
        assert!(!block.contains('<'), "nothing in it could end it too early");
        let mut text = String::new();
        flate2::read::GzDecoder::new(&septets::read(block)[..]).read_to_string(&mut text)?;
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text)?["scenery"], drawing);
        Ok(())
    }

    #[test]
    fn what_would_end_a_script_too_early_is_refused() {
        assert!(
            single(TEMPLATE, &languages(), &parts("'</script>'", "function go() {} export{a as b,go as default};"))
                .is_err()
        );
        assert!(single(TEMPLATE, &languages(), &parts("boot()", "nothing")).is_err());
    }

    #[test]
    fn words_cannot_end_a_script() -> Result<()> {
        let filled = boot("const BUILD = \"{{build}}\";", &languages(), serde_json::json!({ "bytes": 1 }))?;
        assert!(!filled.contains('<') && filled.contains("\"bytes\":1"));
        Ok(())
    }
}
