//! Components that the overview and the frame of every page need: they come with the first load.
//!
//! May use: `context`, `platform`, `element`, and each other. Deliberately absent: everything in `components::far`, the pages.

pub mod cases;
pub mod chart;
pub mod drawer;
pub mod facets;
pub mod figure;
pub mod footer;
pub mod header;
pub mod key;
pub mod map;
pub mod notice;
pub mod scene;
pub mod search;
