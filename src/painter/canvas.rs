//! Order slips on a canvas: many, small, every frame. Each kind is drawn once, in every tilt, and then stamped.

use super::{decimal, orders::tilt, set};
use leptos::prelude::{document, window};
use naru_core::scene::{CROSSING, Camera, Slip, SlipKind};
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// A slip's size in stage units.
pub(super) const SLIP: (f64, f64) = (9.0, 11.0);
/// Smallest width of a slip on the screen, in CSS pixels: below it cannot be told from dust.
pub(super) const SMALLEST: f64 = 4.5;
/// Sine and cosine of the tilts of slips, up to an eighth of a right angle either way, so that they lie as paper does.
pub(super) const TILTS: [(f64, f64); 5] =
    [(-0.195, 0.981), (-0.098, 0.995), (0.0, 1.0), (0.098, 0.995), (0.195, 0.981)];
/// Side of a stamp by the slip's height: room for its tilt and its edge.
const STAMP: f64 = 1.5;
/// More device pixels for each CSS pixel are not seen, but paid for.
const FINEST: f64 = 2.0;
/// Device pixels of the canvas at most: on the largest screens slips may be a little soft.
const MOST_PIXELS: f64 = 4_000_000.0;
/// The kinds, in the order of their stamps.
pub(super) const KINDS: [SlipKind; 5] =
    [SlipKind::Old, SlipKind::New, SlipKind::Failed, SlipKind::Waiting, SlipKind::Turned];

/// Colours of the slips, read from the style's tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inks {
    pub(super) paper: String,
    pub(super) edge: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) failed: String,
    pub(super) mark: String,
    pub(super) quiet: String,
}

impl Inks {
    /// Whether they are there: a style sheet may arrive after the app.
    pub const fn are_known(&self) -> bool {
        !self.paper.is_empty()
    }

    /// Reads the tokens that hold at `element`.
    pub fn read(element: &web_sys::Element) -> Self {
        let style = window().get_computed_style(element).ok().flatten();
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

/// A canvas for slips, as large as the crossing.
pub struct Crowd {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    stamps: Stamps,
    /// Those that lie, on a canvas that nobody sees: they are drawn once, and then copied together.
    lying: Lying,
    /// What was drawn last.
    slips: Vec<Slip>,
    /// Device pixels for each stage unit; 0 while nothing was drawn yet.
    density: f64,
}

impl Crowd {
    /// A crowd on this canvas; `None` where it cannot be drawn on.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = pen(&canvas)?;
        // A canvas is larger than nothing until somebody says otherwise.
        canvas.set_width(0);
        canvas.set_height(0);
        let [left, top, width, height] = CROSSING;
        set(&canvas, "class", "crowd");
        let style = HtmlElement::style(&canvas);
        for (name, value) in [("left", left), ("top", top), ("width", width), ("height", height)] {
            let _ = style.set_property(name, &(decimal(value) + "px"));
        }
        let (stamps, lying) = (Stamps::new()?, Lying::new()?);
        Some(Self { canvas, context, stamps, lying, slips: Vec::new(), density: 0.0 })
    }

    /// Draws the slips of a frame; while the camera `travels`, only if the canvas is there already: it is fitted to what is
    /// seen when the camera has come to rest.
    pub fn paint(&mut self, slips: &[Slip], camera: &Camera, inks: &Inks, travels: bool) {
        let [_, _, width, height] = CROSSING;
        let finest = (MOST_PIXELS / (width * height)).sqrt();
        let density = (camera.scale * window().device_pixel_ratio().clamp(1.0, FINEST)).min(finest);
        let fits = (density - self.density).abs() < f64::EPSILON && self.stamps.inks == *inks;
        if slips.is_empty() {
            self.put_away();
            return;
        }
        if slips == self.slips && (fits || travels) {
            return;
        }
        if !fits && (!travels || self.density == 0.0) {
            self.density = density;
            let (width, height) = ((width * density).ceil() as u32, (height * density).ceil() as u32);
            for canvas in [&self.canvas, &self.lying.canvas] {
                canvas.set_width(width);
                canvas.set_height(height);
            }
            self.lying.slips.clear();
            self.stamps.cut(camera.scale, density, inks);
        } else {
            clear(&self.context, &self.canvas);
        }
        self.lying.draw(slips, &self.stamps);
        if !self.lying.slips.is_empty() {
            let _ = self.context.draw_image_with_html_canvas_element(&self.lying.canvas, 0.0, 0.0);
        }
        for slip in slips.iter().filter(|slip| !slip.lies) {
            self.stamps.press(&self.context, slip);
        }
        self.slips.clear();
        self.slips.extend_from_slice(slips);
    }

    /// Nothing to draw: a canvas of no size holds no memory.
    fn put_away(&mut self) {
        if self.density > 0.0 {
            for canvas in [&self.canvas, &self.lying.canvas] {
                canvas.set_width(0);
                canvas.set_height(0);
            }
            self.lying.slips.clear();
            self.slips.clear();
            self.density = 0.0;
        }
    }
}

/// The slips that lie.
struct Lying {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    slips: Vec<Slip>,
}

impl Lying {
    fn new() -> Option<Self> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        let context = pen(&canvas)?;
        Some(Self { canvas, context, slips: Vec::new() })
    }

