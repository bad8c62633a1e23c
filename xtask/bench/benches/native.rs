//! How long the simulation takes natively. `cargo xtask bench` runs this, and holds what criterion finds against the budgets.

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use naru_core::{
    link::Link,
    model::{
        Assumptions, Scenario, simulate,
        year::{Harbour, year},
    },
    scene::{View, frame},
    session::Camera,
    time::Show,
};
use std::{hint::black_box, time::Duration};

/// The stories that are measured, by their names.
const STORIES: &str = include_str!("../stories.txt");
/// One more story may stand in this variable of the environment, written likewise.
const MORE: &str = "NARU_BENCH_STORY";

/// Every story: its name and its choices.
fn stories() -> Vec<(String, Scenario)> {
    let more = std::env::var(MORE).unwrap_or_default();
    let lines = STORIES.lines().chain(more.lines()).filter(|line| !line.starts_with('#'));
    let named = lines.filter_map(|line| line.split_once(" = "));
    named.map(|(name, fragment)| (name.to_owned(), Link::read("", fragment).0.scenario)).collect()
}

/// A computer screen, on which the most can be seen.
const SCREEN: View =
    View { width: 1_280.0, height: 720.0, camera: Camera::Line, still: false, before: false, letters: 1.0 };

/// Every place of a show in turn, a frame of the screen apart and from its beginning again after its end.
fn places(show: &Show) -> impl Iterator<Item = u64> {
    const FRAME_MS: usize = 16;
    (0..=show.length()).step_by(FRAME_MS).cycle()
}

fn moments(group: &mut BenchmarkGroup<WallTime>, name: &str, show: &Show) {
    let mut places = places(show);
    group.bench_function(format!("at a place of {name}"), |bencher| {
        bencher.iter(|| show.at(black_box(places.next().unwrap_or_default())));
    });
    group.bench_function(format!("a frame of {name}"), |bencher| {
        bencher.iter(|| frame(&show.timeline, &show.at(places.next().unwrap_or_default()), &SCREEN));
    });
}

fn main() {
    let mut criterion = Criterion::default()
        .without_plots()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = criterion.benchmark_group("simulate");
    for (name, scenario) in stories() {
        group.bench_function(name, |bencher| bencher.iter(|| simulate(black_box(&scenario))));
    }
    group.finish();
    let mut group = criterion.benchmark_group("year");
    for harbour in Harbour::ALL {
        group.bench_function(format!("{} DevOps", harbour.id()), |bencher| {
            bencher.iter(|| year(harbour, black_box(1), &Assumptions::STANDARD));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("show");
    for (name, scenario) in stories().iter().filter(|(name, _)| !name.starts_with("longer")) {
        moments(&mut group, name, &Show::new(scenario));
    }
    group.finish();
    criterion.final_summary();
}
