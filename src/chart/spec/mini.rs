//! Charts no larger than a word, which stand in the cells of a table.

use super::{Quantity, Scale, Who};

/// Where one figure stands.
#[derive(Debug, Clone, PartialEq)]
pub struct MiniStrip {
    /// The axis of its row.
    pub scale: Scale,
    /// What others report under the same definition.
    pub others: Vec<f64>,
    /// The figure.
    pub at: Quantity,
    /// Whose it is.
    pub who: Who,
}

/// Whether two figures can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairMark {
    /// One definition, exact, of one time.
    Same,
    /// One definition, but about, a bound, or of another or an unknown time.
    SameBut,
    /// Two definitions, scopes, units or kinds.
    Differs,
    /// One of the two is not reported.
    Silent,
}