    /// Draws those of `slips` that lie: only those that came, unless one has gone or was moved.
    fn draw(&mut self, slips: &[Slip], stamps: &Stamps) {
        let slips: Vec<Slip> = slips.iter().filter(|slip| slip.lies).copied().collect();
        let mut before = self.slips.iter().peekable();
        let came: Vec<Slip> =
            slips.iter().filter(|slip| before.next_if(|old| old == slip).is_none()).copied().collect();
        let came = if before.peek().is_some() {
            clear(&self.context, &self.canvas);
            slips.clone()
        } else {
            came
        };
        for slip in &came {
            stamps.press(&self.context, slip);
        }
        self.slips = slips;
    }
}

fn clear(context: &CanvasRenderingContext2d, canvas: &HtmlCanvasElement) {
    context.clear_rect(0.0, 0.0, canvas.width().into(), canvas.height().into());
}

fn pen(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Every kind of slip in every tilt, side by side on a canvas of its own.
struct Stamps {
    sheet: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// Device pixels of a stamp's side, and for each stage unit.
    side: f64,
    density: f64,
    inks: Inks,
}

impl Stamps {
    fn new() -> Option<Self> {
        let sheet: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        let context = pen(&sheet)?;
        Some(Self { sheet, context, side: 1.0, density: 1.0, inks: Inks::default() })
    }

    /// Draws them all, for so many CSS and device pixels for each stage unit.
    fn cut(&mut self, scale: f64, density: f64, inks: &Inks) {
        let size = density * (SMALLEST / SLIP.0 / scale).max(1.0);
        self.density = density;
        self.side = (size * SLIP.1 * STAMP).ceil();
        self.sheet.set_width((self.side * TILTS.len() as f64) as u32);
        self.sheet.set_height((self.side * KINDS.len() as f64) as u32);
        for (row, kind) in (0_u8..).zip(KINDS) {
            for (column, (sin, cos)) in (0_u8..).zip(TILTS) {
                let (x, y) = ((f64::from(column) + 0.5) * self.side, (f64::from(row) + 0.5) * self.side);
                let _ = self.context.set_transform(size * cos, size * sin, -size * sin, size * cos, x, y);
                draw(&self.context, kind, inks);
            }
        }
        self.inks = inks.clone();
    }

    /// Puts one slip where it is.
    fn press(&self, to: &CanvasRenderingContext2d, slip: &Slip) {
        let (x, y) = ((slip.place.x - CROSSING[0]) * self.density, (slip.place.y - CROSSING[1]) * self.density);
        let row = KINDS.iter().position(|kind| *kind == slip.kind).unwrap_or(0);
        let column = tilt(slip);
        let half = self.side / 2.0;
        let _ = to.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &self.sheet,
            column as f64 * self.side,
            row as f64 * self.side,
            self.side,
            self.side,
            // Whole pixels: quicker, and paper does not shimmer.
            (x - half).round(),
            (y - half).round(),
            self.side,
            self.side,
        );
    }
}

/// One slip about the origin, in stage units. Each kind has a shape of its own beside its colour.
fn draw(context: &CanvasRenderingContext2d, kind: SlipKind, inks: &Inks) {
    let (width, height) = SLIP;
    let (left, top) = (-width / 2.0, -height / 2.0);
    let (paper, band) = match kind {
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
    match (kind, band) {
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
