//! Native tests: one binary, a module each.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod address;
mod among;
mod architecture;
mod arithmetic;
mod axes;
mod broken;
mod chart_golden;
mod check;
mod compare;
mod contrast;
mod crossfilter;
mod dataset;
mod doors;
mod export;
mod findings;
mod flows;
mod measure;
mod overview;
mod package;
mod search;
mod strip;
mod views;
