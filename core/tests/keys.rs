//! What somebody who gives out keys relies on: the fewer doors a key opens, the less its loss comes to; the master key opens
//! all; and the page says what is computed.

use naru_core::model::{
    Assumptions,
    keys::{Door, Doors, Holder, Loss, Regime, lose, opens},
};

const GIVEN: &Assumptions = &Assumptions::STANDARD;

/// The page on which the model is told.
const PAGE: &str = include_str!("../../docs/model.md");

/// What the loss of a holder's key comes to, from the widest keys to the narrowest.
fn losses(holder: Holder, given: &Assumptions) -> [Loss; 3] {
    Regime::ALL.map(|regime| lose(regime, holder, given))
}

#[test]
fn the_master_key_opens_all_and_the_shared_one_all_but_two() {
    for holder in Holder::ALL {
        assert_eq!(opens(Regime::Master, holder), Doors::of(&Door::ALL));
        let shut: Vec<Door> = Door::ALL.into_iter().filter(|door| !opens(Regime::Shared, holder).has(*door)).collect();
        assert_eq!(shut, [Door::HarbourOffice, Door::Till]);
    }
}

#[test]
fn least_privilege_opens_the_fewest_doors_whoever_loses_a_key() {
    for holder in Holder::ALL {
        let [master, shared, own] = losses(holder, GIVEN);
        assert!(own.open_doors.count() < shared.open_doors.count(), "{}", holder.id());
        assert!(shared.open_doors.count() < master.open_doors.count());
        assert!(own.new_keys < shared.new_keys && own.door_minutes < shared.door_minutes, "{}", holder.id());
        assert!(shared.door_minutes < master.door_minutes);
    }
}

#[test]
fn a_key_of_its_own_opens_what_the_work_needs_and_never_the_office() {
    for holder in Holder::ALL {
        let own = opens(Regime::Own, holder);
        assert_eq!(own, holder.work());
        assert!(own.count() > 0 && !own.has(Door::HarbourOffice), "{}", holder.id());
        assert!(own.within(opens(Regime::Master, holder)));
    }
    let worked = |door| Holder::ALL.into_iter().any(|holder| holder.work().has(door));
    let unused: Vec<Door> = Door::ALL.into_iter().filter(|door| !worked(*door)).collect();
    assert_eq!(unused, [Door::HarbourOffice], "every other door is somebody's work");
}

#[test]
fn who_shares_a_key_is_given_another() {
    for holder in Holder::ALL {
        let [master, shared, own] = losses(holder, GIVEN);
        assert_eq!([master.new_keys, shared.new_keys, own.new_keys], [5, 5, 1]);
        assert_eq!(master.minutes, shared.minutes);
        let each = if holder.is_machine() { GIVEN.key_machine_minutes } else { GIVEN.key_hand_minutes };
        assert_eq!(own.minutes, each);
    }
    assert_eq!(Regime::ALL.map(Regime::keys), [1, 1, 5], "what keys of their own cost");
}

#[test]
fn door_minutes_are_open_doors_times_minutes() {
    for holder in Holder::ALL {
        for loss in losses(holder, GIVEN) {
            assert_eq!(loss.door_minutes, loss.open_doors.iter().count() as u64 * loss.minutes);
        }
    }
}

#[test]
fn the_order_of_the_regimes_survives_every_assumption_moved_by_a_third() {
    for one in Assumptions::LIST.iter().filter(|one| one.name.starts_with("key_")) {
        let part = (one.value * 30 / 100).max(1);
        for value in [one.value - part, one.value + part] {
            let mut given = Assumptions::STANDARD;
            *(one.field)(&mut given) = value;
            for holder in Holder::ALL {
                let [master, shared, own] = losses(holder, &given).map(|loss| loss.door_minutes);
                assert!(own < shared && shared < master, "{} = {value}, {}", one.name, holder.id());
            }
        }
    }
}

#[test]
fn the_page_says_what_is_computed() {
    for holder in Holder::ALL {
        let doors: Vec<&str> = holder.work().iter().map(Door::id).collect();
        let sums = losses(holder, GIVEN)
            .map(|loss| format!("{} × {} = {}", loss.open_doors.count(), loss.minutes, loss.door_minutes));
        for row in [
            format!("| {} | {} |", holder.id(), doors.join(", ")),
            format!("| {} | {} |", holder.id(), sums.join(" | ")),
        ] {
            assert!(PAGE.contains(&row), "the page does not say: {row}");
        }
    }
}
