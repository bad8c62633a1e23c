//! What goes out together, and who lets it go.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// The fewer travel together, the less has to be searched.
pub const BAD_AMONG_THEM: Question = Question {
    id: "bad-among-them",
    theme: Theme::Delivery,
    set: &[("release", "blue-green")],
    actions: &[
        Action::new("train", &[("delivery", "train")]),
        Action::new("button", &[("delivery", "button")]),
        Action::new("alone", &[]),
    ],
    measure: Measure::Rework,
    from: Spot::At("noticed"),
    until: Spot::End,
    card: "batch-size",
};

/// The work is the same; the waiting is not.
pub const SMALL_WISH: Question = Question {
    id: "small-wish",
    theme: Theme::Delivery,
    set: &[("fault", "none"), ("release", "rolling"), ("seed", "11")],
    actions: &[Action::new("train", &[("delivery", "train")]), Action::new("itself", &[])],
    measure: Measure::Wish,
    from: Spot::Past("trial-passed"),
    until: Spot::Past("release-finished"),
    card: "continuous-deployment",
};

/// A person can decide without a timetable.
pub const WAITING_IDEAS: Question = Question {
    id: "waiting-ideas",
    theme: Theme::Delivery,
    set: &[("fault", "none"), ("release", "rolling")],
    actions: &[Action::new("train", &[("delivery", "train")]), Action::new("button", &[("delivery", "button")])],
    measure: Measure::Ideas,
    from: Spot::Past("trial-passed"),
    until: Spot::Past("release-finished"),
    card: "continuous-delivery",
};

/// The same fault, found alone or among many.
pub const LATE_FIND: Question = Question {
    id: "late-find",
    theme: Theme::Delivery,
    set: &[("fault", "integration"), ("e2e", "off"), ("delivery", "train"), ("release", "rolling")],
    actions: &[
        Action::stopped("check", &[], "gate-started"),
        Action { id: "wait", set: &[("integration", "off")], plays: Some((Spot::Past("restored"), Spot::End)) },
    ],
    measure: Measure::Rework,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "ci",
};

/// Look for where work waits, not for where it is checked.
pub const COMMIT_TO_CUSTOMER: Question = Question {
    id: "commit-to-customer",
    theme: Theme::Delivery,
    set: &[("fault", "none"), ("delivery", "train"), ("release", "rolling"), ("seed", "9")],
    actions: &[
        Action::new("tests", &[("unit", "off"), ("integration", "off")]),
        Action::new("often", &[("delivery", "button")]),
    ],
    measure: Measure::LeadTime,
    from: Spot::At("committed"),
    until: Spot::Past("release-started"),
    card: "lead-time",
};
