//! Working days: people work from nine to five on weekdays, machines around the clock.

use super::assumptions::{DAY_STARTS, WORK_DAY_MINUTES};

/// Minutes of a day.
pub const DAY: u64 = 24 * 60;
/// Days of a week.
const WEEK_DAYS: u64 = 7;
/// Working days of a week, Monday first.
const WORK_DAYS: u64 = 5;

/// What a clock and a calendar show at a minute. Minute 0 is a Monday, 9:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Days since the wish, from 1.
    pub day: u64,
    /// Day of the week: 0 is Monday.
    pub weekday: u8,
    /// Hour of the day, 0 to 23.
    pub hour: u8,
    /// Minute of the hour, 0 to 59.
    pub minute: u8,
}

/// The clock at `minute` of the journey.
#[must_use]
pub fn clock(minute: u64) -> Clock {
    let absolute = minute + DAY_STARTS;
    let (day, rest) = (absolute / DAY, absolute % DAY);
    Clock { day: day + 1, weekday: (day % WEEK_DAYS) as u8, hour: (rest / 60) as u8, minute: (rest % 60) as u8 }
}

/// The minute at which `work` minutes of people's work, begun at `minute`, are done.
#[must_use]
pub fn after_work(minute: u64, work: u64) -> u64 {
    let mut absolute = minute + DAY_STARTS;
    let mut left = work;
    loop {
        let (day, rest) = (absolute / DAY, absolute % DAY);
        let workday = day % WEEK_DAYS < WORK_DAYS;
        let open = rest.max(DAY_STARTS);
        let room = (DAY_STARTS + WORK_DAY_MINUTES).saturating_sub(open);
        if workday && left <= room {
            return day * DAY + open + left - DAY_STARTS;
        }
        if workday {
            left -= room;
        }
        absolute = (day + 1) * DAY + DAY_STARTS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_skips_nights_and_weekends() {
        assert_eq!(after_work(0, 60), 60);
        // Eight hours end at five; the ninth is done at ten the next day.
        assert_eq!(after_work(0, 540), DAY + 60);
        // Forty hours end on Friday at five, one more on Monday at ten.
        assert_eq!(clock(after_work(0, 2400)), Clock { day: 5, weekday: 4, hour: 17, minute: 0 });
        assert_eq!(clock(after_work(0, 2460)), Clock { day: 8, weekday: 0, hour: 10, minute: 0 });
        // Begun at night it starts in the morning.
        assert_eq!(after_work(12 * 60, 30), DAY + 30);
    }
}
