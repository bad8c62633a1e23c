//! The customers' moods.

use super::Shown;
use crate::{
    model::timeline::MILLI,
    scene::crowd::{known_to, orders_a_slip},
};

const CUSTOMERS: [&str; 5] = ["customer-1", "customer-2", "customer-3", "customer-4", "customer-5"];
/// Minutes for which a customer is sorry about an order that came back.
const SORRY_MINUTES: u64 = 2;
/// Slips of a heap that a customer does not smile at, even when orders arrive well again.
const NO_SMILE: u64 = 6;

pub(super) fn show(shown: &mut Shown<'_>) {
    let (timeline, moment) = (shown.timeline, shown.moment);
    let a_slip = orders_a_slip(timeline.scenario.orders);
    let lately = timeline.known(moment.instant.saturating_sub(SORRY_MINUTES * MILLI));
    shown.states.extend(CUSTOMERS.into_iter().zip(0_u64..).map(|(part, customer)| {
        let (well, failed) = known_to(customer, &moment.known, a_slip);
        let (_, old) = known_to(customer, &lately, a_slip);
        let mood = if failed > old && !moment.restored {
            "sorry"
        } else if well > 0 && failed < NO_SMILE {
            "glad"
        } else {
            "waiting"
        };
        (part, mood)
    }));
}
