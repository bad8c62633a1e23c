//! How many of many things are hit, found at once instead of asking each: the quantiles of the binomial distribution.

use super::normal::{self, normal};
use crate::model::units::WHOLE;

/// Numbers of hits, from 0 on, whose odds are added up term by term.
const FEW: u64 = 9;
/// Mean below which a formula for many hits says nothing.
const MANY: i64 = 8 << POINT;
/// Things from which on the formula alone decides where half of them are hit.
const WIDE: u64 = 96;
/// Bits after the point of hits and their spread.
const POINT: u32 = 20;
/// Bits after the point of odds.
const ODDS_POINT: u32 = 62;
/// Bits after the point of how many times as likely one hit more is.
const TIMES_POINT: u32 = 44;

/// How many of some things are hit, when each is with the same chance.
#[derive(Clone, Debug)]
pub struct Binomial {
    of: u64,
    /// Basis points.
    chance: u64,
    /// What is counted is rarer than not: hits, or things that are spared.
    spared: bool,
    rarer: u64,
    /// The mean of what is counted, and the standard deviation once it is asked for.
    mean: i64,
    spread: i64,
    /// The odds of at most 0, 1, 2 ... as far as they were asked for.
    odds: [u64; FEW as usize],
    known: usize,
    /// The odds of exactly as many as are not known yet.
    term: u64,
}

impl Binomial {
    /// `of` things, 2^26 at most, each hit with `chance` basis points.
    #[must_use]
    pub const fn new(of: u64, chance: u64) -> Self {
        let whole = WHOLE as u64;
        let spared = 2 * chance > whole;
        let rarer = if spared { whole.saturating_sub(chance) } else { chance };
        let mean = (((of * rarer) << POINT) / whole) as i64;
        Self { of, chance, spared, rarer, mean, spread: 0, odds: [0; FEW as usize], known: 0, term: 0 }
    }

    /// Makes it about `of` things with `chance`, if it is about others.
    pub const fn turn_to(&mut self, of: u64, chance: u64) {
        if self.of != of || self.chance != chance {
            *self = Self::new(of, chance);
        }
    }

    /// How many are hit by a number of 64 random bits. The same number hits no fewer where the chance is greater, and no
    /// fewer of more things.
    pub fn hits(&mut self, number: u64) -> u64 {
        let number = number.clamp(normal::LEAST, !normal::LEAST);
        if !self.spared {
            return self.quantile(number);
        }
        let hits = self.of - self.quantile(!number);
        // Around the half the odds are added up from the other end, so that the formula answers instead, or no more.
        if self.of < WIDE { hits.max(Self::new(self.of, u64::from(WHOLE / 2)).quantile(number)) } else { hits }
    }

    /// The same for what is counted.
    fn quantile(&mut self, number: u64) -> u64 {
        // The odds of no hit are never below what the mean leaves. Most often that is all there is to ask.
        let part = number >> (u64::BITS - ODDS_POINT);
        if self.mean < 1 << POINT && part < (1 << ODDS_POINT) - ((self.mean as u64 + 1) << (ODDS_POINT - POINT)) {
            return 0;
        }
        // The formula is never as much as one off, so it tells when the odds must be added up.
        let guess = (self.mean >= MANY).then(|| self.guess(normal(number)));
        if guess.is_none_or(|guess| guess < ((FEW + 1) << POINT) as i64)
            && let Some(few) = (0..FEW as usize).find(|hits| part < self.odds(*hits))
        {
            return few as u64;
        }
        let guess = guess.unwrap_or_else(|| self.guess(normal(number)));
        let rounded = (guess + (1 << (POINT - 1))) >> POINT;
        (rounded.max(FEW as i64) as u64).min(self.of)
    }

    /// The expansion of Cornish and Fisher (1938) to its third term.
    const fn guess(&mut self, normal: i64) -> i64 {
        let (whole, chance) = (WHOLE as i64, self.rarer as i64);
        if self.spread == 0 {
            // A square has twice as many bits after the point.
            let square = (self.mean as u64 * (whole - chance) as u64 / whole as u64) << POINT;
            self.spread = square.isqrt() as i64 | 1;
        }
        let one = 1 << normal::POINT;
        let square = (normal * normal) >> normal::POINT;
        // The chance times its opposite.
        let both = chance * (whole - chance) / whole;
        let second = (((square - one) * (whole - 2 * chance)) << (POINT - normal::POINT)) / (6 * whole);
        let third = normal * ((square * (whole + 2 * both) + one * (2 * whole - 14 * both)) / whole);
        let third = (third << (2 * (POINT - normal::POINT))) / (72 * self.spread);
        self.mean + ((normal * self.spread) >> normal::POINT) + second - third
    }

