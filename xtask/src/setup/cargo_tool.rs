//! One command line tool from crates.io, in exactly one version.

use crate::house;
use crate::steps::{output, run, say};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// A tool that cargo can install.
pub struct CargoTool<'a> {
    /// The crate that it comes in.
    pub package: &'a str,
    /// The program's name, which `--version` also says.
    pub binary: &'a str,
    /// The only version that will do.
    pub version: &'a str,
    /// More flags for `cargo install`.
    pub flags: &'a [&'a str],
    /// The level to which the compiler optimizes it, no higher than its work in a build is worth the wait.
    pub optimized: &'a str,
    /// How long building it takes on two cores.
    pub minutes: u32,
}

impl CargoTool<'_> {
    /// The program: the one on PATH or an earlier installation in `.tools/` where the version is right, else a new
    /// installation in `.tools/`.
    pub fn find_or_install(&self) -> Result<PathBuf> {
        let own = home().join("bin").join(format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX));
        for candidate in on_path(self.binary).into_iter().chain([own.clone()]) {
            if self.is_right(&candidate) {
                return Ok(candidate);
            }
        }
        say(&format!(
            "Installing {} {} into .tools/ (about {} minutes on two cores, only this once)",
            self.package, self.version, self.minutes
        ));
        // With its own lock file first; where a registry holds one of those versions back, with today's versions.
        if run(&mut self.install(true)).is_err() {
            say("Once more with the newest versions of what it is built from");
            run(&mut self.install(false))
                .with_context(|| format!("{} {} could not be installed", self.package, self.version))?;
        }
        // A gigabyte that nobody needs any more.
        std::fs::remove_dir_all(home().join("target")).context(".tools/target could not be removed")?;
        Ok(own)
    }

    /// The command that installs the tool.
    fn install(&self, locked: bool) -> Command {
        let mut command = Command::new("cargo");
        command.args(["install", "--force", "--root"]).arg(home());
        command.args([self.package, "--version", self.version]).args(self.flags);
        if locked {
            command.arg("--locked");
        }
        // Cargo would advise to put the folder on PATH; that is done where the tools are run.
        let path = std::env::var_os("PATH").unwrap_or_default();
        if let Ok(path) = std::env::join_paths(std::env::split_paths(&path).chain([home().join("bin")])) {
            command.env("PATH", path);
        }
        command
            .current_dir(house::root())
            // Kept until it is done, so that a stopped installation goes on where it was.
            .env("CARGO_TARGET_DIR", home().join("target"))
            .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimized)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        command
    }

    /// Whether a program is there and says the wanted version of itself.
    fn is_right(&self, program: &PathBuf) -> bool {
        output(Command::new(program).arg("--version")).is_some_and(|said| self.is_right_answer(&said))
    }

    fn is_right_answer(&self, said: &str) -> bool {
        said.split_whitespace().nth(1) == Some(self.version)
    }
}

/// The folder of this checkout's own tools.
fn home() -> PathBuf {
    house::root().join(".tools")
}

/// Every program of that name on PATH, the first first.
pub fn on_path(binary: &str) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(format!("{binary}{}", std::env::consts::EXE_SUFFIX)))
        .filter(|program| program.is_file())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOOL: CargoTool = CargoTool {
        package: "trunk",
        binary: "trunk",
        version: "0.21.14",
        flags: &["--no-default-features"],
        optimized: "0",
        minutes: 6,
    };

    #[test]
    fn only_exactly_the_wanted_version_will_do() {
        assert!(TOOL.is_right_answer("trunk 0.21.14"));
        assert!(TOOL.is_right_answer("trunk 0.21.14 (some build)"));
        assert!(!TOOL.is_right_answer("trunk 0.21.1"));
        assert!(!TOOL.is_right_answer("trunk 0.22.1"));
        assert!(!TOOL.is_right_answer(""));
    }

    #[test]
    fn it_installs_into_the_checkout_and_nowhere_else() {
        let line = crate::steps::shown(&TOOL.install(true));
        assert!(line.starts_with("cargo install --force --root "), "{line}");
        assert!(line.ends_with("/.tools trunk --version 0.21.14 --no-default-features --locked"), "{line}");
        assert!(!crate::steps::shown(&TOOL.install(false)).contains("--locked"));
    }
}
