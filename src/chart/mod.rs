//! Charts: a specification in words and numbers, drawn once, shown anywhere.
//!
//! ```text
//! spec (pure data, worded) -> draw (plotters onto a recorder) -> Scene (ops with tokens) -> page | svg file | golden
//! ```
//! Owns: the chart vocabulary, layout, marks and their key. May use: `text::extents`, `model::Bound`, plotters.
//! Deliberately absent: locales, the dataset, colours outside [`Theme`], fonts, the browser, interaction (the page walks
//! [`SceneMark`]s).

pub mod draw;
mod frame;
mod recorder;
pub mod scale;
mod scene;
mod spec;
pub mod svg;
pub mod theme;

pub use frame::{Frame, framed};
pub use scene::{Anchor, Dash, Ink, Op, Paint, Scene, SceneMark, Shape, Step, Walk, decimal};
pub use spec::*;
pub use theme::Theme;
