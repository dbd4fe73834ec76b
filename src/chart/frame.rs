//! What stands around a chart in a picture that leaves the page.
//!
//! Owns: title, notes and source inside the picture. May use: `text::extents`. Deliberately absent: their wording.

use super::scene::{Anchor, Ink, Op, Paint, Scene, Shape};
use crate::text::extents;

/// Everything a picture needs to be understood without its page. Empty texts are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// What the chart shows.
    pub title: String,
    /// Unit and population base.
    pub subtitle: String,
    /// What the reader must know.
    pub notes: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// Which filters were active.
    pub filters: String,
    /// Under which licence the picture may be used.
    pub licence: String,
}

const MARGIN_PX: f64 = 24.0;

struct Writer {
    ops: Vec<Op>,
    width: f64,
    y: f64,
}

impl Writer {
    fn write(&mut self, text: &str, size: f64, bold: bool, ink: Ink) {
        if text.is_empty() {
            return;
        }
        let line_height = (size * 1.4).round();
        for line in extents::wrap(text, size, if bold { self.width / 1.07 } else { self.width }) {
            let y = self.y + line_height / 2.0 + size * 0.36;
            let shape = Shape::Text { x: MARGIN_PX, y, size, bold, anchor: Anchor::Start, text: line };
            self.ops.push(Op { shape, ink, paint: Paint::Fill, mark: None });
            self.y += line_height;
        }
    }
}

/// The scene on its own sheet of paper, with a margin, the title above and everything else below.
pub fn framed(mut scene: Scene, frame: &Frame) -> Scene {
    let width_px = scene.width_px + 2.0 * MARGIN_PX;
    let mut writer = Writer { ops: Vec::new(), width: scene.width_px, y: MARGIN_PX };
    writer.write(&frame.title, 20.0, true, Ink::Text);
    if !frame.subtitle.is_empty() {
        writer.y += 4.0;
    }
    writer.write(&frame.subtitle, 14.0, false, Ink::Muted);
    writer.y += if writer.ops.is_empty() { 0.0 } else { 16.0 };
    scene.shift(MARGIN_PX, writer.y);
    writer.y += scene.height_px + 16.0;
    let notes = frame.notes.iter().chain([&frame.filters, &frame.source, &frame.licence]);
    for note in notes {
        writer.write(note, 12.0, false, Ink::Muted);
    }
    let height_px = writer.y + MARGIN_PX - 4.0;
    let shape = Shape::Rect { x: 0.0, y: 0.0, width: width_px, height: height_px, radius: 0.0 };
    let mut ops = vec![Op { shape, ink: Ink::Paper, paint: Paint::Fill, mark: None }];
    ops.append(&mut writer.ops);
    ops.append(&mut scene.ops);
    Scene { width_px, height_px, ops, marks: scene.marks }
}
