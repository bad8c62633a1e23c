//! The staff corner: opened by those who know, and by nobody else.

use naru_core::kiosk::{Door, StaffCorner, corner::HOLD_MS, settings::Pin};

fn pin() -> Pin {
    Pin::read("4711").expect("a PIN")
}

/// A corner that asks, at a time.
fn asking(now: u64) -> StaffCorner {
    let mut corner = StaffCorner::default();
    corner.press(now - HOLD_MS);
    corner.tick(now);
    assert_eq!(corner.door(), Door::Asks);
    corner
}

fn enter(corner: &mut StaffCorner, digits: &[u8], now: u64) -> Door {
    for digit in digits {
        corner.digit(*digit, now);
    }
    corner.enter(&pin(), now);
    corner.door()
}

#[test]
fn only_a_long_press_makes_it_ask() {
    let mut corner = StaffCorner::default();
    corner.press(1_000);
    corner.tick(1_000 + HOLD_MS - 1);
    assert_eq!(corner.door(), Door::Shut);
    corner.release();
    corner.tick(60_000);
    assert_eq!(corner.door(), Door::Shut);
    corner.press(60_000);
    corner.tick(60_000 + HOLD_MS);
    assert_eq!(corner.door(), Door::Asks);
}

#[test]
fn the_pin_opens_it_and_nothing_else_does() {
    let mut corner = asking(10_000);
    assert_eq!(enter(&mut corner, &[], 10_000), Door::Asks);
    assert_eq!(enter(&mut corner, &[4, 7, 1], 10_000), Door::Wrong);
    assert_eq!((enter(&mut corner, &[4, 7, 1, 1, 0], 10_000), corner.typed()), (Door::Wrong, 0));
    corner.digit(9, 10_000);
    assert_eq!((corner.door(), corner.typed()), (Door::Asks, 1));
    corner.delete(10_000);
    assert_eq!(enter(&mut corner, &[4, 7, 1, 1], 10_000), Door::Open);
    corner.close();
    assert_eq!(corner.door(), Door::Shut);
    // Shut, it takes nothing.
    assert_eq!(enter(&mut corner, &[4, 7, 1, 1], 10_000), Door::Shut);
}

#[test]
fn whoever_guesses_waits_even_if_they_begin_anew() {
    let mut corner = asking(10_000);
    for _ in 0..3 {
        assert_eq!(enter(&mut corner, &[1, 2, 3, 4], 10_000), Door::Wrong);
    }
    corner.close();
    corner.press(20_000);
    corner.tick(20_000 + HOLD_MS);
    assert_eq!(enter(&mut corner, &[1, 2, 3, 4], 30_000), Door::Wrong);
    assert_eq!(enter(&mut corner, &[1, 2, 3, 4], 30_000), Door::Waits);
    assert_eq!(enter(&mut corner, &[4, 7, 1, 1], 89_999), Door::Waits);
    corner.close();
    corner.press(80_000);
    corner.tick(83_000);
    assert_eq!(corner.door(), Door::Waits);
    corner.tick(90_000);
    assert_eq!(enter(&mut corner, &[4, 7, 1, 1], 90_000), Door::Open);
}

#[test]
fn it_closes_behind_whoever_forgets_it() {
    let mut corner = asking(10_000);
    assert_eq!(enter(&mut corner, &[4, 7, 1, 1], 10_000), Door::Open);
    corner.touch(100_000);
    corner.tick(219_999);
    assert_eq!(corner.door(), Door::Open);
    corner.tick(220_000);
    assert_eq!(corner.door(), Door::Shut);
}
