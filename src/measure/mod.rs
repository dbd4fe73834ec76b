//! Arithmetic that keeps its honesty.
//!
//! Owns: bounded numbers, what may be compared, divided or added, why not, and what the sources' own figures confirm. May use:
//! `model`. Deliberately absent: words, charts. Every refusal has a type; nothing is computed that has one.

mod choice;
mod grade;
mod interval;
mod rank;
mod ratio;
mod verdict;

pub use choice::{conflicts, standing};
pub use grade::grade;
pub use interval::{Interval, Op};
pub use rank::{Place, places, ranking};
pub use ratio::{Answer, Asked, Choices, Forced, Per, Permission, Ratio, bases, can_be_forced, derived, division, per};
pub use verdict::{Finding, Verdict, check};

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
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Refusal; 11] = [
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
        }
    }

    /// Whether it forbids; else it is said and lowers the score.
    pub const fn forbids(self) -> bool {
        !matches!(self, Refusal::DifferentPeriod | Refusal::UnknownPeriod)
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

    /// Whether they may stand on one axis.
    pub fn is_allowed(&self) -> bool {
        !self.reasons.iter().any(|reason| reason.forbids())
    }
}

/// The number of a figure; `None` where the source says none.
pub fn interval(row: &Observation) -> Option<Interval> {
    row.value.map(|value| Interval::of(value, row.bound))
}

/// How far two figures can stand on one axis.
pub fn comparability(data: &Dataset, a: ObservationId, b: ObservationId) -> Comparability {
    let (a, b) = (data.observation(a), data.observation(b));
    let mut reasons = Vec::new();
    let mut differs = |differs: bool, reason| differs.then(|| reasons.push(reason));
    differs(a.value.is_none() || b.value.is_none(), Refusal::NoDenominator);
    differs(a.scope != b.scope, Refusal::DifferentScope);
    differs(is_planned(a) != is_planned(b), Refusal::PlannedWithObserved);
    differs(definition(data, a) != definition(data, b), Refusal::DifferentDefinition);
    differs(base_unit(data, a.unit) != base_unit(data, b.unit), Refusal::DifferentUnit);
    reasons.extend(periods(a, b));
    Comparability { reasons }
}

/// Why figures may not be added up; empty where they may.
pub fn addition(data: &Dataset, figures: &[ObservationId]) -> Vec<Refusal> {
    let rows: Vec<&Observation> = figures.iter().map(|id| data.observation(*id)).collect();
    let Some((first, rest)) = rows.split_first() else { return vec![Refusal::NoDenominator] };
    let any = |differs: &dyn Fn(&Observation) -> bool| rest.iter().any(|row| differs(row));
    let mut reasons = Vec::new();
    let mut differs = |differs: bool, reason| differs.then(|| reasons.push(reason));
    differs(rows.iter().any(|row| row.value.is_none()), Refusal::NoDenominator);
    differs(any(&|row| row.scope != first.scope), Refusal::DifferentScope);
    differs(any(&|row| is_planned(row) != is_planned(first)), Refusal::PlannedWithObserved);
    differs(any(&|row| definition(data, row) != definition(data, first)), Refusal::DifferentDefinition);
    differs(any(&|row| base_unit(data, row.unit) != base_unit(data, first.unit)), Refusal::DifferentUnit);
    differs(any(&|row| row.community != first.community), Refusal::AcrossCommunities);
    // Nothing in the sources says that two groups of people have no member in common.
    differs(any(&|row| row.community == first.community), Refusal::OverlappingGroups);
    reasons
}

fn is_planned(row: &Observation) -> bool {
    row.status == ObsStatus::Planned
}

/// Speaks of a piece of ground where people live.
fn is_spatial(row: &Observation) -> bool {
    matches!(row.scope, Scope::Community | Scope::Compound)
}

fn definition<'d>(data: &'d Dataset, row: &Observation) -> &'d str {
    &data.indicator(row.indicator).comparable
}

fn base_unit(data: &Dataset, unit: UnitId) -> UnitId {
    data.unit(unit).base.unwrap_or(unit)
}

fn periods(a: &Observation, b: &Observation) -> Option<Refusal> {
    let is_unknown = |row: &Observation| {
        row.period == Period::Unstated
            || row.bases.any(PeriodBasis::AmbiguousYear)
            || row.bases.any(PeriodBasis::YearMissing)
    };
    if is_unknown(a) || is_unknown(b) {
        Some(Refusal::UnknownPeriod)
    } else {
        (a.period != b.period).then_some(Refusal::DifferentPeriod)
    }
}
