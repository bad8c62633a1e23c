//! What checks the change before anybody meets it, and what that costs.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// Each gate sees its own kind of fault.
pub const ODD_PATTERN: Question = Question {
    id: "odd-pattern",
    theme: Theme::Gates,
    set: &[
        ("fault", "style"),
        ("lint", "off"),
        ("unit", "off"),
        ("integration", "off"),
        ("e2e", "off"),
        ("release", "rolling"),
    ],
    actions: &[
        Action::stopped("lint", &[("lint", "on")], "gate-started"),
        Action::new("unit", &[("unit", "on")]),
        Action::new("integration", &[("integration", "on")]),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "lint",
};

/// What is neat can still be wrong.
pub const WRONG_PRICE: Question = Question {
    id: "wrong-price",
    theme: Theme::Gates,
    set: &[
        ("fault", "logic"),
        ("lint", "off"),
        ("unit", "off"),
        ("integration", "off"),
        ("e2e", "off"),
        ("release", "rolling"),
        ("seed", "7"),
    ],
    actions: &[Action::new("lint", &[("lint", "on")]), Action::stopped("unit", &[("unit", "on")], "gate-started")],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "unit-test",
};

/// All code was run, and nothing was checked together.
pub const TWO_PARTS: Question = Question {
    id: "two-parts",
    theme: Theme::Gates,
    set: &[("fault", "integration"), ("integration", "off"), ("e2e", "off"), ("release", "rolling")],
    actions: &[
        Action::new("coverage", &[("coverage", "100")]),
        Action::stopped("integration", &[("integration", "on")], "gate-started"),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "integration-test",
};

/// What is never run is never checked.
pub const HOW_MUCH_CODE: Question = Question {
    id: "how-much-code",
    theme: Theme::Gates,
    set: &[
        ("fault", "logic"),
        ("integration", "off"),
        ("e2e", "off"),
        ("coverage", "20"),
        ("release", "rolling"),
        ("seed", "3"),
    ],
    actions: &[Action::new("little", &[]), Action::stopped("much", &[("coverage", "95")], "gate-started")],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "coverage",
};

/// Green gates do not show what only real orders show.
pub const ALL_GREEN: Question = Question {
    id: "all-green",
    theme: Theme::Gates,
    set: &[("release", "rolling"), ("coverage", "60")],
    actions: &[Action::new("coverage", &[("coverage", "100")]), Action::new("canary", &[("release", "canary")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "ci",
};

/// A trial with test orders sees some of what the gates let pass.
pub const LAST_LOOK: Question = Question {
    id: "last-look",
    theme: Theme::Gates,
    set: &[("fault", "integration"), ("integration", "off"), ("release", "rolling"), ("seed", "2")],
    actions: &[Action::stopped("trial", &[], "image-placed"), Action::new("go", &[("e2e", "off")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "e2e-test",
};

/// An honest cost: gates take time, also where nothing is wrong.
pub const IN_A_HURRY: Question = Question {
    id: "in-a-hurry",
    theme: Theme::Gates,
    set: &[("fault", "none"), ("release", "all-at-once")],
    actions: &[
        Action::new("gates", &[]),
        Action::new("skip", &[("unit", "off"), ("integration", "off"), ("e2e", "off"), ("lint", "off")]),
    ],
    measure: Measure::LeadTime,
    from: Spot::At("committed"),
    until: Spot::Past("gate-opened"),
    card: "pipeline",
};
