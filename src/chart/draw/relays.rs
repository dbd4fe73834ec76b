//! Flows side by side, a lane for each actor: who takes which step.
//!
//! Owns: the layout of [`Relays`]. A step stands in the lanes of those who take it, to the right of the one before; where it
//! would stand at its left or under it, the flow goes on a line below. What the source does not say is a dashed ring in a lane
//! of its own. May use: the sheet. Deliberately absent: how long a step takes; places here are no values.

use plotters::style::text_anchor::HPos;

use super::super::recorder::Recorder;
use super::super::scene::{Dash, Ink, Paint, Scene, Shape, Step};
use super::super::spec::{Relay, RelayStep, Relays};
use super::sheet::{Block, Face, Frame, Sheet};

const RADIUS_PX: i32 = 10;
const PADDING_PX: i32 = 8;
/// Between two lines of a flow: room for the arrow that goes back.
const GAP_PX: i32 = 20;

/// Where lanes stand.
struct Lanes {
    pitch: i32,
    count: usize,
}

impl Lanes {
    fn middle(&self, lane: usize) -> i32 {
        self.pitch * lane as i32 + self.pitch / 2
    }
}

/// A step where it stands.
struct Put<'s> {
    at: usize,
    step: &'s RelayStep,
    lanes: Vec<usize>,
    name: Block,
    /// Middle of its name.
    middle: i32,
}

/// The end of a line of a flow: its last ring, where one gets past its name, and the middle of the gap under it.
#[derive(Clone, Copy)]
struct End {
    x: i32,
    y: i32,
    past: i32,
    gap: i32,
}

/// Draws flows at a width.
pub fn relays(spec: &Relays, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let count = spec.lanes.len() + usize::from(!spec.unstated.is_empty());
    let lanes = Lanes { pitch: sheet.width / count.max(1) as i32, count };
    let mut y = if spec.has_head { head(&sheet, spec, &lanes) } else { 0 };
    for (at, row) in spec.rows.iter().enumerate() {
        y = flow(&mut sheet, row, at as u16, &lanes, y);
    }
    sheet.cut(y.max(1))
}

/// The names of the lanes.
fn head(sheet: &Sheet, spec: &Relays, lanes: &Lanes) -> i32 {
    let bold = Face { bold: true, ..Face::VALUE };
    let names = spec.lanes.iter().map(|name| (name, bold)).chain(Some((&spec.unstated, Face::VALUE.inked(Ink::Muted))));
    let names = names.take(lanes.count).map(|(name, face)| Block::of(name, face, lanes.pitch - 8, 3));
    let names: Vec<Block> = names.collect();
    let height = names.iter().map(Block::height).max().unwrap_or(0);
    for (lane, name) in names.iter().enumerate() {
        sheet.block(name, lanes.middle(lane), height - name.height(), HPos::Center);
    }
    sheet.line_across((0, sheet.width), height + 6, Ink::Axis);
    height + 8
}

/// One flow from `top` down; where it ends.
fn flow(sheet: &mut Sheet, row: &Relay, at: u16, lanes: &Lanes, top: i32) -> i32 {
    let lines = lines(row, lanes);
    let height_of = |line: &Vec<Put>| {
        let name = line.iter().map(|put| put.name.height()).max().unwrap_or(0);
        2 * RADIUS_PX + 3 + name
    };
    let heights: Vec<i32> = lines.iter().map(height_of).collect();
    let drawn = heights.iter().sum::<i32>() + GAP_PX * (lines.len() as i32 - 1).max(0);
    let bottom = top + 2 * PADDING_PX + drawn;
    for lane in 0..lanes.count {
        guide(sheet, lanes.middle(lane), top, bottom);
    }
    let mut y = top + PADDING_PX + RADIUS_PX;
    let mut above: Option<End> = None;
    for (line, height) in lines.iter().zip(&heights) {
        let mut before: Option<i32> = None;
        for put in line {
            let (from, to) = ends(put, lanes);
            match (before, above.take()) {
                (Some(end), _) => sheet.paint(|it| forward(it, (end, from), y)),
                (None, Some(above)) => sheet.paint(|it| back(it, above, (from, y))),
                (None, None) => {}
            }
            step(sheet, row.lit, put, at, lanes, y);
            before = Some(to);
        }
        above = line.last().map(|put| {
            let x = ends(put, lanes).1;
            // Past the name, and never into the next lane.
            let past = (put.middle + put.name.width() / 2 + 5).max(x + RADIUS_PX + 10);
            End { x, y, past: past.min(x + lanes.pitch / 2 - 1), gap: y - RADIUS_PX + height + GAP_PX / 2 }
        });
        y += height + GAP_PX;
    }
    bottom
}

