//! What a chart shows, as plain data in the reader's words.
//!
//! Owns: the chart specifications. May use: `model::Bound`. Deliberately absent: pixels, colours, locales.

mod mini;
mod relays;
mod strip;

pub use crate::model::Bound;
pub use mini::*;
pub use relays::*;
pub use strip::*;

/// A chart to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Spec {
    /// Quantities side by side.
    Lanes(Lanes),
    /// When figures were counted.
    Spans(Spans),
    /// Who reports what.
    Matrix(Matrix),
    /// Steps in order, each with who takes it.
    Flow(Flow),
    /// Flows side by side, a lane for each actor.
    Relays(Relays),
    /// The same quantities, a panel for each subject.
    Panels(Panels),
    /// Where each subject stands among all, quantity by quantity.
    Strips(Strips),
    /// Two quantities against each other.
    Scatter(Scatter),
    /// What is known of one kind of quantity.
    StripChart(StripChart),
}

/// Small multiples: a panel for each subject, first the quantities that several have, then what only it has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panels {
    /// In reading order.
    pub panels: Vec<Panel>,
    /// How many lanes are the same quantities in every panel: lane `n` stands at the same height in every panel of a row.
    pub shared: usize,
}

/// One subject's lanes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// The subject.
    pub title: String,
    /// Shown for context only: another panel is highlighted.
    pub muted: bool,
    /// The shared quantities in the same order in every panel, then its own. Bars carry no label: the panel names the subject.
    pub lanes: Vec<Lane>,
}

/// Place-profile strips: a quantity a row, a dot a subject, on the row's own axis from zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strips {
    /// From top to bottom.
    pub rows: Vec<Strip>,
}

/// One quantity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// What is counted, by which definition.
    pub label: String,
    /// The unit and how many report it, small.
    pub sub: String,
    /// Its own axis.
    pub axis: Axis,
    /// In the order of the subjects; dots with the same value stand side by side or above each other, never on each other.
    pub dots: Vec<Dot>,
}

/// One subject's figure on a strip, or on a scatter plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose figure; a few characters.
    pub label: String,
    /// Where it stands.
    pub at: Quantity,
    /// The whole fact as a sentence.
    pub spoken: String,
    /// Shown for context only.
    pub muted: bool,
}

/// A number as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// Zero or more.
    pub value: f64,
    /// How the number is bounded.
    pub bound: Bound,
    /// Foreseen, never observed.
    pub planned: bool,
    /// Computed by us, not stated by a source.
    pub derived: bool,
}

/// Two quantities against each other, both axes from zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scatter {
    /// To the right; its title names quantity and unit.
    pub x: Axis,
    /// Upwards.
    pub y: Axis,
    /// The subjects that have both.
    pub points: Vec<Point>,
    /// Heading of `beside`.
    pub beside_title: String,
    /// The subjects that lack one, each with what it lacks.
    pub beside: Vec<Beside>,
}

/// A subject that has both quantities.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose figures.
    pub label: String,
    /// To the right.
    pub x: Quantity,
    /// Upwards.
    pub y: Quantity,
    /// The whole fact as a sentence.
    pub spoken: String,
    /// Shown for context only.
    pub muted: bool,
}

/// A subject that has no place in a plot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose.
    pub label: String,
    /// Why not.
    pub text: String,
    /// The whole fact as a sentence.
    pub spoken: String,
}

/// Steps of a workflow in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    /// From first to last.
    pub steps: Vec<FlowStep>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlowStep {
    /// What the mark stands for.
    pub key: String,
    /// What is done.
    pub name: String,
    /// Who does it; empty where the source does not say.
    pub actor: String,
    /// The step as a sentence.
    pub spoken: String,
}

/// Horizontal bars in lanes. Only inside a lane may lengths be compared; every lane has its own axis from zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// From top to bottom.
    pub lanes: Vec<Lane>,
}

/// Bars that may be compared with each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lane {
    /// What is counted, by which definition.
    pub title: String,
    /// What the reader must know; may be empty.
    pub note: String,
    /// The lane's own axis.
    pub axis: Axis,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// A quantity axis of lengths; it starts at zero, always.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// The unit.
    pub title: String,
    /// The value at the right end.
    pub end: f64,
    /// Values with their words, ascending.
    pub ticks: Vec<(f64, String)>,
}

/// One figure of a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose figure.
    pub label: String,
    /// Scope and period, small; may be empty.
    pub sub: String,
    /// What is drawn.
    pub mark: Mark,
    /// Direct label: the value with qualifier and unit, or the words for a missing one.
    pub text: String,
    /// The whole fact as a sentence.
    pub spoken: String,
    /// Shown for context only, outside the comparison.
    pub muted: bool,
}

/// A figure, or the lack of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// A number.
    Value {
        /// Zero or more; what lies outside the axis is cut at its ends.
        value: f64,
        /// How the number is bounded.
        bound: Bound,
        /// Foreseen, never observed.
        planned: bool,
        /// Computed by us, not stated by a source.
        derived: bool,
    },
    /// The source is silent.
    NotReported,
    /// The question does not apply.
    NotApplicable,
    /// There is a figure, but drawing it here would not be honest; the bar's text says why.
    Refused,
}

/// When figures were counted. Length is time here, never quantity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spans {
    /// Decimal years with their words, ascending.
    pub ticks: Vec<(f64, String)>,
    /// Left end of the axis, in decimal years.
    pub start: f64,
    /// Right end of the axis, in decimal years.
    pub end: f64,
    /// From top to bottom.
    pub rows: Vec<SpanRow>,
    /// Heading of `beside`.
    pub beside_title: String,
    /// Rows that have no place on the axis (no year, a rule, a plan).
    pub beside: Vec<SpanRow>,
}

/// One period.
#[derive(Debug, Clone, PartialEq)]
pub struct SpanRow {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose figure.
    pub label: String,
    /// Which figure, small; may be empty.
    pub sub: String,
    /// Direct label: the period in words.
    pub text: String,
    /// The whole fact as a sentence.
    pub spoken: String,
    /// What is drawn.
    pub when: When,
    /// Shown for context only.
    pub muted: bool,
}

/// A period as far as it is known, in decimal years.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// At one moment somewhere in `at .. at + width`.
    Instant {
        /// Earliest possible moment.
        at: f64,
        /// How wide the unknown is (a day, a month, a year).
        width: f64,
    },
    /// From one date to another.
    Range {
        /// Start.
        from: f64,
        /// End.
        to: f64,
        /// The start is inferred or unknown.
        from_soft: bool,
        /// The end is open.
        to_soft: bool,
    },
    /// In one of these years; the source does not decide.
    Either {
        /// First days of the years, ascending.
        years: Vec<f64>,
    },
    /// No place on the axis.
    Unplaced,
}

/// Who reports what.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// From left to right.
    pub columns: Vec<String>,
    /// The column that is highlighted.
    pub highlight: Option<usize>,
    /// From top to bottom.
    pub rows: Vec<MatrixRow>,
}

/// One subject across all columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixRow {
    /// The subject.
    pub label: String,
    /// One per column.
    pub cells: Vec<Cell>,
}

/// What one column says about one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// A few characters.
    pub text: String,
    /// What is drawn.
    pub state: CellState,
    /// The whole fact as a sentence.
    pub spoken: String,
}

/// How a subject is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// At least one figure for the whole community.
    Reported,
    /// Only a plan, or only a part of the community.
    Partial,
    /// The source is silent.
    NotReported,
    /// Left out by the active filters.
    Hidden,
}
