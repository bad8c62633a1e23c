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
use leptos::{html, prelude::*, svg::G};
use naru_core::{
    model::Station,
    scene::{Frame, View, frame},
    session::Session,
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
        let compact = camera.scale < NAMES_FROM;
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
    let canvas: NodeRef<html::Canvas> = NodeRef::new();
    let [back, near, fleet, idea]: [NodeRef<G>; 4] = [NodeRef::new(), NodeRef::new(), NodeRef::new(), NodeRef::new()];
    let signs: Vec<NodeRef<html::Div>> = Station::ALL.iter().map(|_| NodeRef::new()).collect();
    let size = RwSignal::new((0.0, 0.0));
    let theme = text(move || desk.session.with(|session| session.theme.id().to_owned()));
    let painter = StoredValue::new_local(None::<Painter>);
    let sign_refs = signs.clone();

    // Once everything hangs in the document: fill in the drawings and find their parts.
    follow(move || {
        let groups =
            [back, near, fleet, idea].map(|group| group.get().and_then(|group| group.dyn_into::<Element>().ok()));
        let ([Some(back), Some(near), Some(fleet), Some(idea)], Some(root), Some(canvas)) =
            (groups, root.get(), canvas.get())
        else {
            return;
        };
        back.set_inner_html(&larder::drawing("back"));
        near.set_inner_html(&larder::drawing("near"));
        let worlds = [&back, &near].map(|group| group.parent_element());
        let [Some(back_world), Some(near_world)] = worlds else { return };
        let root: HtmlElement = root.unchecked_into();
        painter.set_value(Some(Painter {
            parts: Parts::find(&[&back, &near]),
            worlds: [back_world, near_world],
            camera: String::new(),
            boats: Boats::new(fleet),
            idea: IdeaMark::new(idea),
            crowd: Crowd::new(canvas.unchecked_into()),
            inks: Inks::default(),
            signs: sign_refs
                .iter()
                .filter_map(|sign| sign.get())
                .map(|sign| (sign.unchecked_into(), String::new()))
                .collect(),
            _size: SizeWatch::new(&root, move |width, height| size.set((width, height))),
            root,
            compact: None,
        }));
    });
    follow(move || {
        let (width, height) = size.get();
        heed(theme);
        painter.update_value(|painter| {
            if let Some(painter) = painter {
                painter.inks = Inks::read(&painter.root);
                if let Some(crowd) = &mut painter.crowd {
                    crowd.resize(width, height, density());
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
            let view = View { width, height, camera: session.camera, still, before: !session.begun() };
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
    let sign = |(station, node): (Station, NodeRef<html::Div>)| {
        view! {
            <div class="sign" node_ref=node>
                <span class="sign__number">{(station.index() + 1).to_string()}</span>
                <span class="sign__name">{text(move || desk.text(&format!("station.{}", station.id())))}</span>
            </div>
        }
    };
    view! {
        <div class="stage" class:motion=moving class:paused=paused node_ref=root>
            <svg class="stage__layer" aria-hidden="true" focusable="false">
                <g>
                    <g node_ref=back></g>
                </g>
            </svg>
            <canvas class="stage__layer" aria-hidden="true" node_ref=canvas></canvas>
            <svg class="stage__layer" aria-hidden="true" focusable="false">
                <g>
                    <g node_ref=fleet></g>
                    <g node_ref=near></g>
                    <g node_ref=idea></g>
                </g>
            </svg>
            <div class="signs" aria-hidden="true">
                {Station::ALL.into_iter().zip(signs).map(sign).collect_view()}
            </div>
        </div>
    }
    .into_any()
}
