//! Charts no larger than a word: where one figure stands, how long one is beside others, which pairs can be compared.
//!
//! Owns: their shapes. May use: scene, scales. Deliberately absent: words, which stand beside them in the page.

use super::super::scene::{Dash, Ink, Op, Paint, Scene, Shape, Step};
use super::super::spec::{Bound, MiniStrip, PairMark, Quantity, Who};

/// The width of a mini strip; the page may draw it smaller.
const STRIP_PX: f64 = 150.0;
/// The height of what stands in a line of text.
const LINE_PX: f64 = 16.0;
/// Beside a strip's axis, room for a dot and its arrow.
const SIDE_PX: f64 = 12.0;
/// From one pair to the next.
const PAIR_PX: f64 = 9.4;
/// How long the longest bar is.
const BAR_PX: f64 = 240.0;
const BAR_HEIGHT_PX: f64 = 14.0;
/// Room for a bar's arrow.
const BAR_SIDE_PX: f64 = 10.0;

/// Where a value stands in a mini strip, from its left, in px. Zero has a slot of its own left of a logarithmic axis.
pub fn mini_strip_at(strip: &MiniStrip, value: f64) -> f64 {
    strip.scale.at(value).map_or(3.0, |at| SIDE_PX + at * (STRIP_PX - 2.0 * SIDE_PX))
}

/// One figure on its axis: a tick for everybody else's of the same definition, and the figure itself.
pub fn mini_strip(strip: &MiniStrip) -> Scene {
    let mut ops = vec![line(vec![Step::Move(SIDE_PX, 8.0), Step::Line(STRIP_PX - SIDE_PX, 8.0)], 1.0, Ink::Grid)];
    for other in &strip.others {
        let x = mini_strip_at(strip, *other);
        ops.push(line(vec![Step::Move(x, 4.5), Step::Line(x, 11.5)], 1.0, Ink::Dot));
    }
    mark(&mut ops, mini_strip_at(strip, strip.at.value), strip.at, strip.who);
    Scene { width_px: STRIP_PX, height_px: LINE_PX, ops, marks: Vec::new() }
}

