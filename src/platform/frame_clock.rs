//! The one frame clock. The browser calls no frames while the page is hidden, so nothing runs then.

use leptos::prelude::{AnimationFrameRequestHandle, request_animation_frame_with_handle, window};
use std::{cell::Cell, rc::Rc};

/// Longest time that one frame may tell, in milliseconds: after a sleep the show goes on where it stood.
const LONGEST_MS: f64 = 100.0;

/// A clock that ticks with the browser's frames while it is wanted.
#[derive(Clone)]
pub struct FrameClock {
    tick: Rc<dyn Fn(u64)>,
    last: Rc<Cell<f64>>,
    handle: Rc<Cell<Option<AnimationFrameRequestHandle>>>,
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

impl FrameClock {
    /// A clock that stands; `tick` gets the milliseconds since the frame before.
    pub fn new(tick: impl Fn(u64) + 'static) -> Self {
        Self { tick: Rc::new(tick), last: Rc::default(), handle: Rc::default() }
    }

    /// Lets it run.
    pub fn start(&self) {
        if self.handle.get().is_none() {
            self.last.set(now());
            self.request();
        }
    }

    /// Lets it stand.
    pub fn stop(&self) {
        if let Some(handle) = self.handle.take() {
            handle.cancel();
        }
    }

    fn request(&self) {
        let clock = self.clone();
        let handle = request_animation_frame_with_handle(move || {
            let passed = (now() - clock.last.get()).clamp(0.0, LONGEST_MS);
            // Whole milliseconds are told, the rest is kept for the next frame.
            let whole = passed.floor();
            clock.last.set(now() - (passed - whole));
            clock.request();
            (clock.tick)(whole as u64);
        });
        self.handle.set(handle.ok());
    }
}
