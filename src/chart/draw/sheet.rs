//! The paper a chart is drawn on: plotters' areas over one recorder, type faces, and the mark being drawn.
//!
//! Owns: the instantiations of plotters (one backend, one coordinate system). May use: plotters, the recorder.
//! Deliberately absent: what a chart looks like.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::MeshLine;
use plotters::coord::combinators::WithKeyPoints;
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{BindKeyPoints, Cartesian2d, DrawingArea, IntoFont, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::super::recorder::{Drawn, Recorder, Track, rgb_from_ink};
use super::super::scene::{Ink, Scene, SceneMark};
use super::super::spec::Axis;
use crate::text::extents;

/// Size, weight and ink of a text, and the distance of its lines.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: i32,
    pub(super) line: i32,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

impl Face {
    pub(super) const TITLE: Face = Face { size: 15, line: 22, bold: true, ink: Ink::Text };
    pub(super) const LABEL: Face = Face { size: 14, line: 19, bold: false, ink: Ink::Text };
    pub(super) const VALUE: Face = Face { size: 13, line: 18, bold: false, ink: Ink::Text };
    /// The label of a case on a strip chart.
    pub(super) const CASE: Face = Face { size: 13, line: 18, bold: true, ink: Ink::Text };
    pub(super) const SMALL: Face = Face { size: 12, line: 17, bold: false, ink: Ink::Muted };

    pub(super) fn inked(self, ink: Ink) -> Face {
        Face { ink, ..self }
    }

    /// Width of a text, rounded up to whole pixels.
    pub(super) fn width(self, text: &str) -> i32 {
        let measure = if self.bold { extents::width_bold } else { extents::width };
        measure(text, f64::from(self.size)).ceil() as i32
    }

    pub(super) fn wrap(self, text: &str, max_width: i32, max_lines: usize) -> Vec<String> {
        if text.is_empty() {
            return Vec::new();
        }
        // Semibold Latin runs up to 7 % wider than the table.
        let max_width = if self.bold { f64::from(max_width) / 1.07 } else { f64::from(max_width) };
        extents::wrap_to(text, f64::from(self.size), max_width, max_lines)
    }
}

/// Lines of text with their faces, from top to bottom.
#[derive(Default)]
pub(super) struct Block(Vec<(String, Face)>);

impl Block {
    pub(super) fn of(text: &str, face: Face, max_width: i32, max_lines: usize) -> Block {
        Block::default().and(text, face, max_width, max_lines)
    }

    pub(super) fn and(mut self, text: &str, face: Face, max_width: i32, max_lines: usize) -> Block {
        self.0.extend(face.wrap(text, max_width, max_lines).into_iter().map(|line| (line, face)));
        self
    }

    pub(super) fn height(&self) -> i32 {
        self.0.iter().map(|(_, face)| face.line).sum()
    }

    pub(super) fn width(&self) -> i32 {
        self.0.iter().map(|(line, face)| face.width(line)).max().unwrap_or(0)
    }
}

/// The one coordinate system: numbers with given ticks to the right, pixels downwards.
type Plane = Cartesian2d<WithKeyPoints<RangedCoordf64>, RangedCoordf64>;

/// A plot area.
pub(super) type PlaneArea = DrawingArea<Recorder, Plane>;

/// Whole pixels: left, top, width, height.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A plotters element given by two points of the plane; `paint` gets them in pixels.
struct Placed<'a> {
    ends: [(f64, f64); 2],
    paint: &'a dyn Fn(&mut Recorder, f64, f64, f64),
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Placed<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = std::slice::Iter<'a, (f64, f64)>;
    fn point_iter(self) -> Self::IntoIter {
        self.ends.iter()
    }
}

impl Drawable<Recorder> for Placed<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut ends: I, recorder: &mut Recorder, _: (u32, u32)) -> Drawn {
        if let (Some(from), Some(to)) = (ends.next(), ends.next()) {
            (self.paint)(recorder, f64::from(from.0), f64::from(to.0), f64::from(from.1));
        }
        Ok(())
    }
}

