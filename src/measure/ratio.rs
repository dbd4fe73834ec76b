//! One figure divided by another: derived indicators, those a person asks for, and figures per thousand or per household.

use super::{Interval, Op, Refusal, interval, is_planned, is_spatial, periods, standing};
use crate::model::*;

/// A quotient that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio {
    /// What is divided.
    pub numerator: IndicatorId,
    /// What it is divided by.
    pub denominator: IndicatorId,
}

/// A quotient with what it is multiplied by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asked {
    /// The quotient.
    pub ratio: Ratio,
    /// 1, 100 or 1000.
    pub scale: u16,
}

impl Asked {
    /// What a quotient may be multiplied by.
    pub const SCALES: [u16; 3] = [1, 100, 1000];
}

/// What a person wants to see in spite of a refusal. The refusal is shown with it wherever it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Forced {
    /// All figures of a group on one axis.
    Group(CodeId),
    /// A quotient.
    Ratio(Ratio),
}

/// What figures are shown per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Per {
    /// As reported.
    #[default]
    Count,
    /// Per 1,000 people.
    Thousand,
    /// Per household.
    Household,
}

impl Per {
    /// Every way, in the order of the switch.
    pub const ALL: [Per; 3] = [Per::Count, Per::Thousand, Per::Household];

    /// What a quotient is multiplied by.
    pub const fn scale(self) -> f64 {
        if matches!(self, Per::Thousand) { 1000.0 } else { 1.0 }
    }

    /// The role of the groups of indicators that can be the base.
    pub const fn base(self) -> Option<Role> {
        match self {
            Per::Count => None,
            Per::Thousand => Some(Role::PeopleBase),
            Per::Household => Some(Role::HouseholdBase),
        }
    }
}

/// Who says that two figures belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Only a row of `derived.csv`.
    Listed,
    /// A person who asks for it: one thing counted per unit of another is a description, where nothing else forbids it.
    Asked,
}

/// How figures are chosen and refusals overridden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences<'a> {
    /// The figures a person prefers to others of the same indicator or base.
    pub picked: &'a [ObservationId],
    /// The refusals a person overrides.
    pub forced: &'a [Forced],
}

/// What a quotient gives for a community.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The figures used: what is divided, then what it is divided by.
    pub operands: Vec<ObservationId>,
    /// The number, or why there is none.
    pub result: Result<Interval, Vec<Refusal>>,
    /// What must be said with the number: the times that differ, or the refusals that were overridden.
    pub warnings: Vec<Refusal>,
    /// The quotient whose refusal could be overridden, or is.
    pub ratio: Option<Ratio>,
}

/// Whether a person may override refusals: a number must remain.
pub fn can_be_forced(refusals: &[Refusal]) -> bool {
    !refusals.iter().any(|refusal| matches!(refusal, Refusal::NoDenominator | Refusal::Unbounded))
}

/// Why one figure may not be divided by another; empty where it may. A pair that a derived indicator names is known to
/// belong together: its definition is the permission, its caveat says what it costs.
pub fn division(data: &Dataset, a: ObservationId, b: ObservationId, permission: Permission) -> Vec<Refusal> {
    let (a, b) = (data.observation(a), data.observation(b));
    let (Some(x), Some(y)) = (interval(a), interval(b)) else { return vec![Refusal::NoDenominator] };
    let mut reasons = Vec::new();
    let is_named = data.derived.iter().any(|row| row.numerator == a.indicator && row.denominator == Some(b.indicator));
    let mut differs = |differs: bool, reason| differs.then(|| reasons.push(reason));
    differs(x.combine(Op::Divide, y).is_none(), Refusal::Unbounded);
    differs(a.community != b.community, Refusal::AcrossCommunities);
    if !is_named {
        let is_elsewhere = a.scope != b.scope || a.scope_name != b.scope_name;
        differs(is_spatial(a) && is_spatial(b) && is_elsewhere, Refusal::DifferentScope);
        differs(is_planned(a) != is_planned(b), Refusal::PlannedWithObserved);
        let units = [a.unit, b.unit].map(|unit| data.unit(unit).role);
        let is_times_over_people = units == [Some(UnitRole::TimesOfPeople), Some(UnitRole::People)];
        // What is counted per unit of something must be there while it is counted.
        let is_base = matches!(data.indicator(b.indicator).kind, ValueKind::Stock | ValueKind::Capacity);
        let is_allowed = permission == Permission::Asked && is_base;
        differs(is_times_over_people, Refusal::DifferentUnit);
        differs(a.unit == b.unit, Refusal::SubsetNotStated);
        differs(a.unit != b.unit && !is_times_over_people && !is_allowed, Refusal::DifferentDefinition);
    }
    reasons
}

