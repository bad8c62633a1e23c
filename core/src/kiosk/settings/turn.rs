//! Changing a setting by pressing "less" and "more": a kiosk has no keyboard.

use super::{
    Settings,
    kinds::write_millimetres,
    registry::{Kind, Setting},
};
use serde_json::{Value, json};

/// Presses that lead through all of a number's bounds, about.
const PRESSES: u64 = 50;
/// Micrometres of a press.
const MICROMETRES: u64 = 5;
/// Minutes of a press, and of a day.
const MINUTES: u64 = 30;
const DAY: u64 = 24 * 60;

/// The settings after one press on "more" or "less" beside a setting; `None` where it does not change by pressing.
#[must_use]
pub fn turned(setting: &Setting, settings: &Settings, more: bool) -> Option<Settings> {
    let now: Value = serde_json::from_str(&setting.get(settings)).ok()?;
    let value = match setting.kind {
        Kind::Switch => json!(!now.as_bool()?),
        Kind::Names(names) => json!(next(&names(), &now.as_str()?, more)?),
        Kind::List(names) => next(&lists(&names()), &now, more)?.clone(),
        Kind::Number { min, max, or_zero } => json!(number(now.as_u64()?, (min, max), or_zero, more)),
        Kind::Millimetres { min, max } => {
            let size = settings.pixel_micrometres;
            let size = if more { size + MICROMETRES } else { size.saturating_sub(MICROMETRES) };
            serde_json::from_str(&write_millimetres(size.clamp(min, max))).ok()?
        }
        Kind::Time => {
            let (hour, minute) = now.as_str()?.split_once(':')?;
            let minutes = hour.parse::<u64>().ok()? * 60 + minute.parse::<u64>().ok()?;
            let minutes = (minutes + if more { MINUTES } else { DAY - MINUTES }) % DAY;
            json!(format!("{:02}:{:02}", minutes / 60, minutes % 60))
        }
        Kind::Pin => return None,
    };
    let mut changed = settings.clone();
    setting.set(&mut changed, &value).ok()?;
    // The loop speaks a language that is offered.
    changed.settle();
    Some(changed)
}

/// The settings with a text that was typed for one; `None` where it cannot be that.
#[must_use]
pub fn typed(setting: &Setting, settings: &Settings, text: &str) -> Option<Settings> {
    let mut changed = settings.clone();
    setting.set(&mut changed, &json!(text)).ok()?;
    Some(changed)
}

/// What stands after a value in a ring, or before it.
fn next<'a, T: PartialEq>(ring: &'a [T], value: &T, more: bool) -> Option<&'a T> {
    let place = ring.iter().position(|one| one == value).unwrap_or(0);
    ring.get((place + if more { 1 } else { ring.len().saturating_sub(1) }) % ring.len().max(1))
}

/// Lists of names: all of them, from each of them on, and each alone.
fn lists(names: &[&str]) -> Vec<Value> {
    let all = (0..names.len()).map(|first| [&names[first..], &names[..first]].concat());
    all.map(Value::from).chain(names.iter().map(|name| json!([name]))).collect()
}

/// A number one press on. Below the smallest one is 0, where that is taken.
fn number(now: u64, (min, max): (u64, u64), or_zero: bool, more: bool) -> u64 {
    let step = match (max - min) / PRESSES {
        10.. => 10,
        2.. => 5,
        _ => 1,
    };
    if more {
        if now < min { min } else { (now / step * step + step).min(max) }
    } else if or_zero && now <= min {
        0
    } else {
        (now.saturating_sub(1) / step * step).clamp(min, max)
    }
}
