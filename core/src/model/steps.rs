//! The canary's weights: a rising list of per cents, of which the first can be said alone.

use super::units::{PERCENT, WHOLE};

/// Weights that a list holds at most: room for Flagger's example, ten steps and then all.
pub const MOST_STEPS: usize = 12;

/// The canary's weights, in basis points, rising. After the last one all orders follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    list: Vec<u16>,
    /// The first weight, where it was said alone: the list goes on from there.
    first: Option<u16>,
}

impl Default for Steps {
    /// The habit of Argo Rollouts' examples: few, then more, then all.
    fn default() -> Self {
        Self { list: vec![5 * PERCENT, 25 * PERCENT, 50 * PERCENT, WHOLE], first: None }
    }
}

impl Steps {
    /// Reads a rising list of per cents, such as `5,25,50,100` or `0.5,2`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let list = text.split(',').map(read_percent).collect::<Option<Vec<u16>>>()?;
        let fits = list.len() <= MOST_STEPS && list.windows(2).all(|two| two[0] < two[1]);
        fits.then_some(Self { list, first: None })
    }

    /// The list as an address writes it.
    #[must_use]
    pub fn list(&self) -> String {
        self.list.iter().map(|weight| write_percent(*weight)).collect::<Vec<_>>().join(",")
    }

    /// The first weight, in basis points.
    #[must_use]
    pub fn first(&self) -> u16 {
        self.first.or_else(|| self.list.first().copied()).unwrap_or(WHOLE)
    }

    /// Says the first weight alone; the list is kept for what is greater.
    pub fn set_first(&mut self, weight: u16) {
        self.first = (self.list.first() != Some(&weight)).then_some(weight);
    }

    /// The weights that orders meet, one after the other, in basis points; the last is all of them.
    #[must_use]
    pub fn weights(&self) -> Vec<u16> {
        let first = self.first();
        let later = self.list.iter().skip(1).copied().filter(|weight| *weight > first && *weight < WHOLE);
        let mut weights: Vec<u16> = std::iter::once(first).chain(later).collect();
        if first < WHOLE {
            weights.push(WHOLE);
        }
        weights
    }
}

/// Per cents with up to two decimals, from 0.01 to 100, as basis points.
#[must_use]
pub fn read_percent(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole, 3) || !digits(part, 2) {
        return None;
    }
    let tenths = if part.len() == 1 { 10 } else { 1 };
    let points = whole.parse::<u32>().ok()? * u32::from(PERCENT) + part.parse::<u32>().ok()? * tenths;
    u16::try_from(points).ok().filter(|points| (1..=WHOLE).contains(points))
}

/// Basis points as per cents, with as many decimals as are needed.
#[must_use]
pub fn write_percent(points: u16) -> String {
    let (whole, part) = (points / PERCENT, points % PERCENT);
    match (part, part % 10) {
        (0, _) => format!("{whole}"),
        (_, 0) => format!("{whole}.{}", part / 10),
        _ => format!("{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_they_are_written() {
        for text in ["5,25,50,100", "0.5,2", "100", "0.01,99.99", "1,2,3,4,5,6,7,8,9,10,11,12"] {
            assert_eq!(Steps::read(text).map(|steps| steps.list()), Some(text.to_owned()));
        }
        for text in ["", "5,5", "25,5", "0", "101", "5,", "5 ", "+5", "5.125", ".5", "1,2,3,4,5,6,7,8,9,10,11,12,13"] {
            assert_eq!(Steps::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_weight_alone_keeps_the_rest_of_the_list() {
        let mut steps = Steps::default();
        steps.set_first(50);
        assert_eq!(steps.weights(), [50, 2_500, 5_000, 10_000]);
        steps.set_first(3_000);
        assert_eq!(steps.weights(), [3_000, 5_000, 10_000]);
        steps.set_first(500);
        assert_eq!(steps, Steps::default());
        assert_eq!(Steps::read("5,10").map(|steps| steps.weights()), Some(vec![500, 1_000, 10_000]));
    }
}
