//! Which caption tells an event of the crossing: the release, what is noticed, the way back, the drill.

use super::{
    super::Arg,
    caption::{Told, Words, number, plain},
};
use crate::model::{Crossing, Kind, Noticer, Servers, units::WHOLE};

impl Told<'_> {
    /// From the start of the release until it is over, one way or the other.
    pub(super) fn crossing(self) -> Option<Words> {
        let release = self.timeline.scenario.release.id();
        let id = self.event.kind.id();
        Some(match self.event.kind {
            Kind::ReleaseStarted => self.release_started(),
            Kind::GateOpened { share } => {
                let case = match (share, self.timeline.scenario.flag) {
                    (0, _) => "back",
                    (_, true) => "forward.dark",
                    (_, false) => "forward",
                };
                let turned = self.timeline.counts(self.instant()).turned_away;
                (format!("{id}.{case}"), vec![("turned", number(turned))])
            }
            Kind::SidePreparing => {
                plain(if self.goes_back() { "side-preparing.back" } else { "side-preparing.forward" })
            }
            Kind::SideReady if self.goes_back() => plain(&format!("{id}.{release}.back")),
            Kind::SideReady if self.weighs_boats() => {
                let first = self.timeline.events.iter().find(|event| matches!(event.kind, Kind::Weighed { .. }));
                let boats = first.map_or(1, |event| Told { event, ..self }.stands().new_boats);
                (format!("{id}.{release}.boats"), vec![("n", number(boats))])
            }
            Kind::SideReady => plain(&format!("{id}.{release}")),
            Kind::Switched { share: 0 } => plain("switched.back"),
            Kind::Switched { .. } if self.timeline.scenario.hold == 0 => plain("switched.unkept"),
            Kind::Switched { .. } => plain("switched.forward"),
            Kind::Weighed { share } => self.weighed(share),
            Kind::BoatReplaced { new, .. } => self.boat_replaced(new),
            Kind::SideRemoved if self.timeline.scenario.flag => plain("side-removed.dark"),
            Kind::SideRemoved if self.weighs_boats() => plain("side-removed.boats"),
            Kind::Stalled { ready, of } => {
                let share = self.stands().share;
                let case = if share > 0 { "some" } else { "none" };
                let values = vec![("n", number(ready)), ("all", number(of)), ("share", Arg::Share(share))];
                (format!("{id}.{release}.{case}"), values)
            }
            Kind::ReleaseFinished => plain(match (self.noticed_by(), self.timeline.scenario.flag) {
                (Some(Noticer::Customers), _) => "release-finished.called",
                (Some(_), _) => "release-finished.alarm",
                (None, true) => "release-finished.dark",
                (None, false) => id,
            }),
            Kind::FlagTurned { on } => plain(if on { "flag-turned.on" } else { "flag-turned.off" }),
            Kind::BoatsAway { boats } => {
                let all = boats == self.timeline.scenario.boats;
                let case = if all { "all" } else { self.timeline.scenario.away.id() };
                (format!("{id}.{case}"), vec![("n", number(boats))])
            }
            Kind::Healed { replaced } => {
                let minutes = self.since(|kind| matches!(kind, Kind::BoatsAway { .. }));
                (format!("{id}.{}", self.healer(replaced)), vec![("minutes", number(minutes))])
            }
            Kind::Noticed { by } => {
                let case = match by {
                    Noticer::Watch if self.stalled() => "stalled",
                    Noticer::Watch | Noticer::Customers if self.by_chance() => "false-alarm",
                    Noticer::Customers if !self.timeline.scenario.watch => "customers.off",
                    by => by.id(),
                };
                let exposed = self.timeline.outcome.exposed_minute.unwrap_or(self.event.minute);
                let minutes = match by {
                    Noticer::Crew => self.since(|kind| matches!(kind, Kind::Stalled { .. })),
                    _ => self.event.minute.saturating_sub(exposed),
                };
                (format!("{id}.{case}"), vec![("minutes", number(minutes))])
            }
            Kind::BackStarted => self.back_started(),
            Kind::Restored => {
                let case = if self.unmet() {
                    "unmet"
                } else if self.by_chance() {
                    "false-alarm"
                } else if self.after(|kind| *kind == Kind::FlagTurned { on: false }) {
                    "flag"
                } else {
                    "old"
                };
                let minutes = self.since(|kind| matches!(kind, Kind::Noticed { .. }));
                (format!("{id}.{case}"), vec![("minutes", number(minutes))])
            }
            Kind::TooFewToSay => {
                let mut events = self.timeline.events.iter();
                let first = events.find(|other| matches!(other.kind, Kind::Weighed { .. }));
                let weighed = first.map_or(0, |first| self.event.minute - first.minute);
                plain(if weighed < self.timeline.scenario.interval { "too-few-to-say.unchecked" } else { id })
            }
            Kind::GateClosed | Kind::SideChecked | Kind::SideRemoved => plain(id),
            _ => return None,
        })
    }

    fn release_started(self) -> Words {
        let scenario = &self.timeline.scenario;
        let first = self.stands();
        // Boats that are changed at the same time.
        let at_work = if self.goes_by_boats() { first.missing + first.spare } else { 0 };
        let steps = self.has_steps();
        let whole =
            scenario.hold == 0 || scenario.steps.first() == WHOLE || (self.goes_by_boats() && scenario.boats == 1);
        let case = if at_work > 0 && first.missing >= scenario.boats {
            "stops"
        } else if scenario.flag {
            "dark"
        } else if at_work > 1 {
            "several"
        } else if steps && whole {
            "whole"
        } else if self.weighs_boats() {
            "boats"
        } else if steps && scenario.steps.first() >= WHOLE / 2 {
            "large"
        } else {
            "usual"
        };
        let values = vec![
            ("orders", number(scenario.orders)),
            ("share", Arg::Share(scenario.steps.first())),
            ("n", number(at_work)),
        ];
        (format!("release-started.{}.{case}", scenario.release.id()), values)
    }

    /// The canary's share. Where boats are the weight, they are told.
    fn weighed(self, share: u16) -> Words {
        let scenario = &self.timeline.scenario;
        let weights = self.before().filter_map(|kind| match kind {
            Kind::Weighed { share } => Some(*share),
            _ => None,
        });
        let last = weights.last();
        let boats = self.stands().new_boats;
        if self.goes_back() && self.weighs_boats() && last.is_some() {
            return self.boat_replaced(boats);
        }
        let case = match share {
            0 if last.is_none() => "unmet",
            0 => "back",
            // Customers who complain stop no machine.
            _ if self.noticed_by().is_some() => "called",
            _ if last == Some(share) => "same",
            WHOLE if last.is_none() => "whole",
            WHOLE if !scenario.watch => "unwatched",
            WHOLE => "all",
            _ => "some",
        };
        let by = if self.weighs_boats() { ".boats" } else { "" };
        let values = vec![("share", Arg::Share(share)), ("n", number(boats)), ("all", number(scenario.boats))];
        (format!("weighed.{case}{by}"), values)
    }

    fn boat_replaced(self, new: u16) -> Words {
        let case = match (self.goes_back(), new, self.stands().missing) {
            (false, ..) if self.timeline.scenario.boats == 1 => "only",
            (false, ..) => "forward",
            (true, 0, 0) => "last",
            (true, 0, _) => "leaving",
            (true, ..) => "back",
        };
        let values = vec![("n", number(new)), ("all", number(self.timeline.scenario.boats))];
        (format!("boat-replaced.{case}"), values)
    }

    fn back_started(self) -> Words {
        let release = self.timeline.scenario.release.id();
        let off = Kind::FlagTurned { on: false };
        if self.timeline.events.iter().any(|other| other.kind == off) {
            return plain("back-started.flag");
        }
        if self.unmet() {
            return plain("back-started.unmet");
        }
        if self.by_chance() {
            return plain("back-started.false-alarm");
        }
        if self.weighs_boats() {
            return plain(&format!("back-started.{release}.boats"));
        }
        if self.after(|kind| *kind == Kind::SideRemoved) {
            return plain("back-started.gone");
        }
        plain(&format!("back-started.{release}.{}", if self.stalled() { "stalled" } else { "failing" }))
    }

    /// How the crossing stands in the event's minute.
    fn stands(self) -> Crossing {
        self.timeline.crossing(self.instant()).0
    }

    /// Whether the strategy changes the fleet boat by boat.
    fn goes_by_boats(self) -> bool {
        self.timeline.scenario.release.strategy().goes_by_boats(&self.timeline.scenario)
    }

    /// Whether the strategy goes in steps of weight.
    fn has_steps(self) -> bool {
        self.timeline.scenario.release.strategy().own_choices().contains(&"steps")
    }

    /// Whether the weights are whole boats.
    fn weighs_boats(self) -> bool {
        self.has_steps() && self.goes_by_boats()
    }

    /// Whether the way back has begun.
    fn goes_back(self) -> bool {
        self.after(|kind| *kind == Kind::BackStarted)
    }

    /// Who noticed something before.
    fn noticed_by(self) -> Option<Noticer> {
        self.before().find_map(|kind| match kind {
            Kind::Noticed { by } => Some(*by),
            _ => None,
        })
    }

    /// Who takes the place of what is away, if anybody does before the drill is over.
    fn healer(self, replaced: bool) -> &'static str {
        match self.timeline.scenario.servers {
            _ if !replaced => "over",
            Servers::Container => "container",
            Servers::Image => "image",
            Servers::Scripted | Servers::Handmade => "people",
        }
    }

    /// Whether boats did not get ready.
    fn stalled(self) -> bool {
        self.after(|kind| matches!(kind, Kind::Stalled { .. }))
    }

    /// Whether no order has met the new version so far.
    fn unmet(self) -> bool {
        self.timeline.boarded(self.instant()).new_total() == 0
    }

    /// Whether what was noticed cannot be the fault: there is none, or no order could meet it yet.
    fn by_chance(self) -> bool {
        !self.stalled() && self.timeline.outcome.exposed_minute.is_none_or(|minute| minute > self.event.minute)
    }
}
