//! Chance, by key: the same seed, purpose, entity and minute always draw the same, in any order, on any machine.

use super::assumptions::WHOLE;

/// What a draw is for. Draws for one purpose never disturb those for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// How long work at a station takes.
    Work = 1,
    /// Which version an order meets.
    Version = 2,
    /// Whether an order fails.
    Fate = 3,
    /// Whether the owner of a failed order complains.
    Complaint = 4,
}

/// The golden ratio as a 64-bit fraction, the increment of splitmix64 (Steele, Lea and Flood, 2014).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// Orders that one word of lanes holds.
pub const LANES: u64 = 64;

/// Bits to which a chance is rounded: an error below one in four thousand million.
const CHANCE_BITS: u32 = 32;

/// All draws of one seed.
#[derive(Clone, Copy, Debug)]
pub struct Draws {
    seed: u64,
}

/// The finisher of splitmix64: a bijection that spreads every bit.
const fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

impl Draws {
    /// The draws of a seed.
    #[must_use]
    pub const fn new(seed: u32) -> Self {
        Self { seed: mix(seed as u64 ^ GOLDEN) }
    }

    const fn key(self, purpose: Purpose, entity: u64, minute: u64) -> u64 {
        let key = mix(self.seed.wrapping_add((purpose as u64).wrapping_mul(GOLDEN)));
        let key = mix(key.wrapping_add(entity.wrapping_mul(GOLDEN)));
        mix(key.wrapping_add(minute.wrapping_mul(GOLDEN)))
    }

    /// A whole number from `range.0` to `range.1`, both included, evenly drawn.
    #[must_use]
    pub fn between(self, purpose: Purpose, entity: u64, minute: u64, range: (u64, u64)) -> u64 {
        let (low, high) = range;
        let span = u128::from(high.saturating_sub(low)) + 1;
        let word = u128::from(self.key(purpose, entity, minute));
        // Multiply and shift: the bias is below span / 2^64.
        low + ((word * span) >> 64) as u64
    }

    /// Draws yes or no for 64 entities at once, each yes with `chance` basis points: bit i answers for
    /// entity `group * 64 + i`. Each entity holds one keyed number whatever the chance is, so a smaller
    /// chance answers yes for a subset of those of a greater one.
    #[must_use]
    pub fn lanes(self, purpose: Purpose, group: u64, minute: u64, chance: u16) -> u64 {
        if chance >= WHOLE {
            return u64::MAX;
        }
        let threshold = (u64::from(chance) << CHANCE_BITS) / u64::from(WHOLE);
        let key = self.key(purpose, group, minute);
        let (mut yes, mut undecided) = (0_u64, u64::MAX);
        // Compares 64 numbers with the threshold, one binary digit at a time, from the highest.
        for digit in (0..CHANCE_BITS).rev() {
            let word = mix(key.wrapping_add(u64::from(digit + 1).wrapping_mul(GOLDEN)));
            if threshold >> digit & 1 == 1 {
                yes |= undecided & !word;
                undecided &= word;
            } else {
                undecided &= !word;
            }
            if undecided == 0 {
                break;
            }
        }
        yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_its_key_alone() {
        let draws = Draws::new(7);
        let first = draws.between(Purpose::Work, 3, 11, (0, 1_000_000));
        let _other = draws.between(Purpose::Fate, 3, 11, (0, 1_000_000));
        assert_eq!(first, Draws::new(7).between(Purpose::Work, 3, 11, (0, 1_000_000)));
        assert_ne!(first, Draws::new(8).between(Purpose::Work, 3, 11, (0, 1_000_000)));
    }

    #[test]
    fn a_smaller_chance_says_yes_to_a_subset() {
        for group in 0..200 {
            let few = Draws::new(1).lanes(Purpose::Fate, group, 5, 400);
            let more = Draws::new(1).lanes(Purpose::Fate, group, 5, 2_000);
            assert_eq!(few & !more, 0);
        }
    }

    #[test]
    fn lanes_say_yes_as_often_as_the_chance_says() {
        for chance in [0_u16, 2, 500, 2_000, 5_000, 9_999, 10_000] {
            let groups = 20_000_u64;
            let yes: u64 = (0..groups)
                .map(|group| u64::from(Draws::new(3).lanes(Purpose::Version, group, 0, chance).count_ones()))
                .sum();
            let orders = groups * LANES;
            let expected = orders * u64::from(chance) / 10_000;
            // Four standard errors, in whole numbers: 16 n p (1 - p) is the square of them.
            let square = 16 * orders * u64::from(chance) / 10_000 * (10_000 - u64::from(chance)) / 10_000 + 16;
            assert!(yes.abs_diff(expected).pow(2) <= square, "{chance}: {yes} of {orders}, expected {expected}");
        }
    }
}
