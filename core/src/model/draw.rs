//! Chance, by key: the same seed, purpose, entity and minute always draw the same, in any order, on any machine.

mod binomial;
mod normal;

pub use binomial::Binomial;

use super::units::WHOLE;

/// What a draw is for. Draws for one purpose never disturb those for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// How long work at a station takes.
    Work = 1,
    /// Which version an order meets.
    Version = 2,
    /// Whether an order fails by the fault.
    Fate = 3,
    /// Whether an order fails for reasons of its own, and which version it meets then.
    Mishap = 11,
    /// What the day of a release of a year is like.
    Day = 12,
    /// Whether the owner of a failed order complains.
    Complaint = 4,
    /// Whether a gate sees a fault.
    Gate = 5,
    /// What becomes of the plan in a hand.
    Hand = 6,
    /// Whether a dock differs from the others.
    Dock = 7,
    /// How long a train is waited for.
    Train = 8,
    /// How many customers meet both versions.
    Customer = 9,
    /// What an idea of a year is like.
    Idea = 10,
    /// Which questions of the quiz are asked.
    Question = 13,
}

/// The golden ratio as a 64-bit fraction, the increment of splitmix64 (Steele, Lea and Flood, 2014).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

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

    /// Whether something happens that has a `chance` in basis points. A smaller chance says yes only where a greater one does.
    #[must_use]
    pub fn happens(self, purpose: Purpose, entity: u64, minute: u64, chance: u64) -> bool {
        self.between(purpose, entity, minute, (0, u64::from(WHOLE) - 1)) < chance
    }

    /// How many of `of` things are hit when each is with `chance` basis points. For the same key, a smaller chance never hits
    /// more, and fewer things are never hit more often.
    #[must_use]
    pub fn count(self, purpose: Purpose, minute: u64, of: u64, chance: u64) -> u64 {
        self.count_of(purpose, minute, &mut Binomial::new(of, chance))
    }

    /// The same, for what is counted so again and again.
    pub fn count_of(self, purpose: Purpose, minute: u64, binomial: &mut Binomial) -> u64 {
        binomial.hits(self.key(purpose, 0, minute))
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
    fn fewer_things_and_smaller_chances_are_hit_less() {
        for minute in 0..300 {
            let draws = Draws::new(5);
            let few = draws.count(Purpose::Fate, minute, 700, 400);
            assert!(few <= draws.count(Purpose::Fate, minute, 700, 401));
            assert!(few <= draws.count(Purpose::Fate, minute, 701, 400));
            assert!(few <= draws.count(Purpose::Fate, minute, 10_000, 2_000));
        }
    }

    #[test]
    fn counts_have_the_mean_and_the_spread_of_the_binomial() {
        for (of, chance) in [(300, 500), (300, 2_000), (10_000, 2), (10_000, 5_000), (77, 9_999), (1, 5_000)] {
            let runs = 4_000_u64;
            let hits: Vec<u64> = (0..runs).map(|run| Draws::new(3).count(Purpose::Version, run, of, chance)).collect();
            let sum: u64 = hits.iter().sum();
            let expected = runs * of * chance / 10_000;
            // Four standard errors, in whole numbers: 16 n p (1 - p) is the square of them.
            let square = 16 * runs * of * chance / 10_000 * (10_000 - chance) / 10_000 + 16;
            assert!(sum.abs_diff(expected).pow(2) <= square, "{of} {chance}: {sum}, expected {expected}");
            // Ten thousand times the variance, of the sample and of the binomial.
            let variance =
                hits.iter().map(|hit| (hit * runs).abs_diff(sum).pow(2) / runs).sum::<u64>() * 100 / runs * 100 / runs;
            let binomial = of * chance * (10_000 - chance) / 10_000;
            assert!(
                variance.abs_diff(binomial) * 100 <= binomial * 15 + 100,
                "{of} {chance}: {variance}, binomial {binomial}"
            );
        }
    }
}
