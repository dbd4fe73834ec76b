//! The plain data of a case package.
//!
//! Owns: the types every other room speaks in, and putting things in order. May use: `std`. Deliberately absent: parsing,
//! storing, formatting, arithmetic, a clock, the browser. A case package (few communities, many indicators) and a register (many communities, few indicators) are
//! the same thing here.

mod codes;
mod dataset;
mod derived;
mod entities;
pub mod order;
mod period;

pub use codes::*;
pub use dataset::*;
pub use derived::*;
pub use entities::*;
pub use period::*;
