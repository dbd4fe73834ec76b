//! Linpu (邻谱), the engine: everything the page knows, without the page.
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod diagnostics;
pub mod model;
pub mod validate;
pub mod wire;
