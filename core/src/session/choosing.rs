//! How a session's choices change: by hand, all at once, and back.

use super::{Message, Session};
use crate::{
    model::{Away, Fault, Kind, Scenario, Values, choice, strategies::is_own_choice},
    time::Show,
};

/// The one choice that is drawn like a number and is none: per cents with decimals.
const SHARE: &str = "share";
/// Earlier choices that undo remembers.
const LONGEST_PAST: usize = 100;

impl Session {
    /// Whether a choice changes anything with the other ones as they are.
    #[must_use]
    pub fn choice_matters(&self, key: &str) -> bool {
        matters(&self.scenario, key)
    }

    /// Changes a choice.
    pub(super) fn choose(&mut self, key: &'static str, value: &str) {
        let mut scenario = self.scenario.clone();
        if choice(key).is_some_and(|choice| choice.set(&mut scenario, value)) && scenario != self.scenario {
            if self.dragged != Some(key) {
                self.past.push(self.scenario.clone());
                self.past.drain(..self.past.len().saturating_sub(LONGEST_PAST));
            }
            let number = choice(key).is_some_and(|choice| matches!(choice.values, Values::Number { .. }));
            self.dragged = (number || key == SHARE).then_some(key);
            self.message = None;
            self.tell(scenario);
        }
    }

    /// Changes all choices at once.
    pub(super) fn take(&mut self, scenario: Scenario) {
        if scenario != self.scenario {
            self.past.push(std::mem::replace(&mut self.scenario, scenario));
            self.show = Show::new(&self.scenario);
        }
        self.message = None;
        self.stand(0);
    }

    /// Takes the last change of a choice back.
    pub(super) fn undo(&mut self) {
        if let Some(scenario) = self.past.pop() {
            let changed = crate::model::CHOICES.iter();
            let changed = changed.filter(|choice| choice.get(&scenario) != choice.get(&self.scenario));
            self.message = changed.map(|choice| Message::Undone { key: choice.key }).next();
            self.tell(scenario);
        }
    }

    /// Tells the story of other choices from where this one stands.
    fn tell(&mut self, scenario: Scenario) {
        let show = Show::new(&scenario);
        let entry = show.enter(&self.show, self.place);
        if !entry.same {
            self.message = Some(Message::EnteredEarlier);
        } else if scenario.fault != self.scenario.fault {
            // What a gate stops has been mended long before the place where the story stands.
            let past = show.at(entry.place).event_index as usize;
            let stopped = show.timeline.events.iter().take(past + 1).find_map(|event| match event.kind {
                Kind::GateStopped { gate, .. } => Some(gate),
                _ => None,
            });
            self.message = stopped.map(|gate| Message::StoppedBefore { gate });
        }
        self.place = if self.begun { entry.place } else { 0 };
        self.scenario = scenario;
        self.show = show;
    }
}

/// Whether a choice changes anything with these others.
fn matters(scenario: &Scenario, key: &str) -> bool {
    let strategy = scenario.release.strategy();
    match key {
        "severity" => !matches!(scenario.fault, Fault::None | Fault::Syntax | Fault::Environment),
        "coverage" => scenario.unit,
        // Without a watch there are complaints, and complaints reach people.
        "back" | "interval" | "threshold" | "checks" => scenario.watch,
        "away-at" => scenario.away != Away::None,
        // Steps that are not held are not gone.
        "steps" | "share" if scenario.hold == 0 => false,
        key if is_own_choice(key) => strategy.own_choices().contains(&key),
        _ => true,
    }
}
