//! Ways to cross when all is well: what each of them costs.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// To stand still loses orders, also where nothing is wrong.
pub const OPEN_ALL_DAY: Question = Question {
    id: "open-all-day",
    theme: Theme::Crossing,
    set: &[("fault", "none")],
    actions: &[
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("rolling", &[("release", "rolling")]),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::Past("release-finished"),
    card: "rolling",
};

/// An honest cost: care takes time. The usual advice is not the best here.
pub const GOOD_AND_URGENT: Question = Question {
    id: "good-and-urgent",
    theme: Theme::Crossing,
    set: &[("fault", "none")],
    actions: &[
        Action::new("canary", &[]),
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("blue-green", &[("release", "blue-green")]),
    ],
    measure: Measure::Everyone,
    from: Spot::Before("release-started"),
    until: Spot::Past("release-finished"),
    card: "all-at-once",
};

/// An honest cost: two berths are paid for.
pub const PAID_BERTHS: Question = Question {
    id: "paid-berths",
    theme: Theme::Crossing,
    set: &[("fault", "none")],
    actions: &[
        Action::new("blue-green", &[("release", "blue-green")]),
        Action::new("rolling", &[("release", "rolling")]),
    ],
    measure: Measure::Spare,
    from: Spot::Before("release-started"),
    until: Spot::Past("release-finished"),
    card: "blue-green",
};

/// An honest cost: a canary mixes versions, and most of all ways.
pub const ONE_VISIT: Question = Question {
    id: "one-visit",
    theme: Theme::Crossing,
    set: &[("fault", "none")],
    actions: &[
        Action::new("canary", &[]),
        Action::new("rolling", &[("release", "rolling")]),
        Action::new("blue-green", &[("release", "blue-green")]),
    ],
    measure: Measure::MetBoth,
    from: Spot::Before("release-started"),
    until: Spot::Past("release-finished"),
    card: "release",
};

/// A large fleet needs more room to be changed soon.
pub const LARGE_FLEET: Question = Question {
    id: "large-fleet",
    theme: Theme::Crossing,
    set: &[("fault", "none"), ("release", "rolling"), ("boats", "40")],
    actions: &[Action::new("two", &[("surge", "2")]), Action::new("ten", &[("surge", "10")])],
    measure: Measure::Everyone,
    from: Spot::Before("release-started"),
    until: Spot::Past("release-finished"),
    card: "orchestrator",
};

/// Boats that are changed must come from somewhere.
pub const SPARE_OR_MISSING: Question = Question {
    id: "spare-or-missing",
    theme: Theme::Crossing,
    set: &[("fault", "none"), ("release", "rolling"), ("servers", "scripted")],
    actions: &[
        Action::new("extra", &[("surge", "5")]),
        Action::new("missing", &[("surge", "0"), ("unavailable", "5")]),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "rolling",
};
