//! What a kiosk counts: sums a day, and nothing about anybody. They stay on the machine until a person exports them.

mod date;
mod key;

pub use date::Date;
pub use key::{Recovery, keys};

use super::{Deed, Guess};
use serde_json::{Value, json};
use std::collections::VecDeque;

/// Days that are kept; of more, the earliest written go.
pub const MOST_DAYS: usize = 400;
/// Bytes that the counters take as JSON at most, every figure as great as it can be.
pub const MOST_BYTES: usize = 262_144;
/// The last days among which today is looked for. A clock that goes back and forth with each start does not fill the ring.
const RECENT: usize = 8;
/// The version of what is written.
const VERSION: u64 = 1;

/// The sums of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Day {
    date: Date,
    /// In the order of [`keys`].
    sums: Vec<u32>,
}

impl Day {
    fn new(date: Date) -> Self {
        Self { date, sums: vec![0; keys().len()] }
    }
}

/// The counters: days in the order in which they were written, whatever the clock said then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    days: VecDeque<Day>,
}

impl Counters {
    /// Reads what was written; nothing at all is no mistake. What cannot be read is lost, and counted today as a recovery.
    #[must_use]
    pub fn read(text: &str, today: Date) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let (mut counters, whole) = parsed(text).unwrap_or_default();
        if !whole {
            counters.recovered(today, Recovery::Storage);
        }
        counters
    }

    /// The counters as JSON: names once, then a row of numbers a day.
    #[must_use]
    pub fn write(&self) -> String {
        let row = |day: &Day| {
            let numbers = std::iter::once(day.date.number()).chain(day.sums.iter().copied());
            Value::from(numbers.collect::<Vec<u32>>())
        };
        let rows: Vec<Value> = self.days.iter().map(row).collect();
        json!({ "v": VERSION, "keys": keys(), "days": rows }).to_string()
    }

    /// The counters as a table (CSV, RFC 4180): a header of names, a line a day. Names and numbers have nothing that must be quoted.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut table = format!("date,{}\r\n", keys().join(","));
        for day in &self.days {
            let sums = day.sums.iter().map(u32::to_string);
            let cells: Vec<String> = std::iter::once(day.date.to_string()).chain(sums).collect();
            table.push_str(&cells.join(","));
            table.push_str("\r\n");
        }
        table
    }

    /// Counts what happened in a visit.
    pub fn count(&mut self, today: Date, deed: &Deed) {
        for key in key::of(deed) {
            self.add(today, &key);
        }
    }

    /// Counts something that went wrong and was mended.
    pub fn recovered(&mut self, today: Date, recovery: Recovery) {
        self.add(today, &key::recovery(recovery));
    }

    /// Counts that another version was put in place.
    pub fn updated(&mut self, today: Date) {
        self.add(today, key::UPDATES);
    }

    /// Days that are kept.
    #[must_use]
    pub fn days(&self) -> u64 {
        self.days.len() as u64
    }

    /// The sum of a counter over all days.
    #[must_use]
    pub fn sum(&self, key: &str) -> u64 {
        let Some(place) = place(key) else { return 0 };
        self.days.iter().filter_map(|day| day.sums.get(place)).map(|sum| u64::from(*sum)).sum()
    }

    /// A counter of a day.
    #[must_use]
    pub fn of(&self, date: Date, key: &str) -> u64 {
        let day = self.days.iter().rev().take(RECENT).find(|day| day.date == date);
        let sum = place(key).zip(day).and_then(|(place, day)| day.sums.get(place).copied());
        sum.map_or(0, u64::from)
    }

    /// What was guessed on a day, in the order of [`Guess::ALL`]: the loop that draws people in shows it.
    #[must_use]
    pub fn guesses(&self, date: Date) -> [u64; Guess::ALL.len()] {
        Guess::ALL.map(|guess| self.of(date, &key::guess(guess)))
    }

    fn add(&mut self, date: Date, key: &str) {
        let Some(place) = place(key) else { return };
        if let Some(sum) = self.day(date).and_then(|day| day.sums.get_mut(place)) {
            *sum = sum.saturating_add(1);
        }
    }

    /// Today's sums; they begin where today is none of the last days.
    fn day(&mut self, date: Date) -> Option<&mut Day> {
        let known = self.days.iter().rev().take(RECENT).position(|day| day.date == date);
        let place = known.map_or(self.days.len(), |back| self.days.len() - 1 - back);
        if known.is_none() {
            self.days.push_back(Day::new(date));
        }
        let dropped = self.days.len().saturating_sub(MOST_DAYS);
        self.days.drain(..dropped);
        self.days.get_mut(place - dropped)
    }
}

/// Where a counter stands in a row.
fn place(key: &str) -> Option<usize> {
    keys().iter().position(|known| known == key)
}

/// The counters of a text, and whether all of it could be read; `None` where nothing could.
fn parsed(text: &str) -> Option<(Counters, bool)> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("v")?.as_u64()? != VERSION {
        return None;
    }
    // Another version of Naru may have counted other things: each name finds its own place, or none.
    let places: Vec<Option<usize>> = value.get("keys")?.as_array()?.iter().map(|key| place(key.as_str()?)).collect();
    let rows = value.get("days")?.as_array()?;
    let days: Vec<Day> = rows.iter().filter_map(|row| read_day(row, &places)).collect();
    let whole = days.len() == rows.len();
    let latest = days.len().saturating_sub(MOST_DAYS);
    Some((Counters { days: days.into_iter().skip(latest).collect() }, whole))
}

fn read_day(row: &Value, places: &[Option<usize>]) -> Option<Day> {
    let numbers: Vec<u32> = row
        .as_array()?
        .iter()
        .map(|number| number.as_u64().and_then(|one| one.try_into().ok()))
        .collect::<Option<_>>()?;
    let (date, sums) = numbers.split_first()?;
    if sums.len() != places.len() {
        return None;
    }
    let mut day = Day::new(Date::of_number(*date)?);
    for (place, sum) in places.iter().zip(sums) {
        if let Some(kept) = place.and_then(|place| day.sums.get_mut(place)) {
            *kept = *sum;
        }
    }
    Some(day)
}
