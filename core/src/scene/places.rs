//! Where things are on the stage. The drawings in the painter's room are made to these places.

use super::easing::{Point, at};
use crate::model::{Gate, Hand, Station};

/// All that is drawn: left, top, width, height. The widest and the tallest screens see no more.
pub const WORLD: [f64; 4] = [-900.0, -1_200.0, 3_400.0, 2_900.0];

/// Where slips can be: left, top, width, height.
pub const CROSSING: [f64; 4] = [600.0, 262.0, 990.0, 360.0];

/// The essential picture: left, top, width, height.
pub const LINE: [f64; 4] = [0.0, 150.0, 1600.0, 530.0];

/// Where the crane's hook was drawn: the middle of the foot of a box that hangs on it.
pub const HOOK: Point = at(876.0, 334.0);

/// The line's beginning, for narrow screens.
pub const BEGINNING: [f64; 4] = [10.0, 190.0, 660.0, 400.0];

/// Where the idea stands when it is a wish.
pub const WISH: Point = at(246.0, 349.0);
/// Where the next wish is heard, above the customers.
pub const NEXT_WISH: Point = at(1256.0, 240.0);
/// Where the idea stands when it is code.
pub const WORKBENCH: Point = at(508.0, 388.5);
/// Where the change joins the main line, on its way to the gates.
pub const MAIN_LINE: Point = at(628.0, 396.0);
/// Behind the last gate.
pub const AFTER_GATES: Point = at(818.0, 396.0);
/// The end of the chute that takes back what a gate stopped.
pub const CHUTE_END: Point = chute(622.0);
/// Where the image is sealed.
pub const PALLET: Point = at(876.0, 404.0);
/// Upon the layers in the bench there.
pub const BENCH: Point = at(876.0, 389.0);
/// Upon the stored images.
pub const YARD: Point = at(932.0, 350.0);
/// Where the crane lets go of it.
pub const ON_THE_PIER: Point = at(1090.0, 430.0);

/// The way of a container by crane: lifted, carried over, let down in the yard.
pub const STORE_WAY: [Point; 4] = [PALLET, at(876.0, 338.0), at(932.0, 338.0), YARD];
/// The way of its copy from there to the pier.
pub const CRANE_WAY: [Point; 4] = [YARD, at(932.0, 336.0), at(1090.0, 336.0), ON_THE_PIER];

/// On the chute, below a gate that stands at `x`.
#[must_use]
pub const fn chute(x: f64) -> Point {
    /// Its upper end, and how much it falls from one stage unit to the next.
    const UPPER: Point = at(814.0, 413.0);
    const FALL: f64 = 0.125;
    at(x, UPPER.y + (UPPER.x - x) * FALL)
}

/// On the table, in a hand.
#[must_use]
pub const fn hand(hand: Hand) -> Point {
    match hand {
        Hand::Owner => at(315.0, 393.0),
        Hand::Manager => at(349.0, 393.0),
        Hand::Designer => at(383.0, 393.0),
        Hand::Engineer => at(417.0, 393.0),
    }
}

/// On the belt, under a gate.
#[must_use]
pub const fn gate(gate: Gate) -> Point {
    match gate {
        Gate::Lint => at(655.0, 396.0),
        Gate::Compile => at(700.0, 396.0),
        Gate::Unit => at(745.0, 396.0),
        Gate::Integration => at(790.0, 396.0),
        Gate::EndToEnd => ON_THE_PIER,
    }
}

/// Where a station's sign hangs: the middle of its upper edge.
#[must_use]
pub const fn sign(station: Station) -> Point {
    match station {
        Station::Need => at(128.0, 428.0),
        Station::Spec => at(366.0, 428.0),
        Station::Code => at(532.0, 428.0),
        Station::Ci => at(722.0, 449.0),
        Station::Container => at(946.0, 432.0),
        Station::Release => at(1296.0, 624.0),
        Station::Operate => at(1100.0, 158.0),
    }
}

/// What the camera looks at for a station: left, top, width, height.
#[must_use]
pub const fn sight(station: Station) -> [f64; 4] {
    match station {
        Station::Need => [20.0, 225.0, 330.0, 240.0],
        Station::Spec => [230.0, 240.0, 280.0, 225.0],
        Station::Code => [410.0, 240.0, 280.0, 225.0],
        Station::Ci => [592.0, 270.0, 270.0, 200.0],
        Station::Container => [800.0, 262.0, 356.0, 304.0],
        // Boats and tower in one picture: the tower's lamp answers what the boats do, and runs side by side have one horizon.
        Station::Release | Station::Operate => [930.0, 152.0, 660.0, 556.0],
    }
}

/// The two berths: where a boat's waterline has its middle.
pub const UPPER_BERTH: Point = at(1295.0, 462.0);
/// The lower one.
pub const LOWER_BERTH: Point = at(1295.0, 594.0);

/// The way of an order from the quay over the gangway to the upper berth's landing stage.
pub const UPPER_WAY: [Point; 3] = [at(944.0, 437.0), at(1010.0, 425.0), at(1198.0, 422.0)];
/// The way over the gangway when it reaches down to the lower berth.
pub const LOWER_WAY: [Point; 4] = [at(944.0, 437.0), at(1010.0, 424.0), at(1158.0, 539.0), at(1198.0, 554.0)];
/// The way over the plank to the lower berth.
pub const PLANK_WAY: [Point; 5] =
    [at(944.0, 441.0), at(1008.0, 452.0), at(1028.0, 451.0), at(1144.0, 544.0), at(1198.0, 554.0)];
/// Where orders wait before the closed gate: the last of the queue stands furthest left.
pub const QUEUE: Point = at(1008.0, 433.0);
/// Where orders that turned away are put down: the middle of the heap's foot.
pub const TURNED: Point = at(978.0, 464.0);
/// Where the customers stand on their landing on the far shore; failed orders are put down before their feet.
pub const CUSTOMERS: [Point; 5] =
    [at(1236.0, 309.0), at(1306.0, 309.0), at(1376.0, 309.0), at(1447.0, 309.0), at(1517.0, 309.0)];

/// The gangway's pivot, and the angle (degrees) at which it reaches the lower berth.
pub const GANGWAY: Point = at(1016.0, 433.0);
/// See [`GANGWAY`].
pub const GANGWAY_DOWN: f64 = 39.5;
/// How far the plank is drawn in, along its length.
pub const PLANK_IN: f64 = -172.0;
/// Foot and length of the margin under the promise: it was drawn upright, and lies on its side.
pub const MARGIN_FOOT: f64 = 0.0;
/// See [`MARGIN_FOOT`].
pub const MARGIN_LENGTH: f64 = 60.0;
/// The barrier's pivot, and the angle (degrees) at which it stands open.
pub const BARRIER: Point = at(1030.0, 405.5);
/// See [`BARRIER`].
pub const BARRIER_OPEN: f64 = -80.0;
