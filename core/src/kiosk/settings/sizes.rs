//! From millimetres on the screen to the CSS pixels that style needs.

use super::{Settings, TextRule};

/// Height of a capital letter that is read from a distance of one metre, in micrometres: it fills an angle of 0.7 degrees
/// (tan 0.7° = 0.012218), which is 7.3 mm at 60 cm and 12.2 mm at one metre. EN 301 549, 5.1.4 (functionality closed to text
/// enlargement).
const CAPITAL_AT_METRE: u64 = 12_218;
/// Centimetres of a metre.
const METRE_CM: u64 = 100;
/// Height of a letter by the Korean rule for unattended screens, in micrometres: 12 mm at least (Ministry of Science and ICT, notice on
/// access to information for people with disabilities and older people; in force since 28 January 2026 for screens that only inform,
/// too). Taken of the capital, which is lower than a Korean syllable of the same size.
const CAPITAL_IN_KOREA: u64 = 12_000;
/// Height of a capital of the house's letters, in thousandths of the font size, and not more: a test reads it from the fonts.
pub const CAPITAL_PER_MILLE: u64 = 705;
/// A side of what can be touched, in micrometres: 20 mm, the breadth of a fingertip (16 to 20 mm; Dandekar, Raju and Srinivasan,
/// 2003), so that hands that shake find it, too.
const TARGET: u64 = 20_000;
/// What lies between two of them, in micrometres: 2.5 mm, an eighth of one. The house's own measure.
const GAP: u64 = 2_500;
/// Whole per cents.
const PERCENT: u64 = 100;

/// What style needs, in CSS pixels, each rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The font size of what is read.
    pub text: u64,
    /// A side of what can be touched, at least.
    pub target: u64,
    /// What lies between two of them, at least.
    pub gap: u64,
}

impl Sizes {
    /// The sizes that these settings ask for. Larger letters ask for no larger targets: the hand stays the same.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let far = (settings.distance_cm * CAPITAL_AT_METRE).div_ceil(METRE_CM);
        let capital = match settings.text_rule {
            TextRule::Distance => far,
            TextRule::Korea => far.max(CAPITAL_IN_KOREA),
        };
        let pixel = settings.pixel_micrometres.max(1);
        // Enlarged first, so that twice the size is never a pixel short of it.
        let text = (capital * settings.text_percent * 1_000).div_ceil(PERCENT * CAPITAL_PER_MILLE * pixel);
        Self { text, target: TARGET.div_ceil(pixel), gap: GAP.div_ceil(pixel) }
    }
}

/// The places that a shifting picture goes through, in CSS pixels right and down: a ring, so that each shift is small.
const RING: [(i32, i32); 8] = [(0, 0), (3, 1), (5, 4), (4, 7), (0, 8), (-4, 7), (-5, 4), (-3, 1)];

/// Where the picture stands after so many milliseconds, in CSS pixels right and down of its place, so that nothing burns in.
#[must_use]
pub fn shift(settings: &Settings, ms: u64) -> (i32, i32) {
    let step = ms.checked_div(settings.shift_seconds * 1_000).unwrap_or(0) % RING.len() as u64;
    RING.get(step as usize).copied().unwrap_or_default()
}
