//! What is wished for in the dialog, and how far the work is.

use super::{
    offer::{Form, Size},
    reel::{self, Of, Reel},
    studio::{self, Failure, Order},
};
use crate::ui::Desk;
use leptos::prelude::*;
use naru_core::{
    story::{CHAPTERS, chapter},
    text::{Arg, describe},
};

/// How far the work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// None is done.
    Rests,
    /// So many pictures are done, of so many.
    Draws(u64, u64),
    /// A file was made: its name and size.
    Done(String, u64),
    /// Nothing came of it.
    Failed(Failure),
}

/// What is wished for.
#[derive(Clone, Copy)]
pub struct Wishes {
    pub desk: Desk,
    pub form: RwSignal<Form>,
    /// What is filmed: a chapter's name, or one of the two below.
    pub of: RwSignal<String>,
    /// Which of the form's sizes.
    pub size: RwSignal<usize>,
    pub work: RwSignal<Work>,
    /// Whether it is called off.
    pub off: StoredValue<bool>,
}

/// The story on the screen, and the beat that is told, in the list of what can be filmed.
pub const HERE: &str = "here";
pub const SCENE: &str = "scene";
/// Tenths of a megabyte.
const TENTH_MB: u64 = 100_000;

impl Wishes {
    /// The usual ones.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            form: RwSignal::new(Form::Png),
            of: RwSignal::new(HERE.to_owned()),
            size: RwSignal::new(0),
            work: RwSignal::new(Work::Rests),
            off: StoredValue::new(false),
        }
    }

    fn of(self) -> Of {
        self.of.with(|of| match chapter(of) {
            Some(chapter) => Of::Chapter(chapter),
            None if of == SCENE => Of::Scene,
            None => Of::Journey,
        })
    }

    fn size(self) -> Size {
        let sizes = self.form.get().sizes();
        sizes[self.size.get().min(sizes.len() - 1)]
    }

    fn reel(self) -> Reel {
        let (form, of) = (self.form.get(), self.of());
        self.desk.session.with(|session| Reel::new(form, session, of))
    }

    /// Whether something is being made.
    pub fn works(self) -> bool {
        self.work.with(|work| matches!(work, Work::Draws(..)))
    }

    /// What the file will be, before it is made.
    pub fn about(self) -> String {
        let (desk, form, size, reel) = (self.desk, self.form.get(), self.size(), self.reel());
        let tenths = (form.bytes(size, reel.pictures()) / TENTH_MB).max(1);
        let time = describe::duration(reel.length().div_ceil(1_000), desk.language.get());
        let key = match form {
            _ if form.is_still() => "export.about.still",
            Form::Deck => "export.about.deck",
            _ => "export.about.film",
        };
        let args = [
            ("n", Arg::Number(reel.pictures())),
            ("time", time),
            ("mb", Arg::Tenths(tenths)),
            ("slides", Arg::Number(CHAPTERS.len() as u64)),
        ];
        desk.text_with(key, &args)
    }

    /// A name that says what is in the file; its ending depends on what the browser can write.
    fn name(self) -> String {
        let (form, of) = (self.form.get_untracked(), untrack(|| self.of()));
        self.desk.session.with_untracked(|session| {
            let release = session.scenario().release.id();
            let here = || match reel::tour(session) {
                Some(tour) => format!("naru-{}-{}", tour.chapter().id, tour.beat().id),
                None => format!("naru-{}-{release}", session.show().at(session.place).station.id()),
            };
            match (form, of) {
                (Form::Deck | Form::MovingDeck, _) => format!("naru-deck-{}", session.language.id()),
                (Form::Video | Form::Gif, Of::Chapter(chapter)) => format!("naru-{}", chapter.id),
                (Form::Video | Form::Gif, Of::Journey) => format!("naru-story-{release}"),
                _ => here(),
            }
        })
    }

    /// Makes it.
    pub fn make(self) {
        let desk = self.desk;
        let (form, size, reel) = (self.form.get_untracked(), untrack(|| self.size()), untrack(|| self.reel()));
        let all = reel.pictures();
        let title = desk.language.get_untracked().text("app.name");
        let order = Order { form, size, reel, name: self.name(), title };
        self.off.set_value(false);
        self.work.set(Work::Draws(0, all));
        let session = desk.session.get_untracked();
        // A film moves; whoever asked for less motion sees a moment as it stands on the screen.
        let still = desk.still && form.is_still();
        leptos::task::spawn_local(async move {
            let passed = move |done| {
                if self.works() {
                    self.work.set(Work::Draws(done, all));
                }
                !self.off.get_value()
            };
            let made = studio::make(order, &session, still, passed).await;
            self.work.set(match made {
                Ok((name, bytes)) => Work::Done(name, bytes),
                Err(failure) => Work::Failed(failure),
            });
        });
    }

    /// What came of it, in a sentence.
    pub fn said(self) -> String {
        let desk = self.desk;
        match self.work.get() {
            Work::Rests => String::new(),
            Work::Draws(..) => desk.text("export.works"),
            Work::Done(name, bytes) => {
                let mb = Arg::Tenths((bytes / TENTH_MB).max(1));
                desk.text_with("export.done", &[("name", Arg::Name(name)), ("mb", mb)])
            }
            Work::Failed(Failure::Missing) => desk.text("export.missing"),
            Work::Failed(Failure::Cancelled) => desk.text("export.cancelled"),
            Work::Failed(Failure::Refused) => desk.text("export.refused"),
        }
    }
}
