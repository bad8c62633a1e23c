//! Whose turn a frame is. A frame that does all there is to do takes a slow machine longer than there is time, so a playing
//! show takes its work in turns: thirty times a second each is smooth, and no frame is missed.

/// Milliseconds for which orders and picture stay as they are: a thirtieth of a second, less what a clock may be late.
const STAYS_MS: u64 = 28;

/// Milliseconds for which words and figures stay as they are, however much happens: nobody reads quicker.
const READ_MS: u64 = 250;

/// What a frame is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Everything: the show stands, or frames are few.
    #[default]
    All,
    /// The orders.
    Orders,
    /// All else that moves.
    Picture,
    /// What is told: the caption, and where the show stands.
    Words,
    /// What is counted: the board, and how many orders meet which version.
    Figures,
    /// Nothing: all is as new as it needs to be.
    Nothing,
}

impl Turn {
    /// Whether orders are drawn.
    #[must_use]
    pub const fn orders(self) -> bool {
        matches!(self, Self::All | Self::Orders)
    }

    /// Whether the picture is.
    #[must_use]
    pub const fn picture(self) -> bool {
        matches!(self, Self::All | Self::Picture)
    }

    /// Whether words are.
    #[must_use]
    pub const fn words(self) -> bool {
        matches!(self, Self::All | Self::Words)
    }

    /// Whether figures are.
    #[must_use]
    pub const fn figures(self) -> bool {
        matches!(self, Self::All | Self::Figures)
    }
}

/// Who had a turn, and who waits for one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turns {
    /// Milliseconds since the orders moved.
    orders: u64,
    /// Milliseconds since the picture did.
    picture: u64,
    /// Milliseconds since words changed, and whether there is something new to be told.
    words: (u64, bool),
    /// The same of figures.
    figures: (u64, bool),
}

impl Turns {
    /// Whose turn the next frame is, `ms` milliseconds later; `news`: there is something new to be read.
    pub fn next(&mut self, ms: u64, news: bool) -> Turn {
        self.orders += ms;
        self.picture += ms;
        for (stayed, owed) in [&mut self.words, &mut self.figures] {
            *stayed += ms;
            *owed |= news;
        }
        if ms >= STAYS_MS {
            *self = Self::default();
            return Turn::All;
        }
        let due = |(stayed, owed): (u64, bool)| owed && stayed >= READ_MS;
        // The picture, which is dearest, makes room for what is read; orders do not: they are what is looked at.
        let turn = if self.orders >= STAYS_MS {
            Turn::Orders
        } else if due(self.words) {
            Turn::Words
        } else if due(self.figures) {
            Turn::Figures
        } else if self.picture >= STAYS_MS {
            Turn::Picture
        } else {
            Turn::Nothing
        };
        match turn {
            Turn::Orders => self.orders = 0,
            Turn::Picture => self.picture = 0,
            Turn::Words => self.words = (0, false),
            Turn::Figures => self.figures = (0, false),
            Turn::All | Turn::Nothing => {}
        }
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The turns of a second of frames that come every so many milliseconds, each with something to be read.
    fn second(every: u64) -> Vec<Turn> {
        let mut turns = Turns::default();
        (0..1_000 / every).map(|_| turns.next(every, true)).collect()
    }

    fn count(turns: &[Turn], which: fn(Turn) -> bool) -> usize {
        turns.iter().filter(|turn| which(**turn)).count()
    }

    #[test]
    fn each_has_its_turns_however_often_frames_come() {
        for every in [4, 7, 8, 16, 17, 20] {
            let turns = second(every);
            assert!(count(&turns, Turn::orders) >= 24, "orders with a frame each {every} ms: {turns:?}");
            assert!(count(&turns, Turn::picture) >= 16, "picture with a frame each {every} ms: {turns:?}");
            assert!((3..=4).contains(&count(&turns, Turn::words)), "words with a frame each {every} ms: {turns:?}");
            assert!((3..=4).contains(&count(&turns, Turn::figures)), "figures with a frame each {every} ms: {turns:?}");
            assert!(!turns.contains(&Turn::All), "nobody takes two turns at once: {turns:?}");
        }
    }

    #[test]
    fn where_frames_are_few_each_of_them_does_all() {
        for every in [28, 33, 50, 100] {
            assert!(second(every).iter().all(|turn| *turn == Turn::All), "a frame each {every} ms");
        }
    }

    #[test]
    fn news_that_come_while_nobody_could_read_them_are_not_lost() {
        for read in [Turn::words, Turn::figures] {
            let mut turns = Turns::default();
            let mut passed = 16;
            turns.next(16, true);
            while !read(turns.next(16, false)) {
                passed += 16;
                assert!(passed < READ_MS + 4 * STAYS_MS, "it waits for {passed} ms");
            }
        }
    }
}
