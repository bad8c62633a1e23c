//! A visit with a clock.

use naru_core::{
    kiosk::{Control, Deed, Guess, Phase, Settings, Visit},
    model::Release,
    text::Language,
};

/// A visit, what time it is, and all that happened.
pub struct Kiosk {
    pub visit: Visit,
    pub now: u64,
    pub deeds: Vec<Deed>,
}

impl Kiosk {
    pub fn new(settings: Settings) -> Self {
        let mut kiosk = Self { visit: Visit::new(settings), now: 1_000_000, deeds: Vec::new() };
        kiosk.pass(0);
        kiosk
    }

    /// Somebody has begun, in Korean.
    pub fn begun(settings: Settings) -> Self {
        let mut kiosk = Self::new(settings);
        kiosk.take(Control::Begin(Language::Korean));
        kiosk
    }

    /// Somebody has come so far, and has lost no time.
    pub fn at(phase: Phase, settings: Settings) -> Self {
        let mut kiosk = Self::begun(settings);
        let way = Release::by_id("canary").expect("a way");
        let steps = [Control::On, Control::Bet(Guess::Few), Control::On, Control::Choose(way), Control::On];
        let longer = if phase == Phase::Free { vec![Control::Free] } else { vec![Control::Chapters, Control::Tell] };
        for control in steps.into_iter().chain(longer) {
            if kiosk.visit.phase() == phase {
                break;
            }
            kiosk.take(control);
        }
        assert_eq!(kiosk.visit.phase(), phase);
        kiosk
    }

    pub fn take(&mut self, control: Control) {
        let deeds = self.visit.take(control);
        self.deeds.extend(deeds);
    }

    pub fn press(&mut self) {
        let deeds = self.visit.press();
        self.deeds.extend(deeds);
    }

    pub fn release(&mut self) {
        let deeds = self.visit.release();
        self.deeds.extend(deeds);
    }

    /// Time passes, ten times a second.
    pub fn pass(&mut self, ms: u64) {
        let until = self.now + ms;
        while self.now < until {
            self.jump(100.min(until - self.now));
        }
        if ms == 0 {
            self.jump(0);
        }
    }

    /// Time passes, and nobody is told in between.
    pub fn jump(&mut self, ms: u64) {
        self.now += ms;
        let deeds = self.visit.tick(self.now);
        self.deeds.extend(deeds);
    }

    /// Lets time pass until it is in another phase, for ten minutes at most; says how long that took.
    pub fn until_phase_changes(&mut self) -> u64 {
        let (phase, start) = (self.visit.phase(), self.now);
        while self.visit.phase() == phase && self.now < start + 600_000 {
            self.jump(100);
        }
        self.now - start
    }
}

/// A kiosk that nobody has touched, started again at the same time.
pub fn fresh(settings: &Settings, now: u64) -> Visit {
    let mut visit = Visit::new(settings.clone());
    visit.tick(now);
    visit
}

/// Settings with all that can be offered.
pub fn everything() -> Settings {
    Settings { chapters: true, free_play: true, ..Settings::default() }
}
