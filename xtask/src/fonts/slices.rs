//! Which letters stand in which slice, so that a first visit takes only what its first screen shows.

use super::texts::Texts;
use std::collections::{BTreeMap, BTreeSet};

/// The slice that a first visit takes, of each weight.
pub const FIRST: &str = "first";
/// The slice that comes with the story.
pub const STORY: &str = "story";
/// The slice of everything else: cards, bad days, and what somebody typed into the address.
pub const REST: &str = "rest";

/// What the app puts together itself, for every language: figures, and what stands in and between them.
const FIGURES: &str = " 0123456789.,:%";
const BETWEEN_FIGURES: &str = "·…–×→";

/// So few letters are not cut further: a request of its own costs a visitor more.
const ONE_SLICE: usize = 128;

/// A weight of the family, and whose letters its slices hold. A key that ends in a dot stands for all that begin so.
pub struct Weight {
    /// Its name, also in the font.
    pub name: &'static str,
    /// As style sheets say it.
    pub value: u16,
    /// What the first screen shows in it; a browser test complains when a first visit takes more than this slice.
    first: &'static [&'static str],
    /// What may come up in it while a story is told.
    story: &'static [&'static str],
}

/// The weights of the family. What is asked for in between, browsers show in the nearer of these.
pub const WEIGHTS: [Weight; 2] = [
    Weight {
        name: "Regular",
        value: 400,
        first: &[
            "boot.title",
            "boot.loading",
            "boot.starting",
            "app.",
            "copy",
            "theme.",
            "language.en",
            "language.ko",
            "station.",
            "duration.ms",
            "player.speed.",
            "panel.invite",
            "way.",
            "tour.core.length",
            "tour.short.length",
            "guide.chapters",
        ],
        story: &[
            "caption.",
            "story.",
            "guide.",
            "quiz.",
            "stage.",
            "player.",
            "board.",
            "end.",
            "entered.",
            "clock",
            "weekday.",
            "duration.",
            "value.",
            "unit.",
            "choice.release.help",
            "choice.fault.help",
            "choice.severity.help",
            "choice.share.help",
            "choice.watch.help",
            "choice.back.help",
        ],
    },
    Weight {
        name: "Bold",
        value: 700,
        first: &[
            "boot.title",
            "app.name",
            "app.tagline",
            "app.start",
            "tour.core",
            "tour.short",
            "language.en",
            "language.ko",
            "station.",
            "player.play",
            "player.pause",
            "player.camera.line",
            "panel.choices",
            "panel.more",
            "choice.release",
            "value.release.",
        ],
        story: &[
            "link.caption.",
            "duration.",
            "player.",
            "stage.",
            "board.",
            "end.",
            "panel.",
            "undo",
            "choice.fault",
            "choice.severity",
            "choice.share",
            "choice.watch",
            "choice.back",
            "value.",
            "unit.",
        ],
    },
];

/// A slice: the letters of one file.
pub struct Slice<'a> {
    /// The folder of the language.
    pub language: &'a str,
    pub weight: &'static Weight,
    /// [`FIRST`], [`STORY`] or [`REST`].
    pub name: &'static str,
    pub letters: BTreeSet<char>,
}

impl Slice<'_> {
    /// Where it is kept, within `fonts/`.
    pub fn file(&self) -> String {
        format!("{}/{}-{}.woff2", self.language, self.weight.name.to_lowercase(), self.name)
    }
}

/// All slices, the first of each language and weight first. Together they hold every letter of every text in every weight.
pub fn all(languages: &BTreeMap<String, Texts>) -> Vec<Slice<'_>> {
    // The loading screen says its title in all languages at once.
    let titles: String = languages.values().filter_map(|texts| texts.get("boot.title")).map(String::as_str).collect();
    let mut slices = Vec::new();
    for (language, texts) in languages {
        for weight in &WEIGHTS {
            let all = letters(texts, |_| true);
            let mut first = letters(texts, |key| is_one_of(key, weight.first));
            first.extend(FIGURES.chars().chain(titles.chars()));
            let mut story = letters(texts, |key| is_one_of(key, weight.story));
            story.extend(BETWEEN_FIGURES.chars());
            if all.len() <= ONE_SLICE {
                first.extend(all.iter().chain(&story));
            }
            story.retain(|letter| !first.contains(letter));
            let mut rest: BTreeSet<char> = all.into_iter().chain(' '..='~').collect();
            rest.retain(|letter| !first.contains(letter) && !story.contains(letter));
            let named = [(FIRST, first), (STORY, story), (REST, rest)].into_iter();
            let filled = named.filter(|(_, letters)| !letters.is_empty());
            slices.extend(filled.map(|(name, letters)| Slice { language, weight, name, letters }));
        }
    }
    slices
}

/// The letters of the texts whose keys are asked for.
fn letters(texts: &Texts, asked: impl Fn(&str) -> bool) -> BTreeSet<char> {
    texts.iter().filter(|(key, _)| asked(key)).flat_map(|(_, text)| text.chars()).collect()
}

fn is_one_of(key: &str, keys: &[&str]) -> bool {
    keys.iter().any(|asked| key == *asked || asked.ends_with('.') && key.starts_with(asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> BTreeMap<String, Texts> {
        let syllables: String = ('가'..).take(ONE_SLICE).collect();
        let korean = [("boot.title", "나루"), ("app.name", "나루"), ("caption.a", "하나"), ("other", &*syllables)];
        let english = [("boot.title", "Naru"), ("caption.a", "One")];
        let texts = |pairs: &[(&str, &str)]| pairs.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect();
        BTreeMap::from([("en".to_owned(), texts(&english)), ("ko".to_owned(), texts(&korean))])
    }

    #[test]
    fn the_first_screen_comes_first_and_nothing_comes_twice() {
        let languages = languages();
        let slices = all(&languages);
        let of = |file: &str| slices.iter().find(|slice| slice.file() == file).map(|slice| &slice.letters);
        let first = of("ko/bold-first.woff2").expect("a first slice");
        assert!("나루Naru 5%".chars().all(|letter| first.contains(&letter)) && !first.contains(&'하'));
        assert!(
            of("ko/regular-story.woff2").is_some_and(|letters| letters.contains(&'하') && !letters.contains(&'나'))
        );
        assert!(of("ko/bold-rest.woff2").is_some_and(|letters| letters.contains(&'하') && letters.contains(&'가')));
        for weight in &WEIGHTS {
            let mut seen = BTreeSet::new();
            let korean = slices.iter().filter(|slice| slice.language == "ko" && slice.weight.value == weight.value);
            assert!(korean.flat_map(|slice| &slice.letters).all(|letter| seen.insert(letter)));
        }
    }

    #[test]
    fn few_letters_stay_together() {
        let languages = languages();
        let slices = all(&languages);
        let english: Vec<&Slice> = slices.iter().filter(|slice| slice.language == "en").collect();
        assert_eq!(english.iter().filter(|slice| slice.name == STORY).count(), 0);
        assert!(english.iter().all(|slice| slice.letters.contains(&'O') == (slice.name == FIRST)));
    }
}
