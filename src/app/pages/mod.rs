//! The pages: they put components together.

pub mod about;
pub mod community;
pub mod overview;
pub mod table;