/// One figure divided by another, or why not.
pub(super) fn quotient(
    data: &Dataset,
    (a, b): (ObservationId, ObservationId),
    scale: f64,
    permission: Permission,
    is_forced: bool,
) -> Result<Interval, Vec<Refusal>> {
    let refusals = division(data, a, b, permission);
    let numbers = interval(data.observation(a)).zip(interval(data.observation(b)));
    match numbers.and_then(|(a, b)| a.combine(Op::Divide, b)) {
        Some(value) if refusals.is_empty() || is_forced => Ok(value.scaled(scale)),
        _ => Err(refusals),
    }
}

/// A quotient of two figures with everything that must be said of it.
fn answer(data: &Dataset, a: ObservationId, b: ObservationId, scale: f64, choices: Preferences) -> Answer {
    let ratio = Ratio { numerator: data.observation(a).indicator, denominator: data.observation(b).indicator };
    let is_forced = choices.forced.contains(&Forced::Ratio(ratio));
    let mut warnings = match is_forced {
        true => division(data, a, b, Permission::Asked),
        false => Vec::new(),
    };
    warnings.extend(periods(data.observation(a), data.observation(b)));
    let result = quotient(data, (a, b), scale, Permission::Asked, is_forced);
    Answer { operands: vec![a, b], result, warnings, ratio: Some(ratio) }
}

fn nothing(operands: Vec<ObservationId>) -> Answer {
    Answer { operands, result: Err(vec![Refusal::NoDenominator]), warnings: Vec::new(), ratio: None }
}

/// What a derived indicator gives for a community, of whose figures those of its numerator and of its denominator are given.
pub fn derived(
    data: &Dataset,
    row: &DerivedIndicator,
    [above, below]: [&[ObservationId]; 2],
    choices: Preferences,
) -> Answer {
    let figure = |figures: &[ObservationId]| {
        let figures = figures.iter().copied().filter(|id| data.observation(*id).value.is_some());
        standing(data, figures, choices.picked)
    };
    let (numerator, denominator) = (figure(above), row.denominator.map(|_| figure(below)));
    match (numerator, denominator, row.divisor) {
        (Some(a), Some(Some(b)), _) => answer(data, a, b, row.scale, choices),
        (Some(a), None, Some(by)) if by > 0.0 => {
            let number = interval(data.observation(a)).map(|number| number.scaled(row.scale / by));
            Answer { result: number.ok_or(vec![Refusal::NoDenominator]), ..nothing(vec![a]) }
        }
        (a, b, _) => nothing(a.into_iter().chain(b.flatten()).collect()),
    }
}

/// A figure per thousand people or per household of its community, or of its compound; `None` where that means nothing: a
/// share, a price, a rule, and the base itself. The base is among `figures`, those of the community.
pub fn per(
    data: &Dataset,
    id: ObservationId,
    per: Per,
    figures: &[ObservationId],
    choices: Preferences,
) -> Option<Answer> {
    let row = data.observation(id);
    let base = per.base()?;
    let indicator = data.indicator(row.indicator);
    let is_counted = matches!(indicator.kind, ValueKind::Stock | ValueKind::Flow | ValueKind::Capacity);
    if !is_counted || data.code(indicator.group).roles.has(base) {
        return None;
    }
    let compound = (row.scope == Scope::Compound).then_some(&row.scope_name);
    Some(match bases(data, figures, compound, per, choices).first() {
        Some(base) => answer(data, id, *base, per.scale(), choices),
        None => nothing(vec![id]),
    })
}

/// Which of a community's figures can be its base, or that of a compound in it: first the one a person prefers, then that of which
/// derived indicators speak first. A plan is no base.
pub fn bases(
    data: &Dataset,
    figures: &[ObservationId],
    compound: Option<&Text>,
    per: Per,
    choices: Preferences,
) -> Vec<ObservationId> {
    let is_base = |id: &ObservationId| {
        let row = data.observation(*id);
        row.value.is_some()
            && per.base().is_some_and(|base| data.code(data.indicator(row.indicator).group).roles.has(base))
            && !is_planned(row)
            && (row.scope == Scope::Compound) == compound.is_some()
            && compound.is_none_or(|name| row.scope_name == *name)
    };
    let spoken_of = |id: &ObservationId| {
        let indicator = data.observation(*id).indicator;
        let names = |row: &DerivedIndicator| row.denominator == Some(indicator) || row.numerator == indicator;
        data.derived.iter().position(names).unwrap_or(usize::MAX)
    };
    let all: Vec<ObservationId> = figures.iter().copied().filter(is_base).collect();
    order::sorted_by_key(&all, |id| (!choices.picked.contains(id), spoken_of(id), *id))
}
