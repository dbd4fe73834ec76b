//! Native tests: one binary, a module each.

mod address;
mod architecture;
mod chart_golden;
mod check;
mod dataset;
mod package;
