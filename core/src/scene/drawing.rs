//! What is drawn on the plan: each hand keeps it, makes it better, or takes it for something else.

use crate::model::{Event, Hand, Kind, Turn};

/// The forms of the idea while it is a plan: what was meant, with one improvement, with more; a row for each thing that it
/// was taken for.
const FORMS: [[&str; 3]; 3] = [
    ["plan-cake", "plan-cake2", "plan-cake3"],
    ["plan-pie", "plan-pie2", "plan-pie2"],
    ["plan-loaf", "plan-loaf2", "plan-loaf2"],
];

/// A drawing on a plan. At first it is the cake that was wished for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawing {
    misread: u8,
    improved: u8,
}

impl Drawing {
    /// What a hand makes of it.
    const fn after(self, turn: Turn) -> Self {
        match turn {
            Turn::Kept => self,
            Turn::Improved => Self { improved: self.improved + 1, ..self },
            Turn::Misread => Self { misread: self.misread + 1, improved: 0 },
        }
    }

    /// The form of a plan with this drawing.
    pub(super) fn form(self) -> &'static str {
        let row = FORMS[usize::from(self.misread).min(FORMS.len() - 1)];
        row[usize::from(self.improved).min(row.len() - 1)]
    }

    /// What these events have left on the plan.
    pub(super) fn after_all(events: &[Event]) -> Self {
        events.iter().fold(Self::default(), |drawing, event| match event.kind {
            Kind::PlanPassed { turn, .. } => drawing.after(turn),
            _ => drawing,
        })
    }

    /// What each hand has made of it so far, in the order of the hands.
    pub(super) fn by_hand(events: &[Event]) -> [Option<Self>; Hand::ALL.len()] {
        let mut drawings = [None; Hand::ALL.len()];
        for (index, event) in events.iter().enumerate() {
            if let Kind::PlanPassed { hand, .. } = event.kind {
                drawings[hand as usize] = Some(Self::after_all(events.get(..=index).unwrap_or_default()));
            }
        }
        drawings
    }
}
