//! The quiz: situations that somebody answers by choosing what to do, and by watching the simulation do it. No points are
//! counted: what comes out, and why, is the answer. A new question is one entry in a file of `quiz/`, one line in the
//! registry here, and its texts `quiz.<id>.situation`, `.why` and `quiz.<id>.<action>`.

mod crossing;
mod delivery;
mod docks;
mod drill;
mod gates;
mod measure;
mod plan;
mod tower;
mod trouble;

pub use measure::Measure;

use super::{Spot, beat::set, tour::Performance};
use crate::{
    model::{
        Scenario,
        draw::{Draws, Purpose},
        simulate,
    },
    time::Show,
};

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// From the wish to the plan.
    Plan,
    /// What checks the change.
    Gates,
    /// What the docks are made of.
    Docks,
    /// What goes out together, and who lets it go.
    Delivery,
    /// Ways to cross, and what each of them costs.
    Crossing,
    /// What happens when the change is bad, and the way back.
    Trouble,
    /// Who notices, and what is promised.
    Tower,
    /// What the fleet can bear.
    Drill,
}

impl Theme {
    /// All of them, in the order of the journey.
    pub const ALL: [Self; 8] =
        [Self::Plan, Self::Gates, Self::Docks, Self::Delivery, Self::Crossing, Self::Trouble, Self::Tower, Self::Drill];
}

/// A situation, and what can be done.
#[derive(Debug)]
pub struct Question {
    /// Its name in the locales.
    pub id: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// The situation, on top of the usual choices.
    pub set: &'static [(&'static str, &'static str)],
    /// What can be done: two things or three.
    pub actions: &'static [Action],
    /// What they are compared by.
    pub measure: Measure,
    /// Where the stage starts to play, whatever is done.
    pub from: Spot,
    /// Where it has played enough.
    pub until: Spot,
    /// The term whose card says more.
    pub card: &'static str,
}

/// Something that can be done.
#[derive(Debug)]
pub struct Action {
    /// Its name within the question.
    pub id: &'static str,
    /// What it chooses, on top of the situation.
    pub set: &'static [(&'static str, &'static str)],
    /// What the stage plays for it, where it is not what it plays for the others.
    pub plays: Option<(Spot, Spot)>,
}

impl Action {
    /// An action that the stage plays as the question says.
    const fn new(id: &'static str, set: &'static [(&'static str, &'static str)]) -> Self {
        Self { id, set, plays: None }
    }

    /// An action by which a check stops the change: the stage plays from the first event of a kind until it is mended.
    const fn stopped(id: &'static str, set: &'static [(&'static str, &'static str)], checked: &'static str) -> Self {
        Self { id, set, plays: Some((Spot::At(checked), Spot::Past("mended"))) }
    }
}

impl Question {
    /// The choices of the situation, before anything is done.
    #[must_use]
    pub fn situation(&self) -> Scenario {
        chosen(self.set)
    }

    /// The choices when one of the actions is taken, by its number.
    #[must_use]
    pub fn scenario(&self, action: usize) -> Scenario {
        chosen(self.set.iter().chain(self.taken(action)))
    }

    /// What the situation and an action choose, in this order.
    fn taken(&self, action: usize) -> &'static [(&'static str, &'static str)] {
        self.actions.get(action).map_or(&[], |action| action.set)
    }

    /// What the stage is to do for one of the actions.
    #[must_use]
    pub fn performance(&self, action: usize) -> Performance {
        let scenario = self.scenario(action);
        let show = Show::new(&scenario);
        let own = self.actions.get(action).and_then(|action| action.plays);
        let (from, until) = own.unwrap_or((self.from, self.until));
        let from = from.place(&show).unwrap_or(0);
        let until = until.place(&show).unwrap_or(from).max(from);
        Performance { scenario, from, until }
    }

    /// What each action comes to, by the simulation; `None` where it never comes to it.
    #[must_use]
    pub fn results(&self) -> Vec<Option<u64>> {
        (0..self.actions.len()).map(|action| self.measure.of(&simulate(&self.scenario(action)))).collect()
    }

    /// The number of the action that comes to least.
    #[must_use]
    pub fn best(&self) -> usize {
        let results = self.results().into_iter().enumerate();
        results.min_by_key(|(_, result)| result.unwrap_or(u64::MAX)).map_or(0, |(action, _)| action)
    }
}

