//! Stories to begin free play with: each a name and the choices that differ from the usual ones.

use super::beat::set;
use crate::model::Scenario;

/// A story to begin with. Its texts are `preset.<id>` and `preset.<id>.line`.
#[derive(Debug)]
pub struct Preset {
    /// Its name in the locales.
    pub id: &'static str,
    /// What differs from the usual choices.
    pub set: &'static [(&'static str, &'static str)],
}

impl Preset {
    /// The choices.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let mut scenario = Scenario::default();
        for (key, value) in self.set {
            set(&mut scenario, key, value);
        }
        scenario
    }
}

/// All of them.
pub const PRESETS: [Preset; 8] = [
    Preset { id: "with", set: &[] },
    Preset {
        id: "before",
        set: &[
            ("words", "own"),
            ("lint", "off"),
            ("unit", "off"),
            ("integration", "off"),
            ("e2e", "off"),
            ("servers", "handmade"),
            ("delivery", "train"),
            ("release", "all-at-once"),
            ("watch", "off"),
            ("back", "manual"),
        ],
    },
    Preset { id: "friday", set: &[("start", "fri-17:00"), ("release", "all-at-once"), ("back", "manual")] },
    Preset { id: "busy", set: &[("orders", "3000"), ("release", "blue-green")] },
    Preset { id: "tiny-canary", set: &[("share", "0.5"), ("severity", "2")] },
    Preset { id: "no-router", set: &[("router", "off"), ("boats", "5")] },
    Preset {
        id: "harbour-closes",
        set: &[("fault", "none"), ("release", "rolling"), ("away", "harbour"), ("servers", "handmade")],
    },
    Preset { id: "wrong-cake", set: &[("fault", "none"), ("words", "own"), ("seed", "10")] },
];
