//! Where the dots of a row stand above each other, and their labels beside them.
//!
//! Owns: a bee swarm that is the same every time: dots keep their x, which is their value; whoever would touch another moves
//! to the nearest free height. May use: the marks' reach, faces. Deliberately absent: axes, ink.

use super::super::scene::Ink;
use super::super::spec::{StripDot, Who};
use super::marks;
use super::sheet::{Block, Face};
use crate::model::order;

/// Between any two things of a row.
const GAP_PX: f64 = 1.3;
const LABEL_GAP_PX: f64 = 4.0;
/// What two named dots above each other need more than their height, so that a line of words stands beside each.
const WORDS_PX: f64 = 5.5;
/// What a label beside a dot in a crowd, where it takes the place of other dots, costs more than one above or below.
const ASIDE_COST: f64 = 24.0;

/// Something that takes room in a row: a disc, a box, or a disc with a box (an arrow) at its side.
#[derive(Clone, Copy)]
pub(super) struct Body {
    x: f64,
    y: f64,
    radius: f64,
    left: f64,
    right: f64,
    half: f64,
}

impl Body {
    /// A box around a height.
    pub(super) fn block(left: f64, right: f64, y: f64, half: f64) -> Body {
        Body { x: left, y, radius: 0.0, left, right, half }
    }

    fn of(dot: &StripDot, x: f64) -> Body {
        let (radius, left, right) = marks::point_reach(dot.who, dot.at.bound);
        let half = if left + right > 2.0 * radius { 4.0 } else { 0.0 };
        Body { x, y: 0.0, radius, left: x - left, right: x + right, half }
    }

    /// How far below or above each other both must be; zero where they may stand side by side.
    fn apart(&self, other: &Body) -> f64 {
        let mut apart: f64 = 0.0;
        if self.radius > 0.0 && other.radius > 0.0 {
            let (both, along) = (self.radius + other.radius + GAP_PX, self.x - other.x);
            apart = (both * both - along * along).max(0.0).sqrt();
        }
        for (one, other) in [(self, other), (other, self)] {
            // Box against box is found twice, disc against box once from each side.
            let (from, to) = match one.radius > 0.0 {
                true => (one.x - one.radius, one.x + one.radius),
                false => (one.left, one.right),
            };
            let beside = |from: f64, to: f64| from - GAP_PX >= other.right || to + GAP_PX <= other.left;
            if other.half > 0.0 {
                if one.radius > 0.0 && !beside(from, to) {
                    apart = apart.max(one.radius + other.half + GAP_PX);
                }
                if one.half > 0.0 && !beside(one.left, one.right) {
                    apart = apart.max(one.half + other.half + GAP_PX);
                }
            }
        }
        apart
    }

    fn in_way(&self, taken: &[Body]) -> Option<Body> {
        taken.iter().find(|other| (other.y - self.y).abs() + 1e-6 < self.apart(other)).copied()
    }

    /// The nearest free height from its own on, downwards (1) or upwards (-1), in whole pixels. Every step leaves one that was
    /// in the way behind for good, so there are at most as many steps as bodies.
    fn slide(mut self, taken: &[Body], way: f64) -> Body {
        while let Some(other) = self.in_way(taken) {
            self.y = way * (way * other.y + self.apart(&other)).ceil();
        }
        self
    }

    fn extent(&self) -> f64 {
        self.radius.max(self.half)
    }
}

/// A dot in its row.
pub(super) struct Placed<'a> {
    pub(super) dot: &'a StripDot,
    pub(super) x: f64,
    /// Below the row's line.
    pub(super) y: f64,
    pub(super) label: Option<Label>,
    body: Body,
}

/// The words at a dot.
pub(super) struct Label {
    pub(super) words: Block,
    pub(super) left: i32,
    /// Of its middle, below the row's line.
    pub(super) y: i32,
}

/// The dots of a row, by value.
pub(super) struct Swarm<'a> {
    pub(super) dots: Vec<Placed<'a>>,
    /// What it takes above and below the row's line.
    pub(super) extent: (i32, i32),
}

