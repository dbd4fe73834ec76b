//! What has no place in a plot: names and words below it.
//!
//! Owns: the list. May use: the sheet, the label column. Deliberately absent: marks, for there is nothing to draw.

use plotters::style::text_anchor::HPos;

use super::super::scene::Ink;
use super::column::Column;
use super::sheet::{Block, Face, Frame, Sheet};

/// Between rows.
pub(super) const ROW_GAP_PX: i32 = 12;

/// A row of the list.
pub(super) struct Aside<'a> {
    pub(super) key: &'a str,
    pub(super) label: &'a str,
    pub(super) sub: &'a str,
    pub(super) text: &'a str,
    pub(super) spoken: &'a str,
    pub(super) muted: bool,
}

/// Draws the list from `top` down, under a rule where something stands above. Gives the y below it.
pub(super) fn beside(sheet: &mut Sheet, title: &str, rows: &[Aside], column: Column, top: i32) -> i32 {
    let mut y = top;
    if rows.is_empty() {
        return y;
    }
    if y > 0 {
        y += 16;
        sheet.rule(0, sheet.width, y, Ink::Grid);
        y += 16;
    }
    let head = Block::of(title, Face::TITLE, sheet.width, 4);
    sheet.block(&head, 0, y, HPos::Left);
    y += head.height() + 8;
    for (point, row) in rows.iter().enumerate() {
        let name = column.name(row.label, row.sub, if row.muted { Ink::Muted } else { Ink::Text });
        let left = if column.narrow { 0 } else { column.plot_left + 6 };
        let text = Block::of(row.text, Face::VALUE.inked(Ink::Muted), sheet.width - left, 4);
        let height = if column.narrow { name.height() + text.height() } else { name.height().max(text.height()) };
        let frame = Frame { left: 0, top: y, width: sheet.width, height: height.max(24) };
        sheet.begin((row.key, row.spoken), frame, (1, point as u16));
        sheet.block(&name, 0, y, HPos::Left);
        sheet.block(&text, left, if column.narrow { y + name.height() } else { y }, HPos::Left);
        sheet.end();
        y += height + ROW_GAP_PX;
    }
    y - ROW_GAP_PX + 4
}
