//! Chance, for what may differ from visit to visit. No story depends on it.

/// A number that nobody foresees.
#[must_use]
pub fn chance() -> u64 {
    // Between 0 and 1; as many bits of it as a float has.
    (js_sys::Math::random() * (1_u64 << f64::MANTISSA_DIGITS) as f64) as u64
}
