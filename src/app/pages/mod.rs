//! The pages: they put components together.

pub mod far;
pub mod near;
