//! A drawn chart: shapes with tokens instead of colours, and the marks a reader can visit.
//!
//! Owns: the scene, its reading order and its number format. May use: the widths of words. Deliberately absent: colours, fonts, SVG
//! tags.

use crate::text::extents;

/// What a shape is painted with. The page's style sheet and [`super::Theme`] say which colour that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Words to read first.
    Text,
    /// Words to read second, and ticks.
    Muted,
    /// Gridlines and rules.
    Grid,
    /// The zero line.
    Axis,
    /// The ground; also words on a solid mark.
    Paper,
    /// What can be done or is chosen.
    Accent,
    /// A figure as its source states it.
    Reported,
    /// A planned figure.
    Planned,
    /// A figure computed by us.
    Derived,
    /// The inside of a computed bar.
    DerivedTint,
    /// A figure shown for context only.
    Context,
    /// The empty slot of a missing figure.
    NotReported,
    /// A stretch of time.
    Time,
    /// The inside of a stretch in which something happened at an unknown moment.
    TimeTint,
    /// A figure of a case that was read whole.
    Case,
    /// A figure of the library.
    Dot,
    /// The quiet label of such a figure.
    DotLabel,
    /// A figure of the reader's own.
    Mine,
    /// Between rows, and ticks without words.
    Row,
}

impl Ink {
    /// Every token, in the order of declaration.
    pub const ALL: [Ink; 19] = [
        Ink::Text,
        Ink::Muted,
        Ink::Grid,
        Ink::Axis,
        Ink::Paper,
        Ink::Accent,
        Ink::Reported,
        Ink::Planned,
        Ink::Derived,
        Ink::DerivedTint,
        Ink::Context,
        Ink::NotReported,
        Ink::Time,
        Ink::TimeTint,
        Ink::Case,
        Ink::Dot,
        Ink::DotLabel,
        Ink::Mine,
        Ink::Row,
    ];

    /// The token's class in the page's style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Ink::Text => "ink-text",
            Ink::Muted => "ink-muted",
            Ink::Grid => "ink-grid",
            Ink::Axis => "ink-axis",
            Ink::Paper => "ink-paper",
            Ink::Accent => "ink-accent",
            Ink::Reported => "ink-reported",
            Ink::Planned => "ink-planned",
            Ink::Derived => "ink-derived",
            Ink::DerivedTint => "ink-derived-tint",
            Ink::Context => "ink-context",
            Ink::NotReported => "ink-not-reported",
            Ink::Time => "ink-time",
            Ink::TimeTint => "ink-time-tint",
            Ink::Case => "ink-case",
            Ink::Dot => "ink-dot",
            Ink::DotLabel => "ink-dot-label",
            Ink::Mine => "ink-mine",
            Ink::Row => "ink-row",
        }
    }
}

/// How a shape takes its ink. Every shape has one ink, filled or stroked, so one class each says it all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Inside.
    Fill,
    /// Inside, thinly: what lies below shines through.
    Wash {
        /// From 0, nothing, to 1, like [`Paint::Fill`].
        opacity: f64,
    },
    /// Along the line.
    Stroke {
        /// Line width in px.
        width: f64,
        /// Solid or dashed.
        dash: Dash,
    },
}

/// A line's pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// 4 px on, 3 px off.
    Dashed,
}

/// Which point of a text stands at its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub const fn code(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Lift the pen and go to.
    Move(f64, f64),
    /// Draw a line to.
    Line(f64, f64),
}

/// A shape; each becomes one SVG element.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are SVG's own attributes")]
pub enum Shape {
    /// `<rect>`
    Rect { x: f64, y: f64, width: f64, height: f64, radius: f64 },
    /// `<circle>`
    Circle { x: f64, y: f64, radius: f64 },
    /// `<path>`; see [`Op::path_data`].
    Path(Vec<Step>),
    /// `<text>`; `y` is the baseline.
    Text { x: f64, y: f64, size: f64, bold: bool, anchor: Anchor, text: String },
}

/// One shape of a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Op {
    /// The shape.
    pub shape: Shape,
    /// Its colour token.
    pub ink: Ink,
    /// Filled or stroked.
    pub paint: Paint,
    /// Index into [`Scene::marks`] of the mark it belongs to.
    pub mark: Option<u16>,
}

impl Op {
    /// The `d` attribute of a path; empty for other shapes.
    pub fn path_data(&self) -> String {
        let mut data = String::new();
        if let Shape::Path(steps) = &self.shape {
            for step in steps {
                let (letter, x, y) = match *step {
                    Step::Move(x, y) => ('M', x, y),
                    Step::Line(x, y) => ('L', x, y),
                };
                data.push(letter);
                push_decimal(&mut data, x);
                data.push(' ');
                push_decimal(&mut data, y);
            }
        }
        data
    }

