//! Topics: each is seen where it is told, and nowhere by accident.

use crate::{name, tours};
use naru_core::{
    model::{CHOICES, Scenario, Values},
    story::{CHAPTERS, Seen, Spot, Stage, Topic, Tour, glossary::TERMS},
    text::{Language, Span, describe},
    time::Show,
};
use std::collections::BTreeSet;

/// A beat as it ends: where a tour stands, and the show and the place in it.
struct End {
    tour: Tour,
    show: Show,
    place: u64,
}

impl End {
    fn of(tour: Tour) -> Self {
        let played = tour.performance();
        Self { show: Show::new(&played.scenario), place: played.until, tour }
    }

    fn shows(&self, topic: &Topic) -> bool {
        (topic.holds)(&Seen::new(&self.show, self.place, self.tour.table()))
    }

    /// The spot at which the stage stands: this beat's, or that of the last one before it that moved.
    fn spot(&self) -> Spot {
        let mut tour = self.tour.clone();
        loop {
            match tour.beat().stage {
                Stage::Plays(_, spot) | Stage::Stands(spot) => return spot,
                Stage::Rests if tour.go_back() => {}
                Stage::Rests => return Spot::Start,
            }
        }
    }

    fn topics(&self) -> &'static [Topic] {
        self.tour.beat().topics
    }
}

/// How every beat ends. `words`: what the person chose when asked.
fn ends(words: &str) -> Vec<End> {
    tours(words).into_iter().map(End::of).collect()
}

#[test]
fn every_topic_is_seen_where_it_is_told() {
    let mut missing = Vec::new();
    for words in ["shared", "own"] {
        for end in ends(words) {
            let unseen = end.topics().iter().filter(|topic| !end.shows(topic));
            missing.extend(unseen.map(|topic| format!("{} does not show {} ({words})", name(&end.tour), topic.id)));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_topic_is_told_once_and_has_a_card() {
    let mut told = BTreeSet::new();
    for topic in CHAPTERS.iter().flat_map(|chapter| chapter.beats).flat_map(|beat| beat.topics) {
        assert!(TERMS.contains(&topic.card), "{}: there is no card {}", topic.id, topic.card);
        assert!(told.insert(topic.id), "{} is told twice", topic.id);
    }
    assert!(told.len() >= 75, "only {} topics are told", told.len());
}

#[test]
fn no_topic_is_seen_by_accident() {
    let all = ends("shared");
    let mut common = Vec::new();
    for end in &all {
        for topic in end.topics() {
            let others = all.iter().filter(|other| other.tour.chapter().id != end.tour.chapter().id);
            let (seen, unseen): (Vec<_>, Vec<_>) = others.partition(|other| other.shows(topic));
            if 3 * seen.len() > unseen.len() {
                common.push(format!("{}: {} of {}", topic.id, seen.len(), seen.len() + unseen.len()));
            }
        }
    }
    assert!(common.is_empty(), "these are seen in many beats of other chapters, too: {common:#?}");
}

#[test]
fn no_topic_is_seen_before_its_story_has_begun() {
    for end in ends("shared").iter().filter(|end| end.place > 0) {
        let before = |topic: &&Topic| (topic.holds)(&Seen::new(&end.show, 0, None));
        // What begins the story is seen there, and that is all.
        let seen: Vec<&str> =
            end.topics().iter().filter(before).map(|topic| topic.id).filter(|id| *id != "need").collect();
        assert!(seen.is_empty(), "{}: {seen:?}", name(&end.tour));
    }
}

#[test]
fn what_is_done_on_the_table_is_seen_only_there() {
    for end in ends("shared").iter().filter(|end| end.tour.beat().stage == Stage::Rests) {
        let bare = |topic: &&Topic| (topic.holds)(&Seen::new(&end.show, end.place, None));
        if end.tour.table().is_some() {
            let seen: Vec<&str> = end.topics().iter().filter(bare).map(|topic| topic.id).collect();
            assert!(seen.is_empty(), "{}: {seen:?}", name(&end.tour));
        }
    }
}

/// Topics that every story shows, whatever is chosen: it is the place that shows them.
const IN_EVERY_STORY: [&str; 5] = ["need", "spec", "improvement", "code-is-read", "main-line"];
/// Topics that are shown whatever the person answers, each time otherwise.
const WHATEVER_IS_ANSWERED: [&str; 4] = ["each-hand", "shared-words", "continuous-delivery", "continuous-deployment"];

#[test]
fn every_topic_falls_when_its_story_is_set_up_otherwise() {
    let mut firm = BTreeSet::new();
    for end in ends("shared") {
        for topic in end.topics() {
            let bare = (topic.holds)(&Seen::new(&end.show, end.place, None));
            let falls = |scenario: &Scenario| {
                let show = Show::new(scenario);
                let place = end.spot().place(&show).unwrap_or(0);
                !(topic.holds)(&Seen::new(&show, place, end.tour.table()))
            };
            if bare && !otherwise(&end.show.timeline.scenario).iter().any(falls) {
                firm.insert(topic.id);
            }
        }
    }
    assert_eq!(firm, IN_EVERY_STORY.into_iter().chain(WHATEVER_IS_ANSWERED).collect());
}

/// The same choices but for one, for each other value that it can take.
fn otherwise(scenario: &Scenario) -> Vec<Scenario> {
    let values = |values: &Values| match values {
        Values::Names(names) => names().into_iter().map(str::to_owned).collect(),
        Values::Number { min, max } => vec![min.to_string(), max.to_string()],
        Values::Written { examples, .. } => examples.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>(),
    };
    let choices = CHOICES.iter().filter(|choice| choice.key != "seed");
    let others = choices.flat_map(|choice| {
        values(&choice.values).into_iter().filter_map(|value| {
            let mut other = scenario.clone();
            choice.set(&mut other, &value).then_some(other)
        })
    });
    others.filter(|other| other != scenario).collect()
}

#[test]
fn every_card_of_a_topic_opens_from_its_chapter() {
    let mut all = Vec::new();
    for language in Language::ALL {
        for chapter in CHAPTERS {
            let own: Vec<Tour> = tours("shared").into_iter().filter(|tour| tour.chapter().id == chapter.id).collect();
            let linked: BTreeSet<&str> = own
                .iter()
                .flat_map(|tour| describe::told(tour, &Show::new(&tour.scenario()), language).spans)
                .filter_map(|span| if let Span::Term { id, .. } = span { Some(id) } else { None })
                .collect();
            let topics = chapter.beats.iter().flat_map(|beat| beat.topics);
            let cards = topics.map(|topic| topic.card).chain(chapter.terms.iter().copied());
            let missing: Vec<&str> = cards.filter(|card| !linked.contains(card)).collect();
            all.extend(missing.into_iter().map(|card| format!("{} {}: {card}", language.id(), chapter.id)));
        }
    }
    assert!(all.is_empty(), "nothing leads to these: {all:#?}");
}
