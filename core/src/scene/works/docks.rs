//! Container: the docks, a server each. They look as they were made, and those that differ from the others are marked.

use super::Shown;
use crate::model::{Event, Kind, Servers};

/// The docks that can be marked; they stand for all of them.
const DOCKS: [&str; 3] = ["dock-1", "dock-2", "dock-3"];

pub(super) fn show(shown: &mut Shown<'_>) {
    let servers = shown.timeline.scenario.servers;
    shown.states.push(("docks", servers.id()));
    let differing = shown.so_far().iter().rev().find_map(differing).unwrap_or(0);
    // Patched at this moment, by hands or by a script.
    let works = match (shown.moment.event.kind, servers) {
        (Kind::ServersPatched { .. }, Servers::Handmade) => ["patched", "patched-unlike"],
        (Kind::ServersPatched { .. }, _) => ["scripted", "scripted-unlike"],
        _ => ["plain", "unlike"],
    };
    shown.states.extend(DOCKS.into_iter().enumerate().map(|(dock, part)| (part, works[usize::from(dock < differing)])));
}

/// How many of the docks that are drawn differ: some if some do, and all only if all do.
fn differing(event: &Event) -> Option<usize> {
    let Kind::ServersPatched { differ, of } = event.kind else { return None };
    let (differ, of, drawn) = (usize::from(differ), usize::from(of.max(1)), DOCKS.len());
    let part = (differ * drawn).div_ceil(of);
    Some(if differ < of { part.min(drawn - 1) } else { drawn })
}
