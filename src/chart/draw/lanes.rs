//! Bars in lanes, figures that stand alone, and names of those who report none.
//!
//! Owns: the layout of [`Lanes`]. May use: the sheet, the marks, the label column. Deliberately absent: any scale shared
//! between lanes, so that no length can be read across them. A figure without another to be compared with has no length at all:
//! its mark is as long as any other's, and its number is what is read.

use plotters::style::text_anchor::HPos;

use super::super::recorder::Track;
use super::super::scene::{Ink, Scene};
use super::super::spec::{Axis, Bar, Bound, Lane, Lanes, Mark};
use super::column::Column;
use super::marks;
use super::sheet::{Block, Face, Frame, PlaneArea, Sheet};

const LANE_GAP_PX: i32 = 24;
const ROW_GAP_PX: i32 = 12;
const VALUE_GAP_PX: i32 = 8;
/// What a refused mark needs besides its words.
const REFUSED_PX: i32 = marks::BARRED_PX + 20;
/// The mark of a figure that stands alone.
const ALONE: (f64, f64) = (26.0, 16.0);
/// Below this width the number stands under the name.
const STACKED_BELOW_PX: i32 = 300;
/// Above and below the rule between figures that stand alone.
const ALONE_GAP_PX: i32 = 7;

/// Where lanes stand: on the whole chart, or in a panel.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) left: i32,
    pub(super) width: i32,
    /// Counted from `left`.
    pub(super) column: Column,
    /// The same for all lanes of a chart, so that zero lines and edges align.
    pub(super) plot_width: i32,
    /// Of the lanes' titles.
    pub(super) head: Face,
    /// Everything here is context.
    pub(super) muted: bool,
}

/// Draws bars in lanes at a width.
pub fn lanes(spec: &Lanes, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let bars = spec.lanes.iter().filter(|lane| Kind::of(lane) == Kind::Compared).flat_map(|lane| &lane.bars);
    let column = Column::fit(bars.map(|bar| (bar.label.as_str(), bar.sub.as_str())), sheet.width);
    let plot_width = plot_width(&spec.lanes, sheet.width - column.plot_left);
    let place = Place { left: 0, width: sheet.width, column, plot_width, head: Face::TITLE, muted: false };
    let mut y = 0;
    let width = sheet.width;
    let mut before: Option<Kind> = None;
    for (index, lane) in spec.lanes.iter().enumerate() {
        let kind = Kind::of(lane);
        if let Some(before) = before {
            let gap = if (before, kind) == (Kind::Alone, Kind::Alone) { ALONE_GAP_PX } else { LANE_GAP_PX / 2 };
            y += gap;
            sheet.rule(0, sheet.width, y, Ink::Grid);
            y += gap;
        }
        before = Some(kind);
        y = match kind {
            Kind::Compared => draw_lane(&mut sheet, lane, (index as u16, 0), place, y),
            Kind::Alone => draw_alone(&mut sheet, lane, (index as u16, 0), (0, width), y),
            Kind::Silent => draw_silent(&mut sheet, lane, index as u16, y),
        };
    }
    sheet.cut(y)
}

/// What there is to see in a lane.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Lengths.
    Compared,
    /// One figure.
    Alone,
    /// No figure.
    Silent,
}

impl Kind {
    fn of(lane: &Lane) -> Kind {
        match lane.bars.as_slice() {
            bars if bars.iter().all(|bar| bar.mark == Mark::NotReported) => Kind::Silent,
            [Bar { mark: Mark::Value { .. }, .. }] => Kind::Alone,
            _ => Kind::Compared,
        }
    }
}

