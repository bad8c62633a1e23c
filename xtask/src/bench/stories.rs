//! The stories that are measured.

use crate::house;
use anyhow::{Context, Result};
use naru_core::{
    link::Link,
    model::{Scenario, simulate},
};
use std::path::PathBuf;

/// A story and its name.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its kind and what is special about it.
    pub name: String,
    /// What an address has after its sign.
    pub fragment: String,
    /// The choices.
    pub scenario: Scenario,
}

impl Story {
    /// A story of a fragment, which must be a good one.
    pub fn read(name: &str, fragment: &str) -> Result<Self> {
        let (link, notices) = Link::read("", fragment);
        anyhow::ensure!(notices.is_empty(), "The story \"{name}\" is not understood: {notices:?}");
        Ok(Self { name: name.to_owned(), fragment: fragment.to_owned(), scenario: link.scenario })
    }

    /// Whether it is of a kind.
    pub fn is(&self, kind: &str) -> bool {
        self.name.split(':').next() == Some(kind)
    }

    /// What is special about it.
    pub fn what(&self) -> &str {
        self.name.split_once(": ").map_or(&self.name, |(_, what)| what)
    }

    /// Minutes in which orders cross.
    pub fn minutes(&self) -> f64 {
        let timeline = simulate(&self.scenario);
        (timeline.watch_end - timeline.release_start) as f64
    }
}

/// Where the benchmarks are.
pub fn folder() -> PathBuf {
    house::root().join("xtask/bench")
}

/// The stories of `stories.txt`.
pub fn read() -> Result<Vec<Story>> {
    let text = house::read(&folder().join("stories.txt"))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, fragment) = line.split_once(" = ").with_context(|| format!("`{line}` names no story"))?;
            Story::read(name, fragment)
        })
        .collect()
}
