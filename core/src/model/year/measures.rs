//! The figures of a year: DORA's four measures, and what the business sees beside them.

use super::{Measure, YEAR_DAYS, Year};
use crate::model::units::{DAY, WHOLE};

/// The middle of some numbers; `None` of none.
#[must_use]
pub fn median(mut numbers: Vec<u64>) -> Option<u64> {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied()
}

/// The figures of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Releases.
    pub deployments: u64,
    /// Median minutes from commit until all customers had the change.
    pub lead_minutes: Option<u64>,
    /// Releases that failed, in basis points.
    pub change_fail_rate: Option<u64>,
    /// Median minutes until a failed release was recovered from.
    pub recovery_minutes: Option<u64>,
    /// Wishes that were met: what was wished for is with every customer.
    pub wishes_met: u64,
    /// Median minutes from the wish until it was met.
    pub wish_minutes: Option<u64>,
    /// Orders that failed or turned away because of releases.
    pub lost_orders: u64,
    /// Working minutes spent on doing something again, in basis points of all.
    pub rework_rate: Option<u64>,
}

impl Year {
    /// The year as it was at a minute of it: what had gone out, and what had reached every customer by then.
    #[must_use]
    pub fn until(&self, minute: u64) -> Self {
        let deployments = self.deployments.iter().filter(|one| one.minute <= minute).cloned().collect();
        let deliveries = self.deliveries.iter().filter(|one| one.minute <= minute).cloned().collect();
        Self { deployments, deliveries, ..self.clone() }
    }

    /// The figures of this year.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let deployments = self.deployments.len() as u64;
        let recoveries: Vec<u64> = self.deployments.iter().filter_map(|one| one.recovery_minutes).collect();
        let met = || self.deliveries.iter().filter(|one| one.as_wished);
        Figures {
            deployments,
            lead_minutes: median(self.deliveries.iter().map(|one| one.lead_minutes).collect()),
            change_fail_rate: (recoveries.len() as u64 * u64::from(WHOLE)).checked_div(deployments),
            recovery_minutes: median(recoveries),
            wishes_met: met().count() as u64,
            wish_minutes: median(met().map(|one| one.wish_minutes).collect()),
            lost_orders: self.deployments.iter().map(|one| one.lost_orders).sum(),
            rework_rate: (self.reworked * u64::from(WHOLE)).checked_div(self.worked),
        }
    }
}

impl Figures {
    /// One of DORA's measures, in its unit; `None` where nothing happened that it could measure.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> Option<u64> {
        match measure {
            Measure::DeploymentInterval => (YEAR_DAYS * DAY).checked_div(self.deployments),
            Measure::LeadTime => self.lead_minutes,
            Measure::ChangeFailRate => self.change_fail_rate,
            Measure::RecoveryTime => self.recovery_minutes,
        }
    }
}
