//! Strip charts: blocks of rows, a row one definition, a dot one figure.
//!
//! Owns: the layout of [`StripChart`]: columns, axes and their ticks, rows, and hills of rows that have too many dots. May use:
//! the sheet, the marks, the swarm. Deliberately absent: any order of the rows, sums.

use plotters::style::text_anchor::HPos;

use super::super::scene::{Ink, Paint, Scene, Shape};
use super::super::spec::{SILENT, Scale, StripBlock, StripChart, StripHeads, StripRow, Who};
use super::marks;
use super::sheet::{Block, Face, Frame, Sheet};
use super::swarm::{Body, Placed, Swarm, swarm};

/// Below this width the names stand above the dots.
const NARROW_BELOW_PX: i32 = 560;
/// The least widths of the columns: names, how many report, how many are silent.
const NAMES_PX: (i32, i32, i32) = (150, 46, 52);
const WIDEST_NAME_PX: i32 = 176;
const BLOCK_GAP_PX: i32 = 22;
/// From the top of an axis' words to its line.
const AXIS_PX: i32 = 20;
/// Between the words of two ticks.
const TICK_GAP_PX: i32 = 10;
/// An axis that stands this far above the end of its rows is said again there.
const REPEAT_AFTER_PX: i32 = 340;
/// Of zero on an axis that has no place for it.
const ZERO_SLOT_PX: i32 = 32;
/// More dots than this are drawn as a hill.
const MOST_DOTS: usize = 200;
const HILL_PX: f64 = 64.0;
const SILENT_GAP_PX: i32 = 12;
/// With less room for its name, a row of a narrow sheet has its counts on a line of their own.
const LEAST_NAME_PX: i32 = 110;

/// Draws a strip chart at a width.
pub fn strip_chart(spec: &StripChart, width_px: f64) -> Scene {
    let mut sheet = Sheet::new(width_px);
    let columns = Columns::fit(spec, sheet.width);
    let (mut y, mut lane) = (0, 0);
    for (index, block) in spec.blocks.iter().enumerate() {
        y += if index > 0 { BLOCK_GAP_PX } else { 0 };
        y = draw_block(&mut sheet, &spec.heads, block, (lane, columns), y);
        lane += block.rows.len() as u16;
    }
    sheet.cut(y)
}

/// Where the columns of a chart stand, the same for all its blocks.
#[derive(Clone, Copy)]
struct Columns {
    narrow: bool,
    /// How wide a name may be; on a narrow sheet each row has its own room.
    name: i32,
    /// Right end of how many report.
    count: i32,
    /// Ends of the axis.
    left: i32,
    right: i32,
    /// Ends of the room for labels and ticks' words.
    from: i32,
    to: i32,
}

impl Columns {
    fn fit(spec: &StripChart, width: i32) -> Columns {
        let (mut name, mut count, mut silent) = NAMES_PX;
        for row in spec.blocks.iter().flat_map(|block| &block.rows) {
            name = name.max(Face::LABEL.width(&row.label).min(WIDEST_NAME_PX.max(width * 22 / 100)));
            count = count.max(Face::VALUE.width(&row.reported));
            silent = silent.max(Face::VALUE.width(&row.silent));
        }
        let count = name + count.max(Face::SMALL.width(&spec.heads.reported));
        let silent = silent.max(Face::SMALL.width(&spec.heads.silent));
        let (left, right) = (count + 34, width - silent - 16);
        if width < NARROW_BELOW_PX || right - left < 200 {
            return Columns { narrow: true, name, count, left: 15, right: width - 15, from: 0, to: width };
        }
        Columns { narrow: false, name, count, left, right, from: count + 8, to: width - silent - 10 }
    }

    /// Room for the words of labels, which may be wider than the axis.
    fn room(self) -> (f64, f64) {
        let margin = if self.narrow { 0 } else { 8 };
        (f64::from(self.from + margin), f64::from(self.to))
    }
}

/// Where the values of a block stand.
#[derive(Clone, Copy)]
struct Ruler {
    scale: Scale,
    left: f64,
    right: f64,
    /// Where zero stands.
    zero: f64,
}