    /// The odds that at most so many are hit.
    fn odds(&mut self, hits: usize) -> u64 {
        while self.known <= hits {
            let (whole, known) = (u64::from(WHOLE), self.known as u64);
            let below = match self.known.checked_sub(1) {
                None => {
                    self.term = self.none();
                    0
                }
                Some(last) => {
                    let left = self.of.saturating_sub(last as u64);
                    let times = ((left * self.rarer) << TIMES_POINT) / (known * (whole - self.rarer));
                    self.term = multiply(self.term, times, TIMES_POINT);
                    self.odds[last]
                }
            };
            // All are certainly not more than all.
            self.odds[self.known] = if known < self.of { below + self.term } else { u64::MAX };
            self.known += 1;
        }
        self.odds[hits]
    }

    /// The odds that none is hit: that the first is not, and the second is not, and ...
    fn none(&self) -> u64 {
        let whole = u64::from(WHOLE);
        // In two steps, so that it has room: 10,000 takes 14 bits.
        let mut power = (((whole - self.rarer) << (ODDS_POINT - 14)) / whole) << 14;
        let (mut odds, mut left) = (1 << ODDS_POINT, self.of);
        while left > 0 {
            if left & 1 == 1 {
                odds = multiply(odds, power, ODDS_POINT);
            }
            power = multiply(power, power, ODDS_POINT);
            left >>= 1;
        }
        odds
    }
}

/// Multiplies two numbers, of which one has so many bits after the point.
fn multiply(one: u64, other: u64, point: u32) -> u64 {
    ((u128::from(one) * u128::from(other)) >> point) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draw::mix;

    /// The odds of at most 0, 1, 2 ... hits, by asking one thing after the other.
    fn asked(of: u64, chance: u64) -> Vec<u64> {
        let mut exactly = vec![1 << ODDS_POINT];
        for _ in 0..of {
            let mut more = vec![0; exactly.len() + 1];
            for (hits, odds) in exactly.iter().enumerate() {
                let hit = multiply(*odds, (chance << 48) / u64::from(WHOLE), 48);
                more[hits] += odds - hit;
                more[hits + 1] += hit;
            }
            exactly = more;
        }
        exactly
            .into_iter()
            .scan(0, |sum, odds| {
                *sum += odds;
                Some(*sum)
            })
            .collect()
    }

    #[test]
    fn the_odds_are_those_of_asking_each() {
        let off = (1 << ODDS_POINT) / 10_000 * 4;
        for of in [1, 8, 9, 10, 17, 40, 95, 96, 150, 600] {
            for chance in [1, 30, 200, 500, 1_500, 3_333, 4_999, 5_000, 5_001, 6_000, 8_000, 9_500, 9_999] {
                let mut binomial = Binomial::new(of, chance);
                let mut hits = |odds: u64| binomial.hits(odds.min((1 << ODDS_POINT) - 1) << (u64::BITS - ODDS_POINT));
                for (most, odds) in (0..of).zip(asked(of, chance)) {
                    // So many hits or fewer have these odds, give or take four in ten thousand.
                    assert!(odds <= off || hits(odds - off) <= most, "{of} {chance}: {most} too seldom");
                    assert!(
                        odds + off >= 1 << ODDS_POINT || hits(odds + off) > most,
                        "{of} {chance}: {most} too often"
                    );
                }
            }
        }
    }

    #[test]
    fn a_greater_chance_and_more_things_never_hit_less() {
        let mut number = 1;
        for round in 0..400_000_u64 {
            number = mix(number + round);
            let of = mix(number + 1) % [20, 100, 1_000, 10_000][round as usize % 4];
            let chance = mix(number + 2) % [10_000, 9_999, 40, 600][round as usize / 4 % 4];
            // Numbers at either end are met too.
            let end = number >> (mix(number + 3) % 30);
            let number = [number, end, !end][round as usize % 3];
            let hits = Binomial::new(of, chance).hits(number);
            assert!(hits <= of);
            assert!(hits <= Binomial::new(of, chance + 1).hits(number), "{of} {chance} {number:x}");
            assert!(hits <= Binomial::new(of + 1, chance).hits(number), "{of} {chance} {number:x}");
        }
    }

    #[test]
    fn one_that_is_kept_answers_like_a_new_one() {
        let mut kept = Binomial::new(0, 0);
        for number in (0..=u64::MAX).step_by(1 << 54) {
            kept.turn_to(40 + (number >> 63), 800);
            assert_eq!(kept.hits(number), Binomial::new(40 + (number >> 63), 800).hits(number));
        }
    }
}
