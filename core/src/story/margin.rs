//! The margin under the promise, week by week: spent by what goes wrong, and back again when it is long ago.

use crate::model::{
    Back, Release, Scenario,
    assumptions::Assumptions,
    measures::budget_seconds,
    simulate,
    year::{Idea, ideas},
};

/// How a week is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Three ideas go out, unchecked, unwatched and to everyone at once.
    Rush,
    /// One idea goes out, checked, behind a canary.
    Care,
    /// Nothing goes out.
    Rest,
}

impl Pace {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Rush, Self::Care, Self::Rest];

    /// Its name in the locales.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rush => "rush",
            Self::Care => "care",
            Self::Rest => "rest",
        }
    }

    /// Ideas that go out in a week.
    const fn ideas(self) -> usize {
        match self {
            Self::Rush => 3,
            Self::Care => 1,
            Self::Rest => 0,
        }
    }
}

/// A week that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// How it was spent.
    pub pace: Pace,
    /// Ideas that reached every customer.
    pub ideas: u64,
    /// Seconds of the margin that were spent.
    pub seconds: u64,
}

/// Some weeks with one promise.
#[derive(Clone, Debug)]
pub struct Margin {
    waiting: Vec<Idea>,
    weeks: Vec<Week>,
    usual: Scenario,
    given: Assumptions,
}

impl Margin {
    /// Weeks that it goes on for.
    pub const WEEKS: usize = 12;
    /// Weeks after which what was spent is forgotten: the promise counts 30 days, which is about four weeks.
    const WINDOW: usize = 4;

    /// The first week is still to come.
    #[must_use]
    pub fn new(usual: &Scenario) -> Self {
        let given = Assumptions::default();
        let waiting = ideas(usual.seed, &given);
        Self { waiting, weeks: Vec::new(), usual: usual.clone(), given }
    }

    /// The weeks so far.
    #[must_use]
    pub fn weeks(&self) -> &[Week] {
        &self.weeks
    }

    /// Seconds that the promise allows in its window.
    #[must_use]
    pub fn allowed(&self) -> u64 {
        budget_seconds(&self.usual, self.given.promise_days)
    }

    /// Seconds that were spent in the window.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.weeks.iter().rev().take(Self::WINDOW).map(|week| week.seconds).sum()
    }

    /// Whether the margin is spent, so that the train stops.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.spent() >= self.allowed()
    }

    /// Whether all weeks are over.
    #[must_use]
    pub fn over(&self) -> bool {
        self.weeks.len() >= Self::WEEKS
    }

    /// Ideas that have reached every customer.
    #[must_use]
    pub fn ideas(&self) -> u64 {
        self.weeks.iter().map(|week| week.ideas).sum()
    }

    /// Spends a week; when the margin is spent, there is only rest.
    pub fn week(&mut self, pace: Pace) {
        if self.over() {
            return;
        }
        let pace = if self.stopped() { Pace::Rest } else { pace };
        let usual = match pace {
            Pace::Rush => Scenario {
                release: Release::by_id("all-at-once").unwrap_or_default(),
                lint: false,
                unit: false,
                integration: false,
                e2e: false,
                watch: false,
                back: Back::Manual,
                ..self.usual.clone()
            },
            Pace::Care | Pace::Rest => {
                Scenario { release: Release::by_id("canary").unwrap_or_default(), ..self.usual.clone() }
            }
        };
        let sent: Vec<Idea> = self.waiting.drain(..pace.ideas().min(self.waiting.len())).collect();
        let outcomes = sent.iter().map(|idea| simulate(&idea.scenario(&usual)).outcome);
        let (ideas, seconds) = outcomes.fold((0, 0), |(ideas, seconds), outcome| {
            (ideas + u64::from(outcome.lead_time_minutes.is_some()), seconds + outcome.budget_spent_seconds)
        });
        self.weeks.push(Week { pace, ideas, seconds });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(pace: Pace) -> Margin {
        let mut margin = Margin::new(&Scenario::default());
        while !margin.over() {
            margin.week(pace);
        }
        margin
    }

    #[test]
    fn rushing_spends_the_margin_and_the_train_stops() {
        let (rushed, careful) = (played(Pace::Rush), played(Pace::Care));
        assert!(rushed.weeks().iter().any(|week| week.pace == Pace::Rest), "{:?}", rushed.weeks());
        assert!(careful.weeks().iter().all(|week| week.pace == Pace::Care), "{:?}", careful.weeks());
        let spent = |margin: &Margin| margin.weeks().iter().map(|week| week.seconds).sum::<u64>();
        assert!(spent(&careful) < spent(&rushed), "{} and {}", spent(&careful), spent(&rushed));
    }

    #[test]
    fn what_was_spent_long_ago_is_forgotten() {
        let mut margin = Margin::new(&Scenario::default());
        while !margin.stopped() && !margin.over() {
            margin.week(Pace::Rush);
        }
        assert!(margin.stopped());
        let weeks = margin.weeks().len();
        while margin.stopped() && !margin.over() {
            margin.week(Pace::Rush);
        }
        assert!(!margin.stopped() && margin.weeks().len() <= weeks + Margin::WINDOW);
    }
}
