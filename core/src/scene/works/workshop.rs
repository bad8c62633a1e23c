//! Code: the lines on the workshop's board, those who write them, and whether their work has met the main line.

use super::Shown;
use crate::model::{Fault, Gate, Kind};

const LINES: [&str; 7] =
    ["board-line-1", "board-line-2", "board-line-3", "board-line-4", "board-line-5", "board-line-6", "board-line-7"];
/// The number of the line in which the fault stands.
const FAULTY: usize = 4;

pub(super) fn show(shown: &mut Shown<'_>) {
    let (kind, so_far) = (shown.moment.event.kind, shown.so_far());
    let happened = |wanted: Kind| so_far.iter().any(|event| event.kind == wanted);
    // Lines that are begun; at the first instant of the work there is one, so that a still step shows it.
    let begun = match kind {
        Kind::WorkStarted => 1 + shown.moment.to_next as usize * LINES.len() / 1_000,
        _ if happened(Kind::WorkStarted) => usize::MAX,
        _ => 0,
    };
    let faulty = match kind {
        Kind::GateStopped { gate: Gate::Lint, fault: Fault::Style } => "suspect",
        Kind::GateStopped { .. } => "failed",
        _ if happened(Kind::Mended) => "mended",
        _ => "on",
    };
    let lines = LINES.into_iter().zip(1..).map(|(part, number)| {
        let state = if number > begun {
            "off"
        } else if number == begun {
            "typing"
        } else if number == FAULTY {
            faulty
        } else {
            "on"
        };
        (part, state)
    });
    shown.states.extend(lines);
    let crew = match kind {
        Kind::WorkStarted | Kind::Mended => "busy",
        Kind::GateStopped { .. } => "hears",
        Kind::Committed => "glad",
        _ => "idle",
    };
    let last = so_far.iter().rfind(|event| matches!(event.kind, Kind::Committed | Kind::GateStopped { .. }));
    let met = last.is_some_and(|event| event.kind == Kind::Committed);
    shown.states.extend([("coder", crew), ("engineer", crew), ("main-line", if met { "met" } else { "apart" })]);
}
