//! A moment and a size to a frame: where everything stands. Stage units: x to the right, y down; the quay's
//! ground lies at y = 410. Drawing it is somebody else's work.

pub mod air;
pub mod camera;
mod carried;
pub mod crowd;
mod drawing;
pub mod easing;
mod fleet;
mod frame;
mod idea;
mod places;
mod works;

pub use camera::{Camera, View, camera};
pub use crowd::{Slip, SlipKind, orders_a_slip};
pub use frame::{Boat, Frame, Heading, How, Hull, Idea, Pose, Sign, frame, picture, slips};
pub use places::{CROSSING, WORLD};
pub use works::State;
