//! Arithmetic that keeps its honesty.
//!
//! Owns: bounded numbers, what may be compared, divided or added, why not, and what the sources' own figures confirm. May use:
//! `model`. Deliberately absent: words, charts. Every refusal has a type; nothing is computed that has one.

mod choice;
mod digits;
mod grade;
mod interval;
mod rank;
mod ratio;
mod together;
mod verdict;

pub use choice::{conflicts, standing};
pub use digits::digits_of;
pub use grade::grade;
pub use interval::{Interval, Op};
pub use rank::{Rank, ranking};
pub use ratio::{
    Answer, Asked, Forced, Per, Permission, Preferences, Ratio, bases, can_be_forced, derived, division, per,
};
pub use together::{AxisKey, RowKey, axis_key, in_unit, may_rank, row_key, same_axis, same_row};
pub use verdict::{Finding, Verdict, check, stated_months};

use crate::model::*;

/// Why figures may not be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// One of them is not reported.
    NoDenominator,
    /// At least over at least: bounded on neither side.
    Unbounded,
    /// One speaks of a community, the other of a compound, a team or a site.
    DifferentScope,
    /// One is planned, the other observed.
    PlannedWithObserved,
    /// They measure different things.
    DifferentDefinition,
    /// They count different things: 人次 is not 条.
    DifferentUnit,
    /// Nothing says that the one is part of the other.
    SubsetNotStated,
    /// The groups may have members in common.
    OverlappingGroups,
    /// Cases are not a sample: their figures have no sum and no average.
    AcrossCommunities,
    /// They speak of different times.
    DifferentPeriod,
    /// At least one of them says no time.
    UnknownPeriod,
    /// They measure different kinds of quantity: what there is, what was done, what there is room for.
    DifferentKind,
    /// At least one of them is only a bound, or about right.
    NotExact,
    /// More than three years lie between them.
    YearsApart,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Refusal; 14] = [
        Refusal::NoDenominator,
        Refusal::Unbounded,
        Refusal::DifferentScope,
        Refusal::PlannedWithObserved,
        Refusal::DifferentDefinition,
        Refusal::DifferentUnit,
        Refusal::SubsetNotStated,
        Refusal::OverlappingGroups,
        Refusal::AcrossCommunities,
        Refusal::DifferentPeriod,
        Refusal::UnknownPeriod,
        Refusal::DifferentKind,
        Refusal::NotExact,
        Refusal::YearsApart,
    ];

    /// The word in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Refusal::NoDenominator => "no_denominator",
            Refusal::Unbounded => "unbounded",
            Refusal::DifferentScope => "different_scope",
            Refusal::PlannedWithObserved => "planned_with_observed",
            Refusal::DifferentDefinition => "different_definition",
            Refusal::DifferentUnit => "different_unit",
            Refusal::SubsetNotStated => "subset_not_stated",
            Refusal::OverlappingGroups => "overlapping_groups",
            Refusal::AcrossCommunities => "across_communities",
            Refusal::DifferentPeriod => "different_period",
            Refusal::UnknownPeriod => "unknown_period",
            Refusal::DifferentKind => "different_kind",
            Refusal::NotExact => "not_exact",
            Refusal::YearsApart => "years_apart",
        }
    }

    /// Whether it forbids; what only differs in time is said and lowers the score.
    pub const fn forbids(self) -> bool {
        !matches!(self, Refusal::DifferentPeriod | Refusal::UnknownPeriod | Refusal::YearsApart)
    }
}

/// How far two figures can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparability {
    /// What differs, what weighs most first.
    pub reasons: Vec<Refusal>,
}

impl Comparability {
    /// Of definition, unit, scope, status and time, how many agree.
    pub fn score(&self) -> usize {
        5 - self.reasons.len().min(5)
    }

    /// Whether their lengths may be compared.
    pub fn is_allowed(&self) -> bool {
        !self.reasons.iter().any(|reason| reason.forbids())
    }
}

/// The number of a figure; `None` where the source says none.
pub fn interval(row: &Observation) -> Option<Interval> {
    row.value.map(|value| Interval::of(value, row.bound))
}

/// How far two figures can be compared, and in what they differ.
pub fn comparability(data: &Dataset, a: ObservationId, b: ObservationId) -> Comparability {
    let (a, b) = (data.observation(a), data.observation(b));
    let mut reasons = Vec::new();
    if a.value.is_none() || b.value.is_none() {
        reasons.push(Refusal::NoDenominator);
    }
    reasons.extend(same_row(data, a, b));
    reasons.extend(periods(a, b));
    Comparability { reasons }
}

/// Why figures may not be added up; empty where they may. Two groups may have members in common unless the package says that they
/// are parts of one whole: that a check of the kind `sum` names them all. Then they may be different definitions too.
pub fn addition(data: &Dataset, figures: &[ObservationId]) -> Vec<Refusal> {
    let rows: Vec<&Observation> = figures.iter().map(|id| data.observation(*id)).collect();
    let is_whole =
        |check: &Check| check.op == CheckOp::Sum && figures.iter().all(|figure| check.operands.contains(figure));
    let are_parts = order::distinct(figures).len() == figures.len() && data.checks.iter().any(is_whole);
    let mut reasons = Vec::new();
    if rows.iter().any(|row| row.value.is_none()) {
        reasons.push(Refusal::NoDenominator);
    }
    for (at, a) in rows.iter().enumerate() {
        for b in &rows[at + 1..] {
            let mut differs = same_row(data, a, b);
            differs.retain(|reason| !(are_parts && *reason == Refusal::DifferentDefinition));
            reasons.extend(differs);
            if a.community != b.community {
                reasons.push(Refusal::AcrossCommunities);
            } else if !are_parts {
                reasons.push(Refusal::OverlappingGroups);
            }
        }
    }
    if rows.is_empty() {
        reasons.push(Refusal::NoDenominator);
    }
    order::distinct(&reasons)
}

fn is_planned(row: &Observation) -> bool {
    row.status == ObsStatus::Planned
}

/// Speaks of a piece of ground where people live.
fn is_spatial(row: &Observation) -> bool {
    matches!(row.scope, Scope::Community | Scope::Compound)
}

fn periods(a: &Observation, b: &Observation) -> Option<Refusal> {
    if together::is_time_unknown(a) || together::is_time_unknown(b) {
        Some(Refusal::UnknownPeriod)
    } else {
        (a.period != b.period).then_some(Refusal::DifferentPeriod)
    }
}
