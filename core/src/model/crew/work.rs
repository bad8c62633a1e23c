//! A week of the crew's work: building, workshop work and upkeep, and who does what.

use super::Crew;
use crate::model::{
    assumptions::Assumptions,
    units::{WHOLE, WORK_DAY, WORK_DAYS},
};

/// Working minutes of a person in a week.
pub(super) const WORK_WEEK: u64 = WORK_DAYS * WORK_DAY;

/// A whole in basis points.
const ALL: u64 = WHOLE as u64;

/// A crew at work.
pub(super) struct Work<'a> {
    crew: Crew,
    given: &'a Assumptions,
    /// Wishes that are to be built.
    to_build: u64,
    /// Wishes that are built and wait for an engineer.
    pub to_place: u64,
    /// Minutes already put into the next wish to be built.
    begun_building: u64,
    /// Minutes already put into the next wish that waits for an engineer.
    begun_placing: u64,
    /// Upkeep that was put off, in the working minutes that it takes who does it daily in a sharp workshop.
    owed: u64,
    /// Working minutes that were spent on upkeep.
    pub kept: u64,
}

/// What work takes when it takes so many basis points longer.
const fn longer(work: u64, by: u64) -> u64 {
    work * (ALL + by) / ALL
}

/// Does as much of what waits as the minutes allow, and returns how much that was; minutes are left if nothing waits any more.
fn do_some(waits: &mut u64, minutes: &mut u64, each: u64) -> u64 {
    let done = (*minutes / each.max(1)).min(*waits);
    *waits -= done;
    *minutes -= done * each;
    done
}

impl<'a> Work<'a> {
    /// A sharp workshop, and no wish yet.
    pub const fn new(crew: Crew, given: &'a Assumptions) -> Self {
        Self { crew, given, to_build: 0, to_place: 0, begun_building: 0, begun_placing: 0, owed: 0, kept: 0 }
    }

    /// Wishes that wait, begun or not.
    pub const fn waiting(&self) -> u64 {
        self.to_build + self.to_place
    }

    /// A week in which so many wishes are heard; returns those that were met.
    pub fn week(&mut self, heard: u64) -> u64 {
        self.to_build += heard;
        self.owed += self.given.crew_upkeep_work * self.crew.people;
        if self.crew.engineers == 0 { self.together() } else { self.apart() }
    }

    /// How much longer all work takes, in basis points: what a week wears, for every week of upkeep that is owed.
    pub fn friction(&self) -> u64 {
        (self.owed * self.given.crew_wear).checked_div(self.given.crew_upkeep_work * self.crew.people).unwrap_or(0)
    }

    /// Spends minutes on upkeep, as many as it asks for, and returns those that are left.
    fn keep(&mut self, minutes: u64, learning: u64) -> u64 {
        let price = longer(ALL + learning, self.friction()).max(1);
        let spent = minutes.min((self.owed * price).div_ceil(ALL));
        self.owed = self.owed.saturating_sub(spent * ALL / price);
        self.kept += spent;
        minutes - spent
    }

    /// A week in which everybody does all of it; returns the wishes that were met.
    fn together(&mut self) -> u64 {
        let learning = self.given.crew_learning;
        let spare = self.given.crew_spare_work.min(WORK_WEEK) * self.crew.people;
        let mut minutes = self.begun_building + self.crew.people * WORK_WEEK - spare + self.keep(spare, learning);
        let work = self.given.crew_build_work + longer(self.given.crew_workshop_work, learning);
        let work = longer(work, self.friction());
        let done = do_some(&mut self.to_build, &mut minutes, work);
        if self.to_build == 0 {
            self.keep(minutes, learning);
            minutes = 0;
        }
        self.begun_building = minutes;
        done
    }

    /// A week in which engineers take what was built until the week before, while the others build; returns the wishes that
    /// were met.
    fn apart(&mut self) -> u64 {
        let mut minutes = self.begun_placing + self.crew.engineers * WORK_WEEK;
        let work = longer(self.given.crew_workshop_work, self.friction());
        let done = do_some(&mut self.to_place, &mut minutes, work);
        if self.to_place == 0 {
            self.keep(minutes, 0);
            minutes = 0;
        }
        self.begun_placing = minutes;
        let mut minutes = self.begun_building + (self.crew.people - self.crew.engineers) * WORK_WEEK;
        let work = longer(self.given.crew_build_work, self.friction());
        self.to_place += do_some(&mut self.to_build, &mut minutes, work);
        self.begun_building = if self.to_build == 0 { 0 } else { minutes };
        done
    }
}
