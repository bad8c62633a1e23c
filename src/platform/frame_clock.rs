//! The one frame clock. The browser calls no frames while the page is hidden, so nothing runs then.

use leptos::prelude::window;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast as _, closure::Closure};

/// Longest time that one frame may tell, in milliseconds: after a sleep the show goes on where it stood.
const LONGEST_MS: f64 = 100.0;

/// A clock that ticks with the browser's frames while it is wanted.
#[derive(Clone)]
pub struct FrameClock(Rc<Clock>);

struct Clock {
    /// Called by the browser with the time of a frame, in milliseconds.
    frame: Closure<dyn Fn(f64)>,
    /// What the browser calls the frame that was asked for.
    asked: Cell<Option<i32>>,
    /// The time up to which was told; none before the first frame.
    told: Cell<Option<f64>>,
}

impl FrameClock {
    /// A clock that stands; `tick` gets the milliseconds since the frame before.
    pub fn new(tick: impl Fn(u64) + 'static) -> Self {
        Self(Rc::new_cyclic(|clock: &std::rc::Weak<Clock>| {
            let clock = clock.clone();
            let frame = Closure::new(move |now: f64| {
                let Some(clock) = clock.upgrade() else { return };
                let last = clock.told.get().unwrap_or(now);
                // Whole milliseconds are told, the rest is kept for the next frame.
                let whole = (now - last).clamp(0.0, LONGEST_MS).floor();
                let rest = if now - last > LONGEST_MS { 0.0 } else { now - last - whole };
                clock.told.set(Some(now - rest.max(0.0)));
                clock.ask();
                tick(whole as u64);
            });
            Clock { frame, asked: Cell::default(), told: Cell::default() }
        }))
    }

    /// Lets it run.
    pub fn start(&self) {
        if self.0.asked.get().is_none() {
            self.0.told.set(None);
            self.0.ask();
        }
    }

    /// Lets it stand.
    pub fn stop(&self) {
        if let Some(asked) = self.0.asked.take() {
            // A frame that is not coming any more cannot be called off, which is no error.
            let _ = window().cancel_animation_frame(asked);
        }
    }
}

impl Clock {
    fn ask(&self) {
        self.asked.set(window().request_animation_frame(self.frame.as_ref().unchecked_ref()).ok());
    }
}
