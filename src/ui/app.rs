//! The app: the page's parts, the frame clock and the address, tied to one session.

use super::{
    Desk, Wish, caption::caption, choices::choices, header::header, keys, player::player, theatre::theatre, wires,
};
use crate::{
    parts::{Part, later},
    platform::{self, frame_clock::FrameClock},
};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use naru_core::{
    link::{Link, Mode},
    session::Session,
};

/// Milliseconds of quiet after which the address is written: some browsers refuse more than 100 changes in 30 seconds.
const ADDRESS_QUIET_MS: u32 = 350;

/// The app.
#[component]
pub fn App() -> AnyView {
    let (link, unread) = platform::address::read();
    let desk = Desk::open(&link, unread);
    wires::follow(move || {
        platform::document::speak(desk.language.get());
        platform::document::name(&format!("{} · {}", desk.text("app.name"), desk.text("app.tagline")));
    });
    let theme = wires::text(move || desk.session.with(|session| session.theme.id().to_owned()));
    wires::follow(move || platform::document::light(&theme.get()));
    if desk.mode == Mode::Presenter {
        let always = wires::flag(|| true);
        return later(desk, Part::Presenter, always);
    }
    run_clock(desk);
    follow_address(desk);
    keys::listen(desk);
    platform::messages::on_first(move || desk.commanded.set(true));
    // A tour that the address names is told at once. A frame begins by itself, with the manners that are asked for.
    if link.told.is_some() && desk.mode == Mode::Page {
        desk.ask(Wish::Address);
    }
    let digest = wires::text(move || desk.session.with(|session| format!("{:016x}", session.show().timeline.digest())));
    let begun = wires::flag(move || desk.session.with(Session::begun));
    let over = wires::spoken(wires::flag(move || desk.session.with(Session::over)));
    // Before the show begins the panel only invites; whoever wants all of it at once can have it.
    let unfolded = RwSignal::new(false);
    let folded = wires::flag(move || !begun.get() && !unfolded.get());
    let told = wires::spoken(wires::flag(move || desk.session.with(|session| session.told().is_some())));
    let wanted = wires::flag(move || begun.get() || unfolded.get());
    wires::follow(move || {
        if wanted.get() {
            desk.fetch_panel();
        }
    });
    let seen = wires::flag(move || desk.seen.get());
    let guided = wires::flag(move || desk.guided.get());
    let exports = wires::flag(move || desk.exports.get());
    let commanded = wires::flag(move || desk.commanded.get());
    view! {
        <div class="house" data-digest=digest data-begun=wires::spoken(begun) data-over=over data-told=told>
            {header(desk)}
            <div class="theatre">
                {theatre(desk)}
                {caption(desk)}
                {player(desk)}
                <div class="guide">{later(desk, Part::Guide, guided)}</div>
            </div>
            <aside class="panel" class:panel--folded=folded>
                {later(desk, Part::Board, seen)}
                {choices(desk, unfolded, seen)}
            </aside>
            {later(desk, Part::Card, seen)}
            {later(desk, Part::Export, exports)}
            {later(desk, if desk.mode == Mode::Kiosk { Part::Kiosk } else { Part::Shell }, commanded)}
        </div>
    }
    .into_any()
}

/// The clock runs while the show plays.
fn run_clock(desk: Desk) {
    let clock = FrameClock::new(move |ms| desk.tick(ms));
    wires::follow(move || if desk.playing.get() { clock.start() } else { clock.stop() });
}

/// Writes the address when something settles, and reads it when somebody changes it.
fn follow_address(desk: Desk) {
    let visit = wires::text(move || desk.moment.with(|moment| moment.visit.to_string()));
    // What is worth an address: the choices, the pin, and the place; while it plays, the station.
    let worth = wires::text(move || {
        desk.session.with(|session| {
            let link = session.link();
            if !session.playing {
                return link.query() + &link.fragment();
            }
            link.query() + &Link { minute: None, ..link }.fragment() + &visit.get()
        })
    });
    // Held, since a timeout that is let go does not come.
    let mut waiting: Option<Timeout> = None;
    let mut opened = false;
    wires::follow(move || {
        wires::heed(worth);
        // The address of a frame or a kiosk is nobody's to copy, and what stands still there must not wait for anything.
        if desk.mode != Mode::Page {
            return;
        }
        // The address as it was opened is left as it is until something changes.
        if std::mem::replace(&mut opened, true) {
            let write = move || desk.session.with_untracked(|session| platform::address::write(&session.link()));
            drop(waiting.replace(Timeout::new(ADDRESS_QUIET_MS, write)));
        }
    });
    platform::address::on_change(move || {
        let (link, notices) = platform::address::read();
        let told = link.told.is_some();
        desk.session.update(|session| session.reopen(&link, notices));
        if told {
            desk.ask(Wish::Address);
        }
    });
}
