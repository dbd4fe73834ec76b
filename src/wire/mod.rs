//! Stored formats: what a package looks like as bytes.
//!
//! Owns: CSV, `datapackage.json`, the tables and the packed form. May use: `model`, `diagnostics`, serde. Deliberately
//! absent: the file system (bytes in, bytes out) and rules about what rows say together (`validate`).

mod cells;
pub mod csv;
mod json;
mod looks;
mod nearest;
pub mod numbers;
pub mod own;
pub mod package;
pub mod packed;
pub mod schema;
mod sha256;
mod sheet;
pub mod tables;
mod uses;

pub use cells::{is_traditional, look_alike};
pub use nearest::nearest;
pub use sha256::hex as sha256;
