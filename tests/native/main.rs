//! Native tests.

mod chart_golden;
