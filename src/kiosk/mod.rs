//! A kiosk: a screen in a public place. It draws people in, tells each of them a story of ninety seconds, and is itself again for the next one.
//! A part of the app of its own. What it does is decided by `core`'s `kiosk`; here that meets the browser.

mod awake;
mod clock;
mod corner;
mod hands;
mod keeper;
mod pad;
mod screen;
mod sound;
mod speech;
mod stage;
mod surface;

use crate::{
    platform::{document, larder, messages},
    ui::{Desk, Leader, wires::follow},
};
use gloo_timers::{callback::Interval, future::TimeoutFuture};
use keeper::Keeper;
use leptos::prelude::*;
use naru_core::{
    kiosk::{Control, Deed, Door, Fault, Settings, StaffCorner, Visit, visit::Cue},
    text::{Language, Shelf},
};
use screen::{Seen, Shown};

/// Milliseconds between two looks at the clock.
const LOOK_MS: u32 = 200;
/// Milliseconds between two signs of life for the watchdog.
const BEAT_MS: u32 = 1_000;

/// What every part of a kiosk is given.
#[derive(Clone, Copy)]
pub struct Kiosk {
    pub desk: Desk,
    pub keeper: Keeper,
    visit: StoredValue<Visit>,
    /// What was not taken of the settings as it stood.
    pub faults: RwSignal<Vec<Fault>>,
    /// What is on the screen.
    pub shown: RwSignal<Shown>,
    /// What that was made of, so that it is not made anew with each look at the clock.
    seen: StoredValue<Option<Seen>>,
    /// What the stage does.
    cue: RwSignal<Cue>,
    staff: StoredValue<StaffCorner>,
    /// How the door of the staff corner stands.
    pub door: RwSignal<Door>,
    /// Whether a newer version was asked to take over.
    renewed: StoredValue<bool>,
    /// Whether the watchdog was last told that nobody is here.
    idle: StoredValue<bool>,
    /// Whether the last thing that was used is a key: then the focus goes where it is needed.
    pub typed: RwSignal<bool>,
}

/// The kiosk, once it has its settings and its words.
pub fn kiosk(desk: Desk) -> AnyView {
    let ready: RwSignal<Option<Kiosk>> = RwSignal::new(None);
    let owner = Owner::current().unwrap_or_default();
    leptos::task::spawn_local(async move {
        let (keeper, text) = Keeper::open(&owner).await;
        let (settings, faults) = text.map_or_else(Default::default, |text| Settings::read(&text));
        learn(&settings).await;
        let kiosk = owner.with(|| Kiosk::new(desk, keeper, settings, faults));
        kiosk.begin();
        ready.set(Some(kiosk));
        larder::release();
    });
    (move || ready.get().map(screen::screen)).into_any()
}

/// Fetches all that is said here, until it is there.
async fn learn(settings: &Settings) {
    let shelves = [Shelf::Words, Shelf::Kiosk, Shelf::Panel, Shelf::Cards];
    for language in &settings.languages {
        for shelf in shelves {
            while !larder::learn(*language, shelf).await {
                TimeoutFuture::new(crate::parts::AGAIN_MS).await;
            }
        }
    }
}

impl Kiosk {
    fn new(desk: Desk, keeper: Keeper, settings: Settings, faults: Vec<Fault>) -> Self {
        let visit = Visit::new(settings);
        Self {
            desk,
            keeper,
            shown: RwSignal::new(Shown::of(&visit, [0; 3])),
            seen: StoredValue::new(None),
            cue: RwSignal::new(visit.cue()),
            visit: StoredValue::new(visit),
            faults: RwSignal::new(faults),
            staff: StoredValue::new(StaffCorner::default()),
            door: RwSignal::new(Door::Shut),
            renewed: StoredValue::new(false),
            idle: StoredValue::new(true),
            typed: RwSignal::new(false),
        }
    }

    fn begin(self) {
        let desk = self.desk;
        desk.leader.set(Leader::Visitor);
        // What is said of choices and outcome must be there before free play.
        desk.fetch_panel();
        if self.faults.with_untracked(|faults| !faults.iter().all(Fault::is_hint)) {
            self.keeper.mended(naru_core::kiosk::Recovery::Settings);
        }
        surface::apply(&self.settings());
        desk.act(naru_core::session::Action::Speak(self.language()));
        hands::listen(self);
        speech::follow_captions(self);
        follow(move || stage::play(desk, self.cue.get()));
        // As long as the page is there.
        Interval::new(LOOK_MS, move || self.look()).forget();
        self.beat();
        Interval::new(BEAT_MS, move || self.beat()).forget();
        messages::listen_to_parent(move |said| self.keeper.hear(said));
        document::mark("kiosk", "ready");
    }

