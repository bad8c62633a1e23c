//! Order slips as SVG, for pictures that stand alone: the same shapes as on the canvas, each kind drawn once and then used.

use super::{
    canvas::{Inks, KINDS, SLIP, SMALLEST, TILTS},
    decimal,
};
use naru_core::scene::{Slip, SlipKind};
use std::fmt::Write as _;

/// The slips of a moment in stage units, seen with so many CSS pixels for each of them.
#[must_use]
pub fn orders(slips: &[Slip], scale: f64, inks: &Inks) -> String {
    let size = (SMALLEST / SLIP.0 / scale).max(1.0);
    let mut drawn = String::from("<defs>");
    for (row, kind) in KINDS.into_iter().enumerate().filter(|(_, kind)| slips.iter().any(|slip| slip.kind == *kind)) {
        let _ = write!(drawn, "<g id=\"n-slip-{row}\">{}</g>", shape(kind, inks));
    }
    drawn.push_str("</defs>");
    for slip in slips {
        let row = KINDS.iter().position(|kind| *kind == slip.kind).unwrap_or(0);
        let (sin, cos) = TILTS[tilt(slip)];
        let _ = write!(
            drawn,
            "<use xlink:href=\"#n-slip-{row}\" transform=\"matrix({} {} {} {} {} {})\"/>",
            decimal(size * cos),
            decimal(size * sin),
            decimal(-size * sin),
            decimal(size * cos),
            decimal(slip.place.x),
            decimal(slip.place.y)
        );
    }
    drawn
}

/// How a slip lies: one of the tilts, always the same.
pub(super) fn tilt(slip: &Slip) -> usize {
    (slip.number * 3) as usize % TILTS.len()
}

/// One slip about the origin.
fn shape(kind: SlipKind, inks: &Inks) -> String {
    let (width, height) = SLIP;
    let (left, top) = (-width / 2.0, -height / 2.0);
    let rect = |x: f64, y: f64, width: f64, height: f64, ink: &str| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{ink}\"/>",
            decimal(x),
            decimal(y),
            decimal(width),
            decimal(height)
        )
    };
    let paper = match kind {
        SlipKind::Failed => &inks.failed,
        SlipKind::Turned => &inks.quiet,
        SlipKind::Waiting | SlipKind::Old | SlipKind::New => &inks.paper,
    };
    let mark = match kind {
        SlipKind::Failed => format!(
            "<path d=\"M-2.6-2.6 2.6 2.6M2.6-2.6-2.6 2.6\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.7\"/>",
            inks.mark
        ),
        SlipKind::New => format!("<circle r=\"2.9\" fill=\"{}\"/>", inks.new),
        SlipKind::Old => {
            rect(left + 1.6, top + 2.4, width - 3.2, 2.0, &inks.old)
                + &rect(left + 1.6, top + 6.4, width - 3.2, 2.0, &inks.old)
        }
        SlipKind::Waiting | SlipKind::Turned => rect(left + 2.0, -0.7, width - 4.0, 1.4, &inks.edge),
    };
    rect(left - 0.6, top - 0.6, width + 1.2, height + 1.2, &inks.edge) + &rect(left, top, width, height, paper) + &mark
}
