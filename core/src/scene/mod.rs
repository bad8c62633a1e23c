//! A moment and a size to a frame: where everything stands. Stage units: x to the right, y down; the quay's
//! ground lies at y = 410. Drawing it is somebody else's work.

pub mod camera;
pub mod crowd;
pub mod easing;
mod fleet;
mod frame;
mod idea;
mod places;
mod works;

pub use camera::View;
pub use crowd::{Slip, SlipKind, orders_a_slip};
pub use frame::{Boat, Frame, How, Idea, Pose, Sign, frame};
