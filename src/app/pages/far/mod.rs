//! Every page but the overview; loaded after it.
//!
//! May use: components, near and far. Deliberately absent: ways to them, which are the seam's (`rest`).

pub mod about;
pub mod atlas;
pub mod chart;
pub mod checks;
pub mod community;
pub mod compare;
pub mod embed;
pub mod figure;
pub mod practices;
pub mod system;
pub mod table;
