//! The registry of choices: key, values and default. Toggles, addresses and property tests walk it.

use super::{
    scenario::{Back, Fault, Scenario},
    strategies::Release,
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
}

/// A choice: how it is named and read.
pub struct Choice {
    /// Its name in addresses and locales.
    pub key: &'static str,
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

    /// The default, as an address would write it.
    #[must_use]
    pub fn default_value(&self) -> String {
        self.get(&Scenario::default())
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

fn number<T: std::str::FromStr>(value: &str) -> Option<T> {
    value.parse().ok()
}

fn switch(on: bool) -> String {
    if on { "on" } else { "off" }.to_owned()
}

/// Every choice, in the order in which an address writes them.
pub static CHOICES: [Choice; 10] = [
    Choice {
        key: "release",
        values: Values::Names(|| Release::all().map(Release::id).collect()),
        read: |scenario| scenario.release.id().to_owned(),
        write: |scenario, value| put(&mut scenario.release, Release::by_id(value)),
    },
    Choice {
        key: "fault",
        values: Values::Names(|| Fault::ALL.into_iter().map(Fault::id).collect()),
        read: |scenario| scenario.fault.id().to_owned(),
        write: |scenario, value| put(&mut scenario.fault, Fault::ALL.into_iter().find(|fault| fault.id() == value)),
    },
    Choice {
        key: "severity",
        values: Values::Number { min: 1, max: 100 },
        read: |scenario| scenario.severity.to_string(),
        write: |scenario, value| put(&mut scenario.severity, number(value)),
    },
    Choice {
        key: "share",
        values: Values::Number { min: 1, max: 50 },
        read: |scenario| scenario.share.to_string(),
        write: |scenario, value| put(&mut scenario.share, number(value)),
    },
    Choice {
        key: "hold",
        values: Values::Number { min: 0, max: 240 },
        read: |scenario| scenario.hold.to_string(),
        write: |scenario, value| put(&mut scenario.hold, number(value)),
    },
    Choice {
        key: "watch",
        values: Values::Names(|| vec!["on", "off"]),
        read: |scenario| switch(scenario.watch),
        write: |scenario, value| put(&mut scenario.watch, on_off(value)),
    },
    Choice {
        key: "back",
        values: Values::Names(|| Back::ALL.into_iter().map(Back::id).collect()),
        read: |scenario| scenario.back.id().to_owned(),
        write: |scenario, value| put(&mut scenario.back, Back::ALL.into_iter().find(|back| back.id() == value)),
    },
    Choice {
        key: "orders",
        values: Values::Number { min: 10, max: 10_000 },
        read: |scenario| scenario.orders.to_string(),
        write: |scenario, value| put(&mut scenario.orders, number(value)),
    },
    Choice {
        key: "slo",
        values: Values::Number { min: 9_000, max: 9_999 },
        read: |scenario| scenario.slo.to_string(),
        write: |scenario, value| put(&mut scenario.slo, number(value)),
    },
    Choice {
        key: "seed",
        values: Values::Number { min: 0, max: u32::MAX as u64 },
        read: |scenario| scenario.seed.to_string(),
        write: |scenario, value| put(&mut scenario.seed, number(value)),
    },
];

fn on_off(value: &str) -> Option<bool> {
    match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}
