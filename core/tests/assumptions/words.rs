//! What the app says of them, in every language.

use naru_core::{
    model::{
        Assumptions,
        assumptions::{Assumption, Part, Source, Unit},
    },
    text::{
        Language,
        describe::{Assumed, assumed, assumed_group},
    },
};
use std::collections::BTreeSet;

/// How a value is said in each language: its unit, how many of it make one of what is said, and what is said.
const SAID: [(Unit, f64, [&str; Language::ALL.len()]); 9] = [
    (Unit::Minutes, 1.0, ["{} minute", "{}분"]),
    (Unit::Minutes, 60.0, ["{} hour", "{}시간"]),
    (Unit::Minutes, 1_440.0, ["{} day", "{}일"]),
    (Unit::WorkMinutes, 1.0, ["{} minute", "{}분"]),
    (Unit::WorkMinutes, 60.0, ["{} working hour", "근무 시간으로 {}시간"]),
    (Unit::WorkMinutes, 480.0, ["{} working day", "근무일로 {}일"]),
    (Unit::Days, 1.0, ["{} day", "{}일"]),
    (Unit::BasisPoints, 100.0, ["{}%", "{}%"]),
    (Unit::Count, 1.0, ["{}", "{}"]),
];

/// What is wrong with the words of an assumption.
fn wrong_words(one: &Assumption, said: &Assumed, language: Language) -> Vec<&'static str> {
    let text = said.text.replace('\u{a0}', " ");
    let value = f64::from(u32::try_from(one.value).expect("an assumption is no great number"));
    let figure = |sign: char| sign.is_ascii_digit() || sign == ',' || sign == '.';
    // Not as a piece of another figure: 4 does not stand in 14.
    let stands = |words: &str| {
        let bare = words.ends_with(|sign: char| sign.is_ascii_digit());
        text.match_indices(words).any(|(at, _)| {
            let cut = text[..at].ends_with(figure) || bare && text[at + words.len()..].starts_with(figure);
            !cut
        })
    };
    let shows = SAID.iter().filter(|(unit, ..)| *unit == one.unit).any(|(_, scale, words)| {
        let scaled = (value / scale).to_string();
        stands(&words[language as usize].replace("{}", &scaled))
    });
    let texts = [&text, &said.origin];
    let raw = texts.iter().any(|text| text.contains(['{', '}', '[', ']', '|', '_']) || text.contains("assume."));
    let source = match one.source {
        Source::Invented => !said.origin.is_empty() && !said.origin.contains(|sign: char| sign.is_ascii_digit()),
        Source::Published(what, year) => said.origin.contains(what) && said.origin.contains(&year.to_string()),
    };
    let sentence = !text.is_empty() && text.matches(". ").count() == 0 && text.ends_with('.');
    let wrong = [
        (!shows, "it does not show its value"),
        (raw, "it shows a key or a bracket"),
        (!source, "it does not say where it is from"),
        (!sentence, "it is no single sentence"),
        (one.part.id() != said.group, "it stands in another group"),
    ];
    wrong.into_iter().filter_map(|(is, what)| is.then_some(what)).collect()
}

#[test]
fn every_assumption_is_said_in_every_language() {
    for language in Language::ALL {
        let said = assumed(language);
        assert_eq!(said.len(), Assumptions::LIST.len());
        for (one, said) in Assumptions::LIST.iter().zip(&said) {
            assert_eq!(wrong_words(one, said, language), Vec::<&str>::new(), "{}: {said:?}", one.name);
        }
        let texts: BTreeSet<&str> = said.iter().map(|said| said.text.as_str()).collect();
        assert_eq!(texts.len(), said.len(), "two assumptions are said alike ({})", language.id());
    }
}

#[test]
fn what_is_said_wrongly_is_seen() {
    let list = Assumptions::LIST;
    let one = |name: &str| list.iter().find(|one| one.name == name).expect("an assumption of this name");
    let said = |name: &str, text: &str| {
        let origin = "Kubernetes, Deployments, 2024".to_owned();
        Assumed { group: one(name).part.id(), text: text.to_owned(), origin }
    };
    let wrong = |text| wrong_words(one("stall_minutes"), &said("stall_minutes", text), Language::English).len();
    assert_eq!(wrong("It is stuck after 10\u{a0}minutes."), 0);
    for text in [
        "It is stuck.",
        "It is stuck after 10 hours.",
        "It is stuck after 110 minutes.",
        "It is {stuck} after 10 minutes.",
        "It is stuck after 10 minutes",
        "It is stuck. That is after 10 minutes.",
    ] {
        assert_eq!(wrong(text), 1, "{text}");
    }
    assert!(wrong("assume.stall-minutes") > 0);
    let elsewhere = Assumed { group: "crew", ..said("stall_minutes", "It is stuck after 10 minutes.") };
    assert_eq!(wrong_words(one("stall_minutes"), &elsewhere, Language::English), ["it stands in another group"]);
    let invented = said("look_minutes", "누군가 1시간 뒤에 봐요.");
    assert_eq!(wrong_words(one("look_minutes"), &invented, Language::Korean), ["it does not say where it is from"]);
}

#[test]
fn assumptions_are_told_group_by_group() {
    for language in Language::ALL {
        let mut groups: Vec<&str> = assumed(language).iter().map(|said| said.group).collect();
        groups.dedup();
        assert_eq!(groups, Part::ALL.map(Part::id), "each group once, in the order of the journey");
        let names: BTreeSet<String> = groups.iter().map(|group| assumed_group(group, language)).collect();
        assert_eq!(names.len(), groups.len());
        assert!(!names.iter().any(|name| name.is_empty() || name.contains("assume.")), "{names:?}");
    }
}
