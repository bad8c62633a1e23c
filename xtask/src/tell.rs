//! Tells a journey, or a year of many, as text or as one JSON document, from the pure core alone.

mod year;

use crate::Usage;
use anyhow::Result;
use naru_core::{
    link::Link,
    model::{CHOICES, Choice, MODEL_VERSION, Scenario, Timeline, Values, choice, simulate, timeline::MILLI},
    text::{Arg, Language, describe},
};
use serde_json::{Map, Value, json};
use std::{fmt::Write as _, process::ExitCode};

/// What was asked for.
#[derive(Debug)]
struct Asked {
    what: What,
    json: bool,
    warnings: Vec<String>,
}

/// What is told.
#[derive(Debug)]
enum What {
    /// One idea's journey, in a language.
    Journey(Box<Scenario>, Language),
    /// A year of two harbours.
    Year,
}

/// Runs `tell`; exit code 2 for a command line that was not understood.
pub fn run(args: &[String]) -> ExitCode {
    match read(args) {
        Ok(asked) => {
            for warning in &asked.warnings {
                eprintln!("{warning}");
            }
            let text = match (asked.what, asked.json) {
                (What::Journey(scenario, language), false) => journey(&simulate(&scenario), language),
                (What::Journey(scenario, _), true) => format!("{:#}\n", document(&simulate(&scenario))),
                (What::Year, false) => year::text(),
                (What::Year, true) => format!("{:#}\n", year::document()),
            };
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(usage) => crate::fail(&usage.into()),
    }
}

fn read(args: &[String]) -> Result<Asked, Usage> {
    use lexopt::prelude::{Long, ValueExt as _};
    let mut parser = lexopt::Parser::from_args(args);
    let (mut link, mut settings, mut language) = (None, Vec::new(), None);
    let (mut json, mut year) = (false, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("link") => link = Some(Link::read_address(&parser.value()?.string()?)),
            Long("set") => settings.push(parser.value()?.string()?),
            Long("json") => json = true,
            Long("year") => year = true,
            Long("lang") => {
                let tag = parser.value()?.string()?;
                let found = Language::by_id(&tag);
                language = Some(found.ok_or_else(|| Usage(format!("There is no language `{tag}`: use en or ko.")))?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if year && (link.is_some() || !settings.is_empty() || language.is_some()) {
        return Err(Usage(
            "A year is the same for all choices, and told in English: `--year` goes with `--json` only.".into(),
        ));
    }
    if year {
        return Ok(Asked { what: What::Year, json, warnings: Vec::new() });
    }
    let (Link { mut scenario, language: asked, .. }, notices) = link.unwrap_or_default();
    let language = language.or(asked).unwrap_or_default();
    let warnings = notices.iter().map(|notice| notice.text(language)).collect();
    for setting in settings {
        set(&mut scenario, &setting)?;
    }
    Ok(Asked { what: What::Journey(Box::new(scenario), language), json, warnings })
}

/// Sets one choice, strictly.
fn set(scenario: &mut Scenario, setting: &str) -> Result<(), Usage> {
    let Some((key, value)) = setting.split_once('=') else {
        return Err(Usage(format!("`--set {setting}` has no value: write --set key=value.")));
    };
    let Some(choice) = choice(key) else {
        let keys: Vec<&str> = CHOICES.iter().map(|choice| choice.key).collect();
        return Err(Usage(format!("There is no choice `{key}`. The choices are: {}.", keys.join(", "))));
    };
    if choice.set(scenario, value) {
        return Ok(());
    }
    Err(Usage(format!("`{value}` is not a value of {key}: it takes {}.", values(choice))))
}

fn values(choice: &Choice) -> String {
    match choice.values {
        Values::Names(names) => names().join(", "),
        Values::Number { min, max } => format!("a whole number from {min} to {max}"),
        Values::Written { how, .. } => how.to_owned(),
    }
}

/// The journey as one JSON document.
fn document(timeline: &Timeline) -> Value {
    let choices: Map<String, Value> = CHOICES
        .iter()
        .map(|choice| {
            let value = choice.get(&timeline.scenario);
            let value = match choice.values {
                Values::Number { .. } => value.parse::<u64>().map_or(Value::Null, Value::from),
                Values::Names(_) | Values::Written { .. } => Value::from(value),
            };
            (choice.key.to_owned(), value)
        })
        .collect();
    json!({
        "model_version": MODEL_VERSION,
        "choices": choices,
        "release_minute": timeline.release_start,
        "events": timeline.events,
        "shares": timeline.shares(),
        "outcome": timeline.outcome,
        "digest": format!("{:016x}", timeline.digest()),
    })
}

/// The journey as lines of text.
fn journey(timeline: &Timeline, language: Language) -> String {
    let mut text = String::new();
    let mut station = None;
    for (event, instant) in timeline.events.iter().zip(&timeline.instants) {
        let moment = timeline.at(*instant);
        if station != Some(moment.visit) {
            station = Some(moment.visit);
            line(&mut text, &format!("\n{}", language.text(&format!("station.{}", moment.station.id()))));
        }
        let caption = describe::caption(timeline, event, language);
        line(&mut text, &format!("  {}  {caption}", describe::clock(moment.clock, language)));
    }
    line(&mut text, &format!("\n{}", language.text("board.label")));
    let last = timeline.at(timeline.end() * MILLI);
    for figure in describe::board(timeline, &last, language) {
        line(&mut text, &format!("  {}: {}", describe::figure_name(figure.key, timeline, language), figure.value));
    }
    let came = Arg::Number(timeline.outcome.counts.came).show();
    line(&mut text, &format!("  {}: {came}", language.text("board.came")));
    text.trim_start().to_owned()
}

fn line(text: &mut String, words: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{words}");
}
