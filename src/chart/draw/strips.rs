//! Place-profile strips.
//!
//! Owns: the layout of [`Strips`]: dots above an axis, each with its label beside it; what would collide goes up a level. May
//! use: the sheet, the marks, the label column. Deliberately absent: any scale shared between rows.

use plotters::style::text_anchor::HPos;

use super::super::scene::{Ink, Scene};
use super::super::spec::{Bound, Dot, Strip, Strips};
use super::column::Column;
use super::marks;
use super::sheet::{Block, Face, Frame, Sheet};

const ROW_GAP_PX: i32 = 20;
/// Height of a level, and twice what a dot takes to its left.
const LEVEL_PX: i32 = 24;
const HALF_PX: i32 = LEVEL_PX / 2;
const LABEL_GAP_PX: i32 = 3;

/// Draws strips at a width.
pub fn strips(spec: &Strips, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let column = Column::fit(spec.rows.iter().map(|row| (row.label.as_str(), row.sub.as_str())), sheet.width);
    let mut y = 0;
    for (index, row) in spec.rows.iter().enumerate() {
        y += if index > 0 { ROW_GAP_PX } else { 0 };
        y = draw_strip(&mut sheet, row, index as u16, column, y);
    }
    sheet.cut(y)
}

/// Where a dot and its label stand.
struct Placed<'a> {
    dot: &'a Dot,
    label: Block,
    x: i32,
    /// Left edge of the label.
    label_x: i32,
    /// Both together.
    reach: (i32, i32),
    level: i32,
}

fn draw_strip(sheet: &mut Sheet, row: &Strip, index: u16, column: Column, top: i32) -> i32 {
    let name = column.name(&row.label, &row.sub, Ink::Text);
    let left = column.plot_left + HALF_PX;
    let width = sheet.width - left - 16;
    let mut y = top;
    if column.narrow {
        sheet.block(&name, 0, y, HPos::Left);
        y += name.height() + 2;
    }
    let plane = sheet.quantities(Frame { left, top: y, width, height: 1 }, &row.axis);
    let dots = place(&row.dots, (left, sheet.width), &|dot| sheet.x(&plane, dot.at.value));
    let levels = 1 + dots.iter().map(|dot| dot.level).max().unwrap_or(0);
    sheet.grid(&plane, &[(0, levels * LEVEL_PX)]);
    let axis = y + levels * LEVEL_PX;
    sheet.rule(left, left + width, axis, Ink::Axis);
    sheet.upright(left, y, axis);
    sheet.tick_words(&plane, &row.axis.ticks, axis + 3 + Face::SMALL.line / 2, left - HALF_PX, sheet.width);
    // The name stands beside the lowest dots.
    let name_top = axis - HALF_PX - Face::LABEL.line / 2;
    if !column.narrow {
        sheet.block(&name, 0, name_top, HPos::Left);
    }
    let middle = |dot: &Placed| axis - HALF_PX - dot.level * LEVEL_PX;
    for dot in &dots {
        sheet.upright(dot.x, middle(dot), axis);
    }
    for (point, dot) in dots.iter().enumerate() {
        let (from, to) = dot.reach;
        let y = middle(dot);
        let frame = Frame { left: from, top: y - HALF_PX, width: to - from, height: LEVEL_PX };
        sheet.begin((&dot.dot.key, &dot.dot.spoken), frame, (index, point as u16));
        sheet.block_on_paper(&dot.label, dot.label_x, y - dot.label.height() / 2);
        let at = dot.dot.at;
        let look = marks::look(dot.dot.muted, at.planned, at.derived);
        sheet.paint(|recorder| marks::dot(recorder, (dot.x, y), look, at.bound, Bound::Exact));
        sheet.end();
    }
    let bottom = axis + 3 + if row.axis.ticks.is_empty() { 0 } else { Face::SMALL.line };
    if column.narrow { bottom } else { bottom.max(name_top + name.height()) }
}

/// Puts every dot on the lowest level where it and its label are free, the label to the right or else to the left.
fn place<'a>(dots: &'a [Dot], (left, right): (i32, i32), x: &dyn Fn(&Dot) -> i32) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed> = Vec::new();
    for dot in dots {
        let x = x(dot);
        let ink = if dot.muted { Ink::Muted } else { Ink::Text };
        // Less than half the room, so that one of the sides always has it.
        let label = Block::of(&dot.label, Face::SMALL.inked(ink), (right - left) / 2 - 36, 1);
        let (before, after) = (x - HALF_PX, x + marks::dot_reach(dot.at.bound));
        let wide = label.width() + LABEL_GAP_PX;
        let sides = [
            (after + LABEL_GAP_PX, (before, after + wide + LABEL_GAP_PX)),
            (before - wide, (before - wide - LABEL_GAP_PX, after)),
        ];
        let fits = |reach: (i32, i32), level| {
            let mut others = placed.iter().filter(|other| other.level == level);
            others.all(|other| reach.1 <= other.reach.0 || reach.0 >= other.reach.1)
        };
        // A level more than there are dots is always free.
        let inside = |(label_x, reach): (i32, (i32, i32))| label_x > left + LABEL_GAP_PX && reach.1 <= right;
        let level_of = |level| Some((level, *sides.iter().find(|side| inside(**side) && fits(side.1, level))?));
        let (level, (label_x, reach)) = (0..dots.len() as i32).find_map(level_of).unwrap_or((0, sides[0]));
        placed.push(Placed { dot, label, x, label_x, reach, level });
    }
    placed
}
