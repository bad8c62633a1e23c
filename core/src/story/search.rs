//! One bad idea among those that went out together, and the trials that it takes to find it.

use crate::model::assumptions::Assumptions;

/// What is known of an idea.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// Nothing.
    #[default]
    Open,
    /// It is good.
    Good,
    /// It is the bad one.
    Bad,
}

impl Known {
    /// All of it.
    pub const ALL: [Self; 3] = [Self::Open, Self::Good, Self::Bad];

    /// Its name in the locales and in style sheets.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Good => "good",
            Self::Bad => "bad",
        }
    }
}

/// A search under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    ideas: Vec<Known>,
    bad: usize,
    /// Trials so far; each costs a day.
    pub trials: u64,
}

impl Search {
    /// Ideas that a monthly train takes.
    pub const IDEAS: usize = Assumptions::STANDARD.train_ideas as usize;

    /// A search among so many ideas; `chance` says which one is bad.
    #[must_use]
    pub fn new(ideas: usize, chance: u64) -> Self {
        Self { ideas: vec![Known::Open; ideas], bad: (chance % ideas.max(1) as u64) as usize, trials: 0 }
    }

    /// What is known of each.
    #[must_use]
    pub fn ideas(&self) -> &[Known] {
        &self.ideas
    }

    /// Whether it is found.
    #[must_use]
    pub fn found(&self) -> bool {
        self.ideas.contains(&Known::Bad)
    }

    /// Which one is bad, once it is found.
    #[must_use]
    pub fn bad(&self) -> Option<usize> {
        self.found().then_some(self.bad)
    }

    /// Tries some of the ideas together: if they fail, the bad one is among them, else it is among the others.
    pub fn attempt(&mut self, tried: &[usize]) {
        let tried: Vec<usize> =
            tried.iter().copied().filter(|idea| self.ideas.get(*idea) == Some(&Known::Open)).collect();
        if self.found() || tried.is_empty() {
            return;
        }
        self.trials += 1;
        let fails = tried.contains(&self.bad);
        for (idea, known) in self.ideas.iter_mut().enumerate() {
            if tried.contains(&idea) != fails {
                *known = Known::Good;
            }
        }
        let mut open = self.ideas.iter_mut().filter(|known| **known == Known::Open);
        if let (Some(last), None) = (open.next(), open.next()) {
            *last = Known::Bad;
        }
    }

    /// Trials that it takes when half of those that may still be it are tried each time.
    #[must_use]
    pub fn halving(mut self) -> u64 {
        while !self.found() {
            let half = self.half();
            self.attempt(&half);
        }
        self.trials
    }

    /// The first half of those that may still be it.
    #[must_use]
    pub fn half(&self) -> Vec<usize> {
        let open: Vec<usize> = (0..self.ideas.len()).filter(|idea| self.ideas[*idea] == Known::Open).collect();
        open[..open.len() / 2].to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halving_finds_any_of_twelve_in_four_trials_at_most() {
        for bad in 0..12 {
            let mut search = Search::new(Search::IDEAS, bad);
            let trials = search.clone().halving();
            assert!((3..=4).contains(&trials), "{trials} trials for {bad}");
            search.attempt(&[bad as usize]);
            assert_eq!(search.bad(), Some(bad as usize));
        }
    }

    #[test]
    fn what_is_known_costs_no_trial() {
        let mut search = Search::new(12, 5);
        search.attempt(&[0, 1]);
        search.attempt(&[0]);
        assert_eq!((search.trials, search.ideas()[0]), (1, Known::Good));
        search.attempt(&[5]);
        assert_eq!((search.trials, search.bad()), (2, Some(5)));
        search.attempt(&[7]);
        assert_eq!(search.trials, 2);
    }
}
