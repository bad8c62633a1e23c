//! The stage: scenery behind, the crowd of orders between, boats and near scenery in front, signs above.

use super::{
    boats::{Boats, IdeaMark},
    canvas::{Crowd, Inks},
    decimal,
    parts::Parts,
    set,
};
use crate::{
    platform::{larder, size::SizeWatch},
    ui::{
        Desk,
        wires::{flag, follow, heed, text},
    },
};
use leptos::{html, prelude::*};
use naru_core::{
    model::Station,
    scene::{Frame, View, frame},
    session::{Camera, Session},
    time::Show,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// CSS pixels for each stage unit below which signs show their number only: names would overlap.
const NAMES_FROM: f64 = 0.78;

/// Everything that the painter touches, and what it touched last.
struct Painter {
    worlds: [Element; 2],
    camera: String,
    parts: Parts,
    boats: Boats,
    idea: IdeaMark,
    crowd: Option<Crowd>,
    inks: Inks,
    signs: Vec<(HtmlElement, String)>,
    root: HtmlElement,
    compact: Option<bool>,
    /// Held for as long as the stage is there.
    _size: Option<SizeWatch>,
}

impl Painter {
    /// Fills the drawings into a stage; `None` where a part of the stage is missing.
    fn new(root: HtmlElement, size: RwSignal<(f64, f64)>) -> Option<Self> {
        let find = |selector: &str| root.query_selector(selector).ok().flatten();
        let (back, near) = (find(".stage__back")?, find(".stage__near")?);
        back.set_inner_html(&larder::drawing("back"));
        near.set_inner_html(&larder::drawing("near"));
        let signs = root.query_selector_all(".sign").ok()?;
        let signs = (0..signs.length()).filter_map(|index| signs.item(index)?.dyn_into().ok());
        Some(Self {
            parts: Parts::find(&[&back, &near]),
            worlds: [back.parent_element()?, near.parent_element()?],
            camera: String::new(),
            boats: Boats::new(find(".stage__fleet")?),
            idea: IdeaMark::new(find(".stage__idea")?),
            crowd: Crowd::new(find("canvas")?.unchecked_into()),
            inks: Inks::default(),
            signs: signs.map(|sign| (sign, String::new())).collect(),
            compact: None,
            _size: SizeWatch::new(&root, move |width, height| size.set((width, height))),
            root,
        })
    }

    fn paint(&mut self, frame: &Frame) {
        let camera = &frame.camera;
        let world = format!(
            "matrix({0} 0 0 {0} {1} {2})",
            decimal(camera.scale),
            decimal(-camera.left * camera.scale),
            decimal(-camera.top * camera.scale)
        );
        if self.camera != world {
            for group in &self.worlds {
                set(group, "transform", &world);
            }
            self.camera = world;
        }
        for (part, state) in &frame.states {
            self.parts.state(part, state);
        }
        for pose in &frame.poses {
            self.parts.pose(pose);
        }
        self.boats.paint(&frame.boats);
        self.idea.paint(frame.idea.as_ref());
        if let Some(crowd) = &mut self.crowd {
            crowd.paint(frame, &self.inks, density());
        }
        // While orders cross, names would lie over what waits and what turned away.
        let compact = camera.scale < NAMES_FROM || frame.crosses;
        if self.compact != Some(compact) {
            set(&self.root, "data-signs", if compact { "numbers" } else { "names" });
            self.compact = Some(compact);
        }
        for (sign, (element, last)) in frame.signs.iter().zip(&mut self.signs) {
            let now = format!("translate({}px, {}px) translateX(-50%)", decimal(sign.place.x), decimal(sign.place.y));
            if *last != now {
                let _ = HtmlElement::style(element).set_property("transform", &now);
                last.clone_from(&now);
            }
            let _ = element.class_list().toggle_with_force("sign--here", sign.here);
        }
    }
}

fn density() -> f64 {
    /// More than this is not seen, but paid for.
    const FINEST: f64 = 2.0;
    window().device_pixel_ratio().clamp(1.0, FINEST)
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
        let (width, height) = size.get();
        heed(theme);
        painter.update_value(|painter| {
            if let Some(painter) = painter {
                painter.inks = Inks::read(&painter.root);
                if let Some(crowd) = &mut painter.crowd {
                    crowd.resize((width, height), density());
                }
            }
        });
    });
    follow(move || {
        let (width, height) = size.get();
        heed(theme);
        if width < 1.0 || height < 1.0 {
            return;
        }
        desk.session.with(|session| {
            let Some((show, place)) = run.show(session) else { return };
            let still = desk.still;
            // In still steps only what happened is shown, not the way there.
            let place = if still { show.step_start(place) } else { place };
            // Two stages side by side are too narrow for the whole line.
            let camera = if session.pinned_place().is_some() { Camera::Follow } else { session.camera };
            let view = View { width, height, camera, still, before: !session.begun() };
            let moment = show.at(place);
            let frame = frame(&show.timeline, &moment, &view);
            painter.update_value(|painter| {
                if let Some(painter) = painter {
                    painter.paint(&frame);
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
            <svg class="stage__layer" aria-hidden="true" focusable="false">
                <g>
                    <g class="stage__back"></g>
                </g>
            </svg>
            <canvas class="stage__layer" aria-hidden="true"></canvas>
            <svg class="stage__layer" aria-hidden="true" focusable="false">
                <g>
                    <g class="stage__fleet"></g>
                    <g class="stage__near"></g>
                    <g class="stage__idea"></g>
                </g>
            </svg>
            <div class="signs" aria-hidden="true">
                {Station::ALL.into_iter().map(sign).collect_view()}
            </div>
        </div>
    }
    .into_any()
}
