//! What a visitor relies on: whatever a text says, a slice of the fonts has the letters for it, in every weight.

use naru_core::text::entries;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use ttf_parser::{Face, OutlineBuilder, Tag};

/// What to do about whatever fails here.
const MEND: &str =
    "run `cargo xtask fonts`, and keep what it writes (what it cannot draw either has to be written otherwise)";

/// A `@font-face` of the style sheet.
struct Slice {
    /// The language of its family.
    language: String,
    weight: String,
    file: PathBuf,
    /// First and last letter of each run.
    range: Vec<(u32, u32)>,
}

impl Slice {
    /// Whether a browser takes it for a letter.
    fn is_for(&self, letter: char) -> bool {
        self.range.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(letter)))
    }

    /// The font itself, unpacked.
    fn font(&self) -> Vec<u8> {
        let packed = fs::read(&self.file).unwrap_or_else(|error| panic!("{}: {error}; {MEND}", self.file.display()));
        wuff::decompress_woff2(&packed).unwrap_or_else(|error| panic!("{}: {error:?}", self.file.display()))
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// All slices, in the order of the sheet.
fn slices() -> Vec<Slice> {
    let sheet = fs::read_to_string(root().join("style/fonts.css")).expect("style/fonts.css can be read");
    sheet.split("@font-face").skip(1).map(read).collect()
}

fn read(face: &str) -> Slice {
    let after = |words: &str, end: char| {
        let (_, rest) = face.split_once(words).unwrap_or_else(|| panic!("no `{words}` in{face}"));
        rest.split(end).next().unwrap_or(rest).to_owned()
    };
    let number = |digits: &str| u32::from_str_radix(digits, 16).expect("a hexadecimal number");
    let run = |run: &str| {
        let run = run.trim().trim_start_matches("U+");
        run.split_once('-').map_or_else(|| (number(run), number(run)), |(from, to)| (number(from), number(to)))
    };
    Slice {
        language: after("font-family: \"Naru Sans ", '"'),
        weight: after("font-weight: ", ';'),
        file: root().join("style").join(after("url(\"", '"')),
        range: after("unicode-range: ", ';').split(',').map(run).collect(),
    }
}

/// Every letter that a text of the language can show: names of values and of terms are not shown.
fn letters(language: &str) -> BTreeSet<char> {
    let mut letters = BTreeSet::new();
    for file in fs::read_dir(root().join("locales").join(language)).expect("a folder of texts") {
        let source = fs::read_to_string(file.expect("a file of texts").path()).expect("a text");
        for (_, text) in entries(&source) {
            let mut pieces = text.split(['{', '[', ']', '}']);
            while let Some(plain) = pieces.next() {
                letters.extend(plain.chars());
                let shown = pieces.next().and_then(|inside| inside.split_once('|'));
                letters.extend(shown.into_iter().flat_map(|(_, shown)| shown.chars()));
            }
        }
    }
    assert!(letters.len() > 40, "{language} has texts");
    letters
}

/// Counts the lines of a drawn letter.
#[derive(Default)]
struct Lines(usize);

impl OutlineBuilder for Lines {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }
    fn close(&mut self) {}
}

/// Whether the font draws a letter; spaces are there and draw nothing.
fn draws(font: &Face, letter: char) -> bool {
    let Some(glyph) = font.glyph_index(letter) else { return false };
    let mut lines = Lines::default();
    font.outline_glyph(glyph, &mut lines);
    (lines.0 > 0) != letter.is_whitespace() && font.glyph_hor_advance(glyph) > Some(0)
}

