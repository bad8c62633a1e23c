//! A crew with, or without, engineers of its own for pipelines and operation, week by week through a year.
//!
//! Each wish asks for building and for a piece of workshop work; friction makes all work take longer, grows week by week, and
//! goes down only by upkeep. With no engineer of its own, everybody does all of it: workshop work and upkeep take them longer,
//! and upkeep gets a little of each week and what time is left when no wish waits. With engineers, workshop work and upkeep are
//! theirs alone and take no longer than they must, but fewer hands build, and what was built waits for an engineer.

mod work;

use std::cmp::Reverse;

use super::{
    assumptions::Assumptions,
    units::{HOUR, WEEK_DAYS, WHOLE},
    year::YEAR_DAYS,
};
use work::{WORK_WEEK, Work};

/// Weeks of the year.
pub const WEEKS: u64 = YEAR_DAYS / WEEK_DAYS;

/// People a crew can have, from and to.
pub const PEOPLE: (u64, u64) = (2, 12);

/// A crew: so many people, some of whom do pipelines and operation and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crew {
    people: u64,
    engineers: u64,
}

impl Crew {
    /// A crew of 2 to 12 people, at least one of whom builds; what is beyond is brought to the nearest.
    #[must_use]
    pub fn new(people: u64, engineers: u64) -> Self {
        let people = people.clamp(PEOPLE.0, PEOPLE.1);
        Self { people, engineers: engineers.min(people - 1) }
    }

    /// All of them.
    #[must_use]
    pub const fn people(self) -> u64 {
        self.people
    }

    /// Those who only do pipelines and operation.
    #[must_use]
    pub const fn engineers(self) -> u64 {
        self.engineers
    }
}

/// A week of the crew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Wishes that were heard in it.
    pub heard: u64,
    /// Wishes that were met in it.
    pub done: u64,
    /// Wishes that wait at its end, begun or not.
    pub wishes_waiting: u64,
    /// Those of them that are built and wait for an engineer.
    pub questions_waiting: u64,
    /// How much longer all work takes than in a sharp workshop, at its end, per mille.
    pub friction: u64,
}

/// What the year of a crew came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrewYear {
    /// Every week, in order.
    pub weeks: Vec<Week>,
    /// Wishes that were heard.
    pub heard: u64,
    /// Wishes that were met.
    pub met: u64,
    /// Wishes that wait when the year ends.
    pub waiting: u64,
    /// Weeks that all wishes waited, added up, with those that wait still.
    pub wish_weeks: u64,
    /// Working minutes that were spent on upkeep.
    pub upkeep_minutes: u64,
}

impl CrewYear {
    /// How long a wish waited on average, met or not, in tenths of a week, rounded down.
    #[must_use]
    pub fn average_tenths(&self) -> u64 {
        (self.wish_weeks * 10).checked_div(self.heard).unwrap_or(0)
    }

    /// Working hours that were spent on upkeep, rounded down.
    #[must_use]
    pub const fn upkeep_hours(&self) -> u64 {
        self.upkeep_minutes / HOUR
    }
}

/// Simulates the year of a crew. It begins with a sharp workshop and no wish; there is no chance in it.
#[must_use]
pub fn crew_year(crew: Crew, given: &Assumptions) -> CrewYear {
    let mut year = CrewYear::default();
    let mut work = Work::new(crew, given);
    for week in 1..=WEEKS {
        let heard = crew.people * WORK_WEEK * week / given.crew_wish_gap.max(1) - year.heard;
        let done = work.week(heard);
        year.heard += heard;
        year.met += done;
        year.wish_weeks += work.waiting();
        year.weeks.push(Week {
            heard,
            done,
            wishes_waiting: work.waiting(),
            questions_waiting: work.to_place,
            friction: work.friction() * 1_000 / u64::from(WHOLE),
        });
    }
    CrewYear { waiting: work.waiting(), upkeep_minutes: work.kept, ..year }
}

/// With how many engineers of its own a crew of so many people meets the most wishes; of equals, with which they waited the
/// shortest, and then the fewest.
#[must_use]
pub fn best(people: u64, given: &Assumptions) -> u64 {
    let people = Crew::new(people, 0).people();
    let order = |engineers: &u64| {
        let year = crew_year(Crew::new(people, *engineers), given);
        (year.met, Reverse(year.wish_weeks), Reverse(*engineers))
    };
    (0..people).max_by_key(order).unwrap_or(0)
}
