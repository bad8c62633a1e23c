//! What the painter relies on: the drawings have every part that the scene moves or changes, and what they use is there.

use naru_core::{
    model::Scenario,
    scene::{View, frame},
    session::Camera,
    time::Show,
};
use std::{collections::BTreeSet, fs, path::PathBuf};

fn files(folder: &str, ending: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    assert!(!paths.is_empty(), "no .{ending} in {}", folder.display());
    paths.iter().map(|path| fs::read_to_string(path).expect("a file of the house can be read")).collect()
}

fn drawings() -> String {
    files("src/painter/art", "svg")
}

/// Whatever stands between an opening and the next sign of `close`.
fn between<'a>(text: &'a str, open: &str, close: char) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

#[test]
fn the_scene_and_the_drawings_name_the_same_parts() {
    let show = Show::new(&Scenario::default());
    let view = View { width: 1366.0, height: 768.0, camera: Camera::Line, still: false, before: false, letters: 1.0 };
    let mut named = BTreeSet::new();
    for place in (0..show.length()).step_by(1_000) {
        let frame = frame(&show.timeline, &show.at(place), &view);
        named.extend(frame.states.iter().map(|(part, _)| (*part).to_owned()));
        named.extend(frame.poses.iter().map(|pose| pose.part.to_owned()));
    }
    let drawings = drawings();
    let drawn: Vec<String> = between(&drawings, "data-part=\"", '"').into_iter().map(str::to_owned).collect();
    let known: BTreeSet<String> = drawn.iter().cloned().collect();
    assert_eq!(named.difference(&known).collect::<Vec<_>>(), [""; 0], "no drawing has these parts");
    assert_eq!(known.difference(&named).collect::<Vec<_>>(), [""; 0], "nobody moves or changes these parts");
    assert_eq!(drawn.len(), known.len(), "a part is drawn twice");
}

#[test]
fn whatever_a_drawing_uses_is_drawn_once() {
    let drawings = drawings();
    let ids = between(&drawings, " id=\"", '"');
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    let used = between(&drawings, "href=\"#", '"').into_iter().chain(between(&drawings, "url(#", ')'));
    let missing: BTreeSet<&str> = used.filter(|id| !known.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_colour_and_pattern_of_a_drawing_has_its_rule_and_every_rule_its_drawing() {
    let (drawings, sheets) = (drawings(), files("style", "css"));
    let of_art = |class: &&str| ["f-", "s-", "g-", "mk-"].iter().any(|kind| class.starts_with(kind));
    let classes: BTreeSet<&str> =
        between(&drawings, "class=\"", '"').into_iter().flat_map(str::split_whitespace).filter(of_art).collect();
    let end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
    let ruled: BTreeSet<&str> =
        sheets.split('.').skip(1).filter_map(|rest| rest.split(end).next()).filter(of_art).collect();
    assert_eq!(classes.difference(&ruled).collect::<Vec<_>>(), [&""; 0], "these have no rule");
    assert_eq!(ruled.difference(&classes).collect::<Vec<_>>(), [&""; 0], "nothing is drawn in these");
}