/// A figure that stands alone: what it is and whose, its mark, its number; below each other where there is little room.
fn draw_alone(sheet: &mut Sheet, lane: &Lane, (index, point): (u16, u16), (left, width): (i32, i32), top: i32) -> i32 {
    let [bar] = lane.bars.as_slice() else { return top };
    let Mark::Value { value, bound, planned, derived } = bar.mark else { return top };
    let ink = if bar.muted { Ink::Muted } else { Ink::Text };
    let stacked = width < STACKED_BELOW_PX;
    let (mark_left, name_width) =
        if stacked { (left + 1, width) } else { (left + width * 11 / 20, width * 11 / 20 - 12) };
    let number_left = mark_left + ALONE.0 as i32 + marks::overhang(Bound::AtLeast) + VALUE_GAP_PX;
    let whose = [bar.label.as_str(), bar.sub.as_str()].into_iter().filter(|words| !words.is_empty());
    let name = Block::of(&lane.title, Face::LABEL.inked(ink), name_width, 3)
        .and(&whose.collect::<Vec<_>>().join(" · "), Face::SMALL, name_width, 3)
        .and(&lane.note, Face::SMALL, name_width, 4);
    let number = Block::of(&bar.text, Face::TITLE.inked(ink), left + width - number_left, 6);
    let beside = number.height().max(24);
    let height = if stacked { name.height() + 2 + beside } else { name.height().max(beside) };
    let name_top = if stacked { top } else { top + (height - name.height()) / 2 };
    let middle = if stacked { top + height - beside / 2 } else { top + height / 2 };
    sheet.upright(mark_left - 1, middle - 11, middle + 11);
    sheet.begin((&bar.key, &bar.spoken), Frame { left, top, width, height }, (index, point));
    sheet.block(&name, left, name_top, HPos::Left);
    let (body, ink) = marks::look(bar.muted, planned, derived);
    let from = f64::from(mark_left);
    let track = Track { from, to: from + ALONE.0, middle: f64::from(middle), height: ALONE.1 };
    sheet.paint(|recorder| match value > 0.0 {
        true => marks::bar(recorder, track, body, ink, bound),
        false => marks::zero(recorder, from, track.middle, ALONE.1, ink),
    });
    sheet.block(&number, number_left, middle - number.height() / 2, HPos::Left);
    sheet.end();
    top + height
}

/// A lane that only one panel has: no length is comparable with it.
pub(super) fn draw_own(sheet: &mut Sheet, lane: &Lane, at: (u16, u16), place: Place, top: i32) -> i32 {
    match Kind::of(lane) {
        Kind::Alone => draw_alone(sheet, lane, at, (place.left, place.width), top),
        _ => draw_lane(sheet, lane, at, place, top),
    }
}

/// Those who report nothing: an empty slot for each.
fn draw_silent(sheet: &mut Sheet, lane: &Lane, index: u16, top: i32) -> i32 {
    const PAD_PX: i32 = 8;
    const GAP_PX: i32 = 10;
    let head = Block::of(&lane.title, Face::LABEL, sheet.width, 4).and(&lane.note, Face::SMALL, sheet.width, 6);
    sheet.block(&head, 0, top, HPos::Left);
    let mut y = top + head.height() + if head.height() > 0 { 6 } else { 0 };
    let (mut x, mut line) = (0, 0);
    for (point, bar) in lane.bars.iter().enumerate() {
        let label = if bar.label.is_empty() { &bar.text } else { &bar.label };
        let room = sheet.width - 2 * PAD_PX;
        let words =
            Block::of(label, Face::VALUE.inked(Ink::Muted), room, 2).and(&bar.sub, Face::SMALL, room.min(200), 3);
        let (width, height) = (words.width() + 2 * PAD_PX, words.height() + 6);
        if x > 0 && x + width > sheet.width {
            (x, y, line) = (0, y + line + GAP_PX, 0);
        }
        sheet.begin((&bar.key, &bar.spoken), Frame { left: x, top: y, width, height }, (index, point as u16));
        let (from, middle) = (f64::from(x) + 0.75, f64::from(y) + f64::from(height) / 2.0);
        let track = Track { from, to: from + f64::from(width) - 1.5, middle, height: f64::from(height) };
        sheet.paint(|recorder| marks::slot(recorder, track));
        sheet.block(&words, x + PAD_PX, y + 3, HPos::Left);
        sheet.end();
        x += width + GAP_PX;
        line = line.max(height);
    }
    y + line + 1
}

