//! Stories to begin free play with.

use naru_core::{
    link::Link,
    session::{Action, Session},
    story::presets::PRESETS,
    text::Language,
    time::Show,
};
use std::collections::BTreeSet;

#[test]
fn every_preset_is_a_story_of_its_own() {
    let digests: BTreeSet<u64> = PRESETS.iter().map(|preset| Show::new(&preset.scenario()).timeline.digest()).collect();
    assert_eq!(digests.len(), PRESETS.len());
    for preset in &PRESETS {
        for (key, value) in preset.set {
            let choice = naru_core::model::choice(key).expect("a choice");
            assert_eq!(
                choice.get(&preset.scenario()).split(',').next(),
                value.split(',').next(),
                "{}: {key}",
                preset.id
            );
        }
    }
}

#[test]
fn a_preset_is_taken_from_its_beginning_and_can_be_undone() {
    let (link, notices) = Link::read("", "");
    let mut session = Session::open(&link, notices, Language::English, Default::default());
    let before = session.scenario().clone();
    session.update(Action::Seek(50_000));
    session.update(Action::Take(Box::new(PRESETS[1].scenario())));
    assert_eq!((session.place, session.scenario()), (0, &PRESETS[1].scenario()));
    session.update(Action::Undo);
    assert_eq!(session.scenario(), &before);
}
