//! A strip chart (点带图): what is known of one kind of quantity, at a glance.
//!
//! One axis one unit, a row one definition, a dot one figure at its value. **Position is magnitude; no row is ranked against
//! another**: rows stand in the order given, and nothing is added up across them.

use super::Quantity;

/// A strip chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripChart {
    /// What stands over the columns.
    pub heads: StripHeads,
    /// From top to bottom; each has an axis of its own.
    pub blocks: Vec<StripBlock>,
}

/// What stands over the columns of a strip chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StripHeads {
    /// Over the names of the rows: `口径`.
    pub definition: String,
    /// Over how many report: `报告`.
    pub reported: String,
    /// Over how many are silent: `未报告`.
    pub silent: String,
}

/// Rows that share one axis of one unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripBlock {
    /// The unit in words, after the family of what is measured where it has one; empty where the card says it.
    pub title: String,
    /// What must be known of all its rows (the periods differ), small; may be empty.
    pub note: String,
    /// The axis they share.
    pub axis: StripAxis,
    /// From top to bottom.
    pub rows: Vec<StripRow>,
    /// A line under the rows that says what is folded away; may be empty.
    pub folded: String,
}

/// The axis of a block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripAxis {
    /// Where values stand.
    pub scale: Scale,
    /// Values that may be labelled, with their words, ascending; the drawing labels as many as have room.
    pub ticks: Vec<(f64, String)>,
}

/// Where a value stands along an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// From zero to `end`.
    Linear {
        /// The value at the right end.
        end: f64,
    },
    /// In equal steps for equal ratios. Zero has no place on it: it gets a slot of its own left of `from`.
    Log {
        /// The value at the left end, over zero.
        from: f64,
        /// The value at the right end.
        end: f64,
    },
}

impl Default for Scale {
    fn default() -> Scale {
        Scale::Linear { end: 1.0 }
    }
}

impl Scale {
    /// Where a value stands, from 0 at the left end to 1 at the right; what lies outside stands at the nearer end. `None` for what
    /// has no place on the axis (zero on a logarithmic one).
    ///
    /// ```
    /// use linpu::chart::Scale;
    /// assert_eq!(Scale::Linear { end: 200.0 }.at(50.0), Some(0.25));
    /// assert_eq!(Scale::Log { from: 10.0, end: 1000.0 }.at(100.0).map(|at| (at * 1e9).round()), Some(5e8));
    /// assert_eq!(Scale::Log { from: 10.0, end: 1000.0 }.at(0.0), None);
    /// ```
    pub fn at(self, value: f64) -> Option<f64> {
        let at = match self {
            Scale::Linear { end } => value / end,
            Scale::Log { .. } if value <= 0.0 => return None,
            Scale::Log { from, end } => (value / from).ln() / (end / from).ln(),
        };
        at.is_finite().then(|| at.clamp(0.0, 1.0))
    }
}

/// Stands before the key of a row where it means who is silent in it.
pub const SILENT: &str = "?";

/// The figures of one definition.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripRow {
    /// Opaque; comes back in the mark of its name, and behind [`SILENT`] in that of its silent count. Without one, the two are no
    /// marks: nothing stands behind them.
    pub key: String,
    /// What is counted, by which definition.
    pub label: String,
    /// Of what it is a share, small; empty for what is none.
    pub sub: String,
    /// How many report it, and of how many: `18/76`.
    pub reported: String,
    /// How many are silent.
    pub silent: String,
    /// In any order; the drawing sorts them by value.
    pub dots: Vec<StripDot>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct StripDot {
    /// Opaque; comes back in the scene's marks.
    pub key: String,
    /// Whose figure and its value, a few words: `竹隐 约5,000`.
    pub label: String,
    /// Where it stands.
    pub at: Quantity,
    /// Whose figure it is, as far as the eye is to know.
    pub who: Who,
    /// The whole fact as a sentence.
    pub spoken: String,
}

/// Whose figure a dot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Who {
    /// Of the library; its name shows when it is pointed at.
    #[default]
    Other,
    /// Of a case that was read whole; always named.
    Case,
    /// Chosen by the reader: stands out in every chart; always named.
    Lit,
    /// The reader's own.
    Own,
}
