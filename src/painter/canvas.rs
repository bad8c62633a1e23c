//! Order slips on a canvas: many, small, every frame.

use naru_core::scene::{Frame, Slip, SlipKind};
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A slip's size in stage units.
const SLIP: (f64, f64) = (9.0, 11.0);
/// Smallest width of a slip on the screen, in CSS pixels: below it cannot be told from dust.
const SMALLEST: f64 = 4.5;
/// Sine and cosine of the tilts of slips, up to an eighth of a right angle either way, so that they lie as paper does.
const TILTS: [(f64, f64); 5] = [(-0.195, 0.981), (-0.098, 0.995), (0.0, 1.0), (0.098, 0.995), (0.195, 0.981)];

/// Colours of the slips, read from the style's tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inks {
    paper: String,
    edge: String,
    old: String,
    new: String,
    failed: String,
    mark: String,
    quiet: String,
}

impl Inks {
    /// Reads the tokens that hold at `element`.
    pub fn read(element: &web_sys::Element) -> Self {
        let style = leptos::prelude::window().get_computed_style(element).ok().flatten();
        let token = |name: &str| {
            style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default().trim().to_owned()
        };
        Self {
            paper: token("--slip-paper"),
            edge: token("--slip-edge"),
            old: token("--slip-old"),
            new: token("--slip-new"),
            failed: token("--slip-failed"),
            mark: token("--slip-mark"),
            quiet: token("--slip-quiet"),
        }
    }
}

/// A canvas for slips.
pub struct Crowd {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// Whether anything was drawn last time.
    drawn: bool,
    /// Size in CSS pixels.
    size: (f64, f64),
    /// Device pixels for each CSS pixel.
    density: f64,
}

impl Crowd {
    /// A crowd on this canvas; `None` where it cannot be drawn on.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas, context, drawn: false, size: (0.0, 0.0), density: 1.0 })
    }

    /// Fits the canvas to a size in CSS pixels and a density.
    pub fn resize(&mut self, size: (f64, f64), density: f64) {
        self.canvas.set_width((size.0 * density).round() as u32);
        self.canvas.set_height((size.1 * density).round() as u32);
        (self.drawn, self.size, self.density) = (false, size, density);
    }

    /// Draws the slips of a frame; `density` is device pixels for each CSS pixel, which changes with the zoom.
    pub fn paint(&mut self, frame: &Frame, inks: &Inks, density: f64) {
        // A density that is not the canvas's own would put every slip in a wrong place.
        if (density - self.density).abs() > f64::EPSILON {
            self.resize(self.size, density);
        }
        let context = &self.context;
        if self.drawn {
            let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
            context.clear_rect(0.0, 0.0, f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        }
        self.drawn = !frame.slips.is_empty();
        let size = frame.camera.scale.max(SMALLEST / SLIP.0) * density;
        for slip in &frame.slips {
            let x = (slip.place.x - frame.camera.left) * frame.camera.scale * density;
            let y = (slip.place.y - frame.camera.top) * frame.camera.scale * density;
            let (sin, cos) = TILTS[(slip.number * 3) as usize % TILTS.len()];
            let _ = context.set_transform(size * cos, size * sin, -size * sin, size * cos, x, y);
            draw(context, slip, inks);
        }
    }
}

/// One slip about the origin, in stage units. Each kind has a shape of its own beside its colour.
fn draw(context: &CanvasRenderingContext2d, slip: &Slip, inks: &Inks) {
    let (width, height) = SLIP;
    let (left, top) = (-width / 2.0, -height / 2.0);
    let (paper, band) = match slip.kind {
        SlipKind::Failed => (&inks.failed, None),
        SlipKind::Waiting => (&inks.paper, None),
        SlipKind::Turned => (&inks.quiet, None),
        SlipKind::Old => (&inks.paper, Some(&inks.old)),
        SlipKind::New => (&inks.paper, Some(&inks.new)),
    };
    context.set_fill_style_str(&inks.edge);
    context.fill_rect(left - 0.6, top - 0.6, width + 1.2, height + 1.2);
    context.set_fill_style_str(paper);
    context.fill_rect(left, top, width, height);
    match (slip.kind, band) {
        (SlipKind::Failed, _) => cross(context, &inks.mark),
        (SlipKind::New, Some(ink)) => {
            // The new version's mark is a disc, as on its flag.
            context.set_fill_style_str(ink);
            context.begin_path();
            let _ = context.arc(0.0, 0.0, 2.9, 0.0, std::f64::consts::TAU);
            context.fill();
        }
        (_, Some(ink)) => {
            // The old version's mark is a pair of stripes, as on its flag.
            context.set_fill_style_str(ink);
            context.fill_rect(left + 1.6, top + 2.4, width - 3.2, 2.0);
            context.fill_rect(left + 1.6, top + 6.4, width - 3.2, 2.0);
        }
        (_, None) => {
            context.set_fill_style_str(&inks.edge);
            context.fill_rect(left + 2.0, -0.7, width - 4.0, 1.4);
        }
    }
}

fn cross(context: &CanvasRenderingContext2d, ink: &str) {
    const ARM: f64 = 2.6;
    context.set_stroke_style_str(ink);
    context.set_line_width(1.7);
    context.begin_path();
    context.move_to(-ARM, -ARM);
    context.line_to(ARM, ARM);
    context.move_to(ARM, -ARM);
    context.line_to(-ARM, ARM);
    context.stroke();
}
