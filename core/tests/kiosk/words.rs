//! What is said: in both languages, short enough for a lobby, with the figures of the simulation.

use crate::support::{Kiosk, everything};
use naru_core::{
    kiosk::{
        Control, Guess, Phase, SETTINGS, Settings, Word, counter_names, counters, moment,
        visit::{WAYS, failed},
    },
    model::Release,
    text::{Language, describe},
};
use std::collections::BTreeSet;

fn caption(kiosk: &Kiosk) -> String {
    kiosk.visit.caption([2, 0, 1]).to_string()
}

/// A kiosk in each phase that says something, in a language.
fn spoken(language: Language) -> Vec<Kiosk> {
    let settings = Settings { language, languages: vec![language], ..everything() };
    let mut kiosks = vec![Kiosk::new(settings.clone())];
    for ms in [24_000, 34_000] {
        let mut kiosk = Kiosk::new(settings.clone());
        kiosk.pass(ms);
        kiosks.push(kiosk);
    }
    let begun = || {
        let mut kiosk = Kiosk::new(settings.clone());
        kiosk.take(Control::Begin(language));
        kiosk
    };
    kiosks.push(begun());
    for way in &WAYS {
        for guess in Guess::ALL {
            let steps = [Control::On, Control::Bet(guess), Control::On, Control::Choose(way.release())];
            for count in 1..=steps.len() + 2 {
                let mut kiosk = begun();
                for control in steps.into_iter().chain([Control::On, Control::Chapters]).take(count) {
                    kiosk.take(control);
                }
                kiosks.push(kiosk);
            }
        }
    }
    let mut again = begun();
    for control in
        [Control::On, Control::Bet(Guess::Few), Control::On, Control::Choose(WAYS[0].release()), Control::Again]
    {
        again.take(control);
    }
    kiosks.push(again);
    let mut free = begun();
    for control in [
        Control::On,
        Control::Bet(Guess::Few),
        Control::On,
        Control::Choose(WAYS[0].release()),
        Control::On,
        Control::Free,
    ] {
        free.take(control);
    }
    kiosks.push(free);
    kiosks
}

#[test]
fn every_phase_says_something_short() {
    /// Letters of a caption at most: 75 to 100 words are what a panel holds, and a visitor has seconds.
    const MOST: [usize; Language::ALL.len()] = [200, 130];
    for (language, most) in Language::ALL.into_iter().zip(MOST) {
        let mut said = BTreeSet::new();
        for kiosk in spoken(language) {
            let words = caption(&kiosk);
            assert!(!words.is_empty() && !words.contains(['{', '}', '[']) && !words.contains("kiosk."), "{words}");
            assert!(words.chars().count() <= most, "{} letters: {words}", words.chars().count());
            for text in kiosk.visit.controls().into_iter().map(|control| control.label(language)) {
                assert!(!text.contains("kiosk.") && (1..=24).contains(&text.chars().count()), "{text}");
            }
            assert!(!kiosk.visit.name().contains("kiosk."));
            said.insert(words);
        }
        assert!(said.len() >= 20, "{said:#?}");
    }
}

#[test]
fn each_caption_can_be_read_in_its_phase() {
    for language in Language::ALL {
        for kiosk in spoken(language) {
            let planned = match kiosk.visit.phase() {
                Phase::Hook => 10_000,
                Phase::Reveal => 25_000,
                Phase::Home => 10_000,
                _ => 20_000,
            };
            let words = caption(&kiosk);
            // The last sentence stays while the warning asks, and whoever touches has all the time they need.
            let reading = describe::reading_ms(&words);
            assert!(reading <= planned, "{reading} ms of {planned}: {words}");
        }
    }
}

#[test]
fn figures_are_those_of_the_simulation() {
    let at_once = failed(Release::by_id("all-at-once").expect("a way"));
    for language in Language::ALL {
        for way in &WAYS {
            let mut kiosk = Kiosk::new(Settings::default());
            let steps = [Control::Begin(language), Control::On, Control::Bet(Guess::Several), Control::On];
            for control in steps {
                kiosk.take(control);
            }
            assert!(caption(&kiosk).contains(&at_once.to_string()), "{}", caption(&kiosk));
            for control in [Control::Choose(way.release()), Control::On] {
                kiosk.take(control);
            }
            let home = caption(&kiosk);
            for figure in [at_once, failed(way.release())] {
                assert!(home.contains(&figure.to_string()), "{figure}: {home}");
            }
        }
    }
}

#[test]
fn the_bet_is_called_good_only_where_it_was() {
    let said = |guess| {
        let mut kiosk = Kiosk::new(Settings::default());
        for control in [Control::Begin(Language::English), Control::On, Control::Bet(guess), Control::On] {
            kiosk.take(control);
        }
        caption(&kiosk).contains("good bet")
    };
    assert_eq!(Guess::ALL.map(said), [false, false, true]);
}

#[test]
fn start_buttons_speak_their_own_language() {
    let kiosk = Kiosk::new(Settings { languages: vec![Language::Korean, Language::English], ..Settings::default() });
    for language in Language::ALL {
        let labels: Vec<String> = kiosk.visit.controls().into_iter().map(|control| control.label(language)).collect();
        assert_eq!(labels, ["시작", "Start"]);
    }
}

#[test]
fn todays_guesses_are_told_where_there_are_any() {
    let mut kiosk = Kiosk::new(Settings::default());
    kiosk.pass(34_000);
    let some = kiosk.visit.caption([12, 3, 7]).to_string();
    assert!(["12", "3", "7"].iter().all(|figure| some.contains(figure)), "{some}");
    let none = kiosk.visit.caption([0; 3]).to_string();
    assert!(none.contains("Nobody"), "{none}");
}

#[test]
fn warnings_say_what_answers_them_and_how_long_they_wait() {
    for language in Language::ALL {
        let mut kiosk = Kiosk::new(Settings::default());
        kiosk.take(Control::Begin(language));
        assert_eq!(kiosk.visit.left(), None);
        while kiosk.visit.phase() != Phase::Warning {
            kiosk.jump(100);
        }
        let asked = ["Are you still there?", "아직 계신가요?"][language as usize];
        assert!(caption(&kiosk).starts_with(asked) && kiosk.visit.name() == asked);
        let left = kiosk.visit.left().expect("it waits");
        assert!(left.contains("20"), "{left}");
    }
}

#[test]
fn parts_are_counted_from_one_to_five() {
    let mut kiosk = Kiosk::new(Settings::default());
    assert_eq!(kiosk.visit.step(), None);
    kiosk.take(Control::Begin(Language::English));
    assert_eq!(kiosk.visit.step().as_deref(), Some("Part 1 of 5"));
    assert_eq!(Kiosk::at(Phase::Home, everything()).visit.step().as_deref(), Some("5개 가운데 5번째"));
    assert_eq!(Kiosk::at(Phase::Told, everything()).visit.step(), None);
}

#[test]
fn the_staff_corner_has_words_for_all_it_shows() {
    for language in Language::ALL {
        let mut texts: Vec<String> = Word::ALL.map(|word| word.text(language)).to_vec();
        texts.extend(SETTINGS.iter().map(|setting| setting.name(language)));
        texts.push(moment(language));
        let names: Vec<String> = counter_names(language).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), counters::keys().len(), "{names:#?}");
        texts.extend(names);
        for text in texts {
            let whole = !text.is_empty() && !text.ends_with([' ', ':']);
            assert!(whole && !text.contains("kiosk.") && !text.contains("reached"), "{text}");
        }
    }
}