fn chosen<'a>(choices: impl IntoIterator<Item = &'a (&'static str, &'static str)>) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, value) in choices {
        set(&mut scenario, key, value);
    }
    scenario
}

/// Every question.
pub const POOL: [&Question; 49] = [
    &plan::ONE_WORD,
    &plan::RIGHT_CAKE,
    &gates::ODD_PATTERN,
    &gates::WRONG_PRICE,
    &gates::TWO_PARTS,
    &gates::HOW_MUCH_CODE,
    &gates::ALL_GREEN,
    &gates::LAST_LOOK,
    &gates::IN_A_HURRY,
    &docks::OLD_DOCKS,
    &docks::MISSING_PART,
    &docks::LACKING_DOCKS,
    &docks::NEXT_SERVER,
    &docks::FRESH_MACHINE,
    &delivery::BAD_AMONG_THEM,
    &delivery::SMALL_WISH,
    &delivery::WAITING_IDEAS,
    &delivery::LATE_FIND,
    &delivery::COMMIT_TO_CUSTOMER,
    &crossing::OPEN_ALL_DAY,
    &crossing::GOOD_AND_URGENT,
    &crossing::PAID_BERTHS,
    &crossing::ONE_VISIT,
    &crossing::LARGE_FLEET,
    &crossing::SPARE_OR_MISSING,
    &trouble::DARK_PART,
    &trouble::SAME_FAULT,
    &trouble::QUICK_WAY_BACK,
    &trouble::OLD_SIDE,
    &trouble::SMALL_FAULT,
    &trouble::BAD_FAULT,
    &trouble::LOOK_LONGER,
    &trouble::WHOLE_BOATS,
    &trouble::SWITCH_OFF,
    &trouble::WRONG_RECORDS,
    &trouble::FRIDAY,
    &trouble::FRIDAY_AGAIN,
    &tower::NOBODY_WATCHES,
    &tower::HOW_OFTEN,
    &tower::TOO_STRICT,
    &tower::HOW_SURE,
    &tower::AT_NIGHT,
    &tower::STRICTER_SIGN,
    &tower::LITTLE_MARGIN,
    &drill::HALF_AWAY,
    &drill::SMALL_FLEET,
    &drill::FIRST_DRILL,
    &drill::WHO_FILLS_THE_GAP,
    &drill::DRILL_UNSEEN,
];

/// How many questions somebody is asked.
pub const ASKED: usize = 10;

/// The numbers of the questions that a seed asks, in their order: of each theme one, and then, as far as there is room, a
/// second one.
#[must_use]
pub fn draw(seed: u64) -> [usize; ASKED] {
    // Both halves of the seed count.
    let draws = Draws::new((seed ^ seed >> u32::BITS) as u32);
    let lot = |question: usize| (draws.between(Purpose::Question, question as u64, 0, (0, u64::MAX)), question);
    let mut lots: Vec<(u64, usize)> = (0..POOL.len()).map(lot).collect();
    lots.sort_unstable();
    let ahead = |place: usize| {
        let theme = |place: usize| lots.get(place).and_then(|(_, question)| POOL.get(*question)).map(|it| it.theme);
        (0..place).filter(|other| theme(*other) == theme(place)).count()
    };
    let mut places: Vec<usize> = (0..lots.len()).collect();
    places.sort_by_key(|place| (ahead(*place), *place));
    let mut asked = [0; ASKED];
    for (one, place) in asked.iter_mut().zip(places) {
        *one = lots.get(place).map_or(0, |(_, question)| *question);
    }
    asked
}
