//! The simulation as WebAssembly, compiled as the app is: `slowed.mjs` measures it in a browser.

use naru_core::{
    link::Link,
    model::{Scenario, simulate},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// A story that can be simulated again and again.
#[wasm_bindgen]
pub struct Story {
    scenario: Scenario,
}

#[wasm_bindgen]
impl Story {
    /// The story of a fragment, as an address has it.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(fragment: &str) -> Self {
        Self { scenario: Link::read("", fragment).0.scenario }
    }

    /// Simulates it; returns how many minutes orders crossed, so that nothing of it can be left out.
    #[must_use]
    pub fn simulate(&self) -> u32 {
        let timeline = simulate(&self.scenario);
        (timeline.watch_end - timeline.release_start) as u32
    }
}
