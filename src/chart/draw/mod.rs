//! Layout and drawing, one file per kind of chart.
//!
//! Owns: where things stand. May use: plotters, the recorder, `text::extents`. Deliberately absent: colours, wording.

mod beside;
mod column;
mod flow;
mod key;
mod lanes;
mod marks;
mod matrix;
mod mini;
mod panels;
mod relays;
mod scatter;
mod sheet;
mod spans;
mod strip_chart;
mod strips;
mod swarm;

pub use flow::flow;
pub use key::{KeyItem, key, key_items};
pub use lanes::lanes;
pub use matrix::matrix;
pub use mini::{mini_bar, mini_strip, mini_strip_at, pair_marks};
pub use panels::panels;
use relays::relays;
pub use scatter::scatter;
pub use spans::spans;
pub use strip_chart::strip_chart;
pub use strips::strips;

use super::{Scene, Spec};

/// Draws what the overview shows at first, at a width; nothing of what comes later.
pub fn early(spec: &Spec, width_px: f64) -> Scene {
    match spec {
        Spec::StripChart(spec) => strip_chart(spec, width_px),
        _ => Scene::default(),
    }
}

/// Draws any specification at a width; the height follows from the content.
pub fn draw(spec: &Spec, width_px: f64) -> Scene {
    match spec {
        Spec::StripChart(_) => early(spec, width_px),
        Spec::Lanes(spec) => lanes(spec, width_px),
        Spec::Spans(spec) => spans(spec, width_px),
        Spec::Matrix(spec) => matrix(spec, width_px),
        Spec::Flow(spec) => flow(spec, width_px),
        Spec::Relays(spec) => relays(spec, width_px),
        Spec::Panels(spec) => panels(spec, width_px),
        Spec::Strips(spec) => strips(spec, width_px),
        Spec::Scatter(spec) => scatter(spec, width_px),
    }
}
