//! When figures were counted.
//!
//! Owns: the layout of [`Spans`]. May use: the sheet, the marks, the label column. Deliberately absent: quantities; the
//! ink differs from that of bars, so that a long time is not taken for a large figure.

use plotters::style::text_anchor::HPos;

use super::super::recorder::Track;
use super::super::scene::{Ink, Scene};
use super::super::spec::{SpanRow, Spans, When};
use super::beside::{Aside, ROW_GAP_PX, beside};
use super::column::Column;
use super::marks;
use super::sheet::{Block, Face, Frame, PlaneArea, Sheet};

const TRACK_PX: i32 = 12;
const TEXT_GAP_PX: i32 = 8;
/// A picture taller than this says its years at its bottom too.
const REPEAT_AFTER_PX: i32 = 400;

/// Draws periods at a width.
pub fn spans(spec: &Spans, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let names = spec.rows.iter().chain(&spec.beside).map(|row| (row.label.as_str(), row.sub.as_str()));
    let column = Column::fit(names, sheet.width);
    let mut y = 0;
    if !spec.rows.is_empty() {
        y = draw_placed(&mut sheet, spec, column);
    }
    let rows: Vec<Aside> = spec.beside.iter().map(aside).collect();
    y = beside(&mut sheet, &spec.beside_title, &rows, column, y);
    sheet.cut(y)
}

/// A row that has no place on the axis.
fn aside(row: &SpanRow) -> Aside<'_> {
    let SpanRow { key, label, sub, text, spoken, muted, .. } = row;
    Aside { key, label, sub, text, spoken, muted: *muted }
}

/// A row's stretch on the axis; `None` where it has no place.
fn reach(when: &When) -> Option<(f64, f64)> {
    match when {
        When::Instant { at, width } => Some((*at, at + width.max(0.0))),
        When::Range { from, to, .. } => Some((*from, to.max(*from))),
        When::Either { years } => Some((*years.first()?, years.last()? + 1.0)),
        When::Unplaced => None,
    }
}

/// Where a direct label stands.
enum TextAt {
    /// In the row of the mark, from this x.
    Row(i32),
    /// On its own line below the mark, from this x.
    Below(i32),
}

struct Row<'a> {
    row: &'a SpanRow,
    name: Block,
    text: Block,
    text_at: TextAt,
    top: i32,
    height: i32,
    middle: i32,
}

fn draw_placed(sheet: &mut Sheet, spec: &Spans, column: Column) -> i32 {
    let top = Face::SMALL.line + 4;
    let left = column.plot_left + 6;
    let width = sheet.width - left - 8;
    let ticks: Vec<f64> = spec.ticks.iter().map(|(year, _)| *year).collect();
    let range = spec.start..spec.end.max(spec.start + 0.01);
    let plane = |height| {
        let frame = Frame { left, top, width, height };
        (frame, range.clone())
    };
    // Labels are placed by the pixels of their marks, so the plane is needed before the height is known.
    let (frame, axis) = plane(1);
    let probe = sheet.plane(frame, axis, Vec::new());
    let rows = lay_out(sheet, &probe, &spec.rows, column, left);
    let height = rows.last().map_or(0, |row| row.top + row.height) + 4;
    let (frame, axis) = plane(height);
    let area = sheet.plane(frame, axis, ticks);
    let tracks: Vec<(i32, i32)> = if column.narrow {
        rows.iter().map(|row| (row.middle - 10, row.middle + 10)).collect()
    } else {
        vec![(0, height)]
    };
    sheet.grid(&area, &tracks);
    let words_from = if column.narrow { 0 } else { left - 8 };
    sheet.tick_words(&area, &spec.ticks, Face::SMALL.line / 2, words_from, sheet.width);
    for (point, row) in rows.iter().enumerate() {
        let frame = Frame { left: 0, top: top + row.top, width: sheet.width, height: row.height };
        sheet.begin((&row.row.key, &row.row.spoken), frame, (0, point as u16));
        let name_top = if column.narrow { row.top } else { row.middle - row.name.height() / 2 };
        let name_top = if column.narrow { name_top } else { name_top.max(row.top) };
        sheet.block(&row.name, 0, top + name_top, HPos::Left);
        match row.text_at {
            TextAt::Row(x) => sheet.block_on_paper(&row.text, x, top + row.middle - row.text.height() / 2),
            TextAt::Below(x) => sheet.block_on_paper(&row.text, x, top + row.middle + TRACK_PX / 2 + 3),
        }
        draw_when(sheet, &area, row);
        sheet.end();
    }
    if height <= REPEAT_AFTER_PX {
        return top + height;
    }
    // Whoever reads the last rows no longer sees the years above the first.
    sheet.tick_words(&area, &spec.ticks, top + height + 2 + Face::SMALL.line / 2, words_from, sheet.width);
    top + height + 4 + Face::SMALL.line
}

fn draw_when(sheet: &Sheet, area: &PlaneArea, row: &Row) {
    let height = f64::from(TRACK_PX);
    let inks = if row.row.muted { (Ink::Context, Ink::Grid) } else { marks::TIME };
    match &row.row.when {
        When::Instant { at, width } => {
            sheet.place(area, (*at, at + width), row.middle, &|recorder, from, to, middle| {
                marks::moment(recorder, Track { from, to, middle, height }, inks);
            });
        }
        When::Range { from, to, from_soft, to_soft } => {
            sheet.place(area, (*from, *to), row.middle, &|recorder, from, to, middle| {
                let to = to.max(from + 3.0);
                marks::stretch(recorder, Track { from, to, middle, height }, inks.0, *from_soft, *to_soft);
            });
        }
        When::Either { years } => {
            for year in years {
                sheet.place(area, (*year, year + 1.0), row.middle, &|recorder, from, to, middle| {
                    marks::perhaps(recorder, Track { from, to, middle, height }, inks.0);
                });
            }
        }
        When::Unplaced => {}
    }
}

fn lay_out<'a>(sheet: &Sheet, probe: &PlaneArea, rows: &'a [SpanRow], column: Column, left: i32) -> Vec<Row<'a>> {
    let right = sheet.width;
    let mut top = if column.narrow { 0 } else { 6 };
    let row = |row: &'a SpanRow| {
        let ink = if row.muted { Ink::Muted } else { Ink::Text };
        let name = column.name(&row.label, &row.sub, ink);
        let text = Block::of(&row.text, Face::VALUE.inked(ink), right - left, 3);
        let (from, to) = reach(&row.when).map_or((left, left), |(from, to)| (sheet.x(probe, from), sheet.x(probe, to)));
        // A dot is wider than the day it stands for.
        let (after, before) = (to.max((from + to) / 2 + 7) + TEXT_GAP_PX, from.min((from + to) / 2 - 7) - TEXT_GAP_PX);
        let text_at = if after + text.width() + 2 <= right {
            TextAt::Row(after)
        } else if before - text.width() >= left {
            TextAt::Row(before - text.width())
        } else {
            TextAt::Below(from.min(right - text.width() - 3).max(left))
        };
        let (above, below) = match text_at {
            TextAt::Row(_) => (text.height().max(24) / 2, text.height().max(24) / 2),
            TextAt::Below(_) => (12, TRACK_PX / 2 + 3 + text.height()),
        };
        let (height, middle) = if column.narrow {
            (name.height() + above + below, name.height() + above)
        } else {
            let height = name.height().max(above + below);
            (height, (height - above - below) / 2 + above)
        };
        let row = Row { row, name, text, text_at, top, height, middle: top + middle };
        top += height + ROW_GAP_PX;
        row
    };
    rows.iter().map(row).collect()
}
