//! Kinds of fault against gates: which gate stops which, on and off, in one table that can be checked by eye.

use crate::{
    any_scenario::any_scenario,
    support::{events, seeds, tell},
};
use naru_core::model::{Event, Gate, Scenario, Timeline, event::Kind, simulate};
use proptest::prelude::*;
use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

/// Renews the table instead of checking it.
const RENEW: &str = "NARU_RENEW_GOLDEN";
const SEEDS: u32 = 1_000;
/// The gates that can be switched.
const SWITCHES: [&str; 4] = ["lint", "unit", "integration", "e2e"];

/// Every fault, and what else decides whether a gate sees it.
const ROWS: [(&str, &[(&str, &str)]); 16] = [
    ("none", &[("fault", "none")]),
    ("load", &[("fault", "load")]),
    ("style", &[("fault", "style")]),
    ("syntax", &[("fault", "syntax")]),
    ("logic, coverage 0", &[("fault", "logic"), ("coverage", "0")]),
    ("logic, coverage 50", &[("fault", "logic"), ("coverage", "50")]),
    ("logic, coverage 80", &[("fault", "logic"), ("coverage", "80")]),
    ("logic, coverage 100", &[("fault", "logic"), ("coverage", "100")]),
    ("integration", &[("fault", "integration")]),
    ("data", &[("fault", "data")]),
    ("environment, container", &[("fault", "environment"), ("servers", "container")]),
    ("environment, image", &[("fault", "environment"), ("servers", "image")]),
    ("environment, scripted", &[("fault", "environment"), ("servers", "scripted")]),
    ("environment, handmade", &[("fault", "environment"), ("servers", "handmade")]),
    ("environment, 1 handmade", &[("fault", "environment"), ("servers", "handmade"), ("boats", "1")]),
    ("environment, 100 handmade", &[("fault", "environment"), ("servers", "handmade"), ("boats", "100")]),
];

/// The gates of a column that are on.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("all off", &[]),
    ("lint alone", &["lint"]),
    ("unit alone", &["unit"]),
    ("integration alone", &["integration"]),
    ("e2e alone", &["e2e"]),
    ("all on", &SWITCHES),
];

/// Where a fault was stopped, if anywhere. All at once, so that what comes through meets everyone.
fn stopped(timeline: &Timeline) -> &'static str {
    let gate = events(timeline, "gate-stopped").find_map(|event| match event.kind {
        Kind::GateStopped { gate, .. } => Some(gate.id()),
        _ => None,
    });
    match gate {
        Some(gate) => gate,
        None if timeline.outcome.exposed_minute.is_some() => "through",
        None if timeline.outcome.caught_at == Some("image") => "image",
        None => "no harm",
    }
}

/// A cell: of all seeds, how many were stopped where. What comes first on the way stands first.
fn cell(row: &[(&str, &str)], on: &[&str]) -> String {
    const ORDER: [&str; 8] = ["lint", "compile", "unit", "integration", "e2e", "image", "through", "no harm"];
    let switched = SWITCHES.map(|gate| (gate, if on.contains(&gate) { "on" } else { "off" }));
    let quick = [("release", "all-at-once"), ("orders", "10"), ("watch", "off")];
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    for timeline in seeds(SEEDS, &[row, &switched, &quick].concat()) {
        let place = ORDER.iter().position(|name| *name == stopped(&timeline)).expect("a place on the way");
        *counts.entry(place).or_default() += 1;
    }
    counts.into_iter().map(|(place, count)| format!("{} {count}", ORDER[place])).collect::<Vec<_>>().join(", ")
}

/// The whole table, in columns as wide as their widest cell.
fn table() -> String {
    let mut lines = vec![vec!["fault".to_owned()]];
    lines[0].extend(COLUMNS.map(|(name, _)| name.to_owned()));
    for (name, row) in ROWS {
        let cells = COLUMNS.map(|(_, on)| cell(row, on));
        lines.push([name.to_owned()].into_iter().chain(cells).collect());
    }
    let mut text = format!(
        "Of {SEEDS} seeds, where each kind of fault is stopped and how often it goes through to the customers.\n\
         `image`: what is sealed in cannot be missing. `no harm`: nothing is wrong, or by chance no dock lacks what the change needs.\n\
         The compiler is always on. Renewed with {RENEW}=1, checked by core/tests/model/gates.rs.\n\n"
    );
    let widths: Vec<usize> =
        (0..=COLUMNS.len()).map(|column| lines.iter().map(|line| line[column].len()).max().unwrap_or(0)).collect();
    for line in &lines {
        let padded: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(text, "{}", padded.join("  ").trim_end()).expect("text can be written");
    }
    text
}

#[test]
fn the_table_of_faults_against_gates_is_as_ever() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/gates.txt");
    let table = table();
    if std::env::var_os(RENEW).is_some() {
        fs::write(&path, table).expect("the table can be written");
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    for (golden, told) in golden.lines().zip(table.lines()) {
        assert_eq!(golden, told, "if the gates are meant to see other things: {RENEW}=1");
    }
    assert_eq!(golden, table, "if there are to be more lines: {RENEW}=1");
}

