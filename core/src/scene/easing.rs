//! Curves of motion: everything starts gently and settles.

/// From 0 to 1, gentle at both ends; outside, its ends.
#[must_use]
pub fn ease(part: f64) -> f64 {
    let part = part.clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

/// From 0 to 1 as something heavy goes: it gathers itself a little the other way, passes its end a little, and settles.
#[must_use]
pub fn swing(part: f64) -> f64 {
    /// How far it goes beyond both ends; 1 is about 4 %.
    const HEAVE: f64 = 1.0;
    let part = part.clamp(0.0, 1.0);
    let heave = |x: f64| x * x * ((HEAVE + 1.0) * x - HEAVE);
    if part < 0.5 { heave(2.0 * part) / 2.0 } else { 1.0 - heave(2.0 - 2.0 * part) / 2.0 }
}

/// The way from `from` to `to`, `part` of it gone.
#[must_use]
pub fn mix(from: f64, to: f64, part: f64) -> f64 {
    from + (to - from) * part
}

/// How much of `length` has passed, eased. Nothing takes no time: a length of 0 is over.
#[must_use]
pub fn passed(ms: u64, length: u64) -> f64 {
    if length == 0 { 1.0 } else { ease(ms as f64 / length as f64) }
}

/// How much of the stretch `from` to `to` lies before `part`, eased.
#[must_use]
pub fn within(part: f64, (from, to): (f64, f64)) -> f64 {
    ease((part - from) / (to - from))
}

/// A point on the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A point.
#[must_use]
pub const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Point {
    /// The point on the straight way to `other`, `part` of it gone.
    #[must_use]
    pub fn towards(self, other: Self, part: f64) -> Self {
        at(mix(self.x, other.x, part), mix(self.y, other.y, part))
    }
}

/// The point on a line of points, `part` of its length gone.
#[must_use]
pub fn along(line: &[Point], part: f64) -> Point {
    let Some(first) = line.first() else { return Point::default() };
    let length = |from: &Point, to: &Point| ((to.x - from.x).powi(2) + (to.y - from.y).powi(2)).sqrt();
    let total: f64 = line.windows(2).map(|pair| length(&pair[0], &pair[1])).sum();
    let mut left = total * part.clamp(0.0, 1.0);
    for pair in line.windows(2) {
        let here = length(&pair[0], &pair[1]);
        if left <= here {
            return pair[0].towards(pair[1], if here > 0.0 { left / here } else { 0.0 });
        }
        left -= here;
    }
    line.last().copied().unwrap_or(*first)
}
