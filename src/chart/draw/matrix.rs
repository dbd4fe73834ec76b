//! Who reports what.
//!
//! Owns: the layout of [`Matrix`]. May use: the sheet, the marks, the label column. Deliberately absent: totals and ranks.

use plotters::style::text_anchor::HPos;

use super::super::recorder::Track;
use super::super::scene::{Dash, Ink, Scene};
use super::super::spec::{Cell, CellState, Matrix};
use super::column::Column;
use super::marks;
use super::sheet::{Block, Face, Frame, Sheet};

const CELL_GAP_PX: i32 = 4;
/// Room for three Han characters; with more columns than that the chart grows wider than asked, and the page scrolls it.
const CELL_MIN_PX: i32 = 44;
const CELL_MAX_PX: i32 = 136;
const HATCH_PX: i32 = 8;

/// Draws a coverage matrix at a width; many columns make it wider.
pub fn matrix(spec: &Matrix, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let column = Column::fit(spec.rows.iter().map(|row| (row.label.as_str(), "")), sheet.width);
    let left = if column.narrow { 0 } else { column.plot_left };
    let columns = spec.columns.len().max(1) as i32;
    let pitch =
        ((sheet.width - left + CELL_GAP_PX) / columns).clamp(CELL_MIN_PX + CELL_GAP_PX, CELL_MAX_PX + CELL_GAP_PX);
    let cell_width = pitch - CELL_GAP_PX;
    sheet.widen(left + pitch * columns - CELL_GAP_PX);

    let head = |(at, name): (usize, &String)| head_block(name, cell_width, spec.highlight == Some(at));
    let heads: Vec<Block> = spec.columns.iter().enumerate().map(head).collect();
    let mut y = heads.iter().map(Block::height).max().unwrap_or(0);
    let plane_of = |sheet: &Sheet, top, height| {
        let frame = Frame { left, top, width: pitch * columns, height };
        sheet.plane(frame, 0.0..f64::from(columns), Vec::new())
    };
    let head = plane_of(&sheet, 0, y.max(1));
    for (at, block) in heads.iter().enumerate() {
        let x = sheet.x(&head, at as f64);
        sheet.block(block, x + cell_width / 2, y - block.height(), HPos::Center);
    }
    // The highlighted column: its left edge, and where its frame starts.
    let framed = spec.highlight.and_then(|at| Some((sheet.x(&head, at as f64), y - heads.get(at)?.height())));
    y += 8;

    for (index, row) in spec.rows.iter().enumerate() {
        let name = column.name(&row.label, "", Ink::Text);
        let texts: Vec<Block> = row.cells.iter().map(|cell| cell_text(cell, cell_width)).collect();
        let text_height = texts.iter().map(Block::height).max().unwrap_or(0);
        let mut cell_height = (text_height + 10).max(28);
        if column.narrow {
            sheet.block(&name, 0, y, HPos::Left);
            y += name.height() + 2;
        } else {
            cell_height = cell_height.max(name.height());
            sheet.block(&name, 0, y + (cell_height - name.height()) / 2, HPos::Left);
        }
        let plane = plane_of(&sheet, y, cell_height);
        for (point, (cell, text)) in row.cells.iter().zip(&texts).enumerate().take(columns as usize) {
            let x = sheet.x(&plane, point as f64);
            let frame = Frame { left: x, top: y, width: cell_width, height: cell_height };
            sheet.begin((&cell.key, &cell.spoken), frame, (index as u16, point as u16));
            let places = (point as f64, point as f64 + 1.0);
            sheet.place(&plane, places, cell_height / 2, &|recorder, from, _, middle| {
                let track = Track { from, to: from + f64::from(cell_width), middle, height: f64::from(cell_height) };
                match cell.state {
                    CellState::Reported => recorder.fill(track, 2.0, Ink::Reported),
                    CellState::Partial => {
                        let edge = Track { to: from + f64::from(HATCH_PX), ..track };
                        marks::hatch(recorder, edge, Ink::Reported);
                        recorder.outline(track, 2.0, Ink::Reported, Dash::Solid);
                    }
                    CellState::NotReported => marks::slot(recorder, track),
                    CellState::Hidden => {
                        marks::dash(recorder, track);
                    }
                }
            });
            let inset = if cell.state == CellState::Partial { HATCH_PX / 2 } else { 0 };
            sheet.block(text, x + cell_width / 2 + inset, y + (cell_height - text.height()) / 2, HPos::Center);
            sheet.end();
        }
        if let (true, Some((x, _))) = (column.narrow, framed) {
            // Names stand between the cells here, so every cell has a frame of its own.
            frame(&sheet, (x, x + cell_width), (y, y + cell_height));
        }
        y += cell_height + if column.narrow { 10 } else { CELL_GAP_PX };
    }
    if let (false, Some((x, top))) = (column.narrow, framed) {
        frame(&sheet, (x, x + cell_width), (top + 1, y - CELL_GAP_PX));
    }
    sheet.cut(y)
}

/// A column's name: bold where it is highlighted, unless that took more lines and moved the chart.
fn head_block(name: &str, width: i32, highlight: bool) -> Block {
    let plain = Block::of(name, Face::LABEL, width, 6);
    let bold = Block::of(name, Face { bold: highlight, ..Face::LABEL }, width, 6);
    if bold.height() > plain.height() { plain } else { bold }
}

/// A frame in the gaps around cells. It stays on the sheet, at the edges at the cost of the cells.
fn frame(sheet: &Sheet, (left, right): (i32, i32), (top, bottom): (i32, i32)) {
    let (from, to) = (f64::from((left - 3).max(0)), f64::from((right + 3).min(sheet.width)));
    let (top, bottom) = (f64::from((top - 3).max(0)), f64::from(bottom + 3));
    let track = Track { from, to, middle: (top + bottom) / 2.0, height: bottom - top };
    sheet.paint(|recorder| recorder.outline(track, 2.0, Ink::Text, Dash::Solid));
}

/// A cell's words.
fn cell_text(cell: &Cell, cell_width: i32) -> Block {
    let (ink, room) = match cell.state {
        CellState::Reported => (Ink::Paper, cell_width - 8),
        CellState::Partial => (Ink::Text, cell_width - 8 - HATCH_PX),
        CellState::NotReported => (Ink::Muted, cell_width - 8),
        CellState::Hidden => return Block::default(),
    };
    Block::of(&cell.text, Face::SMALL.inked(ink), room, 3)
}
