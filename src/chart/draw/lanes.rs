//! Bars in lanes.
//!
//! Owns: the layout of [`Lanes`]. May use: the sheet, the marks, the label column. Deliberately absent: any scale shared
//! between lanes, so that no length can be read across them.

use plotters::style::text_anchor::HPos;

use super::super::recorder::Track;
use super::super::scene::{Ink, Scene, SceneMark};
use super::super::spec::{Bar, Lane, Lanes, Mark};
use super::column::Column;
use super::marks::{self, Body};
use super::sheet::{Block, Face, Frame, PlaneArea, Sheet};

const LANE_GAP_PX: i32 = 24;
const ROW_GAP_PX: i32 = 12;
const VALUE_GAP_PX: i32 = 8;

/// Draws bars in lanes at a width.
pub fn lanes(spec: &Lanes, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let bars = || spec.lanes.iter().flat_map(|lane| lane.bars.iter().map(move |bar| (lane, bar)));
    let column = Column::fit(bars().map(|(_, bar)| (bar.label.as_str(), bar.sub.as_str())), sheet.width);
    let room = sheet.width - column.plot_left;
    // The longest bar leaves room for its direct label; all lanes get the same plot width, so zero lines and edges align.
    let plot_width = bars().filter_map(|(lane, bar)| widest_plot(lane, bar, room)).min().unwrap_or(room);
    let plot_width = plot_width.clamp(room * 3 / 10, room - 12);
    let mut y = 0;
    for (index, lane) in spec.lanes.iter().enumerate() {
        if index > 0 {
            y += LANE_GAP_PX / 2;
            sheet.rule(0, sheet.width, y, Ink::Grid);
            y += LANE_GAP_PX / 2;
        }
        y = draw_lane(&mut sheet, lane, index as u16, column, plot_width, y);
    }
    sheet.cut(y)
}

/// Room for a direct label: short ones stand in one line, long ones wrap.
fn value_block(bar: &Bar, room: i32) -> Block {
    let ink = if bar.muted || !matches!(bar.mark, Mark::Value { .. }) { Ink::Muted } else { Ink::Text };
    Block::of(&bar.text, Face::VALUE.inked(ink), (room * 9 / 20).max(72), 3)
}

fn share(value: f64, lane: &Lane) -> f64 {
    if lane.axis.end > 0.0 { (value / lane.axis.end).clamp(0.0, 1.0) } else { 0.0 }
}

/// The widest plot in which a bar and its label fit.
fn widest_plot(lane: &Lane, bar: &Bar, room: i32) -> Option<i32> {
    let Mark::Value { value, bound, .. } = bar.mark else { return None };
    let label = marks::overhang(bound) + VALUE_GAP_PX + value_block(bar, room).width() + 2;
    let share = share(value, lane);
    (share > 0.01).then(|| (f64::from(room - label) / share) as i32)
}

struct Row<'a> {
    bar: &'a Bar,
    name: Block,
    value: Block,
    /// Of the whole row, from the top of the plot.
    top: i32,
    height: i32,
    /// Middle of the bar.
    middle: i32,
}

