//! The stage: scenery behind, the crowd of orders between, boats and near scenery in front, signs above.

use super::{
    boats::{Boats, IdeaMark},
    canvas::{Crowd, Inks},
    decimal,
    parts::Parts,
    planes::{BEFORE, BEHIND, CROWD, FLEET, IDEA, NEAR, Picture, Plan, Plane, definitions, drawing},
    set,
};
use crate::{
    platform::size::SizeWatch,
    ui::{
        Desk,
        wires::{flag, follow, heed, text},
    },
};
use leptos::{html, prelude::*};
use naru_core::{
    model::Station,
    scene::{Camera, Frame, Sign, View, camera, picture, slips},
    session::{self, Session},
    time::{Show, Turn},
};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// How many times larger or smaller a picture may be shown than it was drawn for, before it is drawn anew.
const COARSEST: f64 = 1.5;

/// Everything that the painter touches, and what it touched last.
struct Painter {
    planes: Vec<Plane>,
    pictures: Vec<Picture>,
    camera: Option<Camera>,
    /// CSS pixels for each stage unit that the planes were drawn for; `None` while they are drawn anew.
    drawn_for: Option<f64>,
    parts: Parts,
    boats: Boats,
    idea: IdeaMark,
    crowd: Option<Crowd>,
    inks: Inks,
    letters: f64,
    signs: Vec<(HtmlElement, Sign)>,
    root: HtmlElement,
    names: Option<bool>,
    /// Held for as long as the stage is there.
    _size: Option<SizeWatch>,
}

impl Painter {
    /// Fills the drawings into a stage; `None` where a part of the stage is missing.
    fn new(root: HtmlElement, size: RwSignal<(f64, f64)>) -> Option<Self> {
        let world = root.query_selector(".planes").ok()??;
        let shared = definitions()?;
        world.append_child(&shared).ok()?;
        let (mut planes, mut pictures, mut drawings) = (Vec::new(), Vec::new(), Vec::new());
        let mut hang = |plan: &Plan| {
            let plane = Plane::new(plan, &world)?;
            for name in plan.drawings {
                let drawing = drawing(name, plane.element())?;
                // What sways may come into sight by itself.
                if plan.sway.is_none() {
                    pictures.push(Picture::new(&drawing, plan.depth));
                }
                drawings.push(drawing);
            }
            planes.push(plane);
            planes.last().map(|plane| plane.element().clone())
        };
        BEHIND.iter().try_for_each(|plan| hang(plan).map(drop))?;
        let canvas = document().create_element("canvas").ok()?;
        hang(&CROWD)?.append_child(&canvas).ok()?;
        let fleet = hang(&FLEET)?;
        hang(&NEAR)?;
        let idea = drawing("", &hang(&IDEA)?)?;
        BEFORE.iter().try_for_each(|plan| hang(plan).map(drop))?;
        let signs = root.query_selector_all(".sign").ok()?;
        let signs = (0..signs.length()).filter_map(|index| signs.item(index)?.dyn_into().ok());
        Some(Self {
            planes,
            pictures,
            camera: None,
            drawn_for: None,
            parts: Parts::find(&drawings),
            boats: Boats::new(fleet),
            idea: IdeaMark::new(&idea)?,
            crowd: Crowd::new(canvas.unchecked_into()),
            inks: Inks::default(),
            letters: 1.0,
            signs: signs.zip(Station::ALL.map(Sign::nowhere)).collect(),
            names: None,
            _size: SizeWatch::new(&root, move |width, height| size.set((width, height))),
            root,
        })
    }

    /// Shows a place of a show; while it plays, as much of it as has its `turn`.
    fn paint(&mut self, show: &Show, place: u64, view: &View, turn: Turn, plays: bool) {
        let moment = show.at(place);
        let travels = self.camera != Some(camera(&moment, view));
        if !self.inks.are_known() {
            self.inks = Inks::read(&self.root);
        }
        // A camera that travels is followed in every frame.
        if turn.picture() || travels {
            self.paint_picture(&picture(&show.timeline, &moment, view), place, view, travels, plays);
        }
        if let (Some(crowd), Some(camera)) = (self.crowd.as_mut().filter(|_| turn.orders()), &self.camera) {
            crowd.paint(&slips(&show.timeline, &moment, view), camera, &self.inks, travels && plays);
        }
    }

