//! Units that are so by definition, not by assumption.

/// Basis points in a whole: 10,000 = 100 %.
pub const WHOLE: u16 = 10_000;

/// Basis points in one per cent.
pub const PERCENT: u16 = 100;

/// Minutes of an hour.
pub const HOUR: u64 = 60;

/// Minutes of a day.
pub const DAY: u64 = 24 * HOUR;

/// Days of a week.
pub const WEEK_DAYS: u64 = 7;

/// Minutes of a week.
pub const WEEK: u64 = WEEK_DAYS * DAY;

/// Seconds of a minute.
pub const MINUTE_SECONDS: u64 = 60;

/// First minute of the working day, from midnight.
pub const DAY_STARTS: u64 = 9 * HOUR;

/// Minutes of a working day.
pub const WORK_DAY: u64 = 8 * HOUR;

/// Working days of a week, Monday first.
pub const WORK_DAYS: u64 = 5;

/// Minutes that an order is seen under way, from boarding until its customer has the result. Real requests take
/// milliseconds: this is for the eye. The tower sees a result at once, where it arises; only customers wait for it.
pub const CROSSING_MINUTES: u64 = 2;

/// `part` basis points of `whole`, rounded down.
#[must_use]
pub const fn share_of(whole: u64, part: u64) -> u64 {
    whole * part / WHOLE as u64
}
