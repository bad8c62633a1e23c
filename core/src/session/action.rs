//! What a person, or the clock, can do, and what is said of it.

use super::Camera;
use crate::{
    link::{Notice, Theme, Told},
    model::{Gate, Scenario, Station},
    text::Language,
};

/// A calm message for the person, shown until it is dismissed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The address was not taken as it stood.
    Address(Vec<Notice>),
    /// The story was entered earlier than it stood, since that part does not exist any more.
    EnteredEarlier,
    /// With this choice a gate stops the fault before the place where the story stands.
    StoppedBefore {
        /// Which gate.
        gate: Gate,
    },
    /// The words of another language could not be loaded.
    LanguageMissing,
    /// The cards of the terms could not be loaded.
    CardsMissing,
    /// A part of the app could not be loaded yet.
    PartMissing,
    /// The browser opened no other window.
    WindowRefused,
    /// A choice was taken back.
    Undone {
        /// The choice.
        key: &'static str,
    },
}

/// What a person, or the clock, can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// So many milliseconds passed.
    Tick(u64),
    /// Play, or play again from the start when it is over.
    Play,
    /// Pause.
    Pause,
    /// Go to a place (show milliseconds), and pause there.
    Seek(u64),
    /// Go to the next event, or to the one before, and pause there.
    Step {
        /// Whether to the next.
        forward: bool,
    },
    /// Go to the idea's first stay at a station.
    Visit(Station),
    /// Play on to a place, and stand there.
    PlayTo(u64),
    /// Stand at once where what is played ends.
    Finish,
    /// Change a choice.
    Choose {
        /// Its key.
        key: &'static str,
        /// Its new value, as an address writes it.
        value: String,
    },
    /// Change all choices at once, and stand at the beginning.
    Take(Box<Scenario>),
    /// Take the last change of a choice back.
    Undo,
    /// Keep this run beside the next.
    Pin,
    /// Let the pinned run go.
    Unpin,
    /// Play at a speed, in per cent.
    Speed(u64),
    /// Speak a language.
    Speak(Language),
    /// Day or night.
    Light(Theme),
    /// Move the camera.
    Look(Camera),
    /// Something is to be said.
    Say(Message),
    /// The message was read.
    Dismiss,
    /// A tour stands elsewhere, or is left.
    Tell(Option<Told>),
    /// A part of a story is played for a tour.
    Perform {
        /// The choices.
        scenario: Box<Scenario>,
        /// Where it starts, in show milliseconds.
        from: u64,
        /// Where it ends.
        until: u64,
        /// Show milliseconds that it takes at least, so that what is told with it can be read.
        least: u64,
    },
}