/// Puts dots where they stand. `x` is where a value is; labels stay between `room`; with a `hill` on the line (a histogram)
/// only named dots are placed, and below it.
pub(super) fn swarm<'a>(
    dots: &'a [StripDot],
    x: &dyn Fn(f64) -> f64,
    room: (f64, f64),
    hill: Option<Body>,
) -> Swarm<'a> {
    let order = order::places(dots.len(), &|a, b| dots[a].at.value.total_cmp(&dots[b].at.value));
    let mut placed: Vec<Placed> = Vec::new();
    for dot in order.into_iter().filter_map(|at| dots.get(at)) {
        if hill.is_none() || dot.who != Who::Other {
            let x = x(dot.at.value);
            placed.push(Placed { dot, x, y: 0.0, label: None, body: Body::of(dot, x) });
        }
    }
    let mut taken: Vec<Body> = Vec::new();
    let is_named = |placed: &Placed| placed.dot.who != Who::Other;
    // Who is always named has the line, and his words have the room beside it.
    for dot in placed.iter_mut().filter(|dot| is_named(dot)) {
        // Who has to give way goes a line of words farther, so that each has his words beside him.
        let wide = if dot.body.in_way(&taken).is_some() { dot.body.radius + WORDS_PX } else { dot.body.radius };
        let of = |body: Body| Body { radius: dot.body.radius, ..body };
        let body = Body { radius: wide, ..dot.body };
        let (down, up) = (of(body.slide(&taken, 1.0)), of(body.slide(&taken, -1.0)));
        dot.settle(if hill.is_some() || down.y <= -up.y { down } else { up }, &mut taken);
    }
    taken.extend(hill);
    let first_label = taken.len();
    for at in 0..placed.len() {
        if let Some(dot) = placed.get(at).filter(|dot| is_named(dot)) {
            let label = name(dot, &placed, room, &mut taken);
            if let Some(dot) = placed.get_mut(at) {
                dot.label = Some(label);
            }
        }
    }
    let labels = taken.get(first_label..).unwrap_or_default().to_vec();
    for dot in placed.iter_mut().filter(|dot| !is_named(dot)) {
        // Not on the far side of a label: it would seem to be another row.
        let (x, mut shut) = (dot.x, [false; 2]);
        for label in labels.iter().filter(|label| label.left - 6.0 < x && x < label.right + 6.0 && label.y.abs() > 8.0)
        {
            shut[usize::from(label.y > 0.0)] = true;
        }
        let (up, down) = (dot.body.slide(&taken, -1.0), dot.body.slide(&taken, 1.0));
        let body = match shut {
            [true, false] => down,
            [false, true] => up,
            _ if down.y <= -up.y => down,
            _ => up,
        };
        dot.settle(body, &mut taken);
    }
    // The ends of the library's figures are named quietly where there is room.
    let greatest = placed.iter().rposition(|dot| !is_named(dot));
    let least = placed.iter().position(|dot| !is_named(dot));
    for (at, sides) in [(greatest, [true, false]), (least, [false, true])] {
        if let Some(dot) = at.and_then(|at| placed.get_mut(at)).filter(|dot| dot.label.is_none()) {
            dot.label = quiet(dot, sides, room, &mut taken);
        }
    }
    let edge = |way: f64| taken.iter().map(|body| way * body.y + body.extent()).fold(6.0, f64::max).ceil() as i32;
    Swarm { extent: (edge(-1.0), edge(1.0)), dots: placed }
}

impl Placed<'_> {
    fn settle(&mut self, body: Body, taken: &mut Vec<Body>) {
        (self.body, self.y) = (body, body.y);
        taken.push(body);
    }
}

/// The label of a dot that is always named: beside it where the line is free, or else as near as there is room.
fn name(dot: &Placed, all: &[Placed], (from, to): (f64, f64), taken: &mut Vec<Body>) -> Label {
    let face = Face::CASE.inked(match dot.dot.who {
        Who::Lit => Ink::Accent,
        Who::Own => Ink::Mine,
        Who::Case | Who::Other => Ink::Text,
    });
    let words = Block::of(&dot.dot.label, face, (to - from) as i32, usize::MAX);
    let (wide, half) = (f64::from(words.width()), f64::from(words.height()) / 2.0 - 1.0);
    let aside = [aside(dot, wide, true), aside(dot, wide, false)];
    for (start, before, behind) in [(aside[0], GAP_PX, 4.0), (aside[1], 4.0, GAP_PX)] {
        let body = Body::block(start, start + wide, dot.y, half);
        let crossed = |other: &Placed| {
            !std::ptr::eq(other, dot) && other.body.left < body.right + behind && other.body.right > body.left - before
        };
        if start >= from && body.right <= to && !all.iter().any(crossed) && body.in_way(taken).is_none() {
            taken.push(body);
            return Label { words, left: start as i32, y: body.y as i32 };
        }
    }
    // Above or below, it leans away from who stands at the right and will want the room.
    let lean = |other: &Placed| other.dot.who != Who::Other && other.x > dot.x && other.x - dot.x < wide + 8.0;
    let starts = [dot.x - 5.5, dot.x + 5.5 - wide, dot.x - wide / 2.0, aside[0], aside[1]];
    let preferred = usize::from(all.iter().any(lean));
    let mut best: Option<(f64, Body)> = None;
    for (at, start) in starts.into_iter().enumerate() {
        let start = start.min(to - wide).max(from).round();
        for way in [-1.0, 1.0] {
            let body = Body::block(start, start + wide, dot.y, half).slide(taken, way);
            let worse = if at == preferred { 0.0 } else { 1.0 } + if at > 2 { ASIDE_COST } else { 0.0 };
            let cost = (body.y - dot.y).abs() + worse + 2.0 * (way + 1.0);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, body));
            }
        }
    }
    let body = best.map_or(dot.body, |(_, body)| body);
    taken.push(body);
    Label { words, left: body.left as i32, y: body.y as i32 }
}

/// The label of one that is named only where there is room.
fn quiet(dot: &Placed, sides: [bool; 2], room: (f64, f64), taken: &mut Vec<Body>) -> Option<Label> {
    let words = Block::of(&dot.dot.label, Face::SMALL.inked(Ink::DotLabel), i32::MAX, 1);
    let wide = f64::from(words.width());
    for after in sides {
        let start = aside(dot, wide, after);
        // Farther from strangers than from its dot.
        let (before, behind) = if after { (2.0, 6.0) } else { (6.0, 2.0) };
        let body = Body::block(start - before, start + wide + behind, dot.y, 7.0);
        if wide > 0.0 && start >= room.0 && start + wide <= room.1 && body.in_way(taken).is_none() {
            taken.push(body);
            return Some(Label { words, left: start as i32, y: body.y as i32 });
        }
    }
    None
}

/// Where words begin that stand at the right or left of a dot.
fn aside(dot: &Placed, wide: f64, after: bool) -> f64 {
    if after { dot.body.right + LABEL_GAP_PX } else { dot.body.left - LABEL_GAP_PX - wide }.round()
}