impl Ruler {
    fn of(block: &StripBlock, columns: Columns) -> Ruler {
        let scale = block.axis.scale;
        let no_place = |value: f64| value <= 0.0 && matches!(scale, Scale::Log { .. });
        let slot = block.rows.iter().flat_map(|row| &row.dots).any(|dot| no_place(dot.at.value));
        let (zero, left) = (columns.left, columns.left + if slot { ZERO_SLOT_PX } else { 0 });
        Ruler { scale, left: f64::from(left), right: f64::from(columns.right), zero: f64::from(zero) }
    }

    fn has_slot(self) -> bool {
        self.zero < self.left
    }

    fn x(self, value: f64) -> f64 {
        match self.scale.at(value) {
            Some(at) => self.left + at * (self.right - self.left),
            None if value > 0.0 => self.left,
            None => self.zero,
        }
    }
}

/// A value of an axis that may be said.
struct Tick<'a> {
    x: i32,
    word: &'a str,
    width: i32,
    /// Left end of its word: under its line, or moved inwards at the edge of the sheet.
    left: i32,
    /// Begins a new power of ten.
    round: bool,
    said: bool,
}

fn ticks<'a>(block: &'a StripBlock, ruler: Ruler, (from, to): (i32, i32)) -> Vec<Tick<'a>> {
    let tick = |value: f64, word: &'a str| {
        let (x, width) = (ruler.x(value).floor() as i32, Face::SMALL.width(word));
        let left = (x - width / 2).min(to - width).max(from);
        Tick { x, word, width, left, round: value <= 0.0 || is_round(value), said: false }
    };
    let (first, last) = match ruler.scale {
        Scale::Linear { end } => (0.0, end),
        Scale::Log { from, end } => (from, end),
    };
    let mut ticks: Vec<Tick> = Vec::new();
    if ruler.has_slot() {
        ticks.push(tick(0.0, "0"));
    }
    let inside = block.axis.ticks.iter().filter(|(value, _)| *value >= first * 0.999 && *value <= last * 1.001);
    ticks.extend(inside.map(|(value, word)| tick(*value, word)));
    choose(&mut ticks, matches!(ruler.scale, Scale::Log { .. }), from);
    ticks
}

/// Whether a value is a power of ten.
fn is_round(value: f64) -> bool {
    let mut rest = value;
    for _ in 0..24 {
        match rest {
            rest if rest > 9.99 => (),
            rest if rest < 0.999 => (),
            rest => return rest < 1.001,
        }
        rest *= if rest > 1.0 { 0.1 } else { 10.0 };
    }
    false
}

/// Says ticks: all that were given where they fit, or else on a logarithmic axis powers of ten and the ends, or else every
/// second, third …
fn choose(ticks: &mut [Tick], log: bool, from: i32) {
    let tens = log && ticks.iter().any(|tick| tick.round);
    let last = ticks.len().saturating_sub(1);
    let mut attempt = if log { 0 } else { 4 };
    loop {
        let step = (attempt - 3).max(1);
        let (mut free, mut said, mut nth, mut fits) = (from, 0, 0, true);
        for (at, tick) in ticks.iter_mut().enumerate() {
            let end = at == 0 && attempt != 3 || at == last && attempt != 2;
            let wanted = match attempt {
                0 => true,
                1..=3 => tick.round || end,
                _ => tick.round || !tens,
            };
            tick.said = wanted && nth % step == 0;
            nth += i32::from(wanted);
            if tick.said {
                fits &= tick.left >= free;
                free = tick.left + tick.width + TICK_GAP_PX;
                said += 1;
            }
        }
        if fits || said < 2 {
            return;
        }
        attempt += 1;
    }
}

/// A row and where it stands below the axis.
struct Row<'a> {
    row: &'a StripRow,
    name: Block,
    /// How many report and are silent stands below the name, for want of room beside it.
    below: bool,
    swarm: Swarm<'a>,
    hill: Option<Hill>,
    top: i32,
    height: i32,
    /// Where the dots' part begins.
    plot: i32,
    /// The line on which dots stand.
    line: i32,
}