/// The steps by the lines they stand in.
fn lines<'s>(row: &'s Relay, lanes: &Lanes) -> Vec<Vec<Put<'s>>> {
    let mut lines: Vec<Vec<Put>> = Vec::new();
    let mut reached = None;
    for (at, step) in row.steps.iter().enumerate() {
        let mut of: Vec<usize> = step.lanes.iter().copied().filter(|lane| *lane < lanes.count).collect();
        of.sort_unstable();
        if of.is_empty() {
            of.push(lanes.count.saturating_sub(1));
        }
        let (first, last) = (of[0], of[of.len() - 1]);
        // Neighbours share the room for the name; what stands between others is not theirs.
        let is_joint = last - first < of.len();
        let (middle, room) = match is_joint {
            true => ((lanes.middle(first) + lanes.middle(last)) / 2, lanes.pitch * of.len() as i32),
            false => (lanes.middle(first), lanes.pitch),
        };
        let name = Block::of(&step.name, Face::SMALL.inked(Ink::Text), room - 8, 6);
        if lines.is_empty() || reached.is_some_and(|reached| first <= reached) {
            lines.push(Vec::new());
        }
        reached = Some(last);
        if let Some(line) = lines.last_mut() {
            line.push(Put { at, step, lanes: of, name, middle });
        }
    }
    lines
}

/// The middles of a step's first and last ring.
fn ends(put: &Put, lanes: &Lanes) -> (i32, i32) {
    let middle = |lane: Option<&usize>| lanes.middle(lane.copied().unwrap_or(0));
    (middle(put.lanes.first()), middle(put.lanes.last()))
}

/// A step: its rings with its number, its name under them.
fn step(sheet: &mut Sheet, lit: bool, put: &Put, row: u16, lanes: &Lanes, y: i32) {
    let (from, to) = ends(put, lanes);
    let (half, top) = (put.name.width() / 2, y - RADIUS_PX - 1);
    let left = (from - RADIUS_PX - 2).min(put.middle - half).max(0);
    let right = (to + RADIUS_PX + 2).max(put.middle + half).min(sheet.width);
    let frame = Frame { left, top, width: right - left, height: 2 * RADIUS_PX + 4 + put.name.height() };
    sheet.begin((&put.step.key, &put.step.spoken), frame, (row, put.at as u16));
    let is_stated = !put.step.lanes.is_empty();
    if to > from {
        sheet.paint(|it| it.stroke(across(from, to, y), 1.5, if lit { Ink::Time } else { Ink::Text }));
    }
    for lane in &put.lanes {
        let x = lanes.middle(*lane);
        sheet.paint(|it| ring(it, (x, y), lit, is_stated));
        let ink = if lit && is_stated { Ink::Paper } else { Ink::Text };
        sheet.text(&(put.at + 1).to_string(), x, y, Face { bold: true, ..Face::SMALL.inked(ink) }, HPos::Center);
    }
    sheet.block(&put.name, put.middle, y + RADIUS_PX + 3, HPos::Center);
    sheet.end();
}

fn ring(recorder: &mut Recorder, (x, y): (i32, i32), lit: bool, is_stated: bool) {
    let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(RADIUS_PX));
    let (ground, line, dash) = match (is_stated, lit) {
        (true, true) => (Ink::Time, Ink::Time, Dash::Solid),
        (true, false) => (Ink::Paper, Ink::Text, Dash::Solid),
        (false, true) => (Ink::Paper, Ink::Time, Dash::Dashed),
        (false, false) => (Ink::Paper, Ink::Muted, Dash::Dashed),
    };
    recorder.disc(x, y, radius, ground);
    let shape = Shape::Circle { x, y, radius: radius - 0.75 };
    recorder.push(shape, line, Paint::Stroke { width: 1.5, dash });
}

fn guide(sheet: &Sheet, x: i32, top: i32, bottom: i32) {
    let (x, top, bottom) = (f64::from(x), f64::from(top), f64::from(bottom));
    let line = Shape::Path(vec![Step::Move(x, top), Step::Line(x, bottom)]);
    sheet.paint(|it| it.push(line, Ink::Grid, Paint::Stroke { width: 1.0, dash: Dash::Dashed }));
}

fn across(from: i32, to: i32, y: i32) -> Vec<Step> {
    let y = f64::from(y);
    vec![Step::Move(f64::from(from), y), Step::Line(f64::from(to), y)]
}

/// An arrow to the next step of a line.
fn forward(recorder: &mut Recorder, (from, to): (i32, i32), y: i32) {
    let to = to - RADIUS_PX - 3;
    recorder.stroke(across(from + RADIUS_PX, to, y), 1.5, Ink::Axis);
    let (x, y) = (f64::from(to), f64::from(y));
    recorder.stroke(vec![Step::Move(x - 5.0, y - 4.0), Step::Line(x, y), Step::Line(x - 5.0, y + 4.0)], 1.5, Ink::Axis);
}

/// An arrow from the end of a line to the next below: past the name, along the gap, and in from above.
fn back(recorder: &mut Recorder, end: End, (x, y): (i32, i32)) {
    let [past, start, line, gap] = [end.past, end.x + RADIUS_PX, end.y, end.gap].map(f64::from);
    let (x, y) = (f64::from(x), f64::from(y - RADIUS_PX - 3));
    let way = [(start, line), (past, line), (past, gap), (x, gap), (x, y)];
    let way = way.iter().enumerate().map(|(at, (x, y))| if at == 0 { Step::Move(*x, *y) } else { Step::Line(*x, *y) });
    recorder.stroke(way.collect(), 1.5, Ink::Axis);
    recorder.stroke(vec![Step::Move(x - 4.0, y - 5.0), Step::Line(x, y), Step::Line(x + 4.0, y - 5.0)], 1.5, Ink::Axis);
}
