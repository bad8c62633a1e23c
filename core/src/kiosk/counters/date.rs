//! A day of the calendar, which is as fine as anything is counted.

/// A day, as days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(u32);

/// Days of four hundred years, and of the years before 1970 since 1 March of the year 0, from which the calendar is easiest to count.
const CYCLE: u32 = 146_097;
const BEFORE: u32 = 719_468;
/// The last day that has four digits a year: 31 December 9999.
const LAST: u32 = 2_932_896;

impl Date {
    /// The first day that can be written: what a clock without a day says.
    pub const FIRST: Self = Self(0);

    /// The day of a year (1970 to 9999), a month and a day, each from 1; `None` where there is no such day.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // A year that begins in March ends with its leap day.
        let from_march = (month + 9) % 12;
        let year = if month <= 2 { year - 1 } else { year };
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        let in_cycle = year % 400;
        let days = year / 400 * CYCLE + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + day_of_year;
        let date = Self(days - BEFORE);
        // The 31st of a month that has none would be a day of the next one.
        (date.parts().2 == day).then_some(date)
    }

    /// The day of a number.
    #[must_use]
    pub fn of_number(number: u32) -> Option<Self> {
        (number <= LAST).then_some(Self(number))
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Year, month and day.
    fn parts(self) -> (u32, u32, u32) {
        let days = self.0 + BEFORE;
        let in_cycle = days % CYCLE;
        let year = (in_cycle - in_cycle / 1_460 + in_cycle / 36_524 - in_cycle / 146_096) / 365;
        let day_of_year = in_cycle - (365 * year + year / 4 - year / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        (days / CYCLE * 400 + year + u32::from(month <= 2), month, day)
    }
}

/// As the standard for dates writes it (ISO 8601): 2026-01-28.
impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}
