//! The two harbours of a year.

use crate::model::{
    calendar::WeekTime,
    kinds::{Back, Delivery, Servers, Words},
    named::named,
    scenario::Scenario,
    strategies::Release,
};

named! {
    /// A harbour of the year.
    Harbour {
        /// Before DevOps: work is thrown over a wall, and goes out rarely, all together, by hand.
        Before = "before",
        /// With DevOps: small pieces, checked by machines, one by one.
        With = "with",
    }
}

impl Harbour {
    /// How this harbour works: what all its ideas have in common.
    #[must_use]
    pub fn scenario(self) -> Scenario {
        let with = Scenario::default();
        match self {
            Self::With => with,
            Self::Before => Scenario {
                words: Words::Own,
                lint: false,
                unit: false,
                // Somebody tries the parts together, and all of it by hand, before it goes out.
                integration: true,
                e2e: true,
                coverage: 0,
                servers: Servers::Handmade,
                delivery: Delivery::Train,
                release: Release::by_id("all-at-once").unwrap_or_default(),
                watch: false,
                back: Back::Manual,
                start: WeekTime::FRIDAY_EVENING,
                ..with
            },
        }
    }
}