/// A figure's mark: full where it is exact, with a ring where it is about, hollow where it is planned, with an arrow to where it
/// lies where it is a bound.
fn mark(ops: &mut Vec<Op>, x: f64, at: Quantity, who: Who) {
    let ink = ink(who);
    let radius = if at.bound == Bound::About { 3.5 } else { 4.5 };
    let body = match who {
        Who::Own => {
            let reach = radius + 1.0;
            let corners = [(-reach, 0.0), (0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
            let to = |(across, down): (f64, f64)| (x + across, 8.0 + down);
            let steps = corners.into_iter().map(to).enumerate().map(|(nth, (x, y))| match nth {
                0 => Step::Move(x, y),
                _ => Step::Line(x, y),
            });
            Shape::Path(steps.collect())
        }
        _ => Shape::Circle { x, y: 8.0, radius },
    };
    let is_hollow = at.planned || at.derived;
    ops.push(op(body.clone(), if is_hollow { Ink::Paper } else { ink }, Paint::Fill));
    if is_hollow {
        ops.push(op(body, ink, Paint::Stroke { width: 1.5, dash: Dash::Solid }));
    }
    if at.bound == Bound::About {
        let halo = Shape::Circle { x, y: 8.0, radius: radius + 3.0 };
        ops.push(op(halo, ink, Paint::Stroke { width: 1.0, dash: Dash::Solid }));
    }
    arrow(ops, x, 8.0, radius, at.bound, ink);
}

/// An arrow to where a bounded figure lies.
fn arrow(ops: &mut Vec<Op>, x: f64, y: f64, from: f64, bound: Bound, ink: Ink) {
    let side = match bound {
        Bound::AtLeast => 1.0,
        Bound::Nearly | Bound::LessThan => -1.0,
        Bound::Exact | Bound::About => return,
    };
    let (start, head, tip) = (x + side * from, x + side * (from + 2.5), x + side * (from + 6.0));
    let steps = vec![
        Step::Move(start, y),
        Step::Line(tip, y),
        Step::Move(head, y - 3.0),
        Step::Line(tip, y),
        Step::Line(head, y + 3.0),
    ];
    ops.push(line(steps, 1.5, ink));
}

/// How long a figure is, from zero, beside the greatest of its definition: 1 is the longest.
pub fn mini_bar(of_greatest: f64, at: Quantity, who: Who) -> Scene {
    let width = of_greatest.clamp(0.0, 1.0) * BAR_PX;
    let ink = ink(who);
    let body = |radius| Shape::Rect { x: 0.0, y: 1.0, width, height: BAR_HEIGHT_PX, radius };
    let is_hollow = at.planned || at.derived;
    // Zero is a length too: a line where the bar would begin.
    let mut ops = vec![line(vec![Step::Move(0.5, 0.0), Step::Line(0.5, LINE_PX)], 1.0, Ink::Axis)];
    match at.bound {
        // About: as long as it says, and its last part in slices.
        Bound::About if !is_hollow => {
            for (from, to) in [(0.0, 0.88), (0.91, 0.94), (0.97, 1.0)] {
                let slice = Shape::Rect {
                    x: width * from,
                    y: 1.0,
                    width: width * (to - from),
                    height: BAR_HEIGHT_PX,
                    radius: 0.0,
                };
                ops.push(op(slice, ink, Paint::Fill));
            }
        }
        _ => ops.push(op(body(0.0), if is_hollow { Ink::Paper } else { ink }, Paint::Fill)),
    }
    if is_hollow {
        ops.push(op(body(0.0), ink, Paint::Stroke { width: 1.5, dash: Dash::Dashed }));
    }
    arrow(&mut ops, width, LINE_PX / 2.0, if at.bound == Bound::AtLeast { 1.0 } else { -8.0 }, at.bound, ink);
    Scene { width_px: BAR_PX + BAR_SIDE_PX, height_px: LINE_PX, ops, marks: Vec::new() }
}

/// A mark for each pair: full, half full, empty, or a dash where one of the two is silent.
pub fn pair_marks(pairs: &[PairMark]) -> Scene {
    const RADIUS: f64 = 3.6;
    let mut ops = Vec::new();
    for (nth, pair) in pairs.iter().enumerate() {
        let x = 5.0 + PAIR_PX * nth as f64;
        let circle = || Shape::Circle { x, y: 6.0, radius: RADIUS };
        match pair {
            PairMark::Same => ops.push(op(circle(), Ink::Text, Paint::Fill)),
            PairMark::Differs => ops.push(op(circle(), Ink::Axis, Paint::Stroke { width: 1.2, dash: Dash::Solid })),
            PairMark::SameBut => {
                // The right half, as eight chords.
                let at = |eighth: usize| {
                    let angle = std::f64::consts::PI * (eighth as f64 / 8.0 - 0.5);
                    (x + RADIUS * angle.cos(), 6.0 + RADIUS * angle.sin())
                };
                let steps = (0..=8).map(at).enumerate().map(|(nth, (x, y))| match nth {
                    0 => Step::Move(x, y),
                    _ => Step::Line(x, y),
                });
                ops.push(op(Shape::Path(steps.collect()), Ink::Text, Paint::Fill));
                ops.push(op(circle(), Ink::Text, Paint::Stroke { width: 1.2, dash: Dash::Solid }));
            }
            PairMark::Silent => {
                ops.push(line(vec![Step::Move(x - 2.5, 6.0), Step::Line(x + 2.5, 6.0)], 1.2, Ink::Axis));
            }
        }
    }
    Scene { width_px: 10.0 + PAIR_PX * pairs.len().saturating_sub(1) as f64, height_px: 12.0, ops, marks: Vec::new() }
}

fn ink(who: Who) -> Ink {
    match who {
        Who::Other => Ink::Dot,
        Who::Case => Ink::Case,
        Who::Lit => Ink::Accent,
        Who::Own => Ink::Mine,
    }
}

fn op(shape: Shape, ink: Ink, paint: Paint) -> Op {
    Op { shape, ink, paint, mark: None }
}

fn line(steps: Vec<Step>, width: f64, ink: Ink) -> Op {
    op(Shape::Path(steps), ink, Paint::Stroke { width, dash: Dash::Solid })
}

#[cfg(test)]
mod tests {
    use super::super::super::spec::Scale;
    use super::*;
    use proptest::prelude::*;

    fn quantity(value: f64, bound: Bound) -> Quantity {
        Quantity { value, bound, planned: false, derived: false }
    }

    /// The middle of the figure's body.
    fn middle(scene: &Scene, who: Who) -> f64 {
        let of = |op: &Op| match &op.shape {
            Shape::Circle { x, .. } => Some(*x),
            Shape::Path(steps) if steps.len() == 5 && op.paint == Paint::Fill => match (steps[0], steps[2]) {
                (Step::Move(left, _), Step::Line(right, _)) => Some((left + right) / 2.0),
                _ => None,
            },
            _ => None,
        };
        let found = scene.ops.iter().find(|op| op.ink == ink(who) && of(op).is_some()).and_then(of);
        found.expect("a mark")
    }

    proptest! {
        #[test]
        fn a_dot_stands_and_a_bar_ends_where_the_scale_puts_the_value(
            value in 0.0..1e6f64,
            other in 0.0..1e6f64,
            is_log: bool,
            bound in proptest::sample::select(&[Bound::Exact, Bound::About, Bound::AtLeast, Bound::LessThan][..]),
            who in proptest::sample::select(&[Who::Case, Who::Own, Who::Lit][..]),
        ) {
            let scale = if is_log { Scale::Log { from: 1.0, end: 1e6 } } else { Scale::Linear { end: 1e6 } };
            let strip = MiniStrip { scale, others: vec![other], at: quantity(value, bound), who };
            let scene = mini_strip(&strip);
            let expected = match scale.at(value) {
                Some(at) => 12.0 + at * 126.0,
                None => 3.0,
            };
            prop_assert!((middle(&scene, who) - expected).abs() < 0.5);
            for op in &scene.ops {
                if let Shape::Path(steps) = &op.shape {
                    for step in steps {
                        let (Step::Move(x, _) | Step::Line(x, _)) = step;
                        prop_assert!((-4.0..=scene.width_px + 0.01).contains(x), "{x}");
                    }
                }
            }
            let bar = mini_bar(value / 1e6, quantity(value, bound), who);
            let end = bar.ops.iter().filter_map(|op| match op.shape {
                Shape::Rect { x, width, .. } => Some(x + width),
                _ => None,
            }).fold(0.0, f64::max);
            prop_assert!((end - value / 1e6 * BAR_PX).abs() < 0.5);
        }
    }

    #[test]
    fn every_pair_has_a_mark_of_its_own_kind() {
        let scene = pair_marks(&[PairMark::Same, PairMark::SameBut, PairMark::Differs, PairMark::Silent]);
        let shapes: Vec<bool> = scene.ops.iter().map(|op| matches!(op.shape, Shape::Circle { .. })).collect();
        assert_eq!(shapes, [true, false, true, true, false]);
        assert_eq!(pair_marks(&[]).ops.len(), 0);
        assert!((scene.width_px - (10.0 + 3.0 * PAIR_PX)).abs() < 1e-9);
    }
}
