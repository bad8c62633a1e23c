//! Clocks: one that only goes forward, for how long things take, and that of the wall, for the day and for day and night.

use js_sys::Date as Wall;
use leptos::prelude::window;
use naru_core::kiosk::Date;

/// Milliseconds since the page was opened. Whatever is done to the wall's clock, it goes on.
pub fn now() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative")]
    window().performance().map_or(0, |clock| clock.now() as u64)
}

/// The day, by the wall's clock.
pub fn today() -> Date {
    let wall = Wall::new_0();
    Date::new(wall.get_full_year(), wall.get_month() + 1, wall.get_date()).unwrap_or(Date::FIRST)
}

/// The minute of the day, by the wall's clock.
pub fn minute() -> u16 {
    const HOUR: u32 = 60;
    let wall = Wall::new_0();
    u16::try_from(wall.get_hours() * HOUR + wall.get_minutes()).unwrap_or_default()
}
