//! To take along: pictures, films and a deck, made in the browser. A part of the app of its own, which is fetched when somebody
//! wants it; the script that draws and packs (`public/export/`) is fetched when they say what.

mod offer;
mod reel;
mod scene;
mod studio;

use crate::{
    platform::{document, larder},
    ui::{
        Desk,
        wires::{entered, flag, follow, press, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    session::{Action, Session},
    story::{CHAPTERS, chapter},
    text::{Arg, describe},
};
use offer::{Form, Size};
use reel::{Of, Reel};
use studio::{Failure, Order};

/// The moment of a session as a frame of this size shows it, as SVG that stands alone.
pub async fn picture(session: &Session, size: Size, still: bool) -> Option<String> {
    studio::picture(session, size, still).await.ok()
}

/// How far the work is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Work {
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
struct Wishes {
    desk: Desk,
    form: RwSignal<Form>,
    /// What is filmed: a chapter's name, or one of the two below.
    of: RwSignal<String>,
    /// Which of the form's sizes.
    size: RwSignal<usize>,
    work: RwSignal<Work>,
    /// Whether it is called off.
    off: StoredValue<bool>,
}

/// The story on the screen, and the beat that is told, in the list of what can be filmed.
const HERE: &str = "here";
const SCENE: &str = "scene";
/// Tenths of a megabyte.
const TENTH_MB: u64 = 100_000;

impl Wishes {
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

    fn works(self) -> bool {
        self.work.with(|work| matches!(work, Work::Draws(..)))
    }

    /// What the file will be, before it is made.
    fn about(self) -> String {
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

    fn make(self) {
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
    fn said(self) -> String {
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

/// The dialog.
pub fn dialog(desk: Desk) -> AnyView {
    let wishes = Wishes {
        desk,
        form: RwSignal::new(Form::Png),
        of: RwSignal::new(HERE.to_owned()),
        size: RwSignal::new(0),
        work: RwSignal::new(Work::Rests),
        off: StoredValue::new(false),
    };
    document::follow_dialog("dialog.export", move || desk.exports.get());
    follow(move || {
        if desk.exports.get() {
            wishes.work.set(Work::Rests);
            let told = desk.session.with_untracked(|session| reel::tour(session).map(|tour| tour.chapter().id));
            wishes.of.set(told.unwrap_or(HERE).to_owned());
            // The moment that is seen is the one that is taken.
            desk.act(Action::Pause);
        }
    });
    let close = move || {
        wishes.off.set_value(true);
        desk.exports.set(false);
    };
    let works = flag(move || wishes.works());
    let rests = flag(move || !works.get());
    let hosted = larder::is_hosted();
    view! {
        <dialog class="card export" aria-labelledby="export-name" on:close=move |_| close()>
            <div class="card__paper">
                <h2 class="card__name" id="export-name">{desk.say("export.title")}</h2>
                <p>{desk.say("export.here")}</p>
                <fieldset class="export__forms" disabled=works>
                    <legend class="card__layer">{desk.say("export.what")}</legend>
                    {Form::ALL.into_iter().map(|form| one(wishes, form, hosted)).collect_view()}
                </fieldset>
                <p class="export__hosted" hidden=hosted>{desk.say("export.hosted")}</p>
                {of(wishes, works)}
                {size(wishes, works)}
                <p data-test="export-about">{text(move || wishes.about())}</p>
                <div class="export__work" hidden=rests>
                    {progress(wishes)}
                    <button class="button" type="button" data-test="export-cancel" on:click=press(move || wishes.off.set_value(true))>
                        {desk.say("export.cancel")}
                    </button>
                </div>
                <p class="export__said" role="status" data-test="export-said">{text(move || wishes.said())}</p>
                <div class="export__ways">
                    <button class="button button--main" type="button" data-test="export-make" disabled=works on:click=press(move || wishes.make())>
                        {desk.say("export.make")}
                    </button>
                    <button class="button" type="button" data-test="export-close" on:click=press(close)>{desk.say("card.close")}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

/// A form, with what it is good for.
fn one(wishes: Wishes, form: Form, hosted: bool) -> AnyView {
    let desk = wishes.desk;
    let [name, help] = form.texts();
    let chosen = flag(move || wishes.form.get() == form);
    let choose = entered(move |id| {
        if let Some(form) = Form::by_id(&id) {
            wishes.form.set(form);
            wishes.size.set(0);
            wishes.work.set(Work::Rests);
        }
    });
    // The single file has only the script that draws.
    let lacking = !hosted && !form.is_still();
    view! {
        <label class="export__form">
            <input type="radio" name="export-form" value=form.id() prop:checked=chosen disabled=lacking on:change=choose />
            <span><b>{desk.say(name)}</b> " " <span class="export__help">{desk.say(help)}</span></span>
        </label>
    }
    .into_any()
}

/// Whose film it is.
fn of(wishes: Wishes, works: Memo<bool>) -> AnyView {
    let desk = wishes.desk;
    let away = flag(move || !wishes.form.get().is_film());
    let chosen = text(move || wishes.of.get());
    let untold = flag(move || desk.session.with(|session| reel::tour(session).is_none()));
    let change = entered(move |id| wishes.of.set(id));
    let chapters = CHAPTERS.map(|chapter| {
        let name = text(move || describe::title(chapter, desk.language.get()));
        view! { <option value=chapter.id>{name}</option> }
    });
    view! {
        <label class="choice__row" hidden=away>
            <span>{desk.say("export.of")}</span>
            <select class="select" prop:value=chosen disabled=works on:change=change data-test="export-of">
                <option value=HERE>{desk.say("export.of.here")}</option>
                <option value=SCENE hidden=untold disabled=untold>{desk.say("export.of.scene")}</option>
                {chapters.into_iter().collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// In which size.
fn size(wishes: Wishes, works: Memo<bool>) -> AnyView {
    let desk = wishes.desk;
    let change = entered(move |number| {
        if let Ok(number) = number.parse() {
            wishes.size.set(number);
        }
    });
    let options = move || {
        let sizes = wishes.form.get().sizes();
        let option = |(number, (width, height)): (usize, &Size)| {
            let args = [("w", Arg::Name(width.to_string())), ("h", Arg::Name(height.to_string()))];
            let (name, value) = (desk.text_with("export.size.value", &args), number.to_string());
            view! { <option value=value>{name}</option> }
        };
        sizes.iter().enumerate().map(option).collect_view()
    };
    let chosen = text(move || {
        // Other forms have other sizes.
        wishes.form.track();
        wishes.size.get().to_string()
    });
    view! {
        <label class="choice__row">
            <span>{desk.say("export.size")}</span>
            <select class="select" prop:value=chosen disabled=works on:change=change data-test="export-size">{options}</select>
        </label>
    }
    .into_any()
}

fn progress(wishes: Wishes) -> AnyView {
    let desk = wishes.desk;
    let place = move || match wishes.work.get() {
        Work::Draws(done, all) => (done, all.max(1)),
        _ => (0, 1),
    };
    let said = text(move || {
        let (done, all) = place();
        desk.text_with("export.progress", &[("n", Arg::Number(done)), ("all", Arg::Number(all))])
    });
    view! {
        <label class="export__progress">
            <span>{said}</span>
            <progress prop:value=text(move || place().0.to_string()) max=text(move || place().1.to_string())></progress>
        </label>
    }
    .into_any()
}
