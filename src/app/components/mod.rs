//! One component a file. A component binds a view model; it decides nothing.

pub mod chart;
pub mod define;
pub mod facets;
pub mod figure;
pub mod footer;
pub mod header;
pub mod headline;
pub mod notice;
pub mod own;
pub mod receipt;
pub mod rows;
pub mod scene;
pub mod search;
pub mod systems;