fn lay_out<'a>(block: &'a StripBlock, heads: &StripHeads, columns: Columns, ruler: Ruler) -> Vec<Row<'a>> {
    let mut top = 0;
    let row = |row: &'a StripRow| {
        let hill = (row.dots.len() > MOST_DOTS).then(|| Hill::of(row, ruler, columns.narrow));
        let body = hill.as_ref().map(|hill| hill.body(columns));
        let swarm = swarm(&row.dots, &|value| ruler.x(value), columns.room(), body);
        let (above, below) = swarm.extent;
        let counts = Face::SMALL.width(&silence(row, heads)) + SILENT_GAP_PX + Face::SMALL.width(&row.reported) + 8;
        let (room, counts) = match (columns.narrow, columns.to - counts) {
            (true, room) if room < LEAST_NAME_PX => (columns.to, Face::SMALL.line),
            (true, room) => (room, 0),
            (false, _) => (columns.name, 0),
        };
        let name = Block::of(&row.label, Face::LABEL, room, usize::MAX).and(&row.sub, Face::SMALL, room, usize::MAX);
        let (height, plot, line) = if columns.narrow {
            let plot = 5 + name.height() + counts + 4;
            (plot + above + below + if row.dots.is_empty() { 0 } else { 10 }, plot, plot + 2 + above)
        } else {
            let least = if row.dots.len() > 1 { 34 } else { 30 };
            let height = least.max(above + below + 13).max(name.height() + 11);
            (height, 0, (height + above - below) / 2)
        };
        let row = Row { row, name, below: counts > 0, swarm, hill, top, height, plot: top + plot, line: top + line };
        top += height;
        row
    };
    block.rows.iter().map(row).collect()
}

/// How many are silent, with the word that heads the column elsewhere.
fn silence(row: &StripRow, heads: &StripHeads) -> String {
    let words = [heads.silent.as_str(), " ", row.silent.as_str()];
    if row.silent.is_empty() { String::new() } else { words.concat() }
}

/// Draws a block from `top` down; gives the y below it.
fn draw_block(
    sheet: &mut Sheet,
    heads: &StripHeads,
    block: &StripBlock,
    (lane, columns): (u16, Columns),
    top: i32,
) -> i32 {
    let mut y = draw_title(sheet, block, top);
    if !block.rows.is_empty() {
        let ruler = Ruler::of(block, columns);
        let ticks = ticks(block, ruler, (columns.from, columns.to));
        if !columns.narrow {
            let middle = y + 9;
            sheet.text(&heads.definition, 0, middle, Face::SMALL, HPos::Left);
            sheet.text(&heads.reported, columns.count, middle, Face::SMALL, HPos::Right);
            sheet.text(&heads.silent, sheet.width, middle, Face::SMALL, HPos::Right);
        }
        say(sheet, &ticks, y + 9);
        y += AXIS_PX;
        let rows = lay_out(block, heads, columns, ruler);
        let bottom = y + rows.last().map_or(0, |row| row.top + row.height);
        if columns.narrow {
            for row in &rows {
                draw_grid(sheet, &ticks, ruler, (y + row.plot, y + row.top + row.height));
            }
        } else {
            draw_grid(sheet, &ticks, ruler, (y, bottom));
        }
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                sheet.line_across((0, sheet.width), y + row.top, Ink::Row);
            }
            draw_row(sheet, heads, row, (lane + index as u16, columns), y);
        }
        let line = match ruler.has_slot() {
            // The axis is broken between zero and its first value.
            true => [(0, ruler.zero as i32 + 12), (ruler.left as i32 - 6, sheet.width)],
            false => [(0, sheet.width), (0, 0)],
        };
        for ends in line {
            sheet.line_across(ends, y, Ink::Axis);
        }
        if bottom - y > REPEAT_AFTER_PX {
            sheet.line_across((ruler.left as i32 - 6, ruler.right as i32 + 6), bottom, Ink::Axis);
            say(sheet, &ticks, bottom + 11);
            y = bottom + AXIS_PX;
        } else {
            y = bottom;
        }
    }
    let folded = Block::of(&block.folded, Face::SMALL, sheet.width, usize::MAX);
    sheet.block(&folded, 0, y + 6, HPos::Left);
    y + if folded.height() > 0 { folded.height() + 6 } else { 0 }
}