#[test]
fn every_letter_of_every_text_is_drawn_in_every_weight() {
    let (slices, languages) = (slices(), languages());
    for language in &languages {
        for weight in ["400", "700"] {
            let fonts: Vec<(&Slice, Vec<u8>)> = slices
                .iter()
                .filter(|slice| slice.language == *language && slice.weight == weight)
                .map(|slice| (slice, slice.font()))
                .collect();
            let faces: Vec<(&Slice, Face)> =
                fonts.iter().map(|(slice, font)| (*slice, Face::parse(font, 0).expect("a font"))).collect();
            // Where a slice that is asked first lacks a letter, browsers ask the next one.
            let drawn = |letter: char| faces.iter().any(|(slice, face)| slice.is_for(letter) && draws(face, letter));
            let missing: String = letters(language).into_iter().filter(|letter| !drawn(*letter)).collect();
            assert!(missing.is_empty(), "{language} in weight {weight} has no letters for “{missing}”: {MEND}");
        }
    }
}

#[test]
fn a_slice_has_what_it_is_fetched_for() {
    /// A longer run asks for whatever there is, as the last slice of each family does.
    const LONGEST_RUN: u32 = 64;
    for slice in slices() {
        let font = slice.font();
        let font = Face::parse(&font, 0).expect("a font");
        for (from, to) in slice.range.iter().filter(|(from, to)| to - from < LONGEST_RUN) {
            for letter in (*from..=*to).filter_map(char::from_u32) {
                assert!(draws(&font, letter), "{} lacks “{letter}”: {MEND}", slice.file.display());
            }
        }
    }
}

#[test]
fn capitals_are_as_tall_as_a_kiosk_takes_them() {
    use naru_core::kiosk::settings::CAPITAL_PER_MILLE;
    for slice in slices() {
        let font = slice.font();
        let font = Face::parse(&font, 0).expect("a font");
        let height = u64::try_from(font.capital_height().expect("a height")).expect("a height above the line");
        let per_mille = height * 1_000 / u64::from(font.units_per_em());
        // Not lower, so that no letter is too small; and hardly higher, so that none is much too large.
        assert!(
            (CAPITAL_PER_MILLE..=CAPITAL_PER_MILLE + 20).contains(&per_mille),
            "{}: {per_mille}",
            slice.file.display()
        );
    }
}

#[test]
fn figures_can_stand_in_columns() {
    for slice in slices().iter().filter(|slice| slice.file.to_string_lossy().contains("-first")) {
        let font = slice.font();
        let font = Face::parse(&font, 0).expect("a font");
        let features = font.tables().gsub.expect("replacements").features;
        assert!(features.index(Tag::from_bytes(b"tnum")).is_some(), "{}", slice.file.display());
    }
}

#[test]
fn no_font_bears_the_reserved_name_and_each_says_whose_work_it_is() {
    for slice in slices() {
        let font = slice.font();
        let font = Face::parse(&font, 0).expect("a font");
        let name = |id| font.names().into_iter().find(|name| name.name_id == id).and_then(|name| name.to_string());
        let (notice, family, full) = (name(0), name(1), name(4));
        assert_eq!(family.as_deref(), Some("Naru Sans"), "{}", slice.file.display());
        assert!(full.is_some_and(|full| full.starts_with("Naru Sans")));
        assert!(notice.is_some_and(|notice| notice.contains("Kil Hyung-jin") && notice.contains("Open Font License")));
    }
    let licence = fs::read_to_string(root().join("fonts/OFL.txt")).expect("fonts/OFL.txt can be read");
    assert!(licence.contains("Kil Hyung-jin") && licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
}

#[test]
fn no_slice_is_left_over() {
    let named: BTreeSet<String> = slices().iter().map(|slice| slice.file.to_string_lossy().into_owned()).collect();
    assert_eq!(named.len(), slices().len());
    for language in languages() {
        for file in fs::read_dir(root().join("fonts").join(&language)).expect("a folder of slices") {
            let name = file.expect("a slice").file_name().to_string_lossy().into_owned();
            let end = format!("fonts/{language}/{name}");
            assert!(named.iter().any(|named| named.ends_with(&end)), "fonts/{language}/{name} is used nowhere: {MEND}");
        }
    }
}

fn languages() -> Vec<String> {
    naru_core::text::Language::ALL.iter().map(|language| language.id().to_owned()).collect()
}
