//! Where things are on the stage. The drawings in the painter's room are made to these places.

use super::easing::{Point, at};
use crate::model::{Gate, Hand, Station};

/// The essential picture: left, top, width, height.
pub const LINE: [f64; 4] = [0.0, 150.0, 1600.0, 530.0];

/// Where the crane's hook was drawn: the middle of the foot of a box that hangs on it.
pub const HOOK: Point = at(930.0, 336.5);

/// The line's beginning, for narrow screens.
pub const BEGINNING: [f64; 4] = [10.0, 190.0, 660.0, 400.0];

/// Where the idea stands when it is a wish.
pub const WISH: Point = at(255.0, 326.0);
/// Where the next wish is heard, above the customers.
pub const NEXT_WISH: Point = at(1256.0, 240.0);
/// Where the idea stands when it is code.
pub const WORKBENCH: Point = at(524.0, 393.0);
/// Where the change joins the main line, on its way to the gates.
pub const MAIN_LINE: Point = at(628.0, 396.0);
/// Behind the last gate.
pub const AFTER_GATES: Point = at(818.0, 396.0);
/// Where the image is sealed.
pub const PALLET: Point = at(880.0, 406.0);
/// Among the stored boxes.
pub const YARD: Point = at(905.0, 406.0);
/// Where the crane lets go of it.
pub const ON_THE_PIER: Point = at(1090.0, 430.0);

/// The way of a box by crane: lifted, carried over, let down on the pier.
pub const CRANE_WAY: [Point; 4] = [YARD, at(905.0, 340.0), at(1090.0, 340.0), ON_THE_PIER];

/// Above the table, at the place of a hand.
#[must_use]
pub const fn hand(hand: Hand) -> Point {
    match hand {
        Hand::Owner => at(326.0, 344.0),
        Hand::Manager => at(352.5, 344.0),
        Hand::Designer => at(379.5, 344.0),
        Hand::Engineer => at(406.0, 344.0),
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
        Station::Ci => at(722.0, 428.0),
        Station::Container => at(890.0, 428.0),
        Station::Release => at(1296.0, 624.0),
        Station::Operate => at(1106.0, 316.0),
    }
}

/// What the camera looks at for a station: left, top, width, height.
#[must_use]
pub const fn sight(station: Station) -> [f64; 4] {
    match station {
        Station::Need => [20.0, 225.0, 330.0, 240.0],
        Station::Spec => [230.0, 240.0, 280.0, 225.0],
        Station::Code => [410.0, 240.0, 280.0, 225.0],
        Station::Ci => [590.0, 255.0, 280.0, 205.0],
        Station::Container => [790.0, 185.0, 330.0, 280.0],
        Station::Release => [985.0, 174.0, 600.0, 534.0],
        Station::Operate => [930.0, 160.0, 660.0, 548.0],
    }
}

/// The two berths: where a boat's waterline has its middle.
pub const UPPER_BERTH: Point = at(1295.0, 462.0);
/// The lower one.
pub const LOWER_BERTH: Point = at(1295.0, 594.0);

/// The way of an order over the upper pier to the far shore.
pub const UPPER_WAY: [Point; 6] =
    [at(1030.0, 426.0), at(1185.0, 426.0), at(1262.0, 428.0), at(1370.0, 424.0), at(1452.0, 352.0), at(1496.0, 278.0)];
/// The way over the gangway and the lower pier.
pub const LOWER_WAY: [Point; 7] = [
    at(1030.0, 430.0),
    at(1158.0, 538.0),
    at(1190.0, 558.0),
    at(1262.0, 560.0),
    at(1376.0, 552.0),
    at(1476.0, 410.0),
    at(1520.0, 278.0),
];
/// Where orders wait before the closed gate: the last of the queue stands furthest left.
pub const QUEUE: Point = at(1016.0, 436.0);
/// Where orders that turned away are put down.
pub const TURNED: Point = at(985.0, 466.0);
/// Where the customers stand on the far shore; failed orders are put down before their feet.
pub const CUSTOMERS: [Point; 5] =
    [at(1176.0, 279.0), at(1228.0, 279.0), at(1284.0, 279.0), at(1342.0, 279.0), at(1404.0, 279.0)];

/// The gangway's pivot, and the angle (degrees) at which it reaches the lower pier.
pub const GANGWAY: Point = at(1008.0, 430.0);
/// See [`GANGWAY`].
pub const GANGWAY_DOWN: f64 = 38.0;
/// Lower edge of the tower's gauge of the error budget.
pub const MARGIN_FOOT: f64 = 366.0;
/// The barrier's pivot, and the angle (degrees) at which it stands open.
pub const BARRIER: Point = at(1030.0, 408.0);
/// See [`BARRIER`].
pub const BARRIER_OPEN: f64 = -75.0;
