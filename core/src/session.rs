//! The session: all that a screen is drawn from. A click changes the session, never a picture.

mod action;
mod choosing;
mod passing;
mod touring;

pub use action::{Action, Message};
pub use passing::Passed;

use crate::{
    link::{Link, Mode, Notice, Theme, Told},
    model::Scenario,
    text::Language,
    time::Show,
};
use touring::Act;

/// What the camera does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Camera {
    /// It travels with the idea.
    #[default]
    Follow,
    /// It shows the whole line.
    Line,
}

/// The speeds at which the show can play, in per cent.
pub const SPEEDS: [u64; 4] = [50, 100, 200, 400];
/// The speed at which it starts.
const NORMAL_SPEED: u64 = 100;

/// All that a screen is drawn from.
#[derive(Clone, Debug)]
pub struct Session {
    /// Where the show stands, in show milliseconds.
    pub place: u64,
    /// Whether it plays.
    pub playing: bool,
    /// How fast, in per cent.
    pub speed: u64,
    /// The language.
    pub language: Language,
    /// Day or night.
    pub theme: Theme,
    /// Language and theme that were asked for, by the address or by hand; an address says no others.
    asked: (Option<Language>, Option<Theme>),
    /// What the camera does.
    pub camera: Camera,
    /// What is to be said.
    pub message: Option<Message>,
    scenario: Scenario,
    past: Vec<Scenario>,
    /// The number that was changed last, with nothing else since: a slider that is drawn is one change.
    dragged: Option<&'static str>,
    begun: bool,
    /// Where a tour stands, if one is told.
    told: Option<Told>,
    /// What is played for the tour, until it is over.
    act: Option<Act>,
    /// Whether the person has left the way of the tour.
    strayed: bool,
    pinned: Option<Show>,
    /// Always the show of `scenario`: kept, since it is read at every frame.
    show: Show,
}

impl Session {
    /// The session of an address. `language` and `theme` are the visitor's own, for what it leaves open.
    #[must_use]
    pub fn open(link: &Link, notices: Vec<Notice>, language: Language, theme: Theme) -> Self {
        let show = Show::new(&link.scenario);
        let station = link.station.map_or(0, |station| show.station_place(station));
        let place = link.minute.map_or(station, |minute| show.place_of(minute, link.dwell));
        // A language whose words are not there yet cannot be spoken.
        let asked_language = link.language.filter(|language| language.is_known());
        Self {
            begun: link.minute.is_some() || link.station.is_some() || link.told.is_some(),
            told: link.told.clone(),
            act: None,
            strayed: false,
            place,
            playing: false,
            speed: NORMAL_SPEED,
            language: asked_language.unwrap_or(language),
            theme: link.theme.unwrap_or(theme),
            asked: (asked_language, link.theme),
            dragged: None,
            camera: Camera::default(),
            message: (!notices.is_empty()).then_some(Message::Address(notices)),
            scenario: link.scenario.clone(),
            past: Vec::new(),
            pinned: link.pinned.as_ref().map(Show::new),
            show,
        }
    }

    /// The choices.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The show of the choices.
    #[must_use]
    pub const fn show(&self) -> &Show {
        &self.show
    }

    /// The pinned run.
    #[must_use]
    pub const fn pinned(&self) -> Option<&Show> {
        self.pinned.as_ref()
    }

    /// Where the pinned run stands when both run on one clock from the start of their releases.
    #[must_use]
    pub fn pinned_place(&self) -> Option<u64> {
        let pinned = self.pinned.as_ref()?;
        let start = crate::model::timeline::MILLI * self.show.timeline.release_start;
        let since = self.show.pacing.instant(self.place).checked_sub(start)?;
        Some(pinned.pacing.place(crate::model::timeline::MILLI * pinned.timeline.release_start + since))
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether the show has begun: before, the whole line is seen and somebody may begin.
    #[must_use]
    pub const fn begun(&self) -> bool {
        self.begun
    }

    /// Whether the show is over.
    #[must_use]
    pub fn over(&self) -> bool {
        self.place >= self.show.length()
    }

    /// The address of what is on the screen.
    #[must_use]
    pub fn link(&self) -> Link {
        let (minute, dwell) = self.show.minute_and_dwell(self.place);
        Link {
            language: self.asked.0,
            theme: self.asked.1,
            scenario: self.scenario.clone(),
            pinned: self.pinned.as_ref().map(|show| show.timeline.scenario.clone()),
            minute: self.begun.then_some(minute),
            station: None,
            mode: Mode::Page,
            dwell,
            told: self.told.clone(),
        }
    }

    /// Tells the story of another address, and keeps all else as it is.
    pub fn reopen(&mut self, link: &Link, notices: Vec<Notice>) {
        let other = Self::open(link, notices, self.language, self.theme);
        *self = Self {
            language: self.language,
            theme: self.theme,
            asked: self.asked,
            speed: self.speed,
            camera: self.camera,
            ..other
        };
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action) {
        let begins = matches!(
            action,
            Action::Play | Action::PlayTo(_) | Action::Seek(_) | Action::Step { .. } | Action::Visit(_)
        );
        self.begun |= begins;
        if !matches!(action, Action::Tick(_) | Action::Choose { .. }) {
            self.dragged = None;
        }
        self.stray(&action);
        match action {
            Action::Tick(ms) => {
                if self.playing {
                    self.pass(ms * self.speed / NORMAL_SPEED);
                }
            }
            Action::Play => {
                if self.over() && self.act.is_none() {
                    self.place = 0;
                }
                self.playing = true;
            }
            Action::Pause => self.playing = false,
            Action::Seek(place) => self.stand(place),
            Action::Step { forward } => self.stand(self.show.step(self.place, forward)),
            Action::PlayTo(place) => self.play_to(place),
            Action::Finish => self.finish(),
            Action::Visit(station) => self.place = self.show.station_place(station),
            Action::Choose { key, value } => self.choose(key, &value),
            Action::Take(scenario) => self.take(*scenario),
            Action::Undo => self.undo(),
            Action::Pin => self.pinned = Some(self.show.clone()),
            Action::Unpin => self.pinned = None,
            Action::Speed(speed) => self.speed = speed.clamp(SPEEDS[0], SPEEDS[SPEEDS.len() - 1]),
            Action::Speak(language) => {
                self.language = language;
                self.asked.0 = Some(language);
            }
            Action::Light(theme) => {
                self.theme = theme;
                self.asked.1 = Some(theme);
            }
            Action::Look(camera) => self.camera = camera,
            Action::Say(message) => self.message = Some(message),
            Action::Dismiss => self.message = None,
            Action::Tell(told) => self.stand_in_tour(told),
            Action::Perform { scenario, from, until, least } => self.perform(*scenario, from, until, least),
        }
    }

    fn stand(&mut self, place: u64) {
        self.playing = false;
        self.place = place.min(self.show.length());
    }
}