/// The unit, and beside it, where there is room, what must be known.
fn draw_title(sheet: &Sheet, block: &StripBlock, top: i32) -> i32 {
    let title = Block::of(&block.title, Face::CASE, sheet.width, usize::MAX);
    let note = |room| Block::of(&block.note, Face::SMALL, room, usize::MAX);
    sheet.block(&title, 0, top, HPos::Left);
    let indent = title.width() + if title.height() > 0 { 10 } else { 0 };
    let beside = note(sheet.width);
    if title.height() <= Face::CASE.line && indent + beside.width() <= sheet.width && beside.height() <= Face::CASE.line
    {
        sheet.block(&beside, indent, top + 1, HPos::Left);
        return top + title.height().max(beside.height()) + if indent + beside.height() > 0 { 4 } else { 0 };
    }
    sheet.block(&beside, 0, top + title.height(), HPos::Left);
    top + title.height() + beside.height() + 4
}

fn say(sheet: &Sheet, ticks: &[Tick], middle: i32) {
    for tick in ticks.iter().filter(|tick| tick.said) {
        sheet.text(tick.word, tick.left, middle, Face::SMALL, HPos::Left);
    }
}

fn draw_grid(sheet: &Sheet, ticks: &[Tick], ruler: Ruler, (top, bottom): (i32, i32)) {
    // Lines without words help the eye as long as there are not too many.
    let sparse = ticks.len() as f64 * 12.0 < ruler.right - ruler.left;
    for tick in ticks.iter().filter(|tick| tick.said || sparse) {
        sheet.line_down(tick.x, top, bottom, if tick.said { Ink::Grid } else { Ink::Row });
    }
    if ruler.has_slot() || matches!(ruler.scale, Scale::Linear { .. }) {
        sheet.line_down(ruler.zero as i32, top, bottom, Ink::Axis);
    }
}

fn draw_row(sheet: &mut Sheet, heads: &StripHeads, row: &Row, (lane, columns): (u16, Columns), axis: i32) {
    let top = axis + row.top;
    let muted = Face::VALUE.inked(Ink::Muted);
    let silent_line = if columns.narrow {
        sheet.block(&row.name, 0, top + 5, HPos::Left);
        let (left, middle) = match row.below {
            true => (0, top + 5 + row.name.height() + Face::SMALL.line / 2),
            false => (row.name.width() + 8, top + 5 + Face::LABEL.line / 2),
        };
        sheet.text(&row.row.reported, left, middle, Face::SMALL, HPos::Left);
        sheet.text(&silence(row.row, heads), sheet.width, middle, Face::SMALL, HPos::Right);
        middle
    } else {
        let middle = top + row.height / 2;
        sheet.block(&row.name, 0, middle - row.name.height() / 2, HPos::Left);
        sheet.text(&row.row.reported, columns.count, middle, muted, HPos::Right);
        sheet.text(&row.row.silent, sheet.width, middle, muted, HPos::Right);
        middle
    };
    let line = axis + row.line;
    let mut point = 0;
    let has_doors = !row.row.key.is_empty();
    let silent = if columns.narrow { silence(row.row, heads) } else { row.row.silent.clone() };
    let silent_px = if columns.narrow { Face::SMALL } else { Face::VALUE }.width(&silent);
    let silent_from = sheet.width - silent_px.max(24);
    // On a narrow sheet doors stand above the dots, which need all of its width.
    let (width, height) = match columns.narrow {
        true => (row.name.width().clamp(24, silent_from - 8), row.plot - row.top - 1),
        false => (columns.name, row.height),
    };
    let door = Frame { left: 0, top, width, height };
    if has_doors {
        sheet.begin((&row.row.key, &[row.row.label.as_str(), " · ", &row.row.reported].concat()), door, (lane, point));
        sheet.end();
        point += 1;
    }
    if let Some(hill) = &row.hill {
        hill.draw(sheet, row.row, heads, (lane, point), columns, line);
        point += 1;
    }
    for dot in &row.swarm.dots {
        draw_dot(sheet, dot, (lane, point), line);
        point += 1;
    }
    if has_doors && row.row.silent != "0" {
        let spoken = [row.row.label.as_str(), " · ", &silence(row.row, heads)].concat();
        let area = Frame { left: silent_from, width: sheet.width - silent_from, ..door };
        sheet.begin((&[SILENT, &row.row.key].concat(), &spoken), area, (lane, point));
        sheet.line_across((sheet.width - silent_px, sheet.width), silent_line + 8, Ink::Axis);
        sheet.end();
    }
}

