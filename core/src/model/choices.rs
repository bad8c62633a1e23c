//! The registry of choices: key, values and default. Toggles, addresses and property tests walk it.

use super::{
    calendar::WeekTime,
    kinds::{Away, Back, Delivery, Fault, Servers, Station, Words},
    named::Named,
    scenario::Scenario,
    steps::{Steps, read_percent, write_percent},
    strategies::Release,
    units::WHOLE,
};

/// The values that a choice can take.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// One of these names, the default first.
    Names(fn() -> Vec<&'static str>),
    /// A whole number within these bounds, both included.
    Number {
        /// The smallest.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// Something that is written in a way of its own.
    Written {
        /// How, in plain words for whoever types it.
        how: &'static str,
        /// Some of the values, the default first.
        examples: &'static [&'static str],
    },
}

/// A choice: how it is named and read.
pub struct Choice {
    /// Its name in addresses and locales.
    pub key: &'static str,
    /// At which station it is made.
    pub station: Station,
    /// The choice of which it says a part more exactly, so that it is read after that one.
    pub refines: Option<&'static str>,
    /// What it can be.
    pub values: Values,
    read: fn(&Scenario) -> String,
    write: fn(&mut Scenario, &str) -> bool,
}

impl Choice {
    /// What the scenario says.
    #[must_use]
    pub fn get(&self, scenario: &Scenario) -> String {
        (self.read)(scenario)
    }

    /// Changes the scenario; false and no change if the choice cannot be `value`.
    pub fn set(&self, scenario: &mut Scenario, value: &str) -> bool {
        if let Values::Number { min, max } = self.values {
            // Only digits: "+5" and " 5" are not how an address is written.
            let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
            match value.parse::<u64>() {
                Ok(number) if digits && (min..=max).contains(&number) => {}
                _ => return false,
            }
        }
        (self.write)(scenario, value)
    }
}

/// The choice of this name.
#[must_use]
pub fn choice(key: &str) -> Option<&'static Choice> {
    CHOICES.iter().find(|choice| choice.key == key)
}

fn put<T>(field: &mut T, value: Option<T>) -> bool {
    let known = value.is_some();
    if let Some(value) = value {
        *field = value;
    }
    known
}

fn number<T: TryFrom<u64>>(value: &str) -> Option<T> {
    value.parse::<u64>().ok().and_then(|number| T::try_from(number).ok())
}

fn on_off(value: &str) -> Option<bool> {
    match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// A choice between the kinds of a type.
macro_rules! kinds {
    ($key:literal, $station:ident, $field:ident: $kind:ty) => {
        Choice {
            key: $key,
            station: Station::$station,
            refines: None,
            values: Values::Names(|| <$kind>::KINDS.iter().map(|kind| kind.name()).collect()),
            read: |scenario| scenario.$field.name().to_owned(),
            write: |scenario, value| put(&mut scenario.$field, <$kind>::by_name(value)),
        }
    };
}

/// A choice of a whole number.
macro_rules! numbers {
    ($key:literal, $station:ident, $field:ident, $min:literal to $max:literal) => {
        Choice {
            key: $key,
            station: Station::$station,
            refines: None,
            values: Values::Number { min: $min, max: $max },
            read: |scenario| u64::from(scenario.$field).to_string(),
            write: |scenario, value| put(&mut scenario.$field, number(value)),
        }
    };
}

/// A choice between on and off, `$first` by default.
macro_rules! switches {
    ($key:literal, $station:ident, $field:ident, $first:literal or $second:literal) => {
        Choice {
            key: $key,
            station: Station::$station,
            refines: None,
            values: Values::Names(|| vec![$first, $second]),
            read: |scenario| if scenario.$field { "on" } else { "off" }.to_owned(),
            write: |scenario, value| put(&mut scenario.$field, on_off(value)),
        }
    };
}

/// Every choice, in the order in which an address writes them.
pub static CHOICES: [Choice; 30] = [
    kinds!("release", Release, release: Release),
    kinds!("fault", Code, fault: Fault),
    numbers!("severity", Code, severity, 1 to 100),
    kinds!("words", Spec, words: Words),
    switches!("lint", Ci, lint, "on" or "off"),
    switches!("unit", Ci, unit, "on" or "off"),
    switches!("integration", Ci, integration, "on" or "off"),
    switches!("e2e", Container, e2e, "on" or "off"),
    numbers!("coverage", Ci, coverage, 0 to 100),
    kinds!("servers", Container, servers: Servers),
    kinds!("delivery", Release, delivery: Delivery),
    switches!("flag", Release, flag, "off" or "on"),
    Choice {
        key: "steps",
        station: Station::Release,
        refines: None,
        values: Values::Written {
            how: "a rising list of up to 12 per cents, such as 5,25,50,100",
            examples: &["5,25,50,100", "1,5,25,100", "5,10,15,20,25,30,35,40,45,50", "10,100", "0.5,2", "50"],
        },
        read: |scenario| scenario.steps.list(),
        write: |scenario, value| put(&mut scenario.steps, Steps::read(value)),
    },
    Choice {
        key: "share",
        station: Station::Release,
        refines: Some("steps"),
        values: Values::Written {
            how: "per cents from 0.01 to 100, such as 5 or 0.5",
            examples: &["5", "0.5", "1", "2", "10", "20", "50", "100"],
        },
        read: |scenario| write_percent(scenario.steps.first()),
        write: |scenario, value| {
            read_percent(value).is_some_and(|weight| {
                scenario.steps.set_first(weight.min(WHOLE));
                true
            })
        },
    },
    numbers!("hold", Release, hold, 0 to 240),
    switches!("router", Release, router, "on" or "off"),
    numbers!("boats", Release, boats, 1 to 100),
    numbers!("surge", Release, surge, 0 to 100),
    numbers!("unavailable", Release, unavailable, 0 to 100),
    switches!("watch", Operate, watch, "on" or "off"),
    numbers!("interval", Operate, interval, 1 to 60),
    numbers!("threshold", Operate, threshold, 5000 to 9999),
    numbers!("checks", Operate, checks, 1 to 20),
    kinds!("back", Operate, back: Back),
    Choice {
        key: "start",
        station: Station::Release,
        refines: None,
        values: Values::Written {
            how: "a weekday and a time, such as tue-10:00 or fri-17:00",
            examples: &["tue-10:00", "fri-17:00", "sat-03:00", "wed-14:30"],
        },
        read: |scenario| scenario.start.write(),
        write: |scenario, value| put(&mut scenario.start, WeekTime::read(value)),
    },
    numbers!("orders", Need, orders, 10 to 10000),
    numbers!("slo", Operate, slo, 9000 to 9999),
    kinds!("away", Operate, away: Away),
    numbers!("away-at", Operate, away_at, 0 to 240),
    numbers!("seed", Need, seed, 0 to 4294967295),
];
