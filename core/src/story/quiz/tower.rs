//! Who notices, how soon, and how often for nothing; and what is promised.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// Customers call late, and few of them.
pub const NOBODY_WATCHES: Question = Question {
    id: "nobody-watches",
    theme: Theme::Tower,
    set: &[("release", "rolling"), ("watch", "off")],
    actions: &[Action::new("call", &[]), Action::new("watch", &[("watch", "on")])],
    measure: Measure::Noticed,
    from: Spot::Before("release-started"),
    until: Spot::Past("noticed"),
    card: "monitoring",
};

/// Who looks seldom sees late.
pub const HOW_OFTEN: Question = Question {
    id: "how-often",
    theme: Theme::Tower,
    set: &[("release", "blue-green"), ("interval", "10")],
    actions: &[Action::new("often", &[("interval", "1")]), Action::new("seldom", &[])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "metrics",
};

/// An honest cost: who asks for too much is alarmed for nothing.
pub const TOO_STRICT: Question = Question {
    id: "too-strict",
    theme: Theme::Tower,
    set: &[("fault", "none"), ("orders", "1000"), ("checks", "1"), ("threshold", "9999")],
    actions: &[Action::new("strict", &[]), Action::new("calm", &[("threshold", "9900")])],
    measure: Measure::Everyone,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "alert",
};

/// The other side of it: who wants to be sure is late.
pub const HOW_SURE: Question = Question {
    id: "how-sure",
    theme: Theme::Tower,
    set: &[("release", "rolling")],
    actions: &[Action::new("sure", &[("checks", "20")]), Action::new("soon", &[("checks", "2")])],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "alert",
};

/// A machine is awake.
pub const AT_NIGHT: Question = Question {
    id: "at-night",
    theme: Theme::Tower,
    set: &[("release", "blue-green"), ("start", "sat-03:00")],
    actions: &[Action::new("person", &[("back", "manual")]), Action::new("machine", &[])],
    measure: Measure::Restored,
    from: Spot::At("noticed"),
    until: Spot::Past("restored"),
    card: "alert",
};

/// A stricter promise makes nothing better by itself.
pub const STRICTER_SIGN: Question = Question {
    id: "stricter-sign",
    theme: Theme::Tower,
    set: &[("release", "blue-green")],
    actions: &[Action::new("usual", &[]), Action::new("stricter", &[("slo", "9999")])],
    measure: Measure::Margin,
    from: Spot::At("switched"),
    until: Spot::Past("promise-read"),
    card: "slo",
};

/// Urgent changes sail also when the margin is small.
pub const LITTLE_MARGIN: Question = Question {
    id: "little-margin",
    theme: Theme::Tower,
    set: &[("release", "rolling")],
    actions: &[Action::new("rolling", &[]), Action::new("canary", &[("release", "canary")])],
    measure: Measure::Budget,
    from: Spot::Before("release-started"),
    until: Spot::Past("promise-read"),
    card: "error-budget",
};
