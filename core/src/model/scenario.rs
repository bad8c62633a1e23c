//! The choices of one run.

use super::{
    calendar::WeekTime,
    kinds::{Away, Back, Delivery, Fault, Servers, Words},
    steps::Steps,
    strategies::Release,
};

/// Everything that a person can choose. The same scenario always tells the same story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Repeats the story exactly.
    pub seed: u32,
    /// Whose words the plan is written in.
    pub words: Words,
    /// What is wrong with the change, if anything.
    pub fault: Fault,
    /// Per cent of the orders on the new version that fail by the fault, 1 to 100.
    pub severity: u16,
    /// Whether the linter checks.
    pub lint: bool,
    /// Whether unit tests check.
    pub unit: bool,
    /// Whether integration tests check.
    pub integration: bool,
    /// Whether an end-to-end test checks, in staging.
    pub e2e: bool,
    /// Per cent of the code that unit tests run, 0 to 100. What is run is not always checked.
    pub coverage: u16,
    /// How servers are made.
    pub servers: Servers,
    /// What a change that is ready waits for.
    pub delivery: Delivery,
    /// How the new version is released.
    pub release: Release,
    /// Whether the new part is deployed dark, and switched on apart from the deployment.
    pub flag: bool,
    /// The canary's weights.
    pub steps: Steps,
    /// Minutes at each canary step; blue-green: minutes that the old side is kept. 0 to 240.
    pub hold: u64,
    /// Whether orders can be split by weight; without, by whole boats only.
    pub router: bool,
    /// Boats in the fleet, 1 to 100.
    pub boats: u16,
    /// Boats that a rolling update may have beyond the fleet, 0 to 100.
    pub surge: u16,
    /// Boats of the fleet that a rolling update may have out of service, 0 to 100.
    pub unavailable: u16,
    /// Whether monitoring watches, or only customers' complaints tell.
    pub watch: bool,
    /// Minutes from one check of the watch to the next, 1 to 60.
    pub interval: u64,
    /// Success that a check asks for, in basis points, 5,000 to 9,999.
    pub threshold: u16,
    /// Checks that must fail before the watch acts, 1 to 20.
    pub checks: u64,
    /// Who goes back.
    pub back: Back,
    /// When the release goes out, if nothing delays it.
    pub start: WeekTime,
    /// Orders a minute, 10 to 10,000.
    pub orders: u64,
    /// Promised success over 30 days in basis points (the SLO), 9,000 to 9,999.
    pub slo: u16,
    /// What stays away in a drill.
    pub away: Away,
    /// Minutes from the start of the release until the drill, 0 to 240.
    pub away_at: u64,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            seed: 1,
            words: Words::Shared,
            fault: Fault::Load,
            severity: 20,
            lint: true,
            unit: true,
            integration: true,
            e2e: true,
            coverage: 80,
            servers: Servers::Container,
            delivery: Delivery::Continuous,
            release: Release::default(),
            flag: false,
            steps: Steps::default(),
            hold: 10,
            router: true,
            boats: 10,
            surge: 1,
            unavailable: 0,
            watch: true,
            interval: 1,
            threshold: 9_900,
            checks: 5,
            back: Back::Auto,
            start: WeekTime::TUESDAY_MORNING,
            orders: 300,
            slo: 9_990,
            away: Away::None,
            away_at: 30,
        }
    }
}
