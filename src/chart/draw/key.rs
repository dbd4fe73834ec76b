//! The small key under a chart: only the marks that occur in it.
//!
//! Owns: which marks need explaining, and their row of samples. May use: the marks. Deliberately absent: the words (the
//! caller gives them).

use crate::model::order;
use plotters::style::text_anchor::HPos;

use super::super::recorder::{Recorder, Track};
use super::super::scene::{Dash, Ink, Scene};
use super::super::spec::{Bound, CellState, Lane, Mark, Quantity, Spec, When, Who};
use super::marks::{self, Body};
use super::sheet::{Face, Sheet};

/// A mark that may need explaining.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyItem {
    /// Solid bar with a square end: as stated.
    Exact,
    /// Frayed end: about.
    About,
    /// Open end with an arrow: at least.
    AtLeast,
    /// Bracket: nearly, or less than.
    Below,
    /// Hatched: planned.
    Planned,
    /// Light with an outline: computed by us.
    Derived,
    /// Grey: for context, outside the comparison.
    Context,
    /// Tick across the baseline: zero, as stated.
    Zero,
    /// Solid stretch: counted over this time.
    Range,
    /// Frayed start or end of a stretch.
    SoftEnd,
    /// Dot: counted at this time.
    Instant,
    /// Light stretch: at an unknown moment inside.
    Somewhere,
    /// Dashed stretches: in one of these years.
    Either,
    /// Full cell.
    Reported,
    /// Outlined cell with a hatched edge: a plan or a part only.
    Partial,
    /// Dashed empty slot.
    NotReported,
    /// Outlined slot with a barred edge: not honest to draw here.
    Refused,
    /// Short rule: left out by the filters.
    Hidden,
    /// Dot: as stated.
    DotExact,
    /// Dot with a halo: about.
    DotAbout,
    /// Dot with an arrow to the right: at least.
    DotAtLeast,
    /// Dot with an arrow to the left: nearly, or less than.
    DotBelow,
    /// Hatched ring: planned.
    DotPlanned,
    /// Light ring: computed by us.
    DotDerived,
    /// Larger dot: of a case that was read whole.
    DotCase,
    /// Smaller dot: of the library.
    DotOther,
    /// Diamond: the reader's own.
    DotOwn,
}

/// The dots of a strip chart, whose words are the bars'.
fn dots(items: &mut Vec<KeyItem>, of: Quantity, who: Who) {
    items.push(match of.bound {
        Bound::Exact => KeyItem::DotExact,
        Bound::About => KeyItem::DotAbout,
        Bound::AtLeast => KeyItem::DotAtLeast,
        Bound::Nearly | Bound::LessThan => KeyItem::DotBelow,
    });
    items.extend(of.planned.then_some(KeyItem::DotPlanned));
    items.extend(of.derived.then_some(KeyItem::DotDerived));
    items.extend(match who {
        Who::Case => Some(KeyItem::DotCase),
        Who::Other => Some(KeyItem::DotOther),
        Who::Own => Some(KeyItem::DotOwn),
        // Of either kind; that it is lit shows who lit it.
        Who::Lit => None,
    });
}

/// The marks of a number. A dot at zero stands where it stands; only a bar of no length needs a mark of its own.
fn figure(items: &mut Vec<KeyItem>, of: Quantity, muted: bool) {
    items.push(match of.bound {
        Bound::Exact => KeyItem::Exact,
        Bound::About => KeyItem::About,
        Bound::AtLeast => KeyItem::AtLeast,
        Bound::Nearly | Bound::LessThan => KeyItem::Below,
    });
    items.extend(of.planned.then_some(KeyItem::Planned));
    items.extend(of.derived.then_some(KeyItem::Derived));
    items.extend(muted.then_some(KeyItem::Context));
}

fn bars(items: &mut Vec<KeyItem>, lane: &Lane, muted: bool) {
    for bar in &lane.bars {
        match bar.mark {
            Mark::Value { value, bound, planned, derived } => {
                let first = items.len();
                figure(items, Quantity { value, bound, planned, derived }, muted || bar.muted);
                if let (true, Some(length)) = (value <= 0.0, items.get_mut(first)) {
                    *length = KeyItem::Zero;
                }
            }
            Mark::NotReported => items.push(KeyItem::NotReported),
            Mark::Refused => items.push(KeyItem::Refused),
            Mark::NotApplicable => {}
        }
    }
}