    fn paint_picture(&mut self, frame: &Frame, place: u64, view: &View, travels: bool, plays: bool) {
        let camera = frame.camera;
        let air = (!view.still).then_some(place);
        for plane in &mut self.planes {
            plane.look(&camera, view, travels, air);
        }
        self.camera = Some(camera);
        let kept = self.keep_drawn(camera.scale, travels, plays);
        // Each costs a little when it is left out: one a frame, so that no frame is late over it.
        let rests = kept && !travels;
        let mut may = true;
        for picture in &mut self.pictures {
            may &= !picture.attend(&camera, view, rests, may);
        }
        self.parts.show(&frame.states, &frame.poses);
        self.boats.paint(&frame.boats, plays);
        self.idea.paint(frame.idea.as_ref());
        if self.names != Some(frame.names) {
            set(&self.root, "data-signs", if frame.names { "names" } else { "numbers" });
            self.names = Some(frame.names);
        }
        for (sign, (element, last)) in frame.signs.iter().zip(&mut self.signs) {
            // One that is away goes where it is when it comes back: a browser has no layer to move for what is hidden.
            if !sign.away && (sign.place != last.place || last.away) {
                let at =
                    format!("translate({}px, {}px) translateX(-50%)", decimal(sign.place.x), decimal(sign.place.y));
                let _ = HtmlElement::style(element).set_property("transform", &at);
            }
            if sign.here != last.here {
                let _ = element.class_list().toggle_with_force("sign--here", sign.here);
            }
            if sign.away != last.away {
                let _ = element.class_list().toggle_with_force("sign--away", sign.away);
            }
            *last = *sign;
        }
    }

    /// While it plays, the browser moves the planes as they were last drawn. They are drawn anew, for one frame, when
    /// the camera has come to rest, and when what is seen would be too coarse. Returns whether they are kept.
    fn keep_drawn(&mut self, scale: f64, travels: bool, plays: bool) -> bool {
        let coarse = self.drawn_for.is_some_and(|drawn| scale / drawn > COARSEST || drawn / scale > COARSEST);
        let rests = !travels && self.drawn_for.is_some_and(|drawn| (scale - drawn).abs() > f64::EPSILON);
        let kept = plays && !coarse && !rests;
        if kept != self.drawn_for.is_some() {
            let _ = self.root.class_list().toggle_with_force("stage--kept", kept);
        }
        self.drawn_for = kept.then(|| self.drawn_for.unwrap_or(scale));
        kept
    }
}

/// How large the signs of a stage are written, by their usual size.
fn letters(root: &HtmlElement) -> f64 {
    /// The usual size, in CSS pixels.
    const USUAL: u32 = 14;
    let sign = root.query_selector(".sign").ok().flatten();
    let style = sign.and_then(|sign| window().get_computed_style(&sign).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // Whole pixels are enough, and reading decimals would be a large part of the download.
    let whole = size.and_then(|size| size.split(['.', 'p']).next()?.parse().ok()).unwrap_or(USUAL);
    f64::from(whole) / f64::from(USUAL)
}

/// Which run a stage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The one that the choices tell.
    Current,
    /// The pinned one.
    Pinned,
}

impl Run {
    /// The run's show, and where it stands.
    pub fn show(self, session: &Session) -> Option<(&Show, u64)> {
        match self {
            Self::Current => Some((session.show(), session.place)),
            Self::Pinned => session.pinned().zip(session.pinned_place()),
        }
    }
}

/// The stage of one run.
pub fn stage(desk: Desk, run: Run) -> AnyView {
    let root: NodeRef<html::Div> = NodeRef::new();
    let size = RwSignal::new((0.0, 0.0));
    let theme = text(move || desk.session.with(|session| session.theme.id().to_owned()));
    let painter = StoredValue::new_local(None::<Painter>);

    // Once everything hangs in the document: fill in the drawings and find their parts.
    follow(move || {
        if let Some(root) = root.get() {
            painter.set_value(Painter::new(root.unchecked_into(), size));
        }
    });
    follow(move || {
        size.track();
        heed(theme);
        painter.update_value(|painter| {
            if let Some(painter) = painter {
                painter.inks = Inks::read(&painter.root);
                painter.letters = letters(&painter.root);
                // Another theme, another size: nothing that was drawn is right any more.
                painter.camera = None;
            }
        });
    });
    follow(move || {
        let (width, height) = size.get();
        heed(theme);
        desk.frame.track();
        if width < 1.0 || height < 1.0 {
            return;
        }
        desk.session.with(|session| {
            let Some((show, place)) = run.show(session) else { return };
            let still = desk.still;
            // In still steps only what happened is shown, not the way there.
            let place = if still { show.step_start(place) } else { place };
            // Two stages side by side are too narrow for the whole line.
            let camera = if session.pinned_place().is_some() { session::Camera::Follow } else { session.camera };
            let letters = painter.with_value(|painter| painter.as_ref().map_or(1.0, |painter| painter.letters));
            let view = View { width, height, camera, still, before: !session.begun(), letters };
            painter.update_value(|painter| {
                if let Some(painter) = painter {
                    let turn = if still { Turn::All } else { desk.turn() };
                    painter.paint(show, place, &view, turn, session.playing && !still);
                }
            });
        });
    });

    let moving = flag(move || !desk.still);
    let paused = flag(move || desk.still || !desk.playing.get());
    let sign = |station: Station| {
        view! {
            <div class="sign">
                <span class="sign__number">{(station.index() + 1).to_string()}</span>
                <span class="sign__name">{text(move || desk.text(&format!("station.{}", station.id())))}</span>
            </div>
        }
    };
    view! {
        <div class="stage" class:motion=moving class:paused=paused node_ref=root>
            <div class="planes" aria-hidden="true"></div>
            <div class="signs" aria-hidden="true">
                {Station::ALL.into_iter().map(sign).collect_view()}
            </div>
        </div>
    }
    .into_any()
}
