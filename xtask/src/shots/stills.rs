//! The pictures of a contact sheet: every station and every strategy, each at its most telling beat, and the first and the
//! last screen.

use super::stories::Story;
use anyhow::Result;
use naru_core::{
    link::Link,
    model::{Hand, Kind, Release, Scenario},
};
use serde_json::{Value, json};

/// The story of the stations: a fault that only real load shows, so that it comes through to the crossing.
const STORY: &str = "release=canary&fault=load&seed=7";
/// A story in which a gate of the inspection line stops the fault.
const STOPPED: &str = "release=canary&fault=integration&seed=9";
/// Show milliseconds before it is noticed at which a fault is met: by then it can be seen.
const MET_MS: u64 = 500;

/// One picture.
#[derive(Clone, Debug)]
pub struct Still {
    /// Its name, for files.
    name: String,
    /// What stands under it.
    label: String,
    /// Where the page stands.
    fragment: String,
}

impl Still {
    /// As the driver reads it.
    pub fn json(&self) -> Value {
        json!({ "name": self.name, "label": self.label, "fragment": self.fragment })
    }
}

/// All pictures, in the order of the story.
pub fn all() -> Result<Vec<Still>> {
    let (story, stopped, sides) =
        (Story::read(STORY)?, Story::read(STOPPED)?, Story::read("release=blue-green&fault=load&seed=7")?);
    let drawn = |kind: &Kind| matches!(kind, Kind::PlanPassed { hand: Hand::Designer, .. });
    let still = |name: &str, label: &str, fragment: String| Still { name: name.into(), label: label.into(), fragment };
    let mut stills = vec![
        still("first", "first screen", story.before()),
        still("need", "need: a wish is heard", story.at(story.event("wish-heard")?.part(70))),
        still("spec", "spec: the designer's hand", story.at(story.first(drawn)?.part(60))),
        still("code", "code: half the lines are written", story.at(story.event("work-started")?.part(70))),
        still("ci", "ci: a gate stops it", stopped.at(stopped.event("gate-stopped")?.part(50))),
        still("container", "container: placed by crane", story.at(story.event("image-placed")?.part(60))),
        still("release", "release: before the switch", sides.at(sides.event("side-checked")?.part(50))),
        still("operate", "operate: the promise is read", story.at(story.event("promise-read")?.part(70))),
    ];
    for release in Release::all() {
        let id = release.id();
        let story = Story::read(&format!("release={id}&fault=load&seed=7"))?;
        let met = story.event("noticed")?.from.saturating_sub(MET_MS);
        let after = story.event("restored")?.part(90);
        stills.push(still(id, &format!("{id}: the fault is met"), story.at(met)));
        stills.push(still(&format!("{id}-after"), &format!("{id}: restored"), story.at(after)));
    }
    stills.push(still("beside", "canary, all at once beside it", beside(&story)?));
    stills.push(still("last", "last screen", story.at(story.show.length())));
    Ok(stills)
}

/// The story with the same one pinned beside it, released all at once, when both have met the fault.
fn beside(story: &Story) -> Result<String> {
    let (link, _) = Link::read("", &story.at(story.event("noticed")?.from.saturating_sub(MET_MS)));
    let release = Release::by_id("all-at-once").unwrap_or_default();
    let pinned = Some(Scenario { release, ..link.scenario.clone() });
    Ok(Link { pinned, ..link }.fragment())
}

#[cfg(test)]
mod tests {
    use super::*;
    use naru_core::model::Station;

    #[test]
    fn every_station_and_every_strategy_is_pictured_once_under_its_name() -> Result<()> {
        let stills = all()?;
        let names: Vec<&str> = stills.iter().map(|still| still.name.as_str()).collect();
        let stations = Station::ALL.into_iter().map(Station::id);
        let strategies = Release::all().map(|release| release.id());
        for name in stations.chain(strategies) {
            assert_eq!(names.iter().filter(|other| **other == name).count(), 1, "{name}");
        }
        Ok(())
    }

    #[test]
    fn every_station_is_pictured_while_the_idea_is_there() -> Result<()> {
        for still in all()?.iter().filter(|still| Station::ALL.iter().any(|station| station.id() == still.name)) {
            let story = Story::read(&still.fragment)?;
            let (link, _) = Link::read("", &still.fragment);
            let moment = story.show.at(story.show.place_of(link.minute.unwrap_or(0), link.dwell));
            assert_eq!(moment.station.id(), still.name);
        }
        Ok(())
    }
}
