//! What settings can be.

use crate::model::named::named;

named! {
    /// By which rule letters are large enough.
    TextRule {
        /// By the distance from which they are read.
        Distance = "distance",
        /// By that and by the Korean rule: 12 mm at least.
        Korea = "korea",
    }

    /// How strongly things stand out.
    Contrast {
        /// As the harbour is painted.
        Normal = "normal",
        /// Dark on light, with strong edges.
        High = "high",
    }

    /// Day or night.
    Lighting {
        /// Always day.
        Day = "day",
        /// Always night.
        Night = "night",
        /// By the clock.
        Clock = "clock",
    }

    /// A corner of the screen.
    Corner {
        /// Above, on the left.
        TopLeft = "top-left",
        /// Above, on the right.
        TopRight = "top-right",
        /// Below, on the left.
        BottomLeft = "bottom-left",
        /// Below, on the right.
        BottomRight = "bottom-right",
    }
}

/// Minutes of an hour.
const HOUR: u16 = 60;

/// A time of the day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Seven in the morning.
    pub const SEVEN: Self = Self(7 * HOUR);
    /// Seven in the evening.
    pub const NINETEEN: Self = Self(19 * HOUR);

    /// Reads a time such as `07:00`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |text: &str, most: u16| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u16>().ok()).flatten().filter(|number| *number < most)
        };
        Some(Self(number(hour, 24)? * HOUR + number(minute, HOUR)?))
    }

    /// The time as it is read.
    #[must_use]
    pub fn write(self) -> String {
        format!("{:02}:{:02}", self.0 / HOUR, self.0 % HOUR)
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn minute(self) -> u16 {
        self.0
    }
}

/// Digits of a PIN.
const PIN_DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

/// What opens the staff corner.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Default for Pin {
    /// The one that stands in the documentation, so that nobody is locked out. Whoever keeps it is told to change it.
    fn default() -> Self {
        Self("0000".to_owned())
    }
}

/// What is kept from others is not printed.
impl std::fmt::Debug for Pin {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Pin(…)")
    }
}

impl Pin {
    /// Reads a PIN: 4 to 8 digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let fine = PIN_DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fine.then(|| Self(text.to_owned()))
    }

    /// Whether these digits open the corner.
    #[must_use]
    pub fn opens(&self, digits: &str) -> bool {
        self.0 == digits
    }

    /// How many digits it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The digits, for the settings file alone.
    #[must_use]
    pub(super) fn write(&self) -> &str {
        &self.0
    }
}

/// Digits behind the point that make a micrometre of a millimetre.
const DECIMALS: usize = 3;

/// Reads millimetres such as `0.311`, as JSON writes a number, to the micrometre. No float is asked: what is not written in
/// plain decimals (an exponent, a sign) is far outside of what a pixel can be.
pub(super) fn read_millimetres(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    let thousandths: String = part.chars().chain("000".chars()).take(DECIMALS).collect();
    let rounds_up = part.as_bytes().get(DECIMALS).is_some_and(|digit| *digit >= b'5');
    let whole = whole.parse::<u64>().ok()?.checked_mul(1_000)?;
    whole.checked_add(thousandths.parse::<u64>().ok()? + u64::from(rounds_up))
}

/// Micrometres as millimetres, without idle zeros.
#[must_use]
pub fn write_millimetres(micrometres: u64) -> String {
    let text = format!("{}.{:03}", micrometres / 1_000, micrometres % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
