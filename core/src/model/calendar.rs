//! Working days: people work from nine to five on weekdays, machines around the clock.

use super::units::{DAY, DAY_STARTS, HOUR, WEEK, WEEK_DAYS, WORK_DAY, WORK_DAYS};

/// Working minutes of a week.
const WORK_WEEK: u64 = WORK_DAYS * WORK_DAY;
/// The names of the days of the week in addresses, Monday first.
const WEEKDAYS: [&str; WEEK_DAYS as usize] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A time of the week, in minutes since Monday, 0:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekTime(u64);

impl WeekTime {
    /// Tuesday, 10:00.
    pub const TUESDAY_MORNING: Self = Self(DAY + 10 * HOUR);

    /// Friday, 17:00.
    pub const FRIDAY_EVENING: Self = Self(4 * DAY + 17 * HOUR);

    /// Reads a time such as `fri-17:00`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (weekday, time) = text.split_once('-')?;
        let (hours, minutes) = time.split_once(':')?;
        let number = |text: &str| (text.len() == 2).then(|| text.parse::<u64>().ok()).flatten();
        let day = WEEKDAYS.iter().position(|name| *name == weekday)? as u64;
        let (hour, minute) = (number(hours)?, number(minutes)?);
        let digits = time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
        (digits && hour < 24 && minute < HOUR).then_some(Self(day * DAY + hour * HOUR + minute))
    }

    /// The time as an address writes it.
    #[must_use]
    pub fn write(self) -> String {
        let (day, rest) = (self.0 / DAY, self.0 % DAY);
        format!("{}-{:02}:{:02}", WEEKDAYS[(day % WEEK_DAYS) as usize], rest / HOUR, rest % HOUR)
    }

    /// The time so many minutes before.
    #[must_use]
    pub const fn before(self, minutes: u64) -> Self {
        Self((self.0 + WEEK - minutes % WEEK) % WEEK)
    }

    /// Working minutes of the week that have passed by then.
    const fn worked(self) -> u64 {
        let (day, rest) = (self.0 / DAY, self.0 % DAY);
        if day >= WORK_DAYS {
            return WORK_WEEK;
        }
        let today = rest.saturating_sub(DAY_STARTS);
        day * WORK_DAY + if today < WORK_DAY { today } else { WORK_DAY }
    }
}

/// What a clock and a calendar show at a minute.
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

/// The calendar of one journey: its minute 0, the wish, lies in a working hour of some week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The wish, in minutes since a Monday, 0:00.
    wish: u64,
}

impl Calendar {
    /// The calendar of a wish on Monday, 9:00.
    pub const MONDAY: Self = Self { wish: DAY_STARTS };

    /// The calendar in which `work` working minutes after the wish are done when it is `end`, or when the working hours
    /// before `end` are over.
    #[must_use]
    pub const fn ending(end: WeekTime, work: u64) -> Self {
        let from = (end.worked() + WORK_WEEK - work % WORK_WEEK) % WORK_WEEK;
        Self { wish: from / WORK_DAY * DAY + DAY_STARTS + from % WORK_DAY }
    }

    /// The clock at `minute` of the journey.
    #[must_use]
    pub const fn clock(self, minute: u64) -> Clock {
        let absolute = self.wish + minute;
        let (day, rest) = (absolute / DAY, absolute % DAY);
        let weekday = (day % WEEK_DAYS) as u8;
        Clock { day: day - self.wish / DAY + 1, weekday, hour: (rest / HOUR) as u8, minute: (rest % HOUR) as u8 }
    }

    /// The first minute from `minute` on at which it is `time`.
    #[must_use]
    pub const fn next(self, time: WeekTime, minute: u64) -> u64 {
        let now = (self.wish + minute) % WEEK;
        minute + (time.0 + WEEK - now) % WEEK
    }

    /// The minute at which `work` minutes of people's work, begun at `minute`, are done.
    #[must_use]
    pub fn after_work(self, minute: u64, work: u64) -> u64 {
        let mut absolute = minute + self.wish;
        let mut left = work;
        loop {
            let (day, rest) = (absolute / DAY, absolute % DAY);
            let workday = day % WEEK_DAYS < WORK_DAYS;
            let open = rest.max(DAY_STARTS);
            let room = (DAY_STARTS + WORK_DAY).saturating_sub(open);
            if workday && left <= room {
                return day * DAY + open + left - self.wish;
            }
            if workday {
                left -= room;
            }
            absolute = (day + 1) * DAY;
        }
    }

    /// Whether people work at `minute`.
    #[must_use]
    pub const fn is_working(self, minute: u64) -> bool {
        let absolute = minute + self.wish;
        let rest = absolute % DAY;
        !self.is_weekend(minute) && rest >= DAY_STARTS && rest < DAY_STARTS + WORK_DAY
    }

    /// Whether `minute` lies on a weekend.
    #[must_use]
    pub const fn is_weekend(self, minute: u64) -> bool {
        (minute + self.wish) / DAY % WEEK_DAYS >= WORK_DAYS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_skips_nights_and_weekends() {
        let monday = Calendar::MONDAY;
        assert_eq!(monday.after_work(0, 60), 60);
        // Eight hours end at five; the ninth is done at ten the next day.
        assert_eq!(monday.after_work(0, 540), DAY + 60);
        // Forty hours end on Friday at five, one more on Monday at ten.
        let clock = |work| monday.clock(monday.after_work(0, work));
        assert_eq!(clock(2400), Clock { day: 5, weekday: 4, hour: 17, minute: 0 });
        assert_eq!(clock(2460), Clock { day: 8, weekday: 0, hour: 10, minute: 0 });
        // Begun at night it starts in the morning.
        assert_eq!(monday.after_work(12 * 60, 30), DAY + 30);
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        for text in ["tue-10:00", "fri-17:00", "sun-00:00", "mon-23:59"] {
            assert_eq!(WeekTime::read(text).map(WeekTime::write), Some(text.to_owned()));
        }
        for text in ["", "fri", "fri-", "fri-5:00", "fri-24:00", "fri-17:60", "Fri-17:00", "fri-+7:00", "fri-17:00:00"]
        {
            assert_eq!(WeekTime::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_calendar_can_be_found_from_its_end() {
        for (end, lands) in [("tue-10:00", "tue-10:00"), ("sat-03:00", "fri-17:00"), ("wed-22:00", "wed-17:00")] {
            for work in [10, 480, 2_400, 5_000] {
                let calendar = Calendar::ending(WeekTime::read(end).unwrap_or(WeekTime::TUESDAY_MORNING), work);
                assert!(calendar.is_working(0));
                let done = calendar.after_work(0, work);
                let there = WeekTime((calendar.wish + done) % WEEK).write();
                assert_eq!(there, lands, "{end} {work}");
            }
        }
    }
}
