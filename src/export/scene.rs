//! The stage that is photographed, with its words: laid as on the screen, and seen by nobody.

use crate::{
    guide,
    painter::{Inks, Run, orders, stage},
    ui::{
        Desk, caption, legend,
        wires::{flag, spoken},
    },
};
use leptos::prelude::*;
use naru_core::{
    link::Link,
    scene::{View, camera, slips},
    session::{Action, Camera, Session},
    story::{self, Tour},
    text::describe::{self, Shot},
    time::Show,
};
use web_sys::Element;

/// A session of its own, and what is told with it.
#[derive(Clone, Copy)]
pub struct Scene {
    desk: Desk,
    tour: RwSignal<Option<Tour>>,
}

impl Scene {
    /// A scene in the language and light of `session`, seen by the same camera; `still`: in still steps.
    pub fn new(session: &Session, still: bool) -> Self {
        let link = Link { language: Some(session.language), theme: Some(session.theme), ..Link::default() };
        let mut desk = Desk::open(&link, Vec::new());
        desk.still = still;
        desk.seen.set(true);
        desk.act(Action::Look(session.camera));
        Self { desk, tour: RwSignal::new(None) }
    }

    /// Stands at a place of a shot.
    pub fn stand(self, shot: &Shot, place: u64) {
        let camera = shot
            .tour
            .as_ref()
            .map(|tour| if tour.beat().view == story::View::Harbour { Camera::Line } else { Camera::Follow });
        self.desk.session.update(|session| {
            if *session.scenario() != shot.scenario {
                session.update(Action::Take(Box::new(shot.scenario.clone())));
            }
            if let Some(camera) = camera {
                session.update(Action::Look(camera));
            }
            session.update(Action::Seek(place));
            // After that: whoever seeks leaves a tour's way.
            if session.told().is_some() || shot.tour.is_some() {
                session.update(Action::Tell(shot.tour.as_ref().map(guide::named)));
            }
        });
        let named = |tour: &Option<Tour>| tour.as_ref().map(guide::named);
        if self.tour.with_untracked(named) != named(&shot.tour) {
            self.tour.set(shot.tour.clone());
        }
    }

    /// What it is called, and what is seen, in words.
    pub fn said(self) -> (String, String) {
        self.desk.session.with_untracked(|session| {
            let language = session.language;
            let moment = session.show().at(session.place);
            let title =
                self.tour.with_untracked(|tour| tour.as_ref().map(|tour| describe::title(tour.chapter(), language)));
            let title = title.unwrap_or_else(|| describe::place(&session.show().timeline, &moment, language));
            (title, describe::stage(&session.show().timeline, &moment, language))
        })
    }

    /// The orders that cross, as SVG, on a stage that is laid at `root`.
    pub fn orders(self, root: &Element) -> String {
        let Ok(Some(laid)) = root.query_selector(".stage") else { return String::new() };
        let size = laid.get_bounding_client_rect();
        self.desk.session.with_untracked(|session| {
            let show: &Show = session.show();
            let place = if self.desk.still { show.step_start(session.place) } else { session.place };
            let view = View {
                width: size.width(),
                height: size.height(),
                camera: session.camera,
                still: self.desk.still,
                before: false,
                letters: 1.0,
            };
            let moment = show.at(place);
            let slips = slips(&show.timeline, &moment, &view);
            if slips.is_empty() {
                return String::new();
            }
            orders(&slips, camera(&moment, &view).scale, &Inks::read(&laid))
        })
    }

    /// The scene on a page, as in a frame that has no controls.
    pub fn view(self) -> AnyView {
        let desk = self.desk;
        let never = flag(|| false);
        let told = spoken(flag(move || self.tour.with(Option::is_some)));
        let over = spoken(flag(move || desk.session.with(Session::over)));
        view! {
            <div class="house" data-begun="true" data-over=over data-told=told>
                <div class="theatre">
                    <section class="stages">
                        <div class="stages__one">
                            {stage(desk, Run::Current)}
                            {legend(desk, Run::Current, never)}
                        </div>
                    </section>
                    {caption::caption(desk)}
                    <div class="guide">{guide::told(desk, self.tour)}</div>
                </div>
            </div>
        }
        .into_any()
    }
}
