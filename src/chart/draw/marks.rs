//! The marks themselves: how a bound, a plan, a computed or a missing figure looks.
//!
//! Owns: the shape of every mark, as plain vector shapes that survive forced colours, print and any SVG reader (no
//! filters, no pattern ids). May use: the recorder. Deliberately absent: where a mark stands.

use super::super::recorder::{Recorder, Track};
use super::super::scene::{Dash, Ink, Paint, Shape, Step};
use super::super::spec::{Bound, Quantity, Who};

/// What the inside of a bar says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// Solid: stated.
    Solid,
    /// Hatched in an outline: planned.
    Hatched,
    /// Light in an outline: computed by us.
    Tinted,
}

/// Inside and ink of a figure's mark.
pub(super) fn look(muted: bool, planned: bool, derived: bool) -> (Body, Ink) {
    let (body, ink) = match (planned, derived) {
        (true, true) => (Body::Hatched, Ink::Derived),
        (true, false) => (Body::Hatched, Ink::Planned),
        (false, true) => (Body::Tinted, Ink::Derived),
        (false, false) => (Body::Solid, Ink::Reported),
    };
    (body, if muted { Ink::Context } else { ink })
}

/// How far a bound's end reaches beyond the value.
pub(super) fn overhang(bound: Bound) -> i32 {
    match bound {
        Bound::Exact => 0,
        Bound::About => 6,
        Bound::AtLeast => 10,
        Bound::Nearly | Bound::LessThan => 2,
    }
}

/// A bar from `from` to `to`, its end as exact as the figure.
pub(super) fn bar(recorder: &mut Recorder, track: Track, body: Body, ink: Ink, bound: Bound) {
    let Track { from, to, middle, .. } = track;
    let (top, bottom) = (track.top(), track.bottom());
    match bound {
        Bound::Exact => fill(recorder, track, body, ink, true),
        Bound::About => {
            let solid_to = (to - 9.0).max(from + 1.0);
            fill(recorder, Track { to: solid_to, ..track }, body, ink, true);
            // The middle slice stands on the value.
            for (at, width) in [(to - 7.0, 4.0), (to - 1.0, 2.5), (to + 4.0, 1.5)] {
                if at > solid_to {
                    recorder.fill(Track { from: at, to: at + width, ..track }, 0.0, ink);
                }
            }
        }
        Bound::AtLeast => {
            fill(recorder, track, body, ink, false);
            let tip =
                vec![Step::Move(to + 2.5, top + 1.0), Step::Line(to + 9.0, middle), Step::Line(to + 2.5, bottom - 1.0)];
            recorder.stroke(tip, 2.0, ink);
        }
        Bound::Nearly | Bound::LessThan => {
            fill(recorder, Track { to: (to - 5.0).max(from + 1.0), ..track }, body, ink, true);
            let hook = vec![
                Step::Move(to - 4.0, top - 3.0),
                Step::Line(to, top - 3.0),
                Step::Line(to, bottom + 3.0),
                Step::Line(to - 4.0, bottom + 3.0),
            ];
            recorder.stroke(hook, 2.0, ink);
        }
    }
}

fn fill(recorder: &mut Recorder, track: Track, body: Body, ink: Ink, closed: bool) {
    let track = Track { to: track.to.max(track.from + 1.0), ..track };
    let (top, bottom) = (track.top(), track.bottom());
    match body {
        Body::Solid => return recorder.fill(track, 0.0, ink),
        Body::Tinted => recorder.fill(track, 0.0, Ink::DerivedTint),
        Body::Hatched => hatch(recorder, track, ink),
    }
    if closed {
        recorder.outline(track, 0.0, ink, Dash::Solid);
    } else {
        let (top, bottom, left) = (top + 0.75, bottom - 0.75, track.from + 0.75);
        let open = vec![
            Step::Move(track.to, top),
            Step::Line(left, top),
            Step::Line(left, bottom),
            Step::Line(track.to, bottom),
        ];
        recorder.stroke(open, 1.5, ink);
    }
}

/// How far a dot and what its bound adds reach from its middle, in the direction of the axis.
pub(super) fn dot_reach(bound: Bound) -> i32 {
    if bound == Bound::Exact { 8 } else { 14 }
}

