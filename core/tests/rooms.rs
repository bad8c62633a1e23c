//! What somebody who changes the core relies on: its rooms use one another only where the flow of the house says so, and no
//! browser comes in.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The rooms of the core. `session` stands on top: it may use all, and only those above it may use it.
const ROOMS: [&str; 9] = ["model", "time", "story", "text", "link", "message", "kiosk", "scene", "session"];

/// Every arrow that is allowed: who uses, what is used, and why. What nobody uses is taken off.
const ARROWS: [(&str, &str, &str); 24] = [
    ("time", "model", "it paces the events of a timeline"),
    ("story", "model", "chapters set choices and ask what came of them"),
    ("story", "time", "beats name places of the show"),
    ("text", "story", "describers tell what a beat tells"),
    ("text", "time", "with the figures of the show in which it is told"),
    ("text", "model", "describers turn moments into sentences"),
    ("link", "model", "an address carries the choices"),
    ("link", "text", "an address carries the language; its notices are words"),
    ("message", "model", "commands set choices, events tell them"),
    ("message", "time", "a state is of a show"),
    ("message", "story", "commands name chapters and beats"),
    ("message", "text", "events tell figures and the language"),
    ("message", "link", "a state carries its address"),
    ("kiosk", "model", "its bet is about a fault that crosses"),
    ("kiosk", "time", "its phases stand at places of a show"),
    ("kiosk", "story", "it plays parts of stories, and offers chapters"),
    ("kiosk", "text", "it speaks the visitor's language; its faults are words"),
    ("kiosk", "link", "it is day or night there, too"),
    ("scene", "model", "it places what a moment holds"),
    ("scene", "session", "what the camera was told to do, and only that: see the test below"),
    ("session", "model", "it holds the choices"),
    ("session", "time", "it holds the show and where it stands"),
    ("session", "text", "it holds the language"),
    ("session", "link", "it opens from an address and writes one"),
];

/// Names of the browser and of the app's framework.
const BROWSER: [&str; 6] = ["leptos", "web_sys", "web-sys", "wasm_bindgen", "wasm-bindgen", "js_sys"];

fn core() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a place.
fn sources(place: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(place).expect("a folder of the core can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file's module path: `text/describe.rs` is `text`, `describe`; `text/mod.rs` and `session.rs` are their own room.
fn module(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix(core().join("src")).expect("a source stands below src");
    let names = inside.with_extension("");
    let names = names.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod" && name != "lib").collect()
}

/// The code as names and signs, without comments and texts.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for line in source.lines() {
        let code = line.split("//").next().unwrap_or_default();
        // Every other piece between quotes is text.
        for piece in code.split('"').step_by(2) {
            let mut word = String::new();
            for letter in piece.chars().chain([' ']) {
                if letter.is_alphanumeric() || letter == '_' {
                    word.push(letter);
                    continue;
                }
                if !word.is_empty() {
                    tokens.push(std::mem::take(&mut word));
                }
                if !letter.is_whitespace() && letter != ':' {
                    tokens.push(letter.to_string());
                }
            }
        }
    }
    tokens
}

/// The first names after every path to the crate's root: after `crate`, or after as many `super` as the module is deep.
fn used(source: &str, depth: usize) -> BTreeSet<String> {
    let tokens = tokens(source);
    let mut names = BTreeSet::new();
    let mut supers = 0;
    for (index, token) in tokens.iter().enumerate() {
        supers = if token == "super" { supers + 1 } else { 0 };
        // `pub(crate)` leads nowhere.
        let at_root = token == "crate" && tokens.get(index + 1).is_some_and(|next| next != ")");
        if !at_root && supers != depth {
            continue;
        }
        let rest = &tokens[index + 1..];
        // In the tests inside a file, its own `super` is the file itself.
        if !at_root && rest.first().is_some_and(|next| next == "*") {
            continue;
        }
        if rest.first().is_some_and(|next| next == "{") {
            names.extend(members(rest));
        } else {
            names.extend(rest.first().cloned());
        }
    }
    names
}

/// The names that open the members of a group: of `{a::b, c::{d, e}}`, `a` and `c`.
fn members(group: &[String]) -> Vec<String> {
    let (mut deep, mut first, mut names) = (0, false, Vec::new());
    for token in group {
        match token.as_str() {
            "{" => deep += 1,
            "}" => deep -= 1,
            "," => {}
            name if deep == 1 && first => names.push(name.to_owned()),
            _ => {}
        }
        first = deep == 1 && matches!(token.as_str(), "{" | ",");
        if deep == 0 {
            break;
        }
    }
    names
}

/// Every arrow that the sources draw: from, to, and the file that draws it.
fn arrows() -> BTreeSet<(String, String, String)> {
    let mut arrows = BTreeSet::new();
    for path in sources(&core().join("src")) {
        let module = module(&path);
        let Some(room) = module.first() else { continue };
        assert!(ROOMS.contains(&room.as_str()), "{room} is a new room: give it a place in this test");
        for name in used(&read(&path), module.len()) {
            if name == "*" || name != *room && ROOMS.contains(&name.as_str()) {
                arrows.insert((room.clone(), name, path.display().to_string()));
            }
        }
    }
    arrows
}

#[test]
fn rooms_use_one_another_only_where_the_flow_says_so() {
    let arrows = arrows();
    let new: Vec<_> = arrows
        .iter()
        .filter(|(from, to, _)| !ARROWS.iter().any(|(one, other, _)| one == from && other == to))
        .collect();
    assert!(new.is_empty(), "new arrows between rooms: {new:#?}");
    let gone: Vec<_> = ARROWS
        .iter()
        .filter(|(from, to, _)| !arrows.iter().any(|(one, other, _)| one == from && other == to))
        .collect();
    assert!(gone.is_empty(), "arrows that nobody draws any more: {gone:#?}");
}

#[test]
fn the_scene_knows_of_the_session_only_what_the_camera_does() {
    for path in sources(&core().join("src/scene")) {
        let tokens = tokens(&read(&path));
        for pair in tokens.windows(2).filter(|pair| pair[0] == "session") {
            // Alone it is the name in the `use`.
            assert!(["Camera", "}", ",", ";"].contains(&pair[1].as_str()), "{}: session::{}", path.display(), pair[1]);
        }
    }
}

#[test]
fn no_browser_comes_in() {
    let mut files = sources(core());
    files.push(core().join("Cargo.toml"));
    // This file names them all.
    files.retain(|path| !path.ends_with("tests/rooms.rs"));
    for path in files {
        let text = read(&path);
        for name in BROWSER {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn arrows_are_seen_however_they_are_written() {
    let seen = |source: &str, depth| used(source, depth).into_iter().collect::<Vec<_>>();
    assert_eq!(seen("use crate::{model::{a, text}, link};", 2), ["link", "model"]);
    assert_eq!(seen("let x = crate::scene::frame(); // crate::text", 2), ["scene"]);
    assert_eq!(seen("use super::super::text::Arg; pub(crate) fn f() {}", 2), ["text"]);
    assert_eq!(seen("use crate::*; use super::super::*;", 2), ["*"]);
    assert_eq!(seen("use super::other; let x = \"crate::link\";", 2), [""; 0]);
}
