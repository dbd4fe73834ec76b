//! Steps in order.
//!
//! Owns: the layout of [`Flow`]: boxes in reading order, as many in a line as fit, an arrow before each but the first. May
//! use: the sheet. Deliberately absent: branches, for no source describes one.

use plotters::style::text_anchor::HPos;

use super::super::recorder::{Recorder, Track};
use super::super::scene::{Dash, Ink, Scene, Step};
use super::super::spec::Flow;
use super::sheet::{Block, Face, Frame, Sheet};

const BOX_MIN_PX: i32 = 132;
const ARROW_PX: i32 = 28;
const ROW_GAP_PX: i32 = 28;
const PADDING_PX: i32 = 12;

/// Draws steps at a width.
pub fn flow(spec: &Flow, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let in_line = sheet.in_line(spec.steps.len(), BOX_MIN_PX, ARROW_PX);
    let width = ((sheet.width + ARROW_PX) / in_line as i32 - ARROW_PX).min(280);
    let room = width - 2 * PADDING_PX;
    let mut y = 0;
    for (line, steps) in spec.steps.chunks(in_line).enumerate() {
        let block = |(at, step): (usize, &super::super::spec::FlowStep)| {
            let name = format!("{} {}", line * in_line + at + 1, step.name);
            Block::of(&name, Face::TITLE, room, 6).and(&step.actor, Face::SMALL, room, 6)
        };
        let blocks: Vec<Block> = steps.iter().enumerate().map(block).collect();
        let height = blocks.iter().map(Block::height).max().unwrap_or(0) + 2 * PADDING_PX;
        for (at, (block, step)) in blocks.iter().zip(steps).enumerate() {
            let x = at as i32 * (width + ARROW_PX);
            let frame = Frame { left: x, top: y, width, height };
            sheet.begin((&step.key, &step.spoken), frame, (line as u16, at as u16));
            let (from, top, height_px) = (f64::from(x), f64::from(y), f64::from(height));
            let middle = top + height_px / 2.0;
            let track = Track { from: from + 1.0, to: from + f64::from(width) - 1.0, middle, height: height_px };
            sheet.paint(|recorder| {
                recorder.outline(track, 6.0, Ink::Reported, Dash::Solid);
                if at > 0 {
                    arrow(recorder, (from - 22.0, middle), (from - 6.0, middle));
                } else if line > 0 {
                    // A new line goes on from the end of the one above.
                    arrow(recorder, (from + 24.0, top - 22.0), (from + 24.0, top - 5.0));
                }
            });
            sheet.block(block, x + PADDING_PX, y + PADDING_PX, HPos::Left);
            sheet.end();
        }
        y += height + ROW_GAP_PX;
    }
    sheet.cut((y - ROW_GAP_PX).max(1))
}

/// An arrow to the right or downwards.
fn arrow(recorder: &mut Recorder, from: (f64, f64), to: (f64, f64)) {
    recorder.stroke(vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)], 2.0, Ink::Axis);
    let (back, side) = if from.1 == to.1 { ((7.0, 0.0), (0.0, 6.0)) } else { ((0.0, 7.0), (6.0, 0.0)) };
    let head = vec![
        Step::Move(to.0 - back.0 - side.0, to.1 - back.1 - side.1),
        Step::Line(to.0, to.1),
        Step::Line(to.0 - back.0 + side.0, to.1 - back.1 + side.1),
    ];
    recorder.stroke(head, 2.0, Ink::Axis);
}
