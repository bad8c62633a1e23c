//! The visit: from the loop that draws people in, through ninety seconds of story, back to it, as if nobody had been there.
//!
//! It has no clock. Whoever shows it says what time it is (`tick`) and what hands do (`press`, `release`, `take`); it answers with
//! what happened, for the counters, and says what the stage must play (`cue`), what can be pressed (`controls`) and what is said.

mod attract;
mod bet;
mod control;
mod cue;
mod deed;
mod phase;
mod ways;
mod words;

pub use attract::{Attract, Scene};
pub use bet::{Amounts, Guess};
pub use control::Control;
pub use cue::{Cue, Staging};
pub use deed::{Deed, Ending};
pub use phase::{PLAN, Phase, Reason, Warning};
pub use ways::{WAYS, Way, failed};

use super::Settings;
use crate::{model::Release, story::CHAPTERS, text::Language};
use phase::{MORE_MS, MOST_MORE, Stand};

/// A pointer that is down for so long is no hand: a bag leans on the screen, or its end was never told.
pub const STUCK_MS: u64 = 60_000;
/// Milliseconds that a warning counts of one tick at most: where the screen stood still for longer, nobody could read it.
const SEEN_MS: u64 = 2_000;
/// Milliseconds of a second, and of a minute.
const SECOND_MS: u64 = 1_000;
const MINUTE_MS: u64 = 60 * SECOND_MS;

/// What somebody who came did. All of it goes with them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Visitor {
    language: Language,
    guess: Option<Guess>,
    /// The way that they sent the fault last.
    way: Option<Release>,
    /// Milliseconds that they have been here.
    here_ms: u64,
    /// How often they were given more time.
    more: u8,
    /// Whether they said at the end that they are still there: then they are left in peace.
    lingers: bool,
}

/// The visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    settings: Settings,
    stand: Stand,
    /// Milliseconds since it stands there.
    spent_ms: u64,
    visitor: Option<Visitor>,
    warning: Option<Warning>,
    /// The last reading of the clock.
    read_ms: Option<u64>,
    /// Milliseconds since the last touch.
    idle_ms: u64,
    /// Pointers that are down, and for how long.
    held: u32,
    held_ms: u64,
}

impl Visit {
    /// Nobody has come yet.
    #[must_use]
    pub const fn new(settings: Settings) -> Self {
        Self {
            settings,
            stand: Stand::Attract,
            spent_ms: 0,
            visitor: None,
            warning: None,
            read_ms: None,
            idle_ms: 0,
            held: 0,
            held_ms: 0,
        }
    }