/// A dot on a pixel, with the bounds of bars: to the right, and upwards.
pub(super) fn dot(recorder: &mut Recorder, (x, y): (i32, i32), (body, ink): (Body, Ink), right: Bound, up: Bound) {
    let (x, y) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
    let inside = match body {
        Body::Solid => ink,
        Body::Hatched => Ink::Paper,
        Body::Tinted => Ink::DerivedTint,
    };
    recorder.disc(x, y, 5.5, inside);
    if body != Body::Solid {
        let track = Track { from: x - 5.5, to: x + 5.5, middle: y, height: 11.0 };
        recorder.outline(track, 4.75, ink, Dash::Solid);
    }
    let mut lines = |lines: &[[i8; 4]], upward, width| {
        let at = |along: i8, across: i8| match (f64::from(along), f64::from(across)) {
            (along, across) if upward => (x + across, y - along),
            (along, across) => (x + along, y + across),
        };
        let mut steps = Vec::new();
        let mut last = [0, 0];
        for [from, from_side, to, to_side] in lines {
            if last != [*from, *from_side] {
                let (x, y) = at(*from, *from_side);
                steps.push(Step::Move(x, y));
            }
            let (x, y) = at(*to, *to_side);
            steps.push(Step::Line(x, y));
            last = [*to, *to_side];
        }
        recorder.stroke(steps, width, ink);
    };
    if body == Body::Hatched {
        lines(&[[-5, 1, 1, -5], [-4, 4, 4, -4], [-1, 5, 5, -1]], false, 1.25);
    }
    for (bound, upward) in [(right, false), (up, true)] {
        // Along the axis and across it, from and to.
        let end: &[[i8; 4]] = match bound {
            Bound::Exact => &[],
            Bound::About => &[[-8, -5, -8, 5], [8, -5, 8, 5], [-11, -3, -11, 3], [11, -3, 11, 3]],
            Bound::AtLeast => &[[8, -5, 12, 0], [12, 0, 8, 5]],
            Bound::Nearly | Bound::LessThan => &[[5, -8, 9, -8], [9, -8, 9, 8], [9, 8, 5, 8]],
        };
        lines(end, upward, 1.75);
    }
}

/// How much wider than a dot its halo is.
const HALO_PX: f64 = 3.75;
/// From the edge of a dot to the tip of its arrow.
const ARROW_PX: f64 = 6.5;

/// Half a strip chart's dot without what its bound adds.
pub(super) fn radius(who: Who) -> f64 {
    match who {
        Who::Other => 4.25,
        Who::Case | Who::Lit => 5.5,
        // From corner to corner of the diamond.
        Who::Own => 6.5,
    }
}

/// Half a strip chart's dot with its halo, and how far its arrow reaches to the left and to the right of its middle.
pub(super) fn point_reach(who: Who, bound: Bound) -> (f64, f64, f64) {
    let radius = radius(who);
    let arrow = radius + ARROW_PX + 1.0;
    match bound {
        Bound::Exact => (radius, radius, radius),
        Bound::About => (radius + HALO_PX, radius + HALO_PX, radius + HALO_PX),
        Bound::AtLeast => (radius, radius, arrow),
        Bound::Nearly | Bound::LessThan => (radius, arrow, radius),
    }
}

/// The dot of a strip chart: its middle is the value, a halo says about, an arrow where the figure lies.
pub(super) fn point(recorder: &mut Recorder, (x, y): (f64, f64), who: Who, at: Quantity) {
    let ink = match who {
        Who::Lit => Ink::Accent,
        Who::Own => Ink::Mine,
        _ if at.derived => Ink::Derived,
        Who::Case => Ink::Case,
        Who::Other => Ink::Dot,
    };
    let reach = radius(who);
    if at.bound == Bound::About {
        let halo = Shape::Circle { x, y, radius: reach + HALO_PX };
        recorder.push(halo, ink, Paint::Wash { opacity: 0.26 });
    }
    let outlined = at.planned || at.derived;
    let size = match at.bound {
        // A line of 1.5 px reaches farther at the corners of a diamond.
        _ if outlined => reach - if who == Who::Own { 1.06 } else { 0.75 },
        Bound::About => reach - 1.0,
        _ => reach,
    };
    let body = || match who {
        Who::Own => {
            let mut steps = vec![Step::Move(x - size, y)];
            // Once round, and the first side again: its corner is as sharp as the others.
            for (across, down) in [(0.0, -size), (size, 0.0), (0.0, size), (-size, 0.0), (0.0, -size)] {
                steps.push(Step::Line(x + across, y + down));
            }
            Shape::Path(steps)
        }
        _ => Shape::Circle { x, y, radius: size },
    };
    let inside = match (at.planned, at.derived) {
        (true, _) => Ink::Paper,
        (false, true) => Ink::DerivedTint,
        (false, false) => ink,
    };
    recorder.push(body(), inside, Paint::Fill);
    if at.planned {
        let mut steps = Vec::new();
        for along in [-0.6 * size, 0.0, 0.6 * size] {
            // The diagonal x + y = along, from edge to edge.
            let half = match who {
                Who::Own => size / 2.0,
                _ => (size * size / 2.0 - along * along / 4.0).max(0.0).sqrt(),
            };
            let (x, y) = (x + along / 2.0, y + along / 2.0);
            steps.extend([Step::Move(x - half, y + half), Step::Line(x + half, y - half)]);
        }
        recorder.stroke(steps, 1.0, ink);
    }
    if outlined {
        recorder.push(body(), ink, Paint::Stroke { width: 1.5, dash: Dash::Solid });
    }
    let side = match at.bound {
        Bound::AtLeast => 1.0,
        Bound::Nearly | Bound::LessThan => -1.0,
        Bound::Exact | Bound::About => return,
    };
    let (from, head, tip) = (x + side * reach, x + side * (reach + 3.25), x + side * (reach + ARROW_PX));
    let arrow = vec![
        Step::Move(from, y),
        Step::Line(tip, y),
        Step::Move(head, y - 3.25),
        Step::Line(tip, y),
        Step::Line(head, y + 3.25),
    ];
    recorder.stroke(arrow, 1.5, ink);
}

