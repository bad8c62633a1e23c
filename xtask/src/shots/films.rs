//! Filmstrips of the crossing by every strategy: the step or swing itself, and how orders fail until it is mended.

use super::looks::{LAPTOP, Look};
use super::stories::Story;
use anyhow::Result;
use naru_core::{
    link::Theme,
    model::{Kind, Release},
    text::Language,
};
use serde_json::{Value, json};

/// Pictures of a film.
const FRAMES: u64 = 12;
/// Show milliseconds that a film begins before the step, and that it shows of it.
const BEFORE_MS: u64 = 800;
const STEP_MS: u64 = 3_300;
/// Show milliseconds that a film goes on when all is well again.
const SETTLED_MS: u64 = 1_200;
/// Show milliseconds between two pictures of a show that really plays.
const PLAYED_MS: u64 = 500;

/// A film.
#[derive(Debug)]
pub struct Film {
    name: String,
    title: String,
    look: Look,
    /// Show milliseconds between two pictures, for a show that really plays from the first of them.
    played: Option<u64>,
    /// What stands under each picture, and where the page stands.
    pub frames: Vec<(String, String)>,
}

impl Film {
    /// Pictures of a story at these places (show milliseconds).
    fn of(story: &Story, name: String, title: String, theme: Theme, places: impl Iterator<Item = u64>) -> Self {
        let places: Vec<u64> = places.collect();
        let first = places.first().copied().unwrap_or(0);
        let label = |place: u64| {
            let passed = place - first;
            format!("+{}.{:02} s   {}", passed / 1_000, passed % 1_000 / 10, story.clock(place))
        };
        let look = Look { size: LAPTOP, theme, language: Language::default() };
        let frames = places.iter().map(|place| (label(*place), story.at(*place))).collect();
        Self { name, title, look, played: None, frames }
    }

    /// As the driver reads it.
    pub fn json(&self) -> Value {
        let frames = self.frames.iter().map(|(label, fragment)| json!({ "label": label, "fragment": fragment }));
        json!({
            "name": self.name,
            "title": self.title,
            "look": self.look.json(),
            "played": self.played,
            "frames": frames.collect::<Vec<_>>(),
        })
    }
}

/// The films of all strategies; with `motion` those of a show that plays, too. In the inner loop by day only.
pub fn all(quick: bool, motion: bool) -> Result<Vec<Film>> {
    let mut films = Vec::new();
    for release in Release::all() {
        let id = release.id();
        let story = Story::read(&format!("release={id}&fault=load&seed=7"))?;
        let (from, changed) = step(&story)?;
        let until = story.event("restored")?.from + SETTLED_MS;
        for theme in Theme::ALL.into_iter().filter(|theme| !quick || *theme == Theme::default()) {
            let film = |what: &str, title: &str, places: Vec<u64>| {
                let name = format!("{id}-{what}-{}", theme.id());
                Film::of(&story, name, format!("{id}, {title}, {}", theme.id()), theme, places.into_iter())
            };
            films.push(film("step", "the step", evenly(from, changed).collect()));
            films.push(film("failing", "failing and restored", evenly(changed, until).collect()));
            if motion {
                let places = (0..FRAMES).map(|frame| from + frame * PLAYED_MS).collect();
                films.push(Film { played: Some(PLAYED_MS), ..film("played", "as it plays", places) });
            }
        }
    }
    Ok(films)
}

/// From when until when a strategy makes its first step, in show milliseconds.
fn step(story: &Story) -> Result<(u64, u64)> {
    let steps = |kind: &Kind| {
        matches!(kind, Kind::GateClosed | Kind::BoatReplaced { .. } | Kind::Switched { .. } | Kind::Weighed { .. })
    };
    let from = story.first(steps)?.from.saturating_sub(BEFORE_MS);
    // A gate that closed opens again.
    let opened = story.first(|kind| matches!(kind, Kind::GateOpened { .. })).map_or(0, |span| span.from + SETTLED_MS);
    Ok((from, opened.max(from + STEP_MS)))
}

/// Places from the first to the last, as far from each other as can be.
fn evenly(from: u64, until: u64) -> impl Iterator<Item = u64> {
    (0..FRAMES).map(move |frame| from + until.saturating_sub(from) * frame / (FRAMES - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_goes_on_evenly_from_its_first_to_its_last_place() {
        let places: Vec<u64> = evenly(1_000, 12_000).collect();
        assert_eq!(places.len(), 12);
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] == 1_000));
    }

    #[test]
    fn every_strategy_is_filmed_by_day_and_by_night_and_its_frames_differ() -> Result<()> {
        assert_eq!(all(false, false)?.len(), 4 * 2 * 2);
        assert_eq!(all(true, true)?.len(), 4 * 3);
        for film in all(false, true)? {
            assert!(film.frames.windows(2).all(|pair| pair[0].1 != pair[1].1), "{}", film.name);
        }
        Ok(())
    }
}
