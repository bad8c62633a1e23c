//! Tells a journey as text or as one JSON document, from the pure core alone.

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
#[derive(Debug, Default)]
struct Asked {
    scenario: Scenario,
    language: Language,
    json: bool,
    warnings: Vec<String>,
}

/// Runs `tell`; exit code 2 for a command line that was not understood.
pub fn run(args: &[String]) -> ExitCode {
    match read(args) {
        Ok(asked) => {
            for warning in &asked.warnings {
                eprintln!("{warning}");
            }
            let timeline = simulate(&asked.scenario);
            let text =
                if asked.json { format!("{:#}\n", document(&timeline)) } else { journey(&timeline, asked.language) };
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(usage) => crate::fail(&usage.into()),
    }
}

fn read(args: &[String]) -> Result<Asked, Usage> {
    use lexopt::prelude::{Long, ValueExt as _};
    let mut parser = lexopt::Parser::from_args(args);
    let mut link = Link::default();
    let mut asked = Asked::default();
    let (mut settings, mut language, mut notices) = (Vec::new(), None, Vec::new());
    while let Some(arg) = parser.next()? {
        match arg {
            Long("link") => (link, notices) = Link::read_address(&parser.value()?.string()?),
            Long("set") => settings.push(parser.value()?.string()?),
            Long("json") => asked.json = true,
            Long("lang") => {
                let tag = parser.value()?.string()?;
                let found = Language::by_id(&tag);
                language = Some(found.ok_or_else(|| Usage(format!("There is no language `{tag}`: use en or ko.")))?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    asked.language = language.or(link.language).unwrap_or_default();
    asked.scenario = link.scenario;
    asked.warnings = notices.iter().map(|notice| notice.text(asked.language)).collect();
    for setting in settings {
        set(&mut asked.scenario, &setting)?;
    }
    Ok(asked)
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
                Values::Names(_) => Value::from(value),
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
        line(
            &mut text,
            &format!("  {}: {}", describe::figure_name(figure.key, &timeline.scenario, language), figure.value),
        );
    }
    let came = Arg::Number(timeline.outcome.came).show();
    line(&mut text, &format!("  {}: {came}", language.text("board.came")));
    text.trim_start().to_owned()
}

fn line(text: &mut String, words: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{words}");
}
