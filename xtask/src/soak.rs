//! `cargo xtask soak`: hours of a kiosk's life, faster than they pass, with its figures after each visit.

use crate::steps::say;
use crate::{Usage, build, house, setup, test};
use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;
use std::process::Command;

/// Hours that are lived where nobody says how many.
const HOURS: u32 = 1;
/// Lines of the curve that are printed at most: of more visits, each second, third, … one.
const LINES: usize = 40;
/// Bytes of a kilobyte.
const KB: u64 = 1_000;

/// Lives, and prints the curve.
pub fn run(args: &[String]) -> Result<()> {
    let hours = parse(args)?;
    build::up_to_date()?;
    setup::npm_packages()?;
    let browser = setup::browser::find_or_install()?;
    let curve = house::workshop().join("soak.csv");
    house::write(&curve, "")?;
    say(&format!("Living {hours} hours of a kiosk (some minutes each)"));
    let mut playwright = Command::new(setup::node_modules().join(".bin/playwright"));
    playwright
        .args(["test", "--config", "tests/browser/playwright.config.mjs"])
        .current_dir(house::root())
        .env("NARU_XTASK", std::env::current_exe().context("This tool does not know where it stands")?)
        .env("NARU_PORT", test::free_port()?.to_string())
        .env("NARU_SOAK_HOURS", hours.to_string())
        .env("NARU_SOAK_CURVE", &curve);
    if let Some(browser) = browser {
        playwright.env("NARU_CHROMIUM", browser);
    }
    let fine = playwright.status().context("The browser driver could not be started")?.success();
    println!("{}", table(&house::read(&curve)?));
    ensure!(fine, "Something piled up; the lines above say what.");
    Ok(())
}

fn parse(args: &[String]) -> Result<u32, Usage> {
    let mut hours = HOURS;
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("hours") => hours = parser.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(hours.max(1))
}

/// The curve for eyes: a line a visit, with a bar for the heap.
fn table(curve: &str) -> String {
    let visits: Vec<Vec<u64>> =
        curve.lines().map(|line| line.split(',').filter_map(|figure| figure.parse().ok()).collect()).collect();
    let most = visits.iter().filter_map(|visit| visit.get(3)).max().copied().unwrap_or(1).max(1);
    let mut lines =
        vec![format!("{:>8} {:>8} {:>10} {:>10} {:>10}", "minute", "nodes", "listeners", "heap kB", "wasm kB")];
    for visit in visits.iter().step_by(visits.len().div_ceil(LINES).max(1)) {
        if let [second, nodes, listeners, heap, wasm] = visit[..] {
            let bar = "#".repeat(usize::try_from(heap * 30 / most).unwrap_or_default());
            lines.push(format!(
                "{:>8} {nodes:>8} {listeners:>10} {:>10} {:>10} {bar}",
                second / 60,
                heap / KB,
                wasm / KB
            ));
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_has_a_line_for_each_visit_and_no_more_than_can_be_read() {
        let curve: String = (1..=100).map(|visit| format!("{},900,80,{},1000\n", visit * 60, visit * 1_000)).collect();
        let table = table(&curve);
        assert!(table.lines().count() <= LINES + 1, "{table}");
        assert!(table.lines().nth(1).is_some_and(|line| line.contains("900")), "{table}");
    }

    #[test]
    fn hours_are_read_strictly() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert!(parse(&words("--hours 8")).is_ok_and(|hours| hours == 8));
        assert!(parse(&words("--hours many")).is_err());
        assert!(parse(&words("8")).is_err());
    }
}
