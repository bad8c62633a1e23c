//! What the docks are made of.

use super::{Action, Measure, Question, Theme};
use crate::story::Spot;

/// Hands forget; a script repeats.
pub const OLD_DOCKS: Question = Question {
    id: "old-docks",
    theme: Theme::Docks,
    set: &[("fault", "none"), ("servers", "handmade"), ("boats", "40")],
    actions: &[Action::new("hands", &[]), Action::new("script", &[("servers", "scripted")])],
    measure: Measure::Docks,
    from: Spot::Past("gates-passed"),
    until: Spot::Before("release-started"),
    card: "drift",
};

/// What is sealed in cannot be missing.
pub const MISSING_PART: Question = Question {
    id: "missing-part",
    theme: Theme::Docks,
    set: &[("fault", "environment"), ("servers", "handmade"), ("release", "rolling"), ("e2e", "off")],
    actions: &[Action::new("hands", &[]), Action::new("box", &[("servers", "container")])],
    measure: Measure::Everyone,
    from: Spot::Before("release-started"),
    until: Spot::Past("watch-goes-on"),
    card: "image",
};

/// Who asks each boat whether it is ready stands still in time.
pub const LACKING_DOCKS: Question = Question {
    id: "lacking-docks",
    theme: Theme::Docks,
    set: &[("fault", "environment"), ("servers", "handmade"), ("e2e", "off")],
    actions: &[
        Action::new("at-once", &[("release", "all-at-once")]),
        Action::new("by-boat", &[("release", "rolling")]),
    ],
    measure: Measure::Lost,
    from: Spot::Before("release-started"),
    until: Spot::At("watch-goes-on"),
    card: "server",
};

/// How long a change waits for a server.
pub const NEXT_SERVER: Question = Question {
    id: "next-server",
    theme: Theme::Docks,
    set: &[("fault", "none"), ("release", "rolling")],
    actions: &[
        Action::new("hands", &[("servers", "handmade")]),
        Action::new("image", &[("servers", "image")]),
        Action::new("box", &[]),
    ],
    measure: Measure::LeadTime,
    from: Spot::Past("gates-passed"),
    until: Spot::Past("image-placed"),
    card: "container",
};

/// What is replaced does not drift.
pub const FRESH_MACHINE: Question = Question {
    id: "fresh-machine",
    theme: Theme::Docks,
    set: &[("fault", "none"), ("servers", "scripted"), ("boats", "40")],
    actions: &[Action::new("script", &[]), Action::new("image", &[("servers", "image")])],
    measure: Measure::Docks,
    from: Spot::Past("gates-passed"),
    until: Spot::Before("release-started"),
    card: "immutability",
};
