//! Something that has to be told, and what must be seen of it where it is.

use super::Table;
use crate::{
    model::{Gate, GateState, Moment, Timeline, event::Event},
    time::Show,
};

/// Something that has to be told, and how one sees that it is.
#[derive(Debug)]
pub struct Topic {
    /// Its name.
    pub id: &'static str,
    /// The term whose card goes with it.
    pub card: &'static str,
    /// What holds at the end of the beat, and would not if the beat were another.
    pub holds: fn(&Seen<'_>) -> bool,
}

/// What is seen at the end of a beat.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    /// The story on the stage.
    pub timeline: &'a Timeline,
    /// Where it stands.
    pub moment: Moment,
    /// What is done on the table, or was done there in the beat before, of which this one speaks.
    pub table: Option<Table>,
}

impl<'a> Seen<'a> {
    /// What is seen at a place of a show.
    #[must_use]
    pub fn new(show: &'a Show, place: u64, table: Option<Table>) -> Self {
        Self { timeline: &show.timeline, moment: show.at(place), table }
    }

    /// All that has happened so far.
    fn so_far(&self) -> &[Event] {
        self.timeline.events.get(..=self.moment.event_index as usize).unwrap_or_default()
    }

    /// Whether an event of this kind has happened.
    #[must_use]
    pub fn happened(&self, id: &str) -> bool {
        self.so_far().iter().any(|event| event.kind.id() == id)
    }

    /// Whether the event that happened last is of this kind.
    #[must_use]
    pub fn happens(&self, id: &str) -> bool {
        self.moment.event.kind.id() == id
    }

    /// What a gate shows.
    #[must_use]
    pub const fn gate(&self, gate: Gate) -> GateState {
        self.moment.gates[gate as usize]
    }

    /// Whether this is done on the table.
    #[must_use]
    pub fn on_table(&self, table: Table) -> bool {
        self.table == Some(table)
    }
}
