//! Native tests.

mod check;
mod package;