    /// Whether a point is on the words that it writes.
    fn says_at(&self, x: f64, y: f64) -> bool {
        let Shape::Text { x: at, y: baseline, size, bold, anchor, text } = &self.shape else { return false };
        if y < baseline - size || y > baseline + size * DESCENT {
            return false;
        }
        let width = if *bold { extents::width_bold(text, *size) } else { extents::width(text, *size) };
        let left = match anchor {
            Anchor::Start => *at,
            Anchor::Middle => at - width / 2.0,
            Anchor::End => at - width,
        };
        x >= left && x <= left + width
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        match &mut self.shape {
            Shape::Rect { x, y, .. } | Shape::Circle { x, y, .. } | Shape::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Shape::Path(steps) => {
                for Step::Move(x, y) | Step::Line(x, y) in steps {
                    *x += dx;
                    *y += dy;
                }
            }
        }
    }
}

/// Something a reader can point at, tab to and read out.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneMark {
    /// The key given in the specification.
    pub key: String,
    /// The whole fact as a sentence.
    pub spoken: String,
    /// The area that belongs to it: x, y, width, height. Areas do not overlap.
    pub bounds: (f64, f64, f64, f64),
    /// The middle of a dot, which is found by pointing near it, though its area is small.
    pub dot: Option<(f64, f64)>,
    /// Its lane or row.
    pub lane: u16,
    /// Its place in the lane or row.
    pub point: u16,
}

/// A drawn chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width in px.
    pub width_px: f64,
    /// Height in px.
    pub height_px: f64,
    /// Shapes, painted in this order.
    pub ops: Vec<Op>,
    /// Marks in reading order.
    pub marks: Vec<SceneMark>,
}

/// A step of the keyboard from mark to mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// → the next mark in reading order.
    Next,
    /// ← the previous one.
    Previous,
    /// ↓ the same place in the next lane or row.
    NextLane,
    /// ↑ the same place in the previous one.
    PreviousLane,
    /// Home.
    First,
    /// End.
    Last,
}

/// How far letters reach below their baseline, in parts of their size.
const DESCENT: f64 = 0.3;
/// How near to a dot's middle is at the dot: a target of 24 px.
const REACH_PX: f64 = 12.0;

impl Scene {
    /// The mark a step leads to. It stops at the ends and never goes round.
    pub fn walk(&self, from: usize, walk: Walk) -> usize {
        let last = self.marks.len().saturating_sub(1);
        let Some(here) = self.marks.get(from) else { return 0 };
        let nearest = |lane: Option<u16>| {
            let lane = lane?;
            let places = self.marks.iter().enumerate().filter(|(_, mark)| mark.lane == lane);
            places.min_by_key(|(_, mark)| mark.point.abs_diff(here.point)).map(|(index, _)| index)
        };
        match walk {
            Walk::Next => (from + 1).min(last),
            Walk::Previous => from.saturating_sub(1),
            Walk::First => 0,
            Walk::Last => last,
            Walk::NextLane => {
                nearest(self.marks.iter().map(|mark| mark.lane).filter(|lane| *lane > here.lane).min()).unwrap_or(from)
            }
            Walk::PreviousLane => {
                nearest(self.marks.iter().map(|mark| mark.lane).filter(|lane| *lane < here.lane).max()).unwrap_or(from)
            }
        }
    }

    /// The mark at a point of the scene: the nearest dot within reach, or else whose words stand there, or else whose area it is.
    pub fn mark_at(&self, x: f64, y: f64) -> Option<usize> {
        let mut nearest = None;
        let mut reach = REACH_PX * REACH_PX;
        for (index, mark) in self.marks.iter().enumerate() {
            let Some((dot_x, dot_y)) = mark.dot else { continue };
            let away = (dot_x - x) * (dot_x - x) + (dot_y - y) * (dot_y - y);
            if away < reach {
                (nearest, reach) = (Some(index), away);
            }
        }
        let said = || self.ops.iter().find(|op| op.mark.is_some() && op.says_at(x, y)).and_then(|op| op.mark);
        nearest.or_else(|| said().map(usize::from)).or_else(|| {
            self.marks.iter().position(|mark| {
                let (left, top, width, height) = mark.bounds;
                x >= left && x < left + width && y >= top && y < top + height
            })
        })
    }

    /// Moves everything.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        for op in &mut self.ops {
            op.shift(dx, dy);
        }
        for mark in &mut self.marks {
            mark.bounds.0 += dx;
            mark.bounds.1 += dy;
            mark.dot = mark.dot.map(|(x, y)| (x + dx, y + dy));
        }
    }

    /// Puts another scene below this one, for a picture with its key.
    pub fn stack(mut self, mut below: Scene, gap: f64) -> Scene {
        if below.ops.is_empty() {
            return self;
        }
        below.shift(0.0, self.height_px + gap);
        let marks = self.marks.len() as u16;
        for op in &mut below.ops {
            op.mark = op.mark.map(|mark| mark + marks);
        }
        self.height_px += gap + below.height_px;
        self.width_px = self.width_px.max(below.width_px);
        self.ops.append(&mut below.ops);
        self.marks.append(&mut below.marks);
        self
    }
}