/// The widest plot in which every bar leaves room for its direct label.
pub(super) fn plot_width(lanes: &[Lane], room: i32) -> i32 {
    let mut width = room - 12;
    for lane in lanes {
        for bar in &lane.bars {
            width = width.min(widest_plot(lane, bar, room).unwrap_or(width));
        }
    }
    width.max(room * 3 / 10)
}

/// Room for a direct label: short ones stand in one line, long ones wrap.
fn value_block(bar: &Bar, room: i32, muted: bool) -> Block {
    let plain = matches!(bar.mark, Mark::Value { .. }) && !muted;
    let width = if bar.mark == Mark::Refused { (room - REFUSED_PX).min(400) } else { (room * 9 / 20).max(112) };
    Block::of(&bar.text, Face::VALUE.inked(if plain { Ink::Text } else { Ink::Muted }), width, 3)
}

/// Which part of an axis a value takes.
pub(super) fn share(value: f64, axis: &Axis) -> f64 {
    if axis.end > 0.0 { (value / axis.end).clamp(0.0, 1.0) } else { 0.0 }
}

/// The widest plot in which a bar and its label fit.
fn widest_plot(lane: &Lane, bar: &Bar, room: i32) -> Option<i32> {
    let Mark::Value { value, bound, .. } = bar.mark else { return None };
    let label = marks::overhang(bound) + VALUE_GAP_PX + value_block(bar, room, false).width() + 2;
    let share = share(value, &lane.axis);
    (share > 0.01).then(|| (f64::from(room - label) / share) as i32)
}

struct Row<'a> {
    bar: &'a Bar,
    muted: bool,
    name: Block,
    value: Block,
    /// What stands small below the bar.
    below: Block,
    /// Of the whole row, from the top of the plot.
    top: i32,
    height: i32,
    /// Middle of the bar.
    middle: i32,
}

/// Draws a lane from `top` down; its marks are counted from the given lane and point. Gives the y below it.
pub(super) fn draw_lane(sheet: &mut Sheet, lane: &Lane, first: (u16, u16), place: Place, top: i32) -> i32 {
    let Place { left, width, column, .. } = place;
    let plot_left = left + column.plot_left;
    let mut y = top;
    let head = Block::of(&lane.title, place.head, width, 4).and(&lane.note, Face::SMALL, width, 6);
    sheet.block(&head, left, y, HPos::Left);
    y += head.height() + 4;

    // The unit heads the column of names, as in a table; without a column it has its own line.
    let unit_room = if column.narrow { width } else { column.width };
    let unit = Block::of(&lane.axis.title, Face::SMALL, unit_room, 3);
    sheet.block(&unit, left, y, HPos::Left);
    // Ticks are for comparing; a bar that stands alone says its value beside it.
    let lengths = lane.bars.iter().filter(|bar| matches!(bar.mark, Mark::Value { value, .. } if value > 0.0)).count();
    let ticks = if lengths > 1 { lane.axis.ticks.as_slice() } else { &[] };
    let ticks_height = if ticks.is_empty() { 0 } else { Face::SMALL.line };
    y += if column.narrow { unit.height() + ticks_height } else { unit.height().max(ticks_height) };
    let ticks_middle = y - Face::SMALL.line / 2;
    let named = lane.bars.first().is_some_and(|bar| !bar.label.is_empty());
    y += if column.narrow && named { 8 } else { 4 };

    let rows = lay_out(lane, place);
    let height = rows.last().map_or(0, |row| row.top + row.height) + 4;
    let bar_height = bar_height(column);
    let frame = Frame { left: plot_left, top: y, width: place.plot_width, height };
    let plane = sheet.quantities(frame, &lane.axis);
    let tracks: Vec<(i32, i32)> = if column.narrow {
        rows.iter().map(|row| (row.middle - bar_height / 2 - 3, row.middle + bar_height / 2 + 3)).collect()
    } else {
        vec![(0, height)]
    };
    if !ticks.is_empty() {
        sheet.grid(&plane, &tracks);
    }
    sheet.tick_words(&plane, ticks, ticks_middle, left, left + width);
    for (from, to) in &tracks {
        sheet.upright(plot_left - 1, y + from, y + to);
    }

    for (point, row) in rows.iter().enumerate() {
        let frame = Frame { left, top: y + row.top, width, height: row.height };
        sheet.begin((&row.bar.key, &row.bar.spoken), frame, (first.0, first.1 + point as u16));
        let name_top = if column.narrow { row.top } else { row.middle - row.name.height() / 2 };
        sheet.block(&row.name, left, y + name_top, HPos::Left);
        sheet.block(&row.below, left, y + row.top + row.height - row.below.height(), HPos::Left);
        draw_mark(sheet, &plane, row, (plot_left, bar_height), y, !ticks.is_empty());
        sheet.end();
    }
    y + height
}

