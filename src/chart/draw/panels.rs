//! Small multiples.
//!
//! Owns: the layout of [`Panels`]: panels in reading order, as many in a line as fit. May use: the sheet, the lanes.
//! Deliberately absent: how a lane looks.

use plotters::style::text_anchor::HPos;

use super::super::scene::{Ink, Scene};
use super::super::spec::{Panel, Panels};
use super::column::Column;
use super::lanes::{Place, draw_lane, draw_own, plot_width};
use super::sheet::{Block, Face, Sheet};

const PANEL_MIN_PX: i32 = 176;
const PANEL_MAX_PX: i32 = 420;
const PANEL_GAP_PX: i32 = 24;
const LANE_GAP_PX: i32 = 16;

/// Draws panels at a width.
pub fn panels(spec: &Panels, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let in_line = sheet.in_line(spec.panels.len(), PANEL_MIN_PX, PANEL_GAP_PX);
    let pitch = ((sheet.width + PANEL_GAP_PX) / in_line as i32).min(PANEL_MAX_PX + PANEL_GAP_PX);
    let width = pitch - PANEL_GAP_PX;
    let column = Column { narrow: true, width, plot_left: 1 };
    // One plot width for all panels, so that lengths may be compared across them where the axes are the same.
    let plots = spec.panels.iter().map(|panel| plot_width(&panel.lanes, width - column.plot_left));
    let plot_width = plots.min().unwrap_or(width);
    let place = |at: usize, panel: &Panel| {
        let head = Face::LABEL.inked(if panel.muted { Ink::Muted } else { Ink::Text });
        Place { left: at as i32 * pitch, width, column, plot_width, head, muted: panel.muted }
    };
    let (mut y, mut lane) = (0, 0);
    for panels in spec.panels.chunks(in_line) {
        y += if y > 0 { PANEL_GAP_PX } else { 0 };
        let top = y;
        for (at, panel) in panels.iter().enumerate() {
            let Place { left, head, .. } = place(at, panel);
            let title = Block::of(&panel.title, Face::TITLE.inked(head.ink), width, 4);
            sheet.block(&title, left, top, HPos::Left);
            y = y.max(top + title.height() + 4);
        }
        for at in 0..panels.len() {
            sheet.rule(at as i32 * pitch, at as i32 * pitch + width, y, Ink::Grid);
        }
        // Lane by lane across the panels: what stands side by side is one row for the arrow keys, too.
        let most = panels.iter().map(|panel| panel.lanes.len()).max().unwrap_or(0);
        for index in 0..most.min(spec.shared) {
            let top = y + if index > 0 { LANE_GAP_PX } else { 8 };
            for (at, panel) in panels.iter().enumerate() {
                if let Some(bars) = panel.lanes.get(index) {
                    y = y.max(draw_lane(&mut sheet, bars, (lane, at as u16 * 256), place(at, panel), top));
                }
            }
            lane += 1;
        }
        // What only one panel has needs no common height.
        let mut below = vec![y + if spec.shared > 0 { LANE_GAP_PX } else { 8 }; panels.len()];
        for index in spec.shared..most {
            for (at, panel) in panels.iter().enumerate() {
                if let Some(bars) = panel.lanes.get(index) {
                    let end = draw_own(&mut sheet, bars, (lane, at as u16 * 256), place(at, panel), below[at]);
                    y = y.max(end);
                    below[at] = end + LANE_GAP_PX * 3 / 4;
                }
            }
            lane += 1;
        }
    }
    sheet.cut(y)
}
