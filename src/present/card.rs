//! A chart with everything that is said of it, ready to be shown, drawn into a picture and written into a file.

use super::figures::{Row, SourceLine};
use crate::chart::Spec;
use crate::model::{Bound, CommunityId, Grade, SourceId};
use crate::state::{ChartId, ScaleChoice};

/// A chart with all its words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartCard {
    /// Which chart.
    pub id: ChartId,
    /// The finding as a sentence; of what has none, its name.
    pub title: String,
    /// Metric, unit, places and period.
    pub summary: String,
    /// How to read it.
    pub note: String,
    /// The refusals that a person overrode, and what must be said with computed values; empty where nothing must.
    pub warning: String,
    /// Where the figures come from, each once, in file order ([`Context::source_lines`](super::Context::source_lines) words them).
    pub sources: Vec<SourceId>,
    /// The filters in force, for pictures and files.
    pub filters: String,
    /// What is drawn.
    pub spec: Spec,
    /// How its axes are divided, where a reader may choose.
    pub scale: Option<ScaleChoice>,
    /// The same as rows, for the table twin and the file.
    pub rows: Vec<Row>,
    /// What is computed, for the file.
    pub computed: Vec<Computed>,
}

/// A computed number as it leaves the page in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// What it is computed from: the keys of its figures, in the order of the formula.
    pub key: String,
    /// Whose.
    pub community: CommunityId,
    /// What it is.
    pub name: String,
    /// The formula and what must be said with it.
    pub definition: String,
    /// The number.
    pub value: f64,
    /// How it is bounded.
    pub bound: Bound,
    /// Its unit.
    pub unit: String,
    /// Number and unit with the bound in words.
    pub text: String,
    /// What must be said with it.
    pub warning: String,
    /// How good the evidence is: the lowest grade of its figures.
    pub grade: Option<Grade>,
    /// The texts its figures stand in.
    pub sources: Vec<SourceLine>,
}
