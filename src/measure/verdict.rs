//! What the sources' own figures confirm.

use super::{Interval, Op, Permission, Refusal, addition, comparability, interval, ratio};
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

    /// The word in URLs.
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Conflicting => "conflicting",
            Verdict::Derived => "derived",
            Verdict::Bounded => "bounded",
            Verdict::Invalid => "invalid",
            Verdict::Unverifiable => "unverifiable",
        }
    }

    /// The verdict for a word.
    pub fn from_code(code: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
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
            match ratio::quotient(data, (*a, *b), scale, Permission::Listed, false) {
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
            Some(numbers) => sum(numbers, stated),
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
        (CheckOp::Year, [_, ..]) => Finding::of(dated(data, check)),
        (CheckOp::Unsupported, _) => Finding { value: stated.and_then(interval), ..Finding::of(Verdict::Unverifiable) },
        (CheckOp::Total, figures) => match (addition(data, figures), numbers()) {
            (refusals, Some(numbers)) if refusals.is_empty() => sum(numbers, stated),
            (refusals, _) => Finding::refused(refusals),
        },
        _ => Finding::of(Verdict::Unverifiable),
    }
}

/// Numbers added up.
fn sum(numbers: Vec<Interval>, stated: Option<&Observation>) -> Finding {
    let sum = numbers.into_iter().try_fold(Interval::exact(0.0), |sum, next| sum.combine(Op::Add, next));
    sum.map_or_else(|| Finding::of(Verdict::Unverifiable), |sum| Finding::computed(sum, stated))
}

/// Whether the day of publication and the dates of the operands fall into one year.
fn dated(data: &Dataset, check: &Check) -> Verdict {
    let sources = check.stated.iter().map(|id| data.source(data.observation(*id).source));
    let published = sources.filter_map(|source| source.published_stated.or(source.published_from_url)?.year);
    let dated = check.operands.iter().flat_map(|id| data.observation(*id).period.years());
    let years: Vec<i16> = published.chain(dated).collect();
    match order::distinct(&years).len() {
        0 => Verdict::Unverifiable,
        1 => Verdict::Confirmed,
        _ => Verdict::Conflicting,
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
