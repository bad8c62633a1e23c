//! Ways to cross with a fault aboard, and the way back.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// The usual advice is not the best here: a flag that is turned on for all is no small step.
pub const DARK_PART: Question = Question {
    id: "dark-part",
    theme: Theme::Trouble,
    set: &[],
    actions: &[Action::new("flag", &[("flag", "on")]), Action::new("plain", &[])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "deploy",
};

/// One fault, three ways.
pub const SAME_FAULT: Question = Question {
    id: "same-fault",
    theme: Theme::Trouble,
    set: &[],
    actions: &[
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("blue-green", &[("release", "blue-green")]),
        Action::new("canary", &[]),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "canary",
};

/// How far the old version is away.
pub const QUICK_WAY_BACK: Question = Question {
    id: "quick-way-back",
    theme: Theme::Trouble,
    set: &[],
    actions: &[
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("rolling", &[("release", "rolling")]),
        Action::new("blue-green", &[("release", "blue-green")]),
    ],
    measure: Measure::Restored,
    from: Spot::At("noticed"),
    until: Spot::Past("restored"),
    card: "rollback",
};

/// The way back is short only while there is one.
pub const OLD_SIDE: Question = Question {
    id: "old-side",
    theme: Theme::Trouble,
    set: &[("release", "blue-green"), ("back", "manual")],
    actions: &[Action::new("keep", &[("hold", "60")]), Action::new("clear", &[("hold", "0")])],
    measure: Measure::Restored,
    from: Spot::At("noticed"),
    until: Spot::Past("restored"),
    card: "blue-green",
};

/// An honest cost: few orders say little.
pub const SMALL_FAULT: Question = Question {
    id: "small-fault",
    theme: Theme::Trouble,
    set: &[("severity", "3")],
    actions: &[Action::new("tiny", &[("share", "0.5")]), Action::new("larger", &[("share", "20")])],
    measure: Measure::Noticed,
    from: Spot::Before("release-started"),
    until: Spot::Past("noticed"),
    card: "canary",
};

/// The other side of it: what is very wrong shows to few.
pub const BAD_FAULT: Question = Question {
    id: "bad-fault",
    theme: Theme::Trouble,
    set: &[("severity", "100")],
    actions: &[Action::new("tiny", &[("share", "1")]), Action::new("half", &[("share", "50")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "canary",
};

/// A step without time to look is no step.
pub const LOOK_LONGER: Question = Question {
    id: "look-longer",
    theme: Theme::Trouble,
    set: &[("severity", "8")],
    actions: &[Action::new("short", &[("hold", "1")]), Action::new("long", &[("hold", "20")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "metrics",
};

/// Where boats are the weight, few boats are large steps.
pub const WHOLE_BOATS: Question = Question {
    id: "whole-boats",
    theme: Theme::Trouble,
    set: &[("boats", "4")],
    actions: &[Action::new("boats", &[("router", "off")]), Action::new("gate", &[])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "traffic-router",
};

/// What is deployed can be switched off.
pub const SWITCH_OFF: Question = Question {
    id: "switch-off",
    theme: Theme::Trouble,
    set: &[("release", "rolling")],
    actions: &[Action::new("flag", &[("flag", "on")]), Action::new("plain", &[])],
    measure: Measure::Restored,
    from: Spot::At("noticed"),
    until: Spot::Past("restored"),
    card: "feature-flag",
};

/// What is written stays.
pub const WRONG_RECORDS: Question = Question {
    id: "wrong-records",
    theme: Theme::Trouble,
    set: &[("fault", "data"), ("integration", "off"), ("e2e", "off")],
    actions: &[
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("blue-green", &[("release", "blue-green")]),
        Action::new("canary", &[]),
    ],
    measure: Measure::Records,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "rollback",
};

/// People take longer on a Friday evening.
pub const FRIDAY: Question = Question {
    id: "friday",
    theme: Theme::Trouble,
    set: &[("release", "rolling"), ("back", "manual"), ("start", "fri-17:00")],
    actions: &[Action::new("friday", &[]), Action::new("tuesday", &[("start", "tue-10:00")])],
    measure: Measure::Restored,
    from: Spot::At("noticed"),
    until: Spot::Past("restored"),
    card: "incident",
};

/// The usual advice is not the best here: who goes back matters more than the day.
pub const FRIDAY_AGAIN: Question = Question {
    id: "friday-again",
    theme: Theme::Trouble,
    set: &[("release", "blue-green"), ("start", "fri-17:00")],
    actions: &[Action::new("friday", &[]), Action::new("tuesday", &[("start", "tue-10:00"), ("back", "manual")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "rollback",
};