/// A coordinate with at most two decimals, the same on every machine.
pub fn decimal(value: f64) -> String {
    let mut text = String::new();
    push_decimal(&mut text, value);
    text
}

pub(super) fn push_decimal(text: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        text.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    text.push_str(&(hundredths / 100).to_string());
    let rest = (hundredths % 100) as u8;
    if rest > 0 {
        text.push('.');
        text.push(char::from(b'0' + rest / 10));
        if !rest.is_multiple_of(10) {
            text.push(char::from(b'0' + rest % 10));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(places: &[(u16, u16)]) -> Scene {
        let mark = |&(lane, point): &(u16, u16)| SceneMark {
            key: String::new(),
            spoken: String::new(),
            bounds: (0.0, f64::from(lane * 100 + point * 10), 50.0, 10.0),
            dot: None,
            lane,
            point,
        };
        Scene { marks: places.iter().map(mark).collect(), ..Scene::default() }
    }

    #[test]
    fn arrows_stop_at_the_ends_and_keep_their_place_between_lanes() {
        let scene = scene(&[(0, 0), (0, 1), (0, 2), (2, 0), (2, 1)]);
        let walks = [
            (0, Walk::Previous, 0),
            (2, Walk::Next, 3),
            (4, Walk::Next, 4),
            (1, Walk::NextLane, 4),
            (2, Walk::NextLane, 4),
            (3, Walk::PreviousLane, 0),
            (1, Walk::PreviousLane, 1),
            (3, Walk::NextLane, 3),
            (1, Walk::Last, 4),
            (4, Walk::First, 0),
        ];
        for (from, walk, to) in walks {
            assert_eq!(scene.walk(from, walk), to, "{from} {walk:?}");
        }
        assert_eq!(Scene::default().walk(0, Walk::Next), 0);
    }

    #[test]
    fn pointing_finds_the_mark() {
        let scene = scene(&[(0, 0), (0, 1)]);
        assert_eq!(scene.mark_at(10.0, 12.0), Some(1));
        assert_eq!(scene.mark_at(60.0, 12.0), None);
    }

    #[test]
    fn of_dots_the_nearest_is_found_and_lies_over_areas() {
        let mut scene = scene(&[(0, 0), (0, 1), (0, 2)]);
        scene.marks[1].dot = Some((20.0, 5.0));
        scene.marks[2].dot = Some((30.0, 5.0));
        for (x, y, found) in [(24.0, 5.0, Some(1)), (26.0, 5.0, Some(2)), (41.0, 5.0, Some(2)), (5.0, 5.0, Some(0))] {
            assert_eq!(scene.mark_at(x, y), found, "{x} {y}");
        }
        scene.shift(100.0, 0.0);
        assert_eq!(scene.mark_at(124.0, 5.0), Some(1));
    }

    #[test]
    fn the_words_of_a_mark_lead_to_it_and_other_words_lead_nowhere() {
        let mut scene = scene(&[(0, 0), (0, 1)]);
        let words = |x: f64, anchor: Anchor, mark: Option<u16>| Op {
            shape: Shape::Text { x, y: 60.0, size: 12.0, bold: true, anchor, text: "竹隐 约5,000".into() },
            ink: Ink::Text,
            paint: Paint::Fill,
            mark,
        };
        let wide = extents::width_bold("竹隐 约5,000", 12.0);
        scene.ops = vec![
            words(200.0, Anchor::Start, Some(1)),
            words(500.0, Anchor::Middle, Some(0)),
            words(800.0, Anchor::End, None),
        ];
        for (x, y, found) in [
            (201.0, 55.0, Some(1)),
            (200.0 + wide - 1.0, 62.0, Some(1)),
            (200.0 + wide + 1.0, 55.0, None),
            (199.0, 55.0, None),
            (201.0, 47.0, None),
            (201.0, 64.5, None),
            (500.0 - wide / 2.0 + 1.0, 55.0, Some(0)),
            (799.0, 55.0, None),
        ] {
            assert_eq!(scene.mark_at(x, y), found, "{x} {y}");
        }
        // A dot that stands on them comes first.
        scene.marks[0].dot = Some((210.0, 56.0));
        assert_eq!(scene.mark_at(212.0, 56.0), Some(0));
    }

    #[test]
    fn coordinates_have_at_most_two_decimals() {
        for (value, expected) in
            [(3.0, "3"), (0.5, "0.5"), (-0.25, "-0.25"), (1.004, "1"), (-0.001, "0"), (12.056, "12.06")]
        {
            assert_eq!(decimal(value), expected);
        }
    }
}
