//! Naru's own tool, run as `cargo xtask <command>`: it serves, builds, tests and measures the app and
//! tells a journey as text.

mod bench;
mod build;
mod fonts;
mod house;
mod icons;
mod serve;
mod server;
mod setup;
mod shots;
mod soak;
mod steps;
mod tell;
mod test;

use std::process::ExitCode;

/// What `cargo xtask` answers when it is asked for help.
const HELP: &str = "\
cargo xtask serve [--port N] [--open] [--no-build]   set everything up, build the app and serve it on 127.0.0.1
cargo xtask build [--site <address>]                 set everything up and write the app to dist/; --site: where it will stand,
                                                     so that other sites find out how to embed it (oEmbed)
cargo xtask test [--fast]                            check and test everything; --fast: native only, no browser
cargo xtask tell --link '<fragment>' [--set key=value]... [--json] [--lang en|ko]
                                                     print the journey behind a link, computed without a browser
cargo xtask tell --year [--json]                     print a year of two harbours, beside what a survey found
cargo xtask bench [--native] [--keep]                measure how long things take, natively and in a slowed browser, and
                                                     fail when that is over the budget; --native: no browser;
                                                     --keep: the figures become those of this landing
cargo xtask shots [--quick] [--motion] [--open] [--no-build]
                                                     take pictures of every station and strategy to look at, in target/shots/;
                                                     --quick: two sizes, two looks; --motion: films of it as it plays, too
cargo xtask soak [--hours N]                         live hours of a kiosk's life, faster than they pass, and print the curve of its memory
cargo xtask fonts                                    cut the fonts anew, after a text got letters that they lack
cargo xtask icons                                    draw the icons anew, after their drawing changed";

/// A command line that cannot be understood; it ends the tool with exit code 2.
#[derive(Debug)]
pub struct Usage(String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (`cargo xtask help` lists the commands)", self.0)
    }
}

impl std::error::Error for Usage {}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("The command line was not understood: {error}."))
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = match std::env::args_os().skip(1).map(|arg| arg.into_string()).collect() {
        Ok(args) => args,
        Err(arg) => return fail(&Usage(format!("{arg:?} is not readable as text.")).into()),
    };
    let Some((command, rest)) = args.split_first() else {
        return fail(&Usage("Which command? For example `cargo xtask serve`.".into()).into());
    };
    let outcome = match command.as_str() {
        "serve" => serve::run(rest),
        "build" => build::run(rest),
        "test" => return test::run(rest).unwrap_or_else(|error| fail(&error)),
        "tell" => return tell::run(rest),
        "bench" => return bench::run(rest).unwrap_or_else(|error| fail(&error)),
        "shots" => shots::run(rest),
        "soak" => soak::run(rest),
        "fonts" => fonts::run(rest),
        "icons" => icons::run(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Usage(format!("There is no command `{other}`.")).into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// Says on stderr what went wrong, with its causes, and chooses the exit code: 2 for a command line that was not
/// understood, 1 for everything else.
fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("{error:#}");
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}

/// Reads a command line that must be empty.
fn no_arguments(args: &[String]) -> Result<(), Usage> {
    match lexopt::Parser::from_args(args).next()? {
        None => Ok(()),
        Some(arg) => Err(arg.unexpected().into()),
    }
}