/// An endless roll of paper, cut to length at the end.
pub(super) struct Sheet {
    recorder: Rc<RefCell<Recorder>>,
    root: DrawingArea<Recorder, Shift>,
    marks: Vec<SceneMark>,
    /// Width in px.
    pub(super) width: i32,
}

/// Plotters wants to know the height before anything is laid out.
const ROLL_PX: u32 = 1 << 20;

impl Sheet {
    pub(super) fn new(width_px: f64) -> Sheet {
        let width = width_px.clamp(120.0, 8000.0) as i32;
        let recorder = Rc::new(RefCell::new(Recorder::new(width as u32, ROLL_PX)));
        Sheet { root: DrawingArea::from(&recorder), recorder, marks: Vec::new(), width }
    }

    /// Makes room for at least this width. Plotters cuts areas at the edge of the sheet, hence a new root.
    pub(super) fn widen(&mut self, width: i32) {
        if width > self.width {
            self.width = width;
            self.recorder.borrow_mut().size.0 = width as u32 + 8;
            self.root = DrawingArea::from(&self.recorder);
        }
    }

    /// How many of `count` boxes stand in a line. Lines are of equal length: seven boxes are four and three, not six and one.
    pub(super) fn in_line(&self, count: usize, min_width: i32, gap: i32) -> usize {
        let fitting = ((self.width + gap) / (min_width + gap)).max(1) as usize;
        count.div_ceil(count.div_ceil(fitting).max(1)).max(1)
    }

    /// Everything drawn until [`Sheet::end`] belongs to this mark.
    pub(super) fn begin(&mut self, words: (&str, &str), at: Frame, place: (u16, u16)) {
        self.begin_dot(words, at, None, place);
    }

    /// [`Sheet::begin`] for what is found by pointing near its middle.
    pub(super) fn begin_dot(
        &mut self,
        (key, spoken): (&str, &str),
        at: Frame,
        dot: Option<(f64, f64)>,
        (lane, point): (u16, u16),
    ) {
        self.resume(self.marks.len());
        let bounds = (f64::from(at.left), f64::from(at.top), f64::from(at.width), f64::from(at.height));
        self.marks.push(SceneMark { key: key.to_string(), spoken: spoken.to_string(), bounds, dot, lane, point });
    }

    /// What follows belongs to a mark again that has begun before.
    pub(super) fn resume(&self, mark: usize) {
        self.recorder.borrow_mut().mark = u16::try_from(mark).ok();
    }

    pub(super) fn end(&mut self) {
        self.recorder.borrow_mut().mark = None;
    }

