//! The steps of what is told: the beats of a chapter, or the stops of a journey.

use crate::ui::{Desk, Leader, Wish};
use leptos::prelude::*;
use naru_core::{
    message::{Event, StepGoal},
    session::{Action, Session},
    story::{Tour, Way},
};

/// Where what is told stands among its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which step it has come to, or is on its way to, from 0.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// Whether there is none before.
    pub first: bool,
    /// Whether there is none after.
    pub last: bool,
    /// Whether it still moves there.
    pub moving: bool,
}

impl Place {
    /// As an event.
    pub const fn event(self) -> Event {
        let Self { index, count, first, last, moving } = self;
        Event::Step { index, count, first, last, moving }
    }
}

/// The tour that is told, without what the person did in it.
fn told(session: &Session) -> Option<Tour> {
    let told = session.told()?;
    let way = if told.tour.is_empty() { Way::One.id() } else { &told.tour };
    Tour::find(way, &told.chapter, &told.beat)
}

/// Where a session stands.
pub fn place(session: &Session) -> Place {
    if let Some(tour) = told(session) {
        let (index, count) = tour.progress();
        let goes = |go: fn(&mut Tour) -> bool| go(&mut tour.clone());
        let moving = session.performs();
        return Place { index, count, first: !goes(Tour::go_back), last: !goes(Tour::go_on), moving };
    }
    let count = session.show().stops().len();
    // What is played up to a step is on its way there.
    let index = session.show().stop_at(session.ahead().unwrap_or(session.place));
    Place { index, count, first: index == 0, last: index + 1 >= count, moving: session.performs() }
}

/// Whether the last step is over.
pub fn is_over(session: &Session) -> bool {
    let place = place(session);
    place.last && !place.moving && (session.told().is_some() || session.over())
}

/// Goes to the next step.
pub fn next(desk: Desk) {
    let session = desk.session.get_untracked();
    if session.told().is_some() {
        return desk.ask(Wish::Next);
    }
    let speaks = desk.leader.get_untracked() == Leader::Speaker;
    if speaks && session.performs() {
        return desk.act(if session.playing { Action::Finish } else { Action::Play });
    }
    let stops = session.show().stops();
    let Some(stop) = stops.get(session.show().stop_at(session.place) + 1).copied() else { return };
    if speaks && !desk.still {
        desk.act(Action::PlayTo(stop));
    } else {
        desk.act(Action::Seek(stop));
        if session.playing {
            desk.act(Action::Play);
        }
    }
}

/// Goes to the previous step, and stands there.
pub fn previous(desk: Desk) {
    let session = desk.session.get_untracked();
    if session.told().is_some() {
        return desk.ask(Wish::Previous);
    }
    let stops = session.show().stops();
    let here = session.show().stop_at(session.place);
    // From between two steps it goes back to the first of them.
    let between = stops.get(here).is_some_and(|stop| *stop < session.place);
    let stop = if between { here } else { here.saturating_sub(1) };
    desk.act(Action::Seek(stops.get(stop).copied().unwrap_or(0)));
}

/// Goes to a step, as it looks when it is reached, and stands there.
pub fn go(desk: Desk, step: StepGoal) {
    let last = usize::MAX;
    let index = match step {
        StepGoal::Index(index) => usize::try_from(index).unwrap_or(last),
        StepGoal::Last => last,
    };
    let session = desk.session.get_untracked();
    if session.told().is_some() {
        return desk.ask(Wish::Turn(index));
    }
    let stops = session.show().stops();
    let stop = stops.get(index).or(stops.last()).copied().unwrap_or(0);
    desk.act(Action::Seek(stop));
}
