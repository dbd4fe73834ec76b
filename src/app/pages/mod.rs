//! The pages: they put components together.

pub mod about;
pub mod atlas;
pub mod checks;
pub mod community;
pub mod compare;
pub mod overview;
pub mod practices;
pub mod system;
pub mod table;
