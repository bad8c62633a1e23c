//! The built app, served by this very tool for as long as pictures are taken or frames are measured.

use anyhow::{Context, Result};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A server; it ends with the value.
pub struct Server {
    child: Child,
    /// Where the app is.
    pub address: String,
}

impl Server {
    /// Serves `dist/` on a port that is free.
    pub fn start() -> Result<Self> {
        let tool = std::env::current_exe().context("This tool does not know where it stands")?;
        let child = Command::new(tool)
            .args(["serve", "--no-build", "--port", "0"])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("dist/ could not be served")?;
        let mut server = Self { child, address: String::new() };
        let mut said = String::new();
        if let Some(stderr) = server.child.stderr.take() {
            BufReader::new(stderr).read_line(&mut said).context("dist/ could not be served")?;
        }
        let address = said.split_whitespace().find(|word| word.starts_with("http://"));
        server.address = address.with_context(|| format!("dist/ could not be served: {said}"))?.to_owned();
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended by itself needs no end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
