//! The size of an element, as it changes.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Watches an element's size for as long as it lives.
pub struct SizeWatch {
    observer: ResizeObserver,
    _call: Closure<dyn Fn()>,
}

impl SizeWatch {
    /// Calls `then` with width and height in CSS pixels, now and at each change. `None` where the browser cannot.
    pub fn new(element: &Element, then: impl Fn(f64, f64) + 'static) -> Option<Self> {
        let watched = element.clone();
        let call = Closure::<dyn Fn()>::new(move || {
            let size = watched.get_bounding_client_rect();
            then(size.width(), size.height());
        });
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
