//! One idea from the wish to what customers say afterwards.

use super::{
    assumptions::Assumptions,
    booking::{Counts, results},
    calendar::Calendar,
    docks::Docks,
    event::Noticer,
    kinds::{Delivery, Fault, Gate, Hand},
    log::Log,
    measures::{Outcome, spent_seconds},
    scenario::Scenario,
    stations::{
        ci, code, container, delivery, need,
        operate::{self, Leftovers},
        release::{self, Passage},
        spec,
    },
    timeline::Timeline,
    units::WHOLE,
    world::World,
};

/// What the sealed image itself keeps from happening.
const BY_IMAGE: &str = "image";

/// Simulates one idea's whole journey.
#[must_use]
pub fn simulate(scenario: &Scenario) -> Timeline {
    simulate_with(scenario, &Assumptions::STANDARD)
}

/// Simulates one idea's whole journey in a world that takes other things for granted.
#[must_use]
pub fn simulate_with(scenario: &Scenario, given: &Assumptions) -> Timeline {
    let world = World::new(scenario, given);
    let mut log = Log::new(world, calendar(&world));
    let misread_by = make(&mut log);
    let delay = delay(&world);
    // What goes by itself is committed so that it goes out when it is meant to, if no gate stops it.
    let out = log.calendar.next(scenario.start, log.minute() + delay);
    if scenario.delivery == Delivery::Continuous {
        log.set_minute(out - delay);
    }
    code::commit(&mut log);
    let (fault, caught_by) = check(&mut log);
    delivery::run(&mut log, out);
    let passage = release::run(&mut log, fault);
    let watch_end = log.minute();
    let counts = last_counts(scenario, &passage);
    let stayed = passage.crossings.last().is_some_and(|(_, crossing)| crossing.exposed() == WHOLE);
    let noticed = passage.noticed.map(|(_, by)| by);
    let exposed = passage.exposed;
    let at = |minute: Option<u64>| minute.map(|minute| passage.start + minute);
    let wrong_records = if fault == Fault::Data { passage.harmed } else { 0 };
    let left = Leftovers {
        spent_seconds: spent_seconds(scenario, &counts),
        // Nobody mends what nobody knows of.
        records: if noticed.is_some() { wrong_records } else { 0 },
        restored: at(passage.restored),
        failed: noticed.is_some() && fault != Fault::None,
        misread_by: misread_by.filter(|_| stayed),
    };
    let mended = operate::run(&mut log, left);
    let promoted = at(passage.promoted).filter(|_| stayed);
    let committed = log.first_commit();
    let restored = at(passage.restored);
    let outcome = Outcome {
        counts,
        exposed_minute: at(exposed),
        noticed_minute: at(passage.noticed.map(|(minute, _)| minute)),
        restored_minute: restored,
        downtime_minutes: passage.closed_minutes,
        budget_spent_seconds: left.spent_seconds,
        // A false alarm catches nothing.
        caught_at: caught_by.or(noticed.filter(|_| fault != Fault::None).map(Noticer::id)),
        false_alarm: noticed.is_some() && fault == Fault::None,
        misread_by,
        lead_time_minutes: promoted.zip(committed).map(|(done, from)| done - from),
        wish_to_customer_minutes: promoted.filter(|_| misread_by.is_none()),
        change_failed: left.failed && exposed.is_some(),
        recovery_minutes: at(exposed).zip(restored).map(|(from, to)| mended.unwrap_or(to).max(to) - from),
        harmed_orders: passage.harmed,
        rework_minutes: log.reworked,
        ideas: delivery::ideas(&world),
        docks_differing: Docks::of(&world, Fault::None).differing(),
        customers_met_both: passage.met_both,
        wrong_records,
        spare_boat_minutes: passage.spare_minutes,
        watch_minutes: passage.watch_minutes,
        everyone_minutes: passage.promoted.filter(|_| stayed),
    };
    Timeline::new(scenario.clone(), log, passage, watch_end, outcome)
}

/// From the wish to the plan; returns who changed what was meant.
pub(super) fn make_plan(log: &mut Log) -> Option<Hand> {
    need::run(log);
    spec::run(log)
}

/// From the wish to the change that is written; returns who changed what was meant.
fn make(log: &mut Log) -> Option<Hand> {
    let misread_by = make_plan(log);
    code::write(log);
    misread_by
}

/// Minutes from the commit to the start of the release, if no gate stops the change.
fn delay(world: &World) -> u64 {
    let line: u64 = Gate::LINE.into_iter().map(|gate| ci::minutes(world, gate)).sum();
    line + container::minutes(world) + delivery::wait(world) + world.given.start_minutes
}

/// The calendar in which the release starts at its time of the week with no day of waiting before it.
fn calendar(world: &World) -> Calendar {
    let mut rehearsal = Log::new(*world, Calendar::MONDAY);
    make(&mut rehearsal);
    Calendar::ending(world.scenario.start.before(delay(world)), rehearsal.worked)
}

/// Checks the change until every gate lets it pass; returns the fault that is left in it, and what caught the one it had.
pub(super) fn check(log: &mut Log) -> (Fault, Option<&'static str>) {
    let mut fault = log.world.scenario.fault;
    let mut caught_by = None;
    while let Some(gate) = ci::run(log, fault).or_else(|| container::run(log, fault)) {
        caught_by = Some(gate.id());
        fault = Fault::None;
        code::mend(log);
    }
    // What no dock lacks does no harm; a box that brings all it needs misses nothing wherever it is put.
    if fault == Fault::Environment && Docks::of(&log.world, fault).refusing() == 0 {
        fault = Fault::None;
        caught_by = caught_by.or(log.world.scenario.servers.are_images().then_some(BY_IMAGE));
    }
    (fault, caught_by)
}

/// Where all orders are when the watching ends.
fn last_counts(scenario: &Scenario, passage: &Passage) -> Counts {
    let minutes = passage.ledger.len() as u64;
    let entry = passage.ledger.last().copied().unwrap_or_default();
    let known = results(&passage.ledger, minutes.saturating_sub(1));
    Counts {
        came: minutes * scenario.orders,
        arrived: known.arrived(),
        failed: known.failed(),
        turned_away: entry.turned_away,
        aboard: entry.boarded.total() - known.total(),
        waiting: entry.waiting,
    }
}
