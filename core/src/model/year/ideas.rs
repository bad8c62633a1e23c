//! The ideas of a year: when they are wished for, what will be wrong with them. They follow from the seed alone.

use super::YEAR_DAYS;
use crate::model::{
    assumptions::Assumptions,
    calendar::Calendar,
    draw::{Draws, Purpose},
    kinds::Fault,
    scenario::Scenario,
    units::{DAY, PERCENT},
};

/// An idea of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idea {
    /// Which one, from 0.
    pub number: u64,
    /// The minute of the year at which it is wished for.
    pub minute: u64,
    /// The seed of its own story.
    pub seed: u32,
    /// What will be wrong with it when it is first written.
    pub fault: Fault,
    /// Per cent of the orders that fail by it.
    pub severity: u16,
}

/// What one draw about an idea is for.
#[derive(Clone, Copy)]
enum About {
    Gap,
    Seed,
    Fault,
    Kind,
    Severity,
}

impl Idea {
    fn of(number: u64, minute: u64, draws: Draws, given: &Assumptions) -> Self {
        let between = |about: About, range| draws.between(Purpose::Idea, number, about as u64, range);
        let faulty = draws.happens(Purpose::Idea, number, About::Fault as u64, given.faulty_ideas);
        let kinds: Vec<Fault> = Fault::ALL.into_iter().filter(|fault| *fault != Fault::None).collect();
        let kind = kinds.get(between(About::Kind, (0, kinds.len() as u64 - 1)) as usize);
        let worst = (given.worst_severity / u64::from(PERCENT)).clamp(1, 100);
        Self {
            number,
            minute,
            seed: between(About::Seed, (0, u64::from(u32::MAX))) as u32,
            fault: kind.copied().filter(|_| faulty).unwrap_or(Fault::None),
            severity: between(About::Severity, (1, worst)) as u16,
        }
    }

    /// The choices of this idea in a harbour that works as `scenario`.
    #[must_use]
    pub fn scenario(&self, scenario: &Scenario) -> Scenario {
        Scenario { seed: self.seed, fault: self.fault, severity: self.severity, ..scenario.clone() }
    }
}

/// The ideas of the year of a seed.
#[must_use]
pub fn ideas(seed: u32, given: &Assumptions) -> Vec<Idea> {
    let draws = Draws::new(seed);
    let mut ideas = Vec::new();
    let mut minute = 0;
    for number in 0.. {
        let gap = draws.between(Purpose::Idea, number, About::Gap as u64, (given.wish_gap_least, given.wish_gap_most));
        minute = Calendar::MONDAY.after_work(minute, gap.max(1));
        if minute >= YEAR_DAYS * DAY {
            break;
        }
        ideas.push(Idea::of(number, minute, draws, given));
    }
    ideas
}
