//! What the actions of a question are compared by.

use crate::model::Timeline;

/// What the actions of a question are compared by; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Orders that came back failed or were turned away.
    Lost,
    /// Minutes from the first order that could meet the fault until somebody noticed.
    Noticed,
    /// Minutes from then until every order was away from the change again.
    Restored,
    /// Minutes from the start of the release until every customer had the change.
    Everyone,
    /// Minutes from the commit until then.
    LeadTime,
    /// Minutes from the wish until every customer had what was wished for.
    Wish,
    /// Seconds of the error budget that were spent.
    Budget,
    /// Per cent of the error budget that were spent, as far as they were begun.
    Margin,
    /// Working minutes that people spend on doing something again.
    Rework,
    /// Customers some of whose orders met the old version, and some the new one.
    MetBoth,
    /// Records that going back does not mend.
    Records,
    /// Docks that differ from the others.
    Docks,
    /// Ideas that go out together.
    Ideas,
    /// Boats beyond the fleet, times the minutes for which they are paid for.
    Spare,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Lost,
        Self::Noticed,
        Self::Restored,
        Self::Everyone,
        Self::LeadTime,
        Self::Wish,
        Self::Budget,
        Self::Margin,
        Self::Rework,
        Self::MetBoth,
        Self::Records,
        Self::Docks,
        Self::Ideas,
        Self::Spare,
    ];

    /// Its name in the locales: `measure.<id>` is what it is called, `measure.<id>.value` one of its figures.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Noticed => "noticed",
            Self::Restored => "restored",
            Self::Everyone => "everyone",
            Self::LeadTime => "lead-time",
            Self::Wish => "wish",
            Self::Budget => "budget",
            Self::Margin => "margin",
            Self::Rework => "rework",
            Self::MetBoth => "met-both",
            Self::Records => "records",
            Self::Docks => "docks",
            Self::Ideas => "ideas",
            Self::Spare => "spare",
        }
    }

    /// Whether it can be that it never comes to it: `measure.<id>.never` says so then.
    #[must_use]
    pub const fn may_never_be(self) -> bool {
        matches!(self, Self::Noticed | Self::Restored | Self::Everyone | Self::LeadTime | Self::Wish)
    }

    /// What a story came to; `None` where it never came to it, which is worse than any figure.
    #[must_use]
    pub fn of(self, timeline: &Timeline) -> Option<u64> {
        let outcome = &timeline.outcome;
        let between = |from: Option<u64>, to: Option<u64>| to.zip(from).map(|(to, from)| to.saturating_sub(from));
        match self {
            Self::Lost => Some(outcome.counts.failed + outcome.counts.turned_away),
            Self::Noticed => between(outcome.exposed_minute, outcome.noticed_minute),
            Self::Restored => between(outcome.noticed_minute, outcome.restored_minute),
            Self::Everyone => outcome.everyone_minutes,
            Self::LeadTime => outcome.lead_time_minutes,
            Self::Wish => outcome.wish_to_customer_minutes,
            Self::Budget => Some(outcome.budget_spent_seconds),
            Self::Margin => Some((outcome.budget_spent_seconds * 100).div_ceil(timeline.budget_seconds.max(1))),
            Self::Rework => Some(outcome.rework_minutes),
            Self::MetBoth => Some(outcome.customers_met_both),
            Self::Records => Some(outcome.wrong_records),
            Self::Docks => Some(outcome.docks_differing.into()),
            Self::Ideas => Some(outcome.ideas),
            Self::Spare => Some(outcome.spare_boat_minutes),
        }
    }
}
