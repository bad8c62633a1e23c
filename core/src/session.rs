//! The session: all that a screen is drawn from. A click changes the session, never a picture.

use crate::{
    link::{Link, Notice, Theme},
    model::{Away, Fault, Gate, Kind, Scenario, Station, Values, choice, strategies::is_own_choice},
    text::Language,
    time::Show,
};

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
/// The one choice that is drawn like a number and is none: per cents with decimals.
const SHARE: &str = "share";
/// Show milliseconds from one reading of clocks and counters to the next: quicker than they can be read.
const BEAT_MS: u64 = 333;
/// Earlier choices that undo remembers.
const LONGEST_PAST: usize = 100;

/// A calm message for the person, shown until it is dismissed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The address was not taken as it stood.
    Address(Vec<Notice>),
    /// The story was entered earlier than it stood, since that part does not exist any more.
    EnteredEarlier,
    /// With this choice a gate stops the fault before the place where the story stands.
    StoppedBefore {
        /// Which gate.
        gate: Gate,
    },
    /// The words of another language could not be loaded.
    LanguageMissing,
    /// The cards of the terms could not be loaded.
    CardsMissing,
    /// A choice was taken back.
    Undone {
        /// The choice.
        key: &'static str,
    },
}

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
    pinned: Option<Show>,
    /// Always the show of `scenario`: kept, since it is read at every frame.
    show: Show,
}

/// What a person, or the clock, can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// So many milliseconds passed.
    Tick(u64),
    /// Play, or play again from the start when it is over.
    Play,
    /// Pause.
    Pause,
    /// Go to a place (show milliseconds), and pause there.
    Seek(u64),
    /// Go to the next event, or to the one before, and pause there.
    Step {
        /// Whether to the next.
        forward: bool,
    },
    /// Go to the idea's first stay at a station.
    Visit(Station),
    /// Change a choice.
    Choose {
        /// Its key.
        key: &'static str,
        /// Its new value, as an address writes it.
        value: String,
    },
    /// Take the last change of a choice back.
    Undo,
    /// Keep this run beside the next.
    Pin,
    /// Let the pinned run go.
    Unpin,
    /// Play at a speed, in per cent.
    Speed(u64),
    /// Speak a language.
    Speak(Language),
    /// Day or night.
    Light(Theme),
    /// Move the camera.
    Look(Camera),
    /// Something is to be said.
    Say(Message),
    /// The message was read.
    Dismiss,
}

/// What passed with some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// Only what moves is elsewhere.
    Frame,
    /// There is something new to be read: an event, or the next reading of clocks and counters.
    Beat,
    /// What is on the screen is another: the show is over, or the pinned run stands beside it now.
    Turn,
}

impl Session {
    /// The session of an address. `language` and `theme` are the visitor's own, for what it leaves open.
    #[must_use]
    pub fn open(link: &Link, notices: Vec<Notice>, language: Language, theme: Theme) -> Self {
        let show = Show::new(&link.scenario);
        let place = link.minute.map_or(0, |minute| show.place_of(minute, link.dwell));
        // A language whose words are not there yet cannot be spoken.
        let asked_language = link.language.filter(|language| language.is_known());
        Self {
            begun: link.minute.is_some(),
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
            dwell,
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
        let begins = matches!(action, Action::Play | Action::Seek(_) | Action::Step { .. } | Action::Visit(_));
        self.begun |= begins;
        if !matches!(action, Action::Tick(_) | Action::Choose { .. }) {
            self.dragged = None;
        }
        match action {
            Action::Tick(ms) => {
                if self.playing {
                    self.place = (self.place + ms * self.speed / NORMAL_SPEED).min(self.show.length());
                    self.playing = !self.over();
                }
            }
            Action::Play => {
                if self.over() {
                    self.place = 0;
                }
                self.playing = true;
            }
            Action::Pause => self.playing = false,
            Action::Seek(place) => self.stand(place),
            Action::Step { forward } => self.stand(self.show.step(self.place, forward)),
            Action::Visit(station) => self.place = self.show.station_place(station),
            Action::Choose { key, value } => {
                let mut scenario = self.scenario.clone();
                if choice(key).is_some_and(|choice| choice.set(&mut scenario, &value)) && scenario != self.scenario {
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
            Action::Undo => {
                if let Some(scenario) = self.past.pop() {
                    let changed = crate::model::CHOICES.iter();
                    let changed = changed.filter(|choice| choice.get(&scenario) != choice.get(&self.scenario));
                    self.message = changed.map(|choice| Message::Undone { key: choice.key }).next();
                    self.tell(scenario);
                }
            }
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
        }
    }

    /// Lets `ms` milliseconds pass, and says what followers must hear of.
    pub fn tick(&mut self, ms: u64) -> Passed {
        let turn = |session: &Self| (session.playing, session.pinned_place().is_some());
        let beat = |session: &Self| (session.place / BEAT_MS, session.show.at(session.place).event_index);
        let before = (turn(self), beat(self));
        self.update(Action::Tick(ms));
        match (turn(self), beat(self)) {
            (turn, _) if turn != before.0 => Passed::Turn,
            (_, beat) if beat != before.1 => Passed::Beat,
            _ => Passed::Frame,
        }
    }

    fn stand(&mut self, place: u64) {
        self.playing = false;
        self.place = place.min(self.show.length());
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

    /// Whether a choice changes anything with the other ones as they are.
    #[must_use]
    pub fn choice_matters(&self, key: &str) -> bool {
        matters(&self.scenario, key)
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
