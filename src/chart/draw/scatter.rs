//! Two quantities against each other.
//!
//! Owns: the layout of [`Scatter`]. May use: the sheet, the marks, the list beside a plot. Deliberately absent: trends and
//! quadrants, for the places are few and the figures are not a sample.

use plotters::style::text_anchor::HPos;

use super::super::scene::{Ink, Scene};
use super::super::spec::{Beside, Point, Quantity, Scatter};
use super::beside::{Aside, beside};
use super::column::Column;
use super::lanes::share;
use super::marks;
use super::sheet::{Block, Face, Frame, Sheet};

/// What a dot takes to each side.
const HALF_PX: i32 = 12;
/// Ground of paper at both ends of a label.
const PAD_PX: i32 = 3;

/// Draws points at a width, and below them who has no place among them.
pub fn scatter(spec: &Scatter, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let column = Column::fit(spec.beside.iter().map(|row| (row.label.as_str(), "")), sheet.width);
    let y = if spec.points.is_empty() { 0 } else { draw_plot(&mut sheet, spec) };
    let rows: Vec<Aside> = spec.beside.iter().map(aside).collect();
    let y = beside(&mut sheet, &spec.beside_title, &rows, column, y);
    sheet.cut(y)
}

/// A row that has no place in the plot.
fn aside(row: &Beside) -> Aside<'_> {
    let Beside { key, label, text, spoken } = row;
    Aside { key, label, sub: "", text, spoken, muted: false }
}

fn draw_plot<'a>(sheet: &mut Sheet, spec: &'a Scatter) -> i32 {
    let title = |words: &str, room| Block::of(words, Face::SMALL.inked(Ink::Text), room, 3);
    let y_title = title(&spec.y.title, sheet.width);
    sheet.block(&y_title, 0, 0, HPos::Left);
    let top = y_title.height() + HALF_PX + 2;
    let left = spec.y.ticks.iter().map(|(_, word)| Face::SMALL.width(word)).max().unwrap_or(0).max(HALF_PX) + 8;
    let width = sheet.width - left - 16;
    let height = (width * 5 / 8).clamp(180, 380);
    let (right, bottom) = (left + width, top + height);
    let y_at = |value| bottom - (share(value, &spec.y) * f64::from(height)).round() as i32;

    let plane = sheet.quantities(Frame { left, top, width, height }, &spec.x);
    sheet.grid(&plane, &[(0, height)]);
    let mut free = i32::MAX;
    for (value, word) in &spec.y.ticks {
        let y = y_at(*value);
        sheet.rule(left, right, y, Ink::Grid);
        if y + Face::SMALL.line / 2 <= free {
            sheet.text(word, left - 8, y, Face::SMALL, HPos::Right);
            free = y - Face::SMALL.line / 2;
        }
    }
    sheet.rule(left, right, bottom, Ink::Axis);
    sheet.upright(left, top, bottom);
    sheet.tick_words(&plane, &spec.x.ticks, bottom + 4 + Face::SMALL.line / 2, left - 4, sheet.width);
    let x_title = title(&spec.x.title, sheet.width - left);
    let x_title_top = bottom + 6 + if spec.x.ticks.is_empty() { 0 } else { Face::SMALL.line };
    sheet.block(&x_title, left, x_title_top, HPos::Left);

    let spot = |point: &'a Point| {
        // A bracket is wider than a dot, on the other axis, too.
        let reach = |at: Quantity| marks::dot_reach(at.bound).max(10);
        let (x, y) = (point.x, point.y);
        Spot { point, x: sheet.x(&plane, x.value), y: y_at(y.value), wide: reach(x), high: reach(y) }
    };
    let spots: Vec<Spot> = spec.points.iter().map(spot).collect();
    for (at, spot) in spots.iter().enumerate() {
        let half = half_area(spot, at, &spots);
        let frame = Frame { left: spot.x - half, top: spot.y - half, width: 2 * half, height: 2 * half };
        sheet.begin((&spot.point.key, &spot.point.spoken), frame, (0, at as u16));
        sheet.end();
    }
    // What is compared lies above what is context, and has its labels first.
    let mut taken: Vec<Area> = spots.iter().map(Spot::area).collect();
    for (muted, labels) in [(true, false), (false, false), (false, true), (true, true)] {
        for (at, spot) in spots.iter().enumerate().filter(|(_, spot)| spot.point.muted == muted) {
            sheet.resume(at);
            if labels {
                draw_label(sheet, spot, (left, top - HALF_PX, sheet.width, bottom), &mut taken);
            } else {
                spot.draw(sheet);
            }
            sheet.end();
        }
    }
    x_title_top + x_title.height()
}

/// A point in pixels, and how far it reaches with its bounds.
struct Spot<'a> {
    point: &'a Point,
    x: i32,
    y: i32,
    wide: i32,
    high: i32,
}

impl Spot<'_> {
    fn area(&self) -> Area {
        (self.x - self.wide, self.y - self.high, self.x + self.wide, self.y + self.high)
    }

    fn draw(&self, sheet: &Sheet) {
        let Point { x, y, muted, .. } = self.point;
        let look = marks::look(*muted, x.planned || y.planned, x.derived || y.derived);
        sheet.paint(|recorder| marks::dot(recorder, (self.x, self.y), look, x.bound, y.bound));
    }
}

/// Half of the side of the square that belongs to a point: smaller where another is close, so that each can be pointed at.
fn half_area(spot: &Spot, at: usize, spots: &[Spot]) -> i32 {
    let others = spots.iter().enumerate().filter(|(other, _)| *other != at);
    let distance = others.map(|(_, other)| (other.x - spot.x).abs().max((other.y - spot.y).abs())).min();
    distance.map_or(HALF_PX, |distance| (distance / 2).clamp(4, HALF_PX))
}

/// Draws a label at the first place around its dot that is free of dots and other labels: right, left, above, below, above
/// to the sides. A label without such a place is left out.
fn draw_label(sheet: &Sheet, spot: &Spot, inside: Area, taken: &mut Vec<Area>) {
    let Spot { point, x, y, wide, high } = spot;
    let ink = if point.muted { Ink::Muted } else { Ink::Text };
    let label = Block::of(&point.label, Face::SMALL.inked(ink), 160, 1);
    let (width, height) = (label.width(), label.height());
    let (right, left) = (x + wide + PAD_PX, x - wide - PAD_PX - width);
    let (beside, above) = (y - height / 2, y - high - height);
    let middle = x - width / 2;
    let around = [
        (right, beside),
        (left, beside),
        (middle, above),
        (middle, y + high),
        (x + PAD_PX + 2, above),
        (x - PAD_PX - width, above),
    ];
    for (x, y) in around {
        let own = (x - PAD_PX, y, x + width + PAD_PX, y + height);
        let fits = own.0 > inside.0 && own.1 >= inside.1 && own.2 <= inside.2 && own.3 <= inside.3;
        if fits && !taken.iter().any(|other| meet(own, *other)) {
            sheet.block_on_paper(&label, x, y);
            return taken.push(own);
        }
    }
}

/// Left, top, right, bottom.
type Area = (i32, i32, i32, i32);

fn meet(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}
