//! Two quantities against each other.
//!
//! Owns: the layout of [`Scatter`]. May use: the sheet, the marks, the list beside a plot. Deliberately absent: trends and
//! quadrants, for the places are few and the figures are not a sample.

use plotters::style::text_anchor::HPos;

use super::super::scene::{Ink, Scene, SceneMark};
use super::super::spec::{Beside, Point, Scatter};
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

fn draw_plot(sheet: &mut Sheet, spec: &Scatter) -> i32 {
    let title = |words: &str, room| Block::of(words, Face::SMALL.inked(Ink::Text), room, 3);
    let y_title = title(&spec.y.title, sheet.width);
    sheet.block(&y_title, 0, 0, HPos::Left);
    let top = y_title.height() + HALF_PX + 2;
    let left = spec.y.ticks.iter().map(|(_, word)| Face::SMALL.width(word)).max().unwrap_or(0).max(HALF_PX) + 8;
    let width = sheet.width - left - 16;
    let height = (width * 5 / 8).clamp(180, 380);
    let (right, bottom) = (left + width, top + height);
    let y_at = |value| bottom - (share(value, &spec.y) * f64::from(height)).round() as i32;

    let lines = spec.x.ticks.iter().map(|(value, _)| *value).filter(|value| *value > 0.0).collect();
    let frame = Frame { left, top, width, height };
    let plane = sheet.plane(frame, 0.0..if spec.x.end > 0.0 { spec.x.end } else { 1.0 }, lines);
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

    let places: Vec<(i32, i32)> =
        spec.points.iter().map(|at| (sheet.x(&plane, at.x.value), y_at(at.y.value))).collect();
    let labels = place_labels(&spec.points, &places, (left, top - HALF_PX, sheet.width, bottom));
    let areas = areas(&places);
    let drawn = spec.points.iter().zip(&areas).zip(&labels).enumerate();
    for (at, ((point, area), (label, place))) in drawn {
        let (from, top, to, bottom) = *area;
        let bounds = (f64::from(from), f64::from(top), f64::from(to - from), f64::from(bottom - top));
        let (key, spoken) = (point.key.clone(), point.spoken.clone());
        sheet.begin(SceneMark { key, spoken, bounds, lane: 0, point: at as u16 });
        if let Some((x, y)) = place {
            sheet.block_on_paper(label, *x, *y);
        }
        sheet.end();
    }
    // What is compared lies above what is context.
    for muted in [true, false] {
        for (at, (point, (x, y))) in
            spec.points.iter().zip(&places).enumerate().filter(|(_, (point, _))| point.muted == muted)
        {
            let Point { x: to_right, y: up, .. } = point;
            let look = marks::look(muted, to_right.planned || up.planned, to_right.derived || up.derived);
            let middle = (f64::from(*x) + 0.5, f64::from(*y) + 0.5);
            sheet.resume(at);
            sheet.paint(|recorder| marks::dot(recorder, middle, look, to_right.bound, up.bound));
            sheet.end();
        }
    }
    x_title_top + x_title.height()
}

/// Labels, each at the first place around its dot that is free of dots and other labels: right, left, above, below, to both
/// sides above. A label
/// without such a place is left out. What is compared has its labels before what is context.
fn place_labels(points: &[Point], places: &[(i32, i32)], area: Area) -> Vec<(Block, Option<(i32, i32)>)> {
    // A bracket is wider than a dot, on the other axis, too.
    let reach = |point: &Point| [point.x, point.y].map(|at| marks::dot_reach(at.bound).max(10));
    let dots = points.iter().zip(places).map(|(point, (x, y))| {
        let [wide, high] = reach(point);
        (x - wide, y - high, x + wide, y + high)
    });
    let mut taken: Vec<Area> = dots.collect();
    let label = |point: &Point| {
        let ink = if point.muted { Ink::Muted } else { Ink::Text };
        (Block::of(&point.label, Face::SMALL.inked(ink), 160, 1), None)
    };
    let mut labels: Vec<(Block, Option<(i32, i32)>)> = points.iter().map(label).collect();
    for muted in [false, true] {
        for ((point, (x, y)), (label, place)) in points.iter().zip(places).zip(&mut labels) {
            if point.muted != muted {
                continue;
            }
            let ([wide, high], (width, height)) = (reach(point), (label.width(), label.height()));
            let around = [
                (x + wide + PAD_PX, y - height / 2),
                (x - wide - PAD_PX - width, y - height / 2),
                (x - width / 2, y - high - height),
                (x - width / 2, y + high),
                (x + PAD_PX + 2, y - high - height),
                (x - PAD_PX - width, y - high - height),
            ];
            let boxed = |(x, y): (i32, i32)| (x - PAD_PX, y, x + width + PAD_PX, y + height);
            let free = |at: &(i32, i32)| {
                let own = boxed(*at);
                own.0 > area.0
                    && own.1 >= area.1
                    && own.2 <= area.2
                    && own.3 <= area.3
                    && !taken.iter().any(|b| meet(own, *b))
            };
            *place = around.into_iter().find(free);
            taken.extend(place.map(boxed));
        }
    }
    labels
}

/// The areas that belong to points. Points that are close share what lies between them, so that each can be pointed at.
fn areas(places: &[(i32, i32)]) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for (x, y) in places {
        let mut own = (x - HALF_PX, y - HALF_PX, x + HALF_PX, y + HALF_PX);
        for (other, (other_x, other_y)) in areas.iter_mut().zip(places) {
            if !meet(own, *other) {
                continue;
            }
            if (x - other_x).abs() >= (y - other_y).abs() {
                share_out((&mut own.0, &mut own.2), (&mut other.0, &mut other.2), (*x, *other_x));
            } else {
                share_out((&mut own.1, &mut own.3), (&mut other.1, &mut other.3), (*y, *other_y));
            }
        }
        areas.push(own);
    }
    areas
}

/// Moves the edges of two areas to the middle between their points, unless hardly anything of them remained.
fn share_out(own: (&mut i32, &mut i32), other: (&mut i32, &mut i32), (at, other_at): (i32, i32)) {
    let middle = (at + other_at) / 2;
    let (before, after) = if at < other_at { (own, other) } else { (other, own) };
    if middle - *before.0 >= 8 && *after.1 - middle >= 8 {
        (*before.1, *after.0) = (middle.min(*before.1), middle.max(*after.0));
    }
}

/// Left, top, right, bottom.
type Area = (i32, i32, i32, i32);

fn meet(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}
