//! What happens in a visit, for the counters: never who did it.

use super::{Guess, Phase};
use crate::{
    model::{Release, named::named},
    text::Language,
};

named! {
    /// How a visit ends.
    Ending {
        /// The visitor left.
        Left = "left",
        /// Everything was told.
        Done = "done",
        /// Its time was over.
        Time = "time",
        /// Nobody was there any more.
        Idle = "idle",
    }
}

/// Something that happened in a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Somebody began.
    Began(Language),
    /// They reached a phase.
    Reached(Phase),
    /// They guessed.
    Bet(Guess),
    /// They tried a way to release.
    Tried(Release),
    /// They had a chapter told.
    Chapter(&'static str),
    /// The visit ended.
    Ended(Ending),
}
