//! The query layer: which rows pass, and what each facet option would give.
//!
//! Owns: tables of typed columns and the crossfilter over them, what a package can be filtered by, the doors to rows, who reports
//! what. May use: `model`. Deliberately absent: words, views. Whoever shows rows asks here; nobody else walks a whole table.
//! Filters follow Mosaic's selections: values inside a clause are OR, clauses are AND, and a view ignores the clauses that came
//! from it (cross).

mod coverage;
mod doors;
mod package;
mod selection;
mod table;

pub use coverage::{Coverage, is_quantity, silence};
pub use doors::Evidence;
pub use package::*;
pub use selection::*;
pub use table::{Codes, Column, DimId, Mask, Number, Revision, RowId, Table};
