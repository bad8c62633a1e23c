//! What a story is told from: the choices, the assumptions and the draws of the seed.

use super::{assumptions::Assumptions, draw::Draws, scenario::Scenario};

/// What a story is told from.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// What is taken for granted.
    pub given: &'a Assumptions,
    /// Chance.
    pub draws: Draws,
}

impl<'a> World<'a> {
    /// The world of these choices.
    #[must_use]
    pub const fn new(scenario: &'a Scenario, given: &'a Assumptions) -> Self {
        Self { scenario, given, draws: Draws::new(scenario.seed) }
    }
}
