//! Sizes: what is read and touched is as large on the screen as the rules ask for.

use naru_core::kiosk::{
    Settings, Sizes,
    settings::{CAPITAL_PER_MILLE, TextRule, shift},
};
use proptest::prelude::*;

/// Micrometres of a capital letter on the screen.
fn capital(settings: &Settings) -> u64 {
    Sizes::new(settings).text * CAPITAL_PER_MILLE * settings.pixel_micrometres / 1_000
}

fn at(distance_cm: u64, text_rule: TextRule) -> Settings {
    Settings { distance_cm, text_rule, ..Settings::default() }
}

#[test]
fn letters_are_as_tall_as_their_distance_asks_for() {
    for (distance, least) in [(60, 7_300), (100, 12_200), (200, 24_400)] {
        let tall = capital(&at(distance, TextRule::Distance));
        // Rounded up by less than a pixel of the font.
        assert!((least..=least + 300).contains(&tall), "{distance} cm: {tall}");
    }
    let near = capital(&at(60, TextRule::Korea));
    assert!((12_000..=12_300).contains(&near), "{near}");
    assert_eq!(capital(&at(200, TextRule::Korea)), capital(&at(200, TextRule::Distance)));
}

#[test]
fn targets_are_twenty_millimetres_on_known_screens() {
    for (micrometres, target, gap) in [(311, 65, 9), (277, 73, 10), (1_000, 20, 3)] {
        let sizes = Sizes::new(&Settings { pixel_micrometres: micrometres, ..Settings::default() });
        assert_eq!((sizes.target, sizes.gap), (target, gap), "{micrometres}");
    }
}

#[test]
fn the_picture_shifts_little_and_comes_back() {
    let settings = Settings { shift_seconds: 20, ..Settings::default() };
    let places: Vec<(i32, i32)> = (0..=8).map(|step| shift(&settings, step * 20_000)).collect();
    assert_eq!(places[0], places[8]);
    for pair in places.windows(2) {
        let far = (pair[0].0 - pair[1].0).abs().max((pair[0].1 - pair[1].1).abs());
        assert!((1..=5).contains(&far), "{pair:?}");
    }
    assert_eq!(shift(&settings, 19_999), places[0]);
    let still = Settings { shift_seconds: 0, ..Settings::default() };
    assert_eq!(shift(&still, u64::MAX), places[0]);
}

proptest! {
    #[test]
    fn any_screen_has_letters_and_targets_that_are_large_enough(
        pixel_micrometres in 50_u64..=2_000, distance_cm in 30_u64..=300, text_percent in 100_u64..=200, korea: bool,
    ) {
        let text_rule = if korea { TextRule::Korea } else { TextRule::Distance };
        let settings =
            Settings { pixel_micrometres, distance_cm, text_percent, text_rule, ..Settings::default() };
        let sizes = Sizes::new(&settings);
        let tall = sizes.text * CAPITAL_PER_MILLE * pixel_micrometres;
        prop_assert!(tall >= 122 * distance_cm * 1_000 * text_percent / 100);
        prop_assert!(!korea || tall >= 12_000_000 * text_percent / 100);
        prop_assert!(sizes.target * pixel_micrometres >= 20_000 && (sizes.target - 1) * pixel_micrometres < 20_000);
        let twice = Sizes::new(&Settings { text_percent: 200, ..settings.clone() });
        let once = Sizes::new(&Settings { text_percent: 100, ..settings });
        prop_assert!(twice.text + 1 >= 2 * once.text && twice.target == once.target);
    }
}
