//! One component a file. A component binds a view model; it decides nothing.
//!
//! Owns: [`near`], what the overview and the frame of every page are made of, and [`far`], what only later pages, receipts and
//! downloads need. Deliberately absent: any way from near to far but the functions that are handed over (`context::Rest`).

pub mod far;
pub mod near;
