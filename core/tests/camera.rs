//! What a viewer relies on: at rest the picture is sharp, and its planes move as near and far things do.

use naru_core::{
    model::Scenario,
    scene::{Camera, Frame, View, frame},
    session,
    time::Show,
};

fn view(width: f64, height: f64) -> View {
    View { width, height, camera: session::Camera::Follow, still: false, before: false, letters: 1.0 }
}

fn frame_at(show: &Show, place: u64, view: &View) -> Frame {
    frame(&show.timeline, &show.at(place), view)
}

#[test]
fn wherever_the_camera_rests_pixels_fall_on_pixels() {
    let show = Show::new(&Scenario::default());
    for (width, height) in [(366.0, 438.0), (640.0, 238.0), (962.0, 474.0), (1_400.0, 720.0)] {
        let view = view(width, height);
        let rests = (0..show.length()).step_by(100).filter(|place| show.at(*place).here_ms > 2_000);
        for place in rests {
            let Camera { left, top, scale } = frame_at(&show, place, &view).camera;
            for edge in [left * scale, top * scale] {
                assert!((edge - edge.round()).abs() < 1e-6, "{width}x{height} at {place}: {edge}");
            }
        }
    }
}

#[test]
fn far_planes_go_less_far_with_the_camera_and_near_ones_further() {
    let view = view(962.0, 474.0);
    let seen = |left: f64, depth: f64| Camera { left, top: 150.0, scale: 2.0 }.at_depth(depth, &view).left;
    let way = |depth: f64| seen(500.0, depth) - seen(300.0, depth);
    assert!((way(1.0) - 200.0).abs() < 1e-9, "the works' plane goes with the camera");
    assert!((way(0.9) - 180.0).abs() < 1e-9 && (way(1.06) - 212.0).abs() < 1e-9);
    // In the middle of the line all planes stand as they were drawn.
    let middle = 800.0 - view.width / 2.0 / 2.0;
    assert!([0.9, 1.0, 1.06].iter().all(|depth| (seen(middle, *depth) - middle).abs() < 1e-9));
}