fn draw_lane(sheet: &mut Sheet, lane: &Lane, index: u16, column: Column, plot_width: i32, top: i32) -> i32 {
    let mut y = top;
    let head = Block::of(&lane.title, Face::TITLE, sheet.width, 4).and(&lane.note, Face::SMALL, sheet.width, 6);
    sheet.block(&head, 0, y, HPos::Left);
    y += head.height() + 4;

    // The unit heads the column of names, as in a table; without a column it has its own line.
    let unit_room = if column.narrow { sheet.width } else { column.width };
    let unit = Block::of(&lane.axis.title, Face::SMALL, unit_room, 3);
    sheet.block(&unit, 0, y, HPos::Left);
    // Ticks are for comparing; a bar that stands alone says its value beside it.
    let lengths = lane.bars.iter().filter(|bar| matches!(bar.mark, Mark::Value { value, .. } if value > 0.0)).count();
    let ticks = if lengths > 1 { lane.axis.ticks.as_slice() } else { &[] };
    let ticks_height = if ticks.is_empty() { 0 } else { Face::SMALL.line };
    y += if column.narrow { unit.height() + ticks_height } else { unit.height().max(ticks_height) };
    let ticks_middle = y - Face::SMALL.line / 2;
    y += if column.narrow { 8 } else { 4 };

    let rows = lay_out(lane, column, sheet.width - column.plot_left);
    let height = rows.last().map_or(0, |row| row.top + row.height) + 4;
    let bar_height = bar_height(column);
    let frame = Frame { left: column.plot_left, top: y, width: plot_width, height };
    let lines = ticks.iter().map(|(value, _)| *value).filter(|value| *value > 0.0).collect();
    let plane = sheet.plane(frame, 0.0..if lane.axis.end > 0.0 { lane.axis.end } else { 1.0 }, lines);
    let tracks: Vec<(i32, i32)> = if column.narrow {
        rows.iter().map(|row| (row.middle - bar_height / 2 - 3, row.middle + bar_height / 2 + 3)).collect()
    } else {
        vec![(0, height)]
    };
    sheet.grid(&plane, &tracks);
    sheet.tick_words(&plane, ticks, ticks_middle, 0, sheet.width);
    let zero = f64::from(column.plot_left);
    sheet.paint(|recorder| {
        for (from, to) in &tracks {
            let (top, bottom) = (f64::from(y + from), f64::from(y + to));
            let track = Track { from: zero - 1.0, to: zero, middle: (top + bottom) / 2.0, height: bottom - top };
            recorder.fill(track, 0.0, Ink::Axis);
        }
    });

    for (point, row) in rows.iter().enumerate() {
        let bounds = (0.0, f64::from(y + row.top), f64::from(sheet.width), f64::from(row.height));
        let (key, spoken) = (row.bar.key.clone(), row.bar.spoken.clone());
        sheet.begin(SceneMark { key, spoken, bounds, lane: index, point: point as u16 });
        let name_top = if column.narrow { row.top } else { row.middle - row.name.height() / 2 };
        sheet.block(&row.name, 0, y + name_top, HPos::Left);
        draw_mark(sheet, &plane, row, column, y, !ticks.is_empty());
        sheet.end();
    }
    y + height
}

fn draw_mark(sheet: &Sheet, plane: &PlaneArea, row: &Row, column: Column, top: i32, gridded: bool) {
    let value_top = top + row.middle - row.value.height() / 2;
    let height = f64::from(bar_height(column));
    match row.bar.mark {
        Mark::Value { value, bound, planned, derived } => {
            let ink = match (row.bar.muted, planned, derived) {
                (true, _, _) => Ink::Context,
                (_, _, true) => Ink::Derived,
                (_, true, _) => Ink::Planned,
                _ => Ink::Reported,
            };
            let body = match (planned, derived) {
                (true, _) => Body::Hatched,
                (_, true) => Body::Tinted,
                _ => Body::Solid,
            };
            sheet.place(plane, (0.0, value), row.middle, &|recorder, from, to, middle| {
                if value > 0.0 {
                    let to = to.max(from + 2.0);
                    marks::bar(recorder, Track { from, to, middle, height }, body, ink, bound);
                } else if value == 0.0 {
                    marks::zero(recorder, from, middle, height, ink);
                }
            });
            let end = sheet.x(plane, value).max(column.plot_left + 2);
            let left = end + marks::overhang(bound) + VALUE_GAP_PX;
            match gridded {
                true => sheet.block_on_paper(&row.value, left, value_top),
                false => sheet.block(&row.value, left, value_top, HPos::Left),
            }
        }
        Mark::NotReported => {
            let from = f64::from(column.plot_left + 2);
            let to = from + f64::from(row.value.width() + 16);
            let height = height.max(f64::from(row.value.height() + 4));
            sheet.block_on_paper(&row.value, column.plot_left + 10, value_top);
            let track = Track { from, to, middle: f64::from(top + row.middle), height };
            sheet.paint(|recorder| marks::slot(recorder, track));
        }
        Mark::NotApplicable => sheet.block_on_paper(&row.value, column.plot_left + 10, value_top),
    }
}

fn bar_height(column: Column) -> i32 {
    if column.narrow { 18 } else { 20 }
}

fn lay_out<'a>(lane: &'a Lane, column: Column, room: i32) -> Vec<Row<'a>> {
    let mut top = if column.narrow { 0 } else { 6 };
    let row = |bar: &'a Bar| {
        let (name, value) = (column.name(&bar.label, &bar.sub, name_ink(bar)), value_block(bar, room));
        let track = (value.height() + 4).max(bar_height(column) + 6);
        let (height, middle) = if column.narrow {
            (name.height() + 2 + track, name.height() + 2 + track / 2)
        } else {
            let height = name.height().max(track);
            (height, height / 2)
        };
        let row = Row { bar, name, value, top, height, middle: top + middle };
        top += height + ROW_GAP_PX;
        row
    };
    lane.bars.iter().map(row).collect()
}

fn name_ink(bar: &Bar) -> Ink {
    if bar.muted { Ink::Muted } else { Ink::Text }
}
