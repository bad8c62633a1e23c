//! Places in stories, found by what happens there: pictures follow the story when its times change.

use anyhow::{Context, Result, ensure};
use naru_core::{
    link::Link,
    model::{Kind, timeline::MILLI},
    time::Show,
};

/// A story that pictures are taken of.
pub struct Story {
    link: Link,
    /// The story with its pacing.
    pub show: Show,
}

/// When an event is shown, in show milliseconds: from when, and until when the next follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From.
    pub from: u64,
    /// Until.
    pub until: u64,
}

impl Span {
    /// The place after so many per cent of it.
    pub fn part(self, percent: u64) -> u64 {
        self.from + (self.until - self.from) * percent / 100
    }
}

impl Story {
    /// The story of a fragment, which must be a good one.
    pub fn read(fragment: &str) -> Result<Self> {
        let (link, notices) = Link::read("", fragment);
        ensure!(notices.is_empty(), "The story \"{fragment}\" is not understood: {notices:?}");
        let show = Show::new(&link.scenario);
        Ok(Self { link, show })
    }

    /// When the first event of a kind is shown.
    pub fn first(&self, is: impl Fn(&Kind) -> bool) -> Result<Span> {
        let timeline = &self.show.timeline;
        let index = timeline.events.iter().position(|event| is(&event.kind));
        let index = index.with_context(|| format!("In the story {} that never happens", self.link.fragment()))?;
        let place = |index: usize| timeline.instants.get(index).map(|instant| self.show.pacing.place(*instant));
        Ok(Span { from: place(index).unwrap_or(0), until: place(index + 1).unwrap_or_else(|| self.show.length()) })
    }

    /// When the first event of this name is shown.
    pub fn event(&self, id: &str) -> Result<Span> {
        self.first(|kind| kind.id() == id).with_context(|| format!("A picture of \"{id}\" was asked for"))
    }

    /// The fragment of an address that stands at a place (show milliseconds).
    pub fn at(&self, place: u64) -> String {
        let (minute, dwell) = self.show.minute_and_dwell(place);
        Link { minute: Some(minute), dwell, ..self.link.clone() }.fragment()
    }

    /// The fragment of an address that has not begun.
    pub fn before(&self) -> String {
        self.link.fragment()
    }

    /// Day and hour at a place, in hours and minutes of the simulated day.
    pub fn clock(&self, place: u64) -> String {
        let clock = self.show.timeline.clock(self.show.pacing.instant(place) / MILLI);
        naru_core::text::describe::clock(clock, naru_core::text::Language::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_where_it_was_asked_to() -> Result<()> {
        let story = Story::read("release=blue-green&seed=7")?;
        let place = story.event("switched")?.part(60);
        let (link, notices) = Link::read("", &story.at(place));
        assert!(notices.is_empty());
        assert_eq!(story.show.place_of(link.minute.unwrap_or(0), link.dwell), place);
        Ok(())
    }

    #[test]
    fn what_never_happens_is_said() {
        assert!(Story::read("colour=red").is_err());
        let canary = Story::read("release=canary&fault=none&seed=7");
        assert!(canary.is_ok_and(|story| story.event("noticed").is_err()));
    }
}