    /// One line of text whose middle stands at `y`.
    pub(super) fn text(&self, text: &str, x: i32, y: i32, face: Face, side: HPos) {
        let weight = if face.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = (FontFamily::SansSerif, face.size, weight).into_font();
        let color = rgb_from_ink(face.ink);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(side, VPos::Center));
        let _ = self.root.draw(&Text::new(text, (x, y), style));
    }

    /// Lines of text from `top` down.
    pub(super) fn block(&self, block: &Block, x: i32, top: i32, side: HPos) {
        let mut y = top;
        for (line, face) in &block.0 {
            self.text(line, x, y + face.line / 2, *face, side);
            y += face.line;
        }
    }

    /// Lines of text on a ground of paper, so that gridlines do not run through them.
    pub(super) fn block_on_paper(&self, block: &Block, x: i32, top: i32) {
        let (from, height) = (f64::from(x - 3), f64::from(block.height() - 2));
        let to = from + f64::from(block.width() + 6);
        let ground = Track { from, to, middle: f64::from(top) + 1.0 + height / 2.0, height };
        self.paint(|recorder| recorder.fill(ground, 0.0, Ink::Paper));
        self.block(block, x, top, HPos::Left);
    }

    /// A hairline across.
    pub(super) fn rule(&self, left: i32, right: i32, y: i32, ink: Ink) {
        let style = rgb_from_ink(ink).stroke_width(1);
        let _ = self.recorder.borrow_mut().draw_path([(left, y), (right, y)], &style);
    }

    /// A line downwards: the zero of an axis.
    pub(super) fn upright(&self, x: i32, top: i32, bottom: i32) {
        self.line_down(x, top, bottom, Ink::Axis);
    }

    /// A hairline across, drawn as a box: its own track of pixels.
    pub(super) fn line_across(&self, (left, right): (i32, i32), y: i32, ink: Ink) {
        let track = Track { from: f64::from(left), to: f64::from(right), middle: f64::from(y) + 0.5, height: 1.0 };
        self.paint(|recorder| recorder.fill(track, 0.0, ink));
    }

    /// A hairline downwards.
    pub(super) fn line_down(&self, x: i32, top: i32, bottom: i32, ink: Ink) {
        let (from, top, height) = (f64::from(x), f64::from(top), f64::from(bottom - top));
        let track = Track { from, to: from + 1.0, middle: top + height / 2.0, height };
        self.paint(|recorder| recorder.fill(track, 0.0, ink));
    }

    /// Paints without coordinates.
    pub(super) fn paint(&self, paint: impl FnOnce(&mut Recorder)) {
        paint(&mut self.recorder.borrow_mut());
    }

    /// A plot area with its x axis.
    pub(super) fn plane(&self, frame: Frame, x: Range<f64>, ticks: Vec<f64>) -> PlaneArea {
        let area = self.root.clone().shrink((frame.left, frame.top), (frame.width, frame.height));
        let pixels = area.get_pixel_range();
        area.apply_coord_spec(Cartesian2d::new(x.with_key_points(ticks), 0.0..f64::from(frame.height), pixels))
    }

    /// A plot area with an axis of quantities, from zero; the zero line is drawn apart.
    pub(super) fn quantities(&self, frame: Frame, axis: &Axis) -> PlaneArea {
        let lines = axis.ticks.iter().map(|(value, _)| *value).filter(|value| *value > 0.0).collect();
        self.plane(frame, 0.0..if axis.end > 0.0 { axis.end } else { 1.0 }, lines)
    }

    /// Gridlines at the ticks of a plane, over the given heights (top, bottom) inside it.
    pub(super) fn grid(&self, plane: &PlaneArea, heights: &[(i32, i32)]) {
        let style = rgb_from_ink(Ink::Grid).stroke_width(1);
        let _ = plane.draw_mesh(
            |recorder, line| {
                if let MeshLine::XMesh((x, top), _, _) = line {
                    for (from, to) in heights {
                        recorder.draw_path([(x, top + from), (x, top + to)], &style)?;
                    }
                }
                Ok(())
            },
            BoldPoints(0),
            BoldPoints(0),
        );
    }

    /// Tick words centred on their ticks, moved inwards at the edges, left out where they would touch.
    pub(super) fn tick_words(&self, plane: &PlaneArea, ticks: &[(f64, String)], y: i32, from: i32, to: i32) {
        let mut free = from;
        for (value, word) in ticks {
            let width = Face::SMALL.width(word);
            let x = self.x(plane, *value);
            let left = (x - width / 2).min(to - width).max(from);
            if left >= free && left + width <= to {
                self.text(word, left, y, Face::SMALL, HPos::Left);
                free = left + width + 8;
            }
        }
    }

    /// Where a value stands, in pixels of the sheet; values outside the axis stand at its ends.
    pub(super) fn x(&self, plane: &PlaneArea, value: f64) -> i32 {
        let range = plane.get_x_range();
        plane.map_coordinate(&(value.max(range.start).min(range.end), 0.0)).0
    }

    /// Draws something that reaches from one x to another at a height of the plane.
    pub(super) fn place(
        &self,
        plane: &PlaneArea,
        (from, to): (f64, f64),
        y: i32,
        paint: &dyn Fn(&mut Recorder, f64, f64, f64),
    ) {
        let (y, range) = (f64::from(y), plane.get_x_range());
        let ends = [from, to].map(|x| (x.max(range.start).min(range.end), y));
        let _ = plane.draw(&Placed { ends, paint });
    }

    /// Cuts the roll.
    pub(super) fn cut(self, height: i32) -> Scene {
        let ops = std::mem::take(&mut self.recorder.borrow_mut().ops);
        Scene { width_px: f64::from(self.width), height_px: f64::from(height), ops, marks: self.marks }
    }
}
