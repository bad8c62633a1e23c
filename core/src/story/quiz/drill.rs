//! What the fleet can bear when boats stay away on purpose.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// What can be placed anew comes back soon.
pub const HALF_AWAY: Question = Question {
    id: "half-away",
    theme: Theme::Drill,
    set: &[("fault", "none"), ("away", "harbour")],
    actions: &[Action::new("hands", &[("servers", "handmade")]), Action::new("boxes", &[])],
    measure: Measure::Lost,
    from: Spot::At("boats-away"),
    until: Spot::Past("healed"),
    card: "availability-zone",
};

/// One of many is hardly missed.
pub const SMALL_FLEET: Question = Question {
    id: "small-fleet",
    theme: Theme::Drill,
    set: &[("fault", "none"), ("away", "boat"), ("servers", "handmade"), ("boats", "2")],
    actions: &[Action::new("two", &[]), Action::new("ten", &[("boats", "10")])],
    measure: Measure::Lost,
    from: Spot::At("boats-away"),
    until: Spot::Past("healed"),
    card: "resilience",
};

/// A drill starts small.
pub const FIRST_DRILL: Question = Question {
    id: "first-drill",
    theme: Theme::Drill,
    set: &[("fault", "none"), ("servers", "scripted"), ("release", "rolling")],
    actions: &[Action::new("boat", &[("away", "boat")]), Action::new("harbour", &[("away", "harbour")])],
    measure: Measure::Budget,
    from: Spot::At("boats-away"),
    until: Spot::Past("healed"),
    card: "chaos-drill",
};

/// The harbour can start a boat by itself.
pub const WHO_FILLS_THE_GAP: Question = Question {
    id: "who-fills-the-gap",
    theme: Theme::Drill,
    set: &[("fault", "none"), ("away", "boat"), ("boats", "3")],
    actions: &[Action::new("script", &[("servers", "scripted")]), Action::new("image", &[("servers", "image")])],
    measure: Measure::Lost,
    from: Spot::At("boats-away"),
    until: Spot::Past("healed"),
    card: "machine-image",
};

/// Nobody mends what nobody sees.
pub const DRILL_UNSEEN: Question = Question {
    id: "drill-unseen",
    theme: Theme::Drill,
    set: &[("fault", "none"), ("away", "harbour"), ("servers", "scripted")],
    actions: &[Action::new("blind", &[("watch", "off")]), Action::new("watched", &[])],
    measure: Measure::Lost,
    from: Spot::At("boats-away"),
    until: Spot::Past("healed"),
    card: "observability",
};
