//! Native tests: one binary, a module each.

mod chart_golden;
mod check;
mod package;
