//! The plain data of a case package.
//!
//! Owns: the types every other room speaks in. May use: `std` (and `serde` derives, because the packed form that one build
//! writes and the same build reads is not a stored format). Deliberately absent: parsing, formatting, arithmetic, a clock,
//! the browser. A case package (few communities, many indicators) and a register (many communities, few indicators) are
//! the same thing here.

mod codes;
mod dataset;
mod entities;
pub mod order;
mod period;

pub use codes::*;
pub use dataset::*;
pub use entities::*;
pub use period::*;