#[test]
fn each_gate_stops_its_own_kind_of_fault_and_the_mended_change_goes_on() {
    for (fault, gate) in [("style", "lint"), ("syntax", "compile")] {
        for timeline in seeds(50, &[("fault", fault)]) {
            assert_eq!(timeline.outcome.caught_at, Some(gate));
        }
    }
    // These are seen mostly, not always; what is run is not always checked.
    for (fault, gate) in [("logic", "unit"), ("integration", "integration")] {
        let caught = seeds(200, &[("fault", fault)]).filter(|timeline| timeline.outcome.caught_at == Some(gate));
        assert!((80..200).contains(&caught.count()), "{fault}");
    }
    for timeline in seeds(400, &[("fault", "logic")]).filter(|timeline| events(timeline, "gate-stopped").count() > 0) {
        let outcome = &timeline.outcome;
        assert_eq!((outcome.exposed_minute, outcome.change_failed), (None, false));
        assert!(outcome.counts.failed < 40, "only the few orders that fail anyway, not {}", outcome.counts.failed);
        assert!(outcome.rework_minutes >= 30 && outcome.lead_time_minutes.is_some(), "{outcome:?}");
        assert_eq!((events(&timeline, "mended").count(), events(&timeline, "committed").count()), (1, 2));
    }
    assert_eq!(tell(&[("fault", "load")]).outcome.caught_at, Some("watch"));
}

#[test]
fn a_caught_fault_costs_time_and_the_earlier_gate_costs_less() {
    // The linter alone sees style at once; with the linter off the trial crossing may see it after all that comes before.
    let settings = [("fault", "style"), ("lint", "off"), ("e2e", "on")];
    let late =
        seeds(100, &settings).find(|timeline| timeline.outcome.caught_at == Some("e2e")).expect("one is seen late");
    let seed = late.scenario.seed.to_string();
    let start = |fault, lint| tell(&[("fault", fault), ("lint", lint), ("seed", &seed)]).release_start;
    assert!(start("none", "on") < start("style", "on"));
    let lost = |timeline: &Timeline| {
        let at = |id| events(timeline, id).next().map_or(0, |event| event.minute);
        at("gate-stopped") - at("committed")
    };
    assert!(lost(&tell(&[("fault", "style"), ("seed", &seed)])) < lost(&late));
}

/// Gates that saw something, whether or not the fault came further.
fn passes(scenario: &Scenario) -> bool {
    events(&simulate(scenario), "gate-stopped").next().is_none()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_gate_switched_on_never_lets_more_through(scenario in any_scenario(), gate in 0_usize..SWITCHES.len()) {
        let switched = |on| {
            let mut scenario = scenario.clone();
            let switch = [&mut scenario.lint, &mut scenario.unit, &mut scenario.integration, &mut scenario.e2e];
            if let Some(switch) = switch.into_iter().nth(gate) {
                *switch = on;
            }
            scenario
        };
        prop_assert!(!passes(&switched(true)) || passes(&switched(false)), "{} on lets more through", SWITCHES[gate]);
    }

    #[test]
    fn more_coverage_never_lets_more_through(scenario in any_scenario(), other in 0_u16..=100) {
        let coverages = [scenario.coverage.min(other), scenario.coverage.max(other)];
        let [less, more] = coverages.map(|coverage| passes(&Scenario { coverage, ..scenario.clone() }));
        prop_assert!(less || !more, "{coverages:?}");
    }
}

/// The same over every seed and fault, one gate after the other: what passes with the gate on passes with it off.
#[test]
fn what_passes_with_a_gate_on_passes_with_it_off() {
    for (name, row) in ROWS.iter().filter(|(_, row)| row[0].1 != "none") {
        let passing = |gate: &str, state: &str| -> Vec<u32> {
            let quick = [("release", "all-at-once"), ("orders", "10"), ("watch", "off"), (gate, state)];
            let passing = seeds(100, &[row, &quick[..]].concat())
                .filter(|timeline| events(timeline, "gate-stopped").next().is_none());
            passing.map(|timeline| timeline.scenario.seed).collect()
        };
        for gate in SWITCHES {
            let (on, off) = (passing(gate, "on"), passing(gate, "off"));
            assert!(on.iter().all(|seed| off.contains(seed)), "{name}: {gate} on lets through what it stops when off");
        }
    }
}

#[test]
fn the_gates_are_passed_cheapest_first_and_those_that_are_off_not_at_all() {
    let started = |settings: &[(&str, &str)]| -> Vec<Gate> {
        let timeline = tell(&[settings, &[("fault", "none")]].concat());
        let gate = |event: &Event| match event.kind {
            Kind::GateStarted { gate } => Some(gate),
            _ => None,
        };
        timeline.events.iter().filter_map(gate).collect()
    };
    assert_eq!(started(&[]), Gate::LINE);
    assert_eq!(started(&[("lint", "off"), ("integration", "off")]), [Gate::Compile, Gate::Unit]);
    let off = [("lint", "off"), ("unit", "off"), ("integration", "off"), ("e2e", "off")];
    assert_eq!(started(&off), [Gate::Compile]);
    let timeline = tell(&off);
    assert_eq!((events(&timeline, "trial-skipped").count(), events(&timeline, "trial-passed").count()), (1, 0));
    // Each gate has its price: without them the commit is at the customers sooner.
    let lead = |settings: &[(&str, &str)]| tell(&[settings, &[("fault", "none")]].concat()).outcome.lead_time_minutes;
    assert!(lead(&off) < lead(&[]));
}
