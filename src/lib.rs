//! Linpu (邻谱), the engine: everything the page knows, without the page.
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod chart;
pub mod diagnostics;
pub mod export;
pub mod measure;
pub mod model;
pub mod present;
pub mod query;
pub mod state;
pub mod text;
pub mod validate;
pub mod wire;