fn draw_mark(sheet: &Sheet, plane: &PlaneArea, row: &Row, (left, bar_height): (i32, i32), top: i32, gridded: bool) {
    let value_top = top + row.middle - row.value.height() / 2;
    let height = f64::from(bar_height);
    // The place of what is no bar, around its words.
    let slot = |before: i32| {
        let from = f64::from(left + 2);
        let to = from + f64::from(before + row.value.width() + 8);
        let height = height.max(f64::from(row.value.height() + 4));
        sheet.block_on_paper(&row.value, left + 2 + before, value_top);
        Track { from, to, middle: f64::from(top + row.middle), height }
    };
    match row.bar.mark {
        Mark::Value { value, bound, planned, derived } => {
            let (body, ink) = marks::look(row.muted, planned, derived);
            sheet.place(plane, (0.0, value), row.middle, &|recorder, from, to, middle| {
                if value > 0.0 {
                    let to = to.max(from + 2.0);
                    marks::bar(recorder, Track { from, to, middle, height }, body, ink, bound);
                } else if value == 0.0 {
                    marks::zero(recorder, from, middle, height, ink);
                }
            });
            let end = sheet.x(plane, value).max(left + 2);
            let left = end + marks::overhang(bound) + VALUE_GAP_PX;
            match gridded {
                true => sheet.block_on_paper(&row.value, left, value_top),
                false => sheet.block(&row.value, left, value_top, HPos::Left),
            }
        }
        Mark::NotReported => {
            let track = slot(8);
            sheet.paint(|recorder| marks::slot(recorder, track));
        }
        Mark::Refused => {
            // As wide as the plot, all of them: a box whose width follows its words would read as a length.
            let track = slot(8 + marks::BARRED_PX);
            let end = f64::from(sheet.x(plane, f64::MAX));
            sheet.paint(|recorder| marks::refused(recorder, Track { to: track.to.max(end), ..track }));
        }
        Mark::NotApplicable => sheet.block_on_paper(&row.value, left + 10, value_top),
    }
}

fn bar_height(column: Column) -> i32 {
    if column.narrow { 18 } else { 20 }
}

fn lay_out<'a>(lane: &'a Lane, place: Place) -> Vec<Row<'a>> {
    let Place { column, width, muted, .. } = place;
    let mut top = if column.narrow { 0 } else { 6 };
    let row = |bar: &'a Bar| {
        let (label, sub) = (bar.label.as_str(), bar.sub.as_str());
        let muted = muted || bar.muted;
        // Where the panel is the name, what stands small follows the bar, so that bars stand at one height in all panels.
        let named = !(column.narrow && label.is_empty());
        let name = column.name(label, if named { sub } else { "" }, if muted { Ink::Muted } else { Ink::Text });
        let below = column.name("", if named { "" } else { sub }, Ink::Muted);
        let value = value_block(bar, width - column.plot_left, muted);
        let track = (value.height() + 4).max(bar_height(column) + 6);
        let (height, middle) = if column.narrow {
            let above = name.height() + if named { 2 } else { 0 };
            (above + track + if below.height() > 0 { below.height() + 2 } else { 0 }, above + track / 2)
        } else {
            let height = name.height().max(track);
            (height, height / 2)
        };
        let row = Row { bar, muted, name, value, below, top, height, middle: top + middle };
        top += height + ROW_GAP_PX;
        row
    };
    lane.bars.iter().map(row).collect()
}
