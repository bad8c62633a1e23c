//! The log that the stations write, with the journey's clock.

use super::{
    calendar::Calendar,
    draw::Purpose,
    event::{Event, Kind},
    kinds::Station,
    world::World,
};

/// A stay of the idea at a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Where.
    pub station: Station,
    /// Index of the first event of the stay.
    pub first_event: u32,
}

/// The log of one journey.
#[derive(Clone, Debug)]
pub struct Log<'a> {
    /// What the story is told from.
    pub world: World<'a>,
    /// When people work.
    pub calendar: Calendar,
    minute: u64,
    /// What happened so far.
    pub events: Vec<Event>,
    /// Where the idea has been.
    pub visits: Vec<Visit>,
    /// Pieces of work so far at each station: the entity of the next draw.
    pieces: [u64; Station::ALL.len()],
    /// Working minutes that people spent.
    pub worked: u64,
    /// Those of them that were spent on doing something again.
    pub reworked: u64,
}

impl<'a> Log<'a> {
    /// An empty log.
    #[must_use]
    pub const fn new(world: World<'a>, calendar: Calendar) -> Self {
        let pieces = [0; Station::ALL.len()];
        Self { world, calendar, minute: 0, events: Vec::new(), visits: Vec::new(), pieces, worked: 0, reworked: 0 }
    }

    /// Minutes since the wish.
    #[must_use]
    pub const fn minute(&self) -> u64 {
        self.minute
    }

    fn commits(&self) -> impl DoubleEndedIterator<Item = u64> {
        self.events.iter().filter(|event| event.kind == Kind::Committed).map(|event| event.minute)
    }

    /// When the change was committed first.
    #[must_use]
    pub fn first_commit(&self) -> Option<u64> {
        self.commits().next()
    }

    /// When the change was committed last.
    #[must_use]
    pub fn last_commit(&self) -> Option<u64> {
        self.commits().next_back()
    }

    /// Moves the clock to `minute`, never backwards.
    pub fn set_minute(&mut self, minute: u64) {
        self.minute = self.minute.max(minute);
    }

    /// Lets `minutes` pass around the clock.
    pub const fn passes(&mut self, minutes: u64) {
        self.minute += minutes;
    }

    /// How long the next piece of work at a station takes, drawn from `range` working minutes.
    pub fn piece(&mut self, station: Station, range: (u64, u64)) -> u64 {
        let index = station.index();
        let pieces = &mut self.pieces[usize::from(index)];
        let entity = *pieces * Station::ALL.len() as u64 + u64::from(index);
        *pieces += 1;
        self.world.draws.between(Purpose::Work, entity, 0, range)
    }

    /// People work for `work` working minutes.
    pub fn people_work(&mut self, work: u64) {
        self.worked += work;
        self.minute = self.calendar.after_work(self.minute, work);
    }

    /// People do something that would not have been needed.
    pub fn people_rework(&mut self, work: u64) {
        self.reworked += work;
        self.people_work(work);
    }

    /// The idea comes to a station. Coming to where it is already changes nothing.
    pub fn enter(&mut self, station: Station) {
        if self.visits.last().is_none_or(|visit| visit.station != station) {
            self.visits.push(Visit { station, first_event: self.events.len() as u32 });
        }
    }

    /// Something happens now.
    pub fn happens(&mut self, kind: Kind) {
        self.events.push(Event { minute: self.minute, kind });
    }
}
