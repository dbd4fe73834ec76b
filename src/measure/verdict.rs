//! What the sources' own figures confirm.

use super::{Interval, Op, Refusal, addition, comparability, division, interval};
use crate::model::*;

/// What comes of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// What is stated follows from what else is stated.
    Confirmed,
    /// It does not follow.
    Conflicting,
    /// Computed; nothing stated to compare it with.
    Derived,
    /// Computed, but only bounded.
    Bounded,
    /// Must not be computed or compared.
    Invalid,
    /// The text gives nothing to check it with.
    Unverifiable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 6] = [
        Verdict::Confirmed,
        Verdict::Conflicting,
        Verdict::Derived,
        Verdict::Bounded,
        Verdict::Invalid,
        Verdict::Unverifiable,
    ];
}

/// A verdict with the arithmetic behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// What was computed.
    pub value: Option<Interval>,
    /// Why nothing was computed, what weighs most first.
    pub refusals: Vec<Refusal>,
}

impl Finding {
    fn of(verdict: Verdict) -> Finding {
        Finding { verdict, value: None, refusals: Vec::new() }
    }

    fn refused(refusals: Vec<Refusal>) -> Finding {
        Finding { refusals, ..Finding::of(Verdict::Invalid) }
    }

    fn computed(value: Interval, stated: Option<&Observation>) -> Finding {
        let verdict = match stated.and_then(|row| Some((row, interval(row)?))) {
            Some((row, said)) if value.meets(said, grain(row)) => Verdict::Confirmed,
            Some(_) => Verdict::Conflicting,
            None if value.low == value.high => Verdict::Derived,
            None => Verdict::Bounded,
        };
        Finding { value: Some(value), ..Finding::of(verdict) }
    }
}

/// Half of the last digit of a stated number: 28 % may be 27.5 %, 12.5 % may be 12.45 %.
fn grain(row: &Observation) -> f64 {
    let value = row.value.unwrap_or_default();
    let decimals = (0..6).find(|decimals| {
        let scaled = value * 10f64.powi(*decimals);
        (scaled - scaled.round()).abs() < 1e-9
    });
    0.5 / 10f64.powi(decimals.unwrap_or(6)) + 1e-9
}

/// Carries out a check.
pub fn check(data: &Dataset, check: &Check) -> Finding {
    let stated = check.stated.map(|id| data.observation(id));
    let numbers = || check.operands.iter().map(|id| interval(data.observation(*id))).collect::<Option<Vec<_>>>();
    match (check.op, check.operands.as_slice()) {
        (CheckOp::Share | CheckOp::Ratio, [a, b]) => {
            let scale = if check.op == CheckOp::Share { 100.0 } else { check.scale };
            match quotient(data, *a, *b, scale) {
                Ok(value) => Finding::computed(value, stated),
                Err(refusals) => Finding::refused(refusals),
            }
        }
        (CheckOp::Ratio, [a]) => {
            let number = interval(data.observation(*a));
            let by = check.constant.filter(|constant| *constant > 0.0);
            match number.zip(by) {
                Some((number, by)) => Finding::computed(number.scaled(check.scale / by), stated),
                None => Finding::refused(vec![Refusal::NoDenominator]),
            }
        }
        (CheckOp::Sum, [_, ..]) => match numbers() {
            Some(numbers) => {
                let sum = numbers.into_iter().try_fold(Interval::exact(0.0), |sum, next| sum.combine(Op::Add, next));
                sum.map_or_else(|| Finding::of(Verdict::Unverifiable), |sum| Finding::computed(sum, stated))
            }
            None => Finding::of(Verdict::Unverifiable),
        },
        (CheckOp::Members, _) => {
            check.system.map_or_else(|| Finding::of(Verdict::Unverifiable), |id| members(data, id))
        }
        (CheckOp::Same, [a, b]) => match (interval(data.observation(*a)), interval(data.observation(*b))) {
            (Some(a), Some(b)) if a == b => Finding { value: Some(a), ..Finding::of(Verdict::Confirmed) },
            (Some(a), Some(_)) => Finding { value: Some(a), ..Finding::of(Verdict::Conflicting) },
            _ => Finding::of(Verdict::Unverifiable),
        },
        (CheckOp::Compare, [a, b]) => {
            let comparable = comparability(data, *a, *b);
            match comparable.is_allowed() {
                true => Finding { refusals: comparable.reasons, ..Finding::of(Verdict::Confirmed) },
                false => Finding::refused(comparable.reasons),
            }
        }
        (CheckOp::Unsupported, _) => Finding { value: stated.and_then(interval), ..Finding::of(Verdict::Unverifiable) },
        (CheckOp::Total, figures) => Finding::refused(addition(data, figures)),
        _ => Finding::of(Verdict::Unverifiable),
    }
}

/// One figure divided by another, or why not.
fn quotient(data: &Dataset, a: ObservationId, b: ObservationId, scale: f64) -> Result<Interval, Vec<Refusal>> {
    let refusals = division(data, a, b);
    let numbers = interval(data.observation(a)).zip(interval(data.observation(b)));
    match numbers.and_then(|(a, b)| a.combine(Op::Divide, b)) {
        Some(value) if refusals.is_empty() => Ok(value.scaled(scale)),
        _ => Err(refusals),
    }
}

/// The members a system lists against the number in its name.
fn members(data: &Dataset, id: SystemId) -> Finding {
    let system = data.system(id);
    let listed = system.parts.len();
    let value = Some(Interval::exact(listed as f64));
    let verdict = match system.parts_stated.map(usize::from) {
        Some(stated) if stated == listed => Verdict::Confirmed,
        Some(_) if listed > 0 => Verdict::Conflicting,
        _ => Verdict::Unverifiable,
    };
    Finding { value, ..Finding::of(verdict) }
}

/// What a derived indicator gives for a community: the operands used, and the number or why there is none.
pub fn derived(
    data: &Dataset,
    row: &DerivedIndicator,
    community: CommunityId,
) -> (Vec<ObservationId>, Result<Interval, Vec<Refusal>>) {
    let figure = |indicator: IndicatorId| {
        data.observation_ids().find(|id| {
            let figure = data.observation(*id);
            figure.community == community && figure.indicator == indicator && figure.value.is_some()
        })
    };
    let numerator = figure(row.numerator);
    let denominator = row.denominator.map(figure);
    let operands: Vec<ObservationId> = numerator.into_iter().chain(denominator.flatten()).collect();
    let result = match (numerator, denominator, row.divisor) {
        (Some(a), Some(Some(b)), _) => quotient(data, a, b, row.scale),
        (Some(a), None, Some(by)) if by > 0.0 => interval(data.observation(a))
            .map(|number| number.scaled(row.scale / by))
            .ok_or(vec![Refusal::NoDenominator]),
        _ => Err(vec![Refusal::NoDenominator]),
    };
    (operands, result)
}