    /// The settings that it goes by.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The language that is spoken.
    #[must_use]
    pub fn language(&self) -> Language {
        self.visitor.as_ref().map_or(self.settings.language, |visitor| visitor.language)
    }

    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        if self.warning.is_some() { Phase::Warning } else { self.stand.phase() }
    }

    /// The question whether somebody is there, where it is asked.
    #[must_use]
    pub const fn warning(&self) -> Option<&Warning> {
        self.warning.as_ref()
    }

    /// Milliseconds since the phase began, without those in which the warning stood over it.
    #[must_use]
    pub const fn spent_ms(&self) -> u64 {
        self.spent_ms
    }

    /// How long what stands there is planned, in milliseconds; nothing where that is for the visitor to say.
    #[must_use]
    pub fn planned_ms(&self) -> Option<u64> {
        self.stand.lasts_ms()
    }

    /// What was guessed.
    #[must_use]
    pub fn guess(&self) -> Option<Guess> {
        self.visitor.as_ref().and_then(|visitor| visitor.guess)
    }

    /// The other way that the fault was sent last.
    #[must_use]
    pub fn way(&self) -> Option<Release> {
        self.visitor.as_ref().and_then(|visitor| visitor.way)
    }

    /// Whether nobody is here and nobody touches: what has to be mended or renewed may be now.
    #[must_use]
    pub const fn may_mend(&self) -> bool {
        self.visitor.is_none() && self.held == 0
    }

    /// What the stage must do. It does it anew whenever this is another.
    #[must_use]
    pub fn cue(&self) -> Cue {
        match self.stand {
            Stand::Attract => self.attract().cue(),
            Stand::Hook => Cue::Hook,
            Stand::Bet => Cue::Bet,
            Stand::Reveal => Cue::Reveal,
            Stand::Choose => Cue::Choose(self.way()),
            Stand::Watch(way) => Cue::Watch(way),
            Stand::Home => Cue::Home(self.way()),
            Stand::Pick(chapter) => Cue::Chapters(chapter),
            Stand::Told(chapter) => Cue::Told(chapter),
            Stand::Free => Cue::Free,
        }
    }

    /// Where the loop stands that draws people in.
    #[must_use]
    pub fn attract(&self) -> Attract {
        Attract::at(if self.stand == Stand::Attract { self.spent_ms } else { 0 })
    }

    /// What can be pressed, three at most.
    #[must_use]
    pub fn controls(&self) -> Vec<Control> {
        control::of(self)
    }

    /// A hand, or a key, comes down.
    pub fn press(&mut self) -> Vec<Deed> {
        self.held = self.held.saturating_add(1);
        self.touch()
    }

    /// It is lifted.
    pub fn release(&mut self) -> Vec<Deed> {
        self.held = self.held.saturating_sub(1);
        if self.held == 0 {
            self.held_ms = 0;
        }
        self.touch()
    }

    /// Somebody is there, whatever they did: a key, or a hand that moves while it is down. It answers the warning, and does nothing else.
    pub fn touch(&mut self) -> Vec<Deed> {
        self.idle_ms = 0;
        let Some(warning) = self.warning.take_if(|warning| warning.reason != Reason::Last) else { return Vec::new() };
        match (warning.reason, self.visitor.as_mut()) {
            (Reason::Time, Some(visitor)) => visitor.more += 1,
            (Reason::Over, Some(visitor)) => visitor.lingers = true,
            _ => {}
        }
        Vec::new()
    }

    /// Somebody presses a control. One that is not there does nothing; leaving is always possible.
    pub fn take(&mut self, control: Control) -> Vec<Deed> {
        let answers = self.warning.is_some();
        let leaves = control == Control::Leave && self.visitor.is_some();
        let there = self.controls().contains(&control);
        self.touch();
        if leaves && (!answers || self.warning.is_some()) {
            return self.reset(Ending::Left);
        }
        if answers || !there {
            return Vec::new();
        }
        self.follow(control)
    }

    /// Does what a control of this phase says.
    fn follow(&mut self, control: Control) -> Vec<Deed> {
        match control {
            Control::Begin(language) => {
                self.visitor = Some(Visitor { language, guess: None, way: None, here_ms: 0, more: 0, lingers: false });
                let mut deeds = vec![Deed::Began(language)];
                deeds.extend(self.go(Stand::Hook));
                deeds
            }
            Control::Bet(guess) => {
                self.remember(|visitor| visitor.guess = Some(guess));
                let mut deeds = vec![Deed::Bet(guess)];
                deeds.extend(self.go(Stand::Reveal));
                deeds
            }
            Control::Choose(way) => {
                self.remember(|visitor| visitor.way = Some(way));
                let mut deeds = vec![Deed::Tried(way)];
                deeds.extend(self.go(Stand::Watch(way)));
                deeds
            }
            Control::On => self.go(match self.stand {
                Stand::Hook => Stand::Bet,
                Stand::Reveal => Stand::Choose,
                Stand::Watch(_) => Stand::Home,
                stand => stand,
            }),
            Control::Again => self.go(Stand::Choose),
            Control::Chapters => self.go(Stand::Pick(0)),
            Control::Other => {
                let next = if let Stand::Pick(chapter) = self.stand { chapter + 1 } else { 0 };
                self.go(Stand::Pick(if usize::from(next) < CHAPTERS.len() { next } else { 0 }))
            }
            Control::Tell => match self.stand {
                Stand::Pick(chapter) => {
                    let mut deeds: Vec<Deed> = CHAPTERS
                        .get(usize::from(chapter))
                        .map(|chapter| Deed::Chapter(chapter.id))
                        .into_iter()
                        .collect();
                    deeds.extend(self.go(Stand::Told(chapter)));
                    deeds
                }
                _ => Vec::new(),
            },
            Control::Free => self.go(Stand::Free),
            Control::Stay => Vec::new(),
            Control::Leave => self.reset(Ending::Left),
        }
    }

    /// Time has passed. `now_ms` is a clock that only goes forward; where it does not, no time has passed.
    pub fn tick(&mut self, now_ms: u64) -> Vec<Deed> {
        let passed = self.read_ms.map_or(0, |read| now_ms.saturating_sub(read));
        self.read_ms = Some(now_ms);
        // Nobody was asked for so long: the machine slept, or the screen was off. Whoever was here has gone.
        if passed >= self.settings.idle_seconds * SECOND_MS {
            return self.reset(Ending::Idle);
        }
        self.held_ms = if self.held > 0 { self.held_ms.saturating_add(passed) } else { 0 };
        let touched = self.held > 0 && self.held_ms < STUCK_MS;
        self.idle_ms = self.idle_ms.saturating_add(passed);
        let Some(visitor) = self.visitor.as_mut() else {
            self.spent_ms = attract::wrapped(self.spent_ms + passed);
            return Vec::new();
        };
        visitor.here_ms = visitor.here_ms.saturating_add(passed);
        if let Some(warning) = self.warning.as_mut() {
            warning.left_ms = warning.left_ms.saturating_sub(passed.min(SEEN_MS));
            let (over, ending) = (warning.left_ms == 0 && !touched, warning.reason.ending());
            return if over { self.reset(ending) } else { Vec::new() };
        }
        let deeds = self.pass(passed);
        if !touched {
            self.warn();
        }
        deeds
    }

    /// What plays goes on by itself; what is asked waits.
    fn pass(&mut self, passed: u64) -> Vec<Deed> {
        self.spent_ms = self.spent_ms.saturating_add(passed);
        let mut deeds = Vec::new();
        while let (Some(lasts), Some(next)) = (self.stand.lasts_ms(), self.stand.next())
            && self.spent_ms >= lasts
        {
            let rest = self.spent_ms - lasts;
            deeds.extend(self.go(next));
            self.spent_ms = rest;
        }
        deeds
    }

    /// Asks whether somebody is there, where there is a reason.
    fn warn(&mut self) {
        let limit = self.settings.visit_minutes * MINUTE_MS;
        let late = self.visitor.as_ref().filter(|visitor| visitor.here_ms >= limit + u64::from(visitor.more) * MORE_MS);
        let lingers = self.visitor.as_ref().is_some_and(|visitor| visitor.lingers);
        let read = self.stand.lasts_ms().is_some_and(|lasts| self.spent_ms.min(self.idle_ms) >= lasts);
        let reason = match late {
            Some(visitor) if visitor.more >= MOST_MORE => Some(Reason::Last),
            Some(_) => Some(Reason::Time),
            None if self.idle_ms >= self.settings.idle_seconds * SECOND_MS => Some(Reason::Idle),
            None => (read && self.stand == Stand::Home && !lingers).then_some(Reason::Over),
        };
        self.warning = reason.map(|reason| Warning { reason, left_ms: self.settings.warning_seconds * SECOND_MS });
    }

    fn remember(&mut self, change: impl FnOnce(&mut Visitor)) {
        if let Some(visitor) = self.visitor.as_mut() {
            change(visitor);
        }
    }

    /// Stands elsewhere.
    fn go(&mut self, stand: Stand) -> Vec<Deed> {
        let before = self.stand.phase();
        self.stand = stand;
        self.spent_ms = 0;
        let reached = stand.phase();
        if reached == before { Vec::new() } else { vec![Deed::Reached(reached)] }
    }

    /// Back to the loop. Nothing is kept but the settings and the clock.
    fn reset(&mut self, ending: Ending) -> Vec<Deed> {
        let ended = self.visitor.is_some();
        *self = Self { read_ms: self.read_ms, ..Self::new(self.settings.clone()) };
        if ended { vec![Deed::Ended(ending)] } else { Vec::new() }
    }
}