/// The marks that occur, in the order of [`KeyItem`]; none where all figures are plain.
pub fn key_items(spec: &Spec) -> Vec<KeyItem> {
    let mut items = Vec::new();
    match spec {
        Spec::Lanes(spec) => spec.lanes.iter().for_each(|lane| bars(&mut items, lane, false)),
        Spec::Panels(spec) => {
            for panel in &spec.panels {
                panel.lanes.iter().for_each(|lane| bars(&mut items, lane, panel.muted));
            }
        }
        Spec::Strips(spec) => {
            for row in &spec.rows {
                row.dots.iter().for_each(|dot| figure(&mut items, dot.at, dot.muted));
            }
        }
        Spec::Scatter(spec) => {
            for point in &spec.points {
                figure(&mut items, point.x, point.muted);
                figure(&mut items, point.y, point.muted);
            }
        }
        Spec::StripChart(spec) => {
            for dot in spec.blocks.iter().flat_map(|block| &block.rows).flat_map(|row| &row.dots) {
                dots(&mut items, dot.at, dot.who);
            }
        }
        Spec::Spans(spec) => {
            for row in &spec.rows {
                items.extend(row.muted.then_some(KeyItem::Context));
                match row.when {
                    When::Instant { width, .. } if width < 0.2 => items.push(KeyItem::Instant),
                    When::Instant { .. } => items.push(KeyItem::Somewhere),
                    When::Range { from_soft, to_soft, .. } => {
                        items.push(KeyItem::Range);
                        items.extend((from_soft || to_soft).then_some(KeyItem::SoftEnd));
                    }
                    When::Either { .. } => items.push(KeyItem::Either),
                    When::Unplaced => {}
                }
            }
        }
        Spec::Flow(_) | Spec::Relays(_) => {}
        Spec::Matrix(spec) => {
            items.extend(spec.rows.iter().flat_map(|row| &row.cells).map(|cell| match cell.state {
                CellState::Reported => KeyItem::Reported,
                CellState::Partial => KeyItem::Partial,
                CellState::NotReported => KeyItem::NotReported,
                CellState::Hidden => KeyItem::Hidden,
            }));
        }
    }
    let items = order::distinct(&items);
    // One plain kind of mark explains itself.
    match items.as_slice() {
        [KeyItem::Exact] | [KeyItem::DotExact] | [KeyItem::DotExact, KeyItem::DotCase | KeyItem::DotOther] => {
            Vec::new()
        }
        _ => items,
    }
}

const LINE_PX: i32 = 24;
const WORD_GAP_PX: i32 = 8;

/// Width of a sample and how far it reaches beyond.
fn sample_width(item: KeyItem) -> (i32, i32) {
    match item {
        KeyItem::About => (26, marks::overhang(Bound::About)),
        KeyItem::AtLeast => (26, marks::overhang(Bound::AtLeast)),
        KeyItem::Zero => (3, 0),
        KeyItem::Instant | KeyItem::DotExact | KeyItem::DotCase | KeyItem::DotOther | KeyItem::DotPlanned => (12, 0),
        KeyItem::DotDerived => (12, 0),
        KeyItem::DotOwn => (14, 0),
        KeyItem::DotAbout | KeyItem::DotAtLeast | KeyItem::DotBelow => (20, 0),
        KeyItem::Hidden => (8, 0),
        KeyItem::SoftEnd => (32, 0),
        KeyItem::Either => (48, 0),
        _ => (26, 0),
    }
}

