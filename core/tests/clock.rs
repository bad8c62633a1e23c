//! What somebody who watches relies on: whatever is to be read is told in time, and nothing more often than it can be read.

mod any_scenario;

use any_scenario::any_scenario;
use naru_core::{
    link::{Link, Theme},
    model::Scenario,
    session::{Action, Passed, Session},
    text::Language,
};
use proptest::prelude::*;

fn playing(scenario: &Scenario, pinned: Option<&Scenario>) -> Session {
    let link = Link { scenario: scenario.clone(), pinned: pinned.cloned(), ..Link::default() };
    let mut session = Session::open(&link, Vec::new(), Language::English, Theme::default());
    session.update(Action::Play);
    session
}

/// Show milliseconds for which counters may stand still: a third of a second.
const STAND_STILL_MS: u64 = 334;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_event_is_told_as_it_comes_and_the_end_is_told(scenario in any_scenario(), frame in 8..40_u64) {
        let mut session = playing(&scenario, None);
        let event = |session: &Session| session.show().at(session.place).event_index;
        let (mut told_event, mut told_place) = (event(&session), session.place);
        while session.playing {
            match session.tick(frame) {
                Passed::Frame => {
                    prop_assert_eq!(event(&session), told_event);
                    prop_assert!(session.place - told_place < STAND_STILL_MS, "counters stood still for too long");
                    prop_assert!(session.playing);
                }
                Passed::Beat | Passed::Turn => (told_event, told_place) = (event(&session), session.place),
            }
        }
        prop_assert!(session.over());
    }
}

#[test]
fn the_pinned_run_coming_beside_this_one_is_told() {
    let mut session = playing(&Scenario::default(), Some(&Scenario::default()));
    let mut turned = false;
    while session.pinned_place().is_none() {
        turned = session.tick(16) == Passed::Turn;
    }
    assert!(turned, "the last tick brought it");
}

#[test]
fn most_frames_tell_nothing() {
    let mut session = playing(&Scenario::default(), None);
    let told = (0..1_000).filter(|_| session.tick(16) != Passed::Frame).count();
    assert!(told < 100, "{told} of 1,000 frames");
}
