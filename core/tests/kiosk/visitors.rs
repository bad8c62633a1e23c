//! Visitors who do anything: whatever they do, the next one finds the kiosk as if nobody had been there.

use crate::support::{Kiosk, fresh};
use naru_core::{
    kiosk::{Control, Deed, Phase, Settings, Visit, visit::STUCK_MS},
    text::Language,
};
use proptest::prelude::*;

/// Something that a visitor does.
#[derive(Clone, Debug)]
enum Doing {
    Press,
    Release,
    Touch,
    /// One of the controls that are there, by its number.
    Take(usize),
    /// A control that may not be there.
    Anything(Control),
    /// Nothing, for so long.
    Wait(u64),
    /// The machine is busy, or asleep, for so long.
    Jump(u64),
    /// The clock is set back by so much.
    Back(u64),
}

fn any_doing() -> impl Strategy<Value = Doing> {
    let plain = [Control::Again, Control::On, Control::Chapters, Control::Other, Control::Tell, Control::Free];
    let more = [Control::Stay, Control::Leave, Control::Begin(Language::Korean), Control::Begin(Language::English)];
    let any_control = prop::sample::select([plain.as_slice(), &more].concat());
    prop_oneof![
        2 => Just(Doing::Press),
        2 => Just(Doing::Release),
        1 => Just(Doing::Touch),
        8 => (0_usize..3).prop_map(Doing::Take),
        2 => any_control.prop_map(Doing::Anything),
        4 => (0_u64..40_000).prop_map(Doing::Wait),
        1 => (0_u64..100_000).prop_map(Doing::Jump),
        1 => (0_u64..500_000).prop_map(Doing::Back),
    ]
}

prop_compose! {
    fn any_settings()(
        korean: bool, one: bool, chapters: bool, free_play: bool,
        idle_seconds in 60_u64..=120, warning_seconds in 20_u64..=60, visit_minutes in 2_u64..=4,
    ) -> Settings {
        let language = if korean { Language::Korean } else { Language::English };
        let languages = if one { vec![language] } else { Language::ALL.to_vec() };
        Settings {
            language, languages, chapters, free_play, idle_seconds, warning_seconds, visit_minutes, ..Settings::default()
        }
    }
}

fn act(kiosk: &mut Kiosk, doing: &Doing) {
    match *doing {
        Doing::Press => kiosk.press(),
        Doing::Release => kiosk.release(),
        Doing::Touch => drop(kiosk.visit.touch()),
        Doing::Take(number) => {
            let controls = kiosk.visit.controls();
            kiosk.take(controls[number % controls.len()]);
        }
        Doing::Anything(control) => kiosk.take(control),
        Doing::Wait(ms) => kiosk.pass(ms),
        Doing::Jump(ms) => kiosk.jump(ms),
        Doing::Back(ms) => {
            kiosk.now = kiosk.now.saturating_sub(ms);
            kiosk.jump(0);
        }
    }
}

fn holds(visit: &Visit, settings: &Settings) -> Result<(), TestCaseError> {
    let controls = visit.controls();
    prop_assert!((1..=3).contains(&controls.len()), "{:?}: {controls:?}", visit.phase());
    let mut unlike = controls.clone();
    unlike.dedup();
    prop_assert_eq!(unlike.len(), controls.len());
    if visit.phase() == Phase::Attract {
        prop_assert_eq!(visit.language(), settings.language);
        prop_assert_eq!((visit.guess(), visit.way()), (None, None));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_visitors_do_three_controls_are_the_most_and_the_next_one_finds_it_fresh(
        settings in any_settings(), doings in prop::collection::vec(any_doing(), 0..60),
    ) {
        let mut kiosk = Kiosk::new(settings.clone());
        for doing in &doings {
            let before = kiosk.deeds.len();
            act(&mut kiosk, doing);
            holds(&kiosk.visit, &settings)?;
            let ended = kiosk.deeds[before..].iter().any(|deed| matches!(deed, Deed::Ended(_)));
            // Whoever left by a touch may have taken nothing but time since.
            if ended && !matches!(doing, Doing::Wait(_)) {
                prop_assert_eq!(&kiosk.visit, &fresh(&settings, kiosk.now), "after {:?}", doing);
            }
        }
        // Visits begin and end in turn.
        let turns = kiosk.deeds.iter().filter_map(|deed| match deed {
            Deed::Began(_) => Some(true),
            Deed::Ended(_) => Some(false),
            _ => None,
        });
        prop_assert!(turns.enumerate().all(|(turn, begins)| begins == (turn % 2 == 0)));
        // Everybody goes. Their hands first, or what seemed to be hands.
        let most = STUCK_MS + (settings.idle_seconds + settings.warning_seconds) * 1_000 + 100;
        let start = kiosk.now;
        while kiosk.visit.phase() != Phase::Attract {
            prop_assert!(kiosk.now <= start + most, "still in {:?}", kiosk.visit.phase());
            kiosk.jump(100);
        }
        if kiosk.deeds.last().is_some_and(|deed| matches!(deed, Deed::Ended(_))) && kiosk.now > start {
            prop_assert_eq!(&kiosk.visit, &fresh(&settings, kiosk.now));
        }
    }

    #[test]
    fn nobody_there_is_the_end_within_the_time_of_idleness_and_warning(
        settings in any_settings(), doings in prop::collection::vec(any_doing(), 0..40),
    ) {
        let mut kiosk = Kiosk::new(settings.clone());
        for doing in doings.iter().filter(|doing| !matches!(doing, Doing::Press)) {
            act(&mut kiosk, doing);
        }
        let most = (settings.idle_seconds + settings.warning_seconds) * 1_000;
        let start = kiosk.now;
        while kiosk.visit.phase() != Phase::Attract {
            prop_assert!(kiosk.now < start + most, "still in {:?}", kiosk.visit.phase());
            kiosk.jump(100);
        }
    }

    #[test]
    fn whoever_is_there_is_always_asked_before_it_ends(
        settings in any_settings(), doings in prop::collection::vec(any_doing(), 0..40),
    ) {
        let mut kiosk = Kiosk::new(settings.clone());
        for doing in &doings {
            act(&mut kiosk, doing);
        }
        let mut asked = u64::from(kiosk.visit.warning().is_some()) * kiosk.visit.warning().map_or(0, |one| 100 + settings.warning_seconds * 1_000 - one.left_ms);
        while kiosk.visit.phase() != Phase::Attract {
            asked = if kiosk.visit.phase() == Phase::Warning { asked + 100 } else { 0 };
            kiosk.jump(100);
            if kiosk.visit.phase() == Phase::Attract {
                prop_assert!(asked >= settings.warning_seconds * 1_000, "asked for {} ms", asked);
            }
        }
    }
}
