//! Compressed copies beside each file, so that a plain host can send them as they are.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::{Path, PathBuf};

/// File name endings whose contents grow smaller; pictures and fonts are compressed already.
const ENDINGS: [&str; 9] = ["html", "js", "css", "svg", "wasm", "txt", "json", "webmanifest", "xml"];

/// Whether a file gets compressed copies.
pub fn is_compressible(path: &Path) -> bool {
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Writes `<file>.br` and `<file>.gz`, each as small as it goes.
pub fn beside(path: &Path) -> Result<()> {
    let contents = std::fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
    crate::house::write(&copy(path, "br"), brotli(&contents)?)?;
    crate::house::write(&copy(path, "gz"), gzip(&contents)?)
}

/// As small as gzip, which every browser unpacks, makes it.
pub fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(contents)?;
    Ok(gzip.finish()?)
}

/// The same, and some per cent smaller: it takes seconds, which only what counts every byte is worth.
pub fn smallest_gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, contents, &mut small)?;
    Ok(small)
}

/// The name of a compressed copy.
pub fn copy(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn brotli(mut contents: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    let best =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: contents.len(), ..Default::default() };
    brotli::BrotliCompress(&mut contents, &mut small, &best)?;
    Ok(small)
}
