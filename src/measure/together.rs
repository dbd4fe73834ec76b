//! What may stand together: three questions, each asked here and nowhere else.
//!
//! What may be ranked stands in one row, and what stands in one row may share an axis. Every question answers with the reasons
//! against it, none where there are none, and does not care which figure is named first.

use super::{Refusal, is_planned, is_spatial};
use crate::model::*;

/// The most years between two figures that are ranked.
const MOST_YEARS_APART: i16 = 3;

fn definition<'d>(data: &'d Dataset, row: &Observation) -> &'d str {
    &data.indicator(row.indicator).comparable
}

/// What sort of quantity it is: that of a plan is a level that is foreseen.
fn kind(data: &Dataset, row: &Observation) -> (CodeId, Option<CodeId>, ValueKind) {
    let indicator = data.indicator(row.indicator);
    let kind = if indicator.kind == ValueKind::Plan { ValueKind::Stock } else { indicator.kind };
    (indicator.group, indicator.family, kind)
}

/// The axis a figure stands on. Two figures may share one ([`same_axis`]) exactly where these are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisKey {
    group: CodeId,
    family: Option<CodeId>,
    unit: UnitId,
    kind: u8,
}

/// The row a figure stands in. Two figures may share one ([`same_row`]) exactly where these are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey<'d> {
    axis: AxisKey,
    definition: &'d str,
    scope: u8,
    place: u8,
    is_planned: bool,
}

/// The axis of a figure.
pub fn axis_key(data: &Dataset, row: &Observation) -> AxisKey {
    let (group, family, kind) = kind(data, row);
    AxisKey { group, family, unit: data.base_unit(row.unit), kind: kind as u8 }
}

/// The row of a figure.
pub fn row_key<'d>(data: &'d Dataset, row: &Observation) -> RowKey<'d> {
    let axis = axis_key(data, row);
    RowKey {
        axis,
        definition: definition(data, row),
        scope: row.scope as u8,
        place: place(data, row) as u8,
        is_planned: is_planned(row),
    }
}

/// Why two figures may not share an axis, a row for each definition: another unit, or another kind of quantity.
pub fn same_axis(data: &Dataset, a: &Observation, b: &Observation) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    if data.base_unit(a.unit) != data.base_unit(b.unit) {
        reasons.push(Refusal::DifferentUnit);
    }
    if kind(data, a) != kind(data, b) {
        reasons.push(Refusal::DifferentKind);
    }
    reasons
}

/// What kind of place a figure is about or belongs to: a compound is one, listed by itself or named by its community.
fn place(data: &Dataset, row: &Observation) -> CommunityKind {
    match row.scope {
        Scope::Compound => CommunityKind::Compound,
        _ => data.community(row.community).kind,
    }
}

/// Why the lengths of two figures may not be compared: another kind of place, plan or fact, another definition, or what keeps
/// them from one axis. What weighs most comes first.
pub fn same_row(data: &Dataset, a: &Observation, b: &Observation) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    let mut differs = |differs: bool, reason| differs.then(|| reasons.push(reason));
    differs(a.scope != b.scope || place(data, a) != place(data, b), Refusal::DifferentScope);
    differs(is_planned(a) != is_planned(b), Refusal::PlannedWithObserved);
    let is_other = definition(data, a) != definition(data, b);
    differs(is_other, Refusal::DifferentDefinition);
    for reason in same_axis(data, a, b) {
        // Another definition is another kind of thing anyway.
        differs(!(is_other && reason == Refusal::DifferentKind), reason);
    }
    reasons
}

/// Why figures may not be ranked: they stand in different rows, are no places where people live, speak of one place twice, are
/// not exact, or of unknown or distant times.
pub fn may_rank(data: &Dataset, figures: &[ObservationId]) -> Vec<Refusal> {
    let rows: Vec<&Observation> = figures.iter().map(|id| data.observation(*id)).collect();
    let mut reasons = Vec::new();
    for (at, a) in rows.iter().enumerate() {
        let mut differs = |differs: bool, reason| differs.then(|| reasons.push(reason));
        differs(a.value.is_none(), Refusal::NoDenominator);
        differs(a.bound != Bound::Exact, Refusal::NotExact);
        differs(!is_spatial(a), Refusal::DifferentScope);
        for b in &rows[at + 1..] {
            differs(a.community == b.community && a.scope_name == b.scope_name, Refusal::OverlappingGroups);
            same_row(data, a, b).into_iter().chain(distant(a, b)).for_each(|reason| {
                differs(true, reason);
            });
        }
    }
    order::distinct(&reasons)
}

/// Why two figures are too far apart in time, or not known not to be.
fn distant(a: &Observation, b: &Observation) -> Option<Refusal> {
    if is_time_unknown(a) || is_time_unknown(b) {
        return Some(Refusal::UnknownPeriod);
    }
    let (a, b) = (a.period.years(), b.period.years());
    let far = |a: Option<&i16>, b: Option<&i16>| a.zip(b).is_none_or(|(a, b)| (a - b).abs() > MOST_YEARS_APART);
    (far(a.first(), b.first()) || far(a.last(), b.last())).then_some(Refusal::YearsApart)
}

/// Whether the year a figure speaks of is not known for sure.
pub(super) fn is_time_unknown(row: &Observation) -> bool {
    row.period == Period::Unstated
        || row.period.years().is_empty()
        || row.bases.any(PeriodBasis::AmbiguousYear)
        || row.bases.any(PeriodBasis::YearMissing)
}

/// The number of a figure in another unit; `None` where there is no number, or no way from the one unit to the other.
pub fn in_unit(data: &Dataset, row: &Observation, unit: UnitId) -> Option<f64> {
    match row.unit == unit {
        true => row.value,
        false if data.base_unit(row.unit) == data.base_unit(unit) => {
            row.value.map(|value| value * data.unit(row.unit).factor / data.unit(unit).factor)
        }
        false => None,
    }
}
