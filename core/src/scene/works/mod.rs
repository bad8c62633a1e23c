//! What the stations show and how their parts move, one file a place: each adds the states and poses of its own parts.

mod bench;
mod crossing;
mod customers;
mod departure;
mod docks;
mod gates;
mod plan;
mod tower;
mod trial;
mod workshop;
mod yard;

use super::frame::{Idea, Pose};
use crate::model::{Event, Moment, Timeline};

/// A part of the drawing and the state that it shows.
pub type State = (&'static str, &'static str);

/// What is to be shown of a moment, and where it is written down.
struct Shown<'a> {
    timeline: &'a Timeline,
    moment: &'a Moment,
    /// The travelling idea, unless it is aboard.
    idea: Option<&'a Idea>,
    /// Whether the story is told in still steps: what moves has come to rest.
    still: bool,
    /// The state of every part.
    states: Vec<State>,
    /// Where every moving part is.
    poses: Vec<Pose>,
}

impl<'a> Shown<'a> {
    /// What has happened so far, the last event included.
    fn so_far(&self) -> &'a [Event] {
        self.timeline.events.get(..=self.moment.event_index as usize).unwrap_or_default()
    }
}

/// States and poses of all parts.
pub(super) fn works(timeline: &Timeline, moment: &Moment, idea: Option<&Idea>, still: bool) -> (Vec<State>, Vec<Pose>) {
    let mut shown = Shown { timeline, moment, idea, still, states: Vec::new(), poses: Vec::new() };
    plan::show(&mut shown);
    workshop::show(&mut shown);
    gates::show(&mut shown);
    bench::show(&mut shown);
    yard::show(&mut shown);
    docks::show(&mut shown);
    trial::show(&mut shown);
    departure::show(&mut shown);
    tower::show(&mut shown);
    crossing::show(&mut shown);
    customers::show(&mut shown);
    (shown.states, shown.poses)
}
