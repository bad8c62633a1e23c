//! From the wish to the plan: what is meant.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// Talking first costs little; what is misread is planned and written again.
pub const ONE_WORD: Question = Question {
    id: "one-word",
    theme: Theme::Plan,
    set: &[("words", "own"), ("fault", "none"), ("seed", "10")],
    actions: &[Action::new("talk", &[("words", "shared")]), Action::new("start", &[])],
    measure: Measure::Rework,
    from: Spot::At("wish-agreed"),
    until: Spot::Past("plan-passed"),
    card: "shared-words",
};

/// Whatever checks the boat does not know what was meant.
pub const RIGHT_CAKE: Question = Question {
    id: "right-cake",
    theme: Theme::Plan,
    set: &[("words", "own"), ("fault", "none"), ("seed", "10")],
    actions: &[
        Action::new("tests", &[("coverage", "100")]),
        Action::new("canary", &[("share", "1")]),
        Action::new("talk", &[("words", "shared")]),
    ],
    measure: Measure::Wish,
    from: Spot::Before("customers-heard"),
    until: Spot::End,
    card: "need",
};
