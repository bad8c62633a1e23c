//! DORA's survey: the four clusters of answers of one year, to be held beside what the model comes to. The clusters are
//! found anew every year and move; in 2024 the medium one failed less often than the high one.

use crate::model::units::{DAY, HOUR, WEEK};

/// Where the bands are from.
pub const BANDS_SOURCE: (&str, u16) = ("DORA, Accelerate State of DevOps", 2024);

/// Minutes of a month, as the bands count: 30 days.
pub const MONTH: u64 = 30 * DAY;

/// One of DORA's four measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Minutes from one deployment to the next, on average: the more often, the fewer.
    DeploymentInterval,
    /// Minutes from commit until customers have it.
    LeadTime,
    /// Deployments that failed, in basis points.
    ChangeFailRate,
    /// Minutes until a failed deployment was recovered from.
    RecoveryTime,
}

/// All four, in the order in which they are told.
pub const MEASURES: [Measure; 4] =
    [Measure::DeploymentInterval, Measure::LeadTime, Measure::ChangeFailRate, Measure::RecoveryTime];

/// A cluster of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The best.
    Elite,
    /// The second.
    High,
    /// The third.
    Medium,
    /// The last.
    Low,
}

/// What one cluster answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which cluster.
    pub level: Level,
    /// Share of those who answered, in basis points.
    pub share: u64,
    /// From, to, for each of `MEASURES`; the survey tells one figure for the rate.
    pub ranges: [(u64, u64); 4],
}

/// The four clusters.
pub const BANDS: [Band; 4] = [
    // On demand, several times a day; less than a day; 5 %; less than an hour.
    Band { level: Level::Elite, share: 1_900, ranges: [(0, DAY), (0, DAY), (500, 500), (0, HOUR)] },
    // Between once a day and once a week; between a day and a week; 20 %; less than a day.
    Band { level: Level::High, share: 2_200, ranges: [(DAY, WEEK), (DAY, WEEK), (2_000, 2_000), (0, DAY)] },
    // Between once a week and once a month; between a week and a month; 10 %; less than a day.
    Band { level: Level::Medium, share: 3_500, ranges: [(WEEK, MONTH), (WEEK, MONTH), (1_000, 1_000), (0, DAY)] },
    // Between once a month and once in six months; the same; 40 %; between a week and a month.
    Band {
        level: Level::Low,
        share: 2_500,
        ranges: [(MONTH, 6 * MONTH), (MONTH, 6 * MONTH), (4_000, 4_000), (WEEK, MONTH)],
    },
];

impl Level {
    /// Its name in the survey.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Elite => "elite",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

impl Measure {
    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DeploymentInterval => "deployment interval",
            Self::LeadTime => "change lead time",
            Self::ChangeFailRate => "change fail rate",
            Self::RecoveryTime => "failed deployment recovery time",
        }
    }

    /// The best cluster whose range holds a value. Of the rate, the survey tells one figure a cluster and no range: there is
    /// an answer only where a value is that figure, give or take a tenth of it.
    #[must_use]
    pub fn level(self, value: u64) -> Option<Level> {
        let index = self as usize;
        BANDS
            .iter()
            .find(|band| {
                let (from, to) = band.ranges[index];
                let slack = if self == Self::ChangeFailRate { from / 10 } else { 0 };
                (from - slack..=to + slack).contains(&value)
            })
            .map(|band| band.level)
    }
}