fn draw_dot(sheet: &mut Sheet, dot: &Placed, place: (u16, u16), line: i32) {
    let (x, y) = (dot.x, dot.y + f64::from(line));
    let half = marks::radius(dot.dot.who).ceil() as i32 + 4;
    let (mut left, mut right) = (x as i32 - half, x as i32 + half + 1);
    let label = dot.label.as_ref();
    // Words on the line of their dot belong to its area: nothing else stands between them.
    if let Some(label) = label.filter(|label| f64::from(label.y) == dot.y) {
        (left, right) = (left.min(label.left - 3), right.max(label.left + label.words.width() + 3));
    }
    let (left, right) = (left.max(0), right.min(sheet.width));
    let area = Frame { left, top: y as i32 - half, width: right - left, height: 2 * half };
    sheet.begin_dot((&dot.dot.key, &dot.dot.spoken), area, Some((x, y)), place);
    sheet.paint(|recorder| marks::point(recorder, (x, y), dot.dot.who, dot.dot.at));
    if let Some(label) = label {
        sheet.block(&label.words, label.left, line + label.y - label.words.height() / 2, HPos::Left);
    }
    sheet.end();
}

/// The figures of a row that are too many for dots: how many stand in each of equal parts of the axis.
struct Hill {
    ruler: Ruler,
    /// The part of zero that has no place on the axis stands last.
    counts: Vec<u32>,
}

impl Hill {
    fn of(row: &StripRow, ruler: Ruler, narrow: bool) -> Hill {
        let bins = if narrow { 32 } else { 48 };
        let mut counts = vec![0; bins + 1];
        for dot in row.dots.iter().filter(|dot| dot.who == Who::Other) {
            let x = ruler.x(dot.at.value);
            let part = (x - ruler.left) / (ruler.right - ruler.left) * bins as f64;
            let at = if x < ruler.left { bins } else { (part as usize).min(bins - 1) };
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        Hill { ruler, counts }
    }

    fn greatest(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0).max(1)
    }

    fn bin_width(&self) -> f64 {
        (self.ruler.right - self.ruler.left) / (self.counts.len() - 1) as f64
    }

    /// Left end of a part.
    fn left(&self, at: usize) -> f64 {
        match at + 1 == self.counts.len() {
            true => self.ruler.zero - self.bin_width() / 2.0,
            false => self.ruler.left + at as f64 * self.bin_width(),
        }
    }

    /// What it takes above the line, with the count of its highest part.
    fn body(&self, columns: Columns) -> Body {
        let half = (HILL_PX + 16.0) / 2.0;
        Body::block(f64::from(columns.from), f64::from(columns.to), -half, half)
    }

    /// A bar a part, its height the count on the row's own scale; the highest says its count.
    fn draw(
        &self,
        sheet: &mut Sheet,
        row: &StripRow,
        heads: &StripHeads,
        place: (u16, u16),
        columns: Columns,
        line: i32,
    ) {
        let high = HILL_PX as i32;
        let area = Frame { left: columns.left, top: line - high, width: columns.right - columns.left, height: high };
        let spoken = [row.label.as_str(), " · ", &row.reported, " · ", &silence(row, heads)].concat();
        sheet.begin((&row.key, &spoken), area, place);
        let greatest = self.greatest();
        for (at, count) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = f64::from(*count) / f64::from(greatest) * HILL_PX;
            let (x, width) = (self.left(at) + 0.5, (self.bin_width() - 1.0).max(0.5));
            let bar = Shape::Rect { x, y: f64::from(line) - height, width, height, radius: 0.0 };
            sheet.paint(|recorder| recorder.push(bar, Ink::Dot, Paint::Wash { opacity: 0.6 }));
        }
        if let Some(at) = self.counts.iter().position(|count| *count == greatest) {
            let word = greatest.to_string();
            let middle = (self.left(at) + self.bin_width() / 2.0) as i32;
            let face = Face::SMALL.inked(Ink::DotLabel);
            let left = (middle - face.width(&word) / 2).min(columns.to - face.width(&word)).max(columns.from);
            sheet.text(&word, left, line - high - 8, face, HPos::Left);
        }
        sheet.line_across((columns.left, columns.right), line, Ink::Axis);
        sheet.end();
    }
}
