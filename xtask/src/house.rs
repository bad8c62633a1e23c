//! Where things stand in the checkout, and reading whole folders of it.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The top folder of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The built app, ready for any host.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where this tool keeps what it may lose: stamps and half-made things.
pub fn workshop() -> PathBuf {
    root().join("target").join("xtask")
}

/// Reads a file of the checkout, naming it when that fails.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Writes a file, naming it when that fails; missing folders are made.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    }
    std::fs::write(path, contents).with_context(|| format!("{} could not be written", path.display()))
}

/// All files below `top` (or `top` itself when it is a file), sorted; hidden ones are left out.
pub fn files(top: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(top, &mut found).with_context(|| format!("{} could not be read", top.display()))?;
    found.sort();
    Ok(found)
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
        return Ok(());
    }
    if !path.is_dir() {
        found.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        collect(&entry?.path(), found)?;
    }
    Ok(())
}

/// Digits of a name for contents. `public/sw.js` knows them, too.
pub const DIGITS: usize = 10;

/// A name for contents: the first hexadecimal digits of their SHA-256. Each file of a first visit is asked for by one, so no more of them than
/// tell a million versions of a file apart.
pub fn digest(contents: &[u8]) -> String {
    Sha256::digest(contents).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// A name for all files below some places, their paths included.
pub fn digest_of_files(tops: &[PathBuf]) -> Result<String> {
    let mut hasher = Sha256::new();
    for top in tops {
        for path in files(top)? {
            let contents = std::fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
            hasher.update(path.as_os_str().as_encoded_bytes());
            hasher.update(contents.len().to_le_bytes());
            hasher.update(contents);
        }
    }
    Ok(hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}