/// Diagonal lines, cut at the edges by arithmetic.
pub(super) fn hatch(recorder: &mut Recorder, track: Track, ink: Ink) {
    let mut steps = Vec::new();
    let mut reach = 5.0;
    while reach < track.width() + track.height {
        // The line x + y = reach, counted from the upper left corner.
        let (x0, x1) = ((reach - track.height).max(0.0), reach.min(track.width()));
        if x1 - x0 > 0.5 {
            steps.push(Step::Move(track.from + x0, track.top() + reach - x0));
            steps.push(Step::Line(track.from + x1, track.top() + reach - x1));
        }
        reach += 5.0;
    }
    recorder.stroke(steps, 1.25, ink);
}

/// Zero is a figure: a tick across the baseline.
pub(super) fn zero(recorder: &mut Recorder, x: f64, middle: f64, height: f64, ink: Ink) {
    recorder.fill(Track { from: x - 1.0, to: x + 2.0, middle, height: height + 6.0 }, 0.0, ink);
}

/// The place of a figure nobody stated.
pub(super) fn slot(recorder: &mut Recorder, track: Track) {
    recorder.outline(track, 2.0, Ink::NotReported, Dash::Dashed);
}

/// Width of the barred edge of [`refused`].
pub(super) const BARRED_PX: i32 = 16;

/// The place of a figure that is not drawn on purpose: a closed outline with a barred edge.
pub(super) fn refused(recorder: &mut Recorder, track: Track) {
    let (left, bar) = (track.from, track.from + f64::from(BARRED_PX));
    let (top, bottom) = (track.top() + 1.0, track.bottom() - 1.0);
    recorder.outline(track, 2.0, Ink::NotReported, Dash::Solid);
    let edge = vec![Step::Move(left + 1.0, bottom), Step::Line(bar, top), Step::Line(bar, bottom)];
    recorder.stroke(edge, 1.0, Ink::NotReported);
}

/// Nothing to see here: a short rule.
pub(super) fn dash(recorder: &mut Recorder, track: Track) {
    let middle_x = (track.from + track.to) / 2.0;
    let half = (track.width() / 2.0).min(4.0);
    recorder.fill(Track { from: middle_x - half, to: middle_x + half, height: 1.0, ..track }, 0.0, Ink::Axis);
}

/// The inks of times: of the line, and of the inside of a stretch.
pub(super) const TIME: (Ink, Ink) = (Ink::Time, Ink::TimeTint);

/// A stretch of time; soft ends fray outwards.
pub(super) fn stretch(recorder: &mut Recorder, track: Track, ink: Ink, from_soft: bool, to_soft: bool) {
    let frayed = |soft: bool| if soft && track.width() >= 24.0 { 11.0 } else { 0.0 };
    let (from, to) = (track.from + frayed(from_soft), track.to - frayed(to_soft));
    recorder.fill(Track { from, to: to.max(from + 3.0), ..track }, 0.0, ink);
    for (offset, width) in [(0.0, 2.0), (4.0, 2.5), (8.0, 2.0)] {
        if from > track.from {
            recorder.fill(Track { from: track.from + offset, to: track.from + offset + width, ..track }, 0.0, ink);
        }
        if to < track.to {
            recorder.fill(Track { from: track.to - offset - width, to: track.to - offset, ..track }, 0.0, ink);
        }
    }
}

/// A moment: a dot where it is known closely, else a light stretch in which it lies somewhere.
pub(super) fn moment(recorder: &mut Recorder, track: Track, (ink, tint): (Ink, Ink)) {
    if track.width() < 12.0 {
        recorder.disc((track.from + track.to) / 2.0, track.middle, track.height / 2.0 + 0.5, ink);
    } else {
        let radius = track.height / 2.0;
        recorder.fill(track, radius, tint);
        recorder.outline(track, radius - 0.75, ink, Dash::Solid);
    }
}

/// One of the years between which the source does not decide.
pub(super) fn perhaps(recorder: &mut Recorder, track: Track, ink: Ink) {
    let track = Track { from: track.from + 1.0, to: (track.to - 1.0).max(track.from + 4.0), ..track };
    let radius = (track.height / 2.0).min(track.width() / 2.0) - 0.75;
    recorder.outline(track, radius.max(0.0), ink, Dash::Dashed);
}
