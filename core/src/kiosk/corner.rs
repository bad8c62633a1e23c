//! The door of the staff corner: a long press in a corner of the screen, and a PIN.

use super::settings::Pin;

/// Milliseconds for which the corner is held until it asks for the PIN: nobody does that by chance.
pub const HOLD_MS: u64 = 3_000;
/// Milliseconds without a touch after which it closes by itself: whoever left it open has gone.
const AWAY_MS: u64 = 120_000;
/// Wrong PINs after which it waits, and for how long, in milliseconds.
const MOST_WRONG: u8 = 5;
const WAIT_MS: u64 = 60_000;
/// Digits that are typed at most.
const MOST_DIGITS: usize = 8;

/// How the door stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Door {
    /// It is shut, and cannot be seen.
    #[default]
    Shut,
    /// It asks for the PIN.
    Asks,
    /// What was typed is not the PIN; it asks again.
    Wrong,
    /// It was wrong too often: nothing can be typed for a while.
    Waits,
    /// Staff are inside.
    Open,
}

/// The corner.
#[derive(Clone, Debug, Default)]
pub struct StaffCorner {
    door: Door,
    /// Since when the corner is held.
    held_since: Option<u64>,
    /// What was typed.
    digits: String,
    /// Wrong PINs since the last right one, and until when it waits.
    wrong: u8,
    wait_until: u64,
    /// When it was touched last.
    touched: u64,
}

impl StaffCorner {
    /// How the door stands.
    #[must_use]
    pub const fn door(&self) -> Door {
        self.door
    }

    /// Digits that were typed: how many, never which.
    #[must_use]
    pub fn typed(&self) -> u64 {
        self.digits.len() as u64
    }

    /// Somebody puts a finger on the corner.
    pub fn press(&mut self, now_ms: u64) {
        self.touched = now_ms;
        if self.door == Door::Shut {
            self.held_since = Some(now_ms);
        }
    }

    /// It is lifted, or has left the corner.
    pub const fn release(&mut self) {
        self.held_since = None;
    }

    /// Time has passed.
    pub fn tick(&mut self, now_ms: u64) {
        let held = self.held_since.is_some_and(|since| now_ms.saturating_sub(since) >= HOLD_MS);
        if self.door == Door::Shut && held {
            self.held_since = None;
            self.touched = now_ms;
            self.door = if now_ms < self.wait_until { Door::Waits } else { Door::Asks };
        }
        if self.door == Door::Waits && now_ms >= self.wait_until {
            self.door = Door::Asks;
        }
        if self.door != Door::Shut && now_ms.saturating_sub(self.touched) >= AWAY_MS {
            self.close();
        }
    }

    /// Somebody touches something inside.
    pub const fn touch(&mut self, now_ms: u64) {
        self.touched = now_ms;
    }

    /// Somebody types a digit.
    pub fn digit(&mut self, digit: u8, now_ms: u64) {
        self.touched = now_ms;
        if matches!(self.door, Door::Asks | Door::Wrong) && digit <= 9 && self.digits.len() < MOST_DIGITS {
            self.door = Door::Asks;
            self.digits.push(char::from(b'0' + digit));
        }
    }

    /// Somebody takes the last digit back.
    pub fn delete(&mut self, now_ms: u64) {
        self.touched = now_ms;
        self.digits.pop();
    }

    /// Somebody says that this is the PIN.
    pub fn enter(&mut self, pin: &Pin, now_ms: u64) {
        self.touched = now_ms;
        let digits = std::mem::take(&mut self.digits);
        if !matches!(self.door, Door::Asks | Door::Wrong) || digits.is_empty() {
            return;
        }
        if pin.opens(&digits) {
            self.wrong = 0;
            self.door = Door::Open;
            return;
        }
        self.wrong += 1;
        self.door = Door::Wrong;
        if self.wrong >= MOST_WRONG {
            self.wrong = 0;
            self.wait_until = now_ms + WAIT_MS;
            self.door = Door::Waits;
        }
    }

    /// Staff leave. What was wrong before is still counted.
    pub fn close(&mut self) {
        *self = Self { wrong: self.wrong, wait_until: self.wait_until, ..Self::default() };
    }
}