/// Draws samples with their words, flowing in lines. Empty for no items.
pub fn key(items: &[(KeyItem, String)], width_px: f64) -> Scene {
    let sheet = Sheet::new(width_px);
    let (mut x, mut y) = (0, 0);
    for (item, word) in items {
        let (sample_width, overhang) = sample_width(*item);
        let indent = sample_width + overhang + WORD_GAP_PX;
        let room = sheet.width - indent;
        let lines = Face::SMALL.wrap(word, room, 3);
        let width = indent + lines.iter().map(|line| Face::SMALL.width(line)).max().unwrap_or(0);
        if x > 0 && x + width > sheet.width {
            (x, y) = (0, y + LINE_PX);
        }
        let middle = f64::from(y + LINE_PX / 2);
        let track = Track { from: f64::from(x), to: f64::from(x + sample_width), middle, height: 12.0 };
        sheet.paint(|recorder| sample(recorder, *item, track));
        for (at, line) in lines.iter().enumerate() {
            let line_y = y + LINE_PX / 2 + at as i32 * Face::SMALL.line;
            sheet.text(line, x + indent, line_y, Face::SMALL, HPos::Left);
        }
        y += (lines.len().max(1) as i32 - 1) * Face::SMALL.line;
        x += width + 24;
    }
    let height = if items.is_empty() { 0 } else { y + LINE_PX };
    sheet.cut(height)
}

fn dot(recorder: &mut Recorder, track: Track, indent: f64, who: Who, bound: Bound) {
    let at = Quantity { value: 0.0, bound, planned: false, derived: false };
    marks::point(recorder, (track.from + indent, track.middle), who, at);
}

fn sample(recorder: &mut Recorder, item: KeyItem, track: Track) {
    let Track { from, middle, height, .. } = track;
    match item {
        KeyItem::Exact => marks::bar(recorder, track, Body::Solid, Ink::Reported, Bound::Exact),
        KeyItem::About => marks::bar(recorder, track, Body::Solid, Ink::Reported, Bound::About),
        KeyItem::AtLeast => marks::bar(recorder, track, Body::Solid, Ink::Reported, Bound::AtLeast),
        KeyItem::Below => marks::bar(recorder, track, Body::Solid, Ink::Reported, Bound::LessThan),
        KeyItem::Planned => marks::bar(recorder, track, Body::Hatched, Ink::Planned, Bound::Exact),
        KeyItem::Derived => marks::bar(recorder, track, Body::Tinted, Ink::Derived, Bound::Exact),
        KeyItem::Context => marks::bar(recorder, track, Body::Solid, Ink::Context, Bound::Exact),
        KeyItem::Zero => marks::zero(recorder, from + 1.0, middle, height, Ink::Reported),
        KeyItem::NotReported => marks::slot(recorder, track),
        KeyItem::Refused => marks::refused(recorder, track),
        KeyItem::Range => marks::stretch(recorder, track, Ink::Time, false, false),
        KeyItem::SoftEnd => marks::stretch(recorder, track, Ink::Time, true, false),
        KeyItem::Instant => marks::moment(recorder, Track { from, to: from + 11.0, middle, height }, marks::TIME),
        KeyItem::Somewhere => marks::moment(recorder, track, marks::TIME),
        KeyItem::Either => {
            marks::perhaps(recorder, Track { to: from + 24.0, ..track }, Ink::Time);
            marks::perhaps(recorder, Track { from: from + 24.0, ..track }, Ink::Time);
        }
        KeyItem::Reported => recorder.fill(track, 2.0, Ink::Reported),
        KeyItem::Partial => {
            marks::hatch(recorder, Track { to: from + 8.0, ..track }, Ink::Reported);
            recorder.outline(track, 2.0, Ink::Reported, Dash::Solid);
        }
        KeyItem::Hidden => marks::dash(recorder, track),
        KeyItem::DotExact => dot(recorder, track, 6.0, Who::Case, Bound::Exact),
        KeyItem::DotAbout => dot(recorder, track, 10.0, Who::Case, Bound::About),
        KeyItem::DotAtLeast => dot(recorder, track, 6.0, Who::Case, Bound::AtLeast),
        KeyItem::DotBelow => dot(recorder, track, 13.0, Who::Case, Bound::LessThan),
        KeyItem::DotPlanned | KeyItem::DotDerived => {
            let planned = item == KeyItem::DotPlanned;
            let at = Quantity { value: 0.0, bound: Bound::Exact, planned, derived: !planned };
            marks::point(recorder, (from + 6.0, middle), Who::Case, at);
        }
        KeyItem::DotCase => dot(recorder, track, 6.0, Who::Case, Bound::Exact),
        KeyItem::DotOther => dot(recorder, track, 6.0, Who::Other, Bound::Exact),
        KeyItem::DotOwn => dot(recorder, track, 7.0, Who::Own, Bound::Exact),
    }
}
