//! The frame of every page, and the overview: they come with the first load.
//!
//! May use: `components::near` and all it may use. Deliberately absent: far components and far pages.

pub mod frame;
pub mod overview;