    /// What the visit says of itself.
    pub fn with<T>(self, of: impl Fn(&Visit) -> T) -> T {
        self.visit.with_value(of)
    }

    pub fn settings(self) -> Settings {
        self.with(|visit| visit.settings().clone())
    }

    pub fn language(self) -> Language {
        self.with(Visit::language)
    }

    /// Somebody presses a control.
    pub fn take(self, control: Control) {
        if self.with(|visit| visit.settings().sound) {
            sound::tone();
        }
        self.change(move |visit| visit.take(control));
    }

    /// Does something with the visit, counts what happened, and shows what is now.
    pub fn change(self, does: impl FnOnce(&mut Visit) -> Vec<Deed>) {
        let deeds = self.visit.try_update_value(does).unwrap_or_default();
        if !deeds.is_empty() {
            self.keeper.count(&deeds);
        }
        if deeds.iter().any(|deed| matches!(deed, Deed::Ended(_))) {
            self.forget();
        }
        self.show();
        self.notice();
    }

    /// Goes on with other settings, from the loop.
    pub fn renew(self, settings: Settings) {
        surface::apply(&settings);
        self.visit.set_value(Visit::new(settings));
        self.seen.set_value(None);
        self.forget();
        self.show();
    }

    /// Does something at the door of the staff corner.
    pub fn turn(self, does: impl FnOnce(&mut StaffCorner, u64)) {
        let now = clock::now();
        let door = self.staff.try_update_value(|staff| {
            does(staff, now);
            staff.door()
        });
        if let Some(door) = door.filter(|door| self.door.with_untracked(|before| before != door)) {
            self.door.set(door);
        }
        self.notice();
    }

    /// Digits that were typed at the door.
    pub fn typed_digits(self) -> u64 {
        self.staff.with_value(StaffCorner::typed)
    }

    /// Whether the staff corner cannot be seen.
    fn is_shut(self) -> bool {
        self.door.get_untracked() == Door::Shut
    }

    /// Whether nobody is here, neither visitors nor staff.
    fn is_idle(self) -> bool {
        self.with(Visit::may_mend) && self.is_shut()
    }

    /// Gives a sign of life.
    fn beat(self) {
        let idle = self.is_idle();
        self.idle.set_value(idle);
        self.keeper.beat(idle, self.desk);
    }

    /// Lets the watchdog know at once when somebody comes: nothing is mended under their hands.
    fn notice(self) {
        if self.idle.get_value() != self.is_idle() {
            self.beat();
        }
    }

    /// Time has passed.
    fn look(self) {
        let now = clock::now();
        self.turn(|staff, now| staff.tick(now));
        if self.is_shut() {
            self.change(|visit| visit.tick(now));
        }
        if self.is_idle() {
            if !self.renewed.get_value() && larder::update().is_some() {
                self.renewed.set_value(true);
                self.keeper.renew();
            }
            self.keeper.refresh();
        }
        if !self.keeper.watched() {
            awake::look();
        }
        surface::look(self, now);
    }

    /// Nothing of whoever was here is left.
    fn forget(self) {
        stage::forget(self.desk, self.settings().language);
        document::to_top();
    }

    fn show(self) {
        let guesses = self.keeper.guesses();
        let seen = self.with(|visit| Seen::of(visit, guesses));
        if self.seen.with_value(|before| before.as_ref() == Some(&seen)) {
            return;
        }
        self.seen.set_value(Some(seen));
        let (shown, cue) = self.with(|visit| (Shown::of(visit, guesses), visit.cue()));
        if self.cue.get_untracked() != cue {
            self.cue.set(cue);
        }
        if self.shown.with_untracked(|before| *before != shown) {
            let speaks = shown.language;
            self.shown.set(shown);
            if self.desk.language.get_untracked() != speaks {
                self.desk.act(naru_core::session::Action::Speak(speaks));
            }
        }
    }
}
