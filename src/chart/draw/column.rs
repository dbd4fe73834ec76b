//! The names at the left of a chart, or above its rows where the chart is narrow.
//!
//! Owns: the width and lines of the label column. May use: the sheet's faces. Deliberately absent: marks.

use super::super::scene::Ink;
use super::sheet::{Block, Face};

/// Below this width names stand above their bars.
const NARROW_PX: i32 = 440;
/// Between the names and the plot.
const GAP_PX: i32 = 16;

/// Where names stand and how much room they have.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Names stand above the rows.
    pub(super) narrow: bool,
    /// Room for a name.
    pub(super) width: i32,
    /// Left edge of the plot.
    pub(super) plot_left: i32,
}

impl Column {
    /// As wide as the widest name, at most two fifths of the chart.
    pub(super) fn fit<'a>(names: impl Iterator<Item = (&'a str, &'a str)>, chart_width: i32) -> Column {
        if chart_width < NARROW_PX {
            return Column { narrow: true, width: chart_width, plot_left: 1 };
        }
        let natural = names.map(|(label, sub)| Face::LABEL.width(label).max(Face::SMALL.width(sub))).max().unwrap_or(0);
        let width = natural.clamp(64, chart_width * 2 / 5 - GAP_PX);
        Column { narrow: false, width, plot_left: width + GAP_PX }
    }

    /// A name and what stands small below it.
    pub(super) fn name(self, label: &str, sub: &str, ink: Ink) -> Block {
        Block::of(label, Face::LABEL.inked(ink), self.width, 3).and(sub, Face::SMALL, self.width, 3)
    }
}
