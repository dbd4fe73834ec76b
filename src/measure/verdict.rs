//! What the sources' own figures confirm.

use super::digits::digits_of;
use super::{Interval, Op, Permission, Refusal, addition, comparability, interval, is_planned, ratio};
use crate::model::*;

/// What comes of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// What is stated follows from what else is stated.
    Confirmed,
    /// It does not follow.
    Conflicting,
    /// Some of it follows; of the rest nothing is said.
    Partial,
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
    pub const ALL: [Verdict; 7] = [
        Verdict::Confirmed,
        Verdict::Conflicting,
        Verdict::Partial,
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
            Verdict::Partial => "partial",
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
        (CheckOp::Floor, [_, ..]) => match numbers() {
            Some(parts) => floor(&parts, stated),
            None => Finding::of(Verdict::Unverifiable),
        },
        (CheckOp::Rest, [whole, part]) => match ratio::division(data, *part, *whole, Permission::Listed) {
            refusals if refusals.is_empty() => match numbers().as_deref() {
                Some([whole, part]) => whole
                    .combine(Op::Subtract, *part)
                    .map_or_else(|| Finding::refused(vec![Refusal::Unbounded]), |rest| Finding::computed(rest, stated)),
                _ => Finding::refused(vec![Refusal::NoDenominator]),
            },
            refusals => Finding::refused(refusals),
        },
        (CheckOp::Members, _) => match check.systems[..] {
            [id] => members(data, id),
            _ => Finding::of(Verdict::Unverifiable),
        },
        (CheckOp::Dates, dates) => Finding::of(in_order(data, dates)),
        (CheckOp::Span, [from, to]) => span(data, *from, *to, stated),
        (CheckOp::Whole, [part, rest @ ..]) => whole(data, *part, rest),
        (CheckOp::Digits, [name, figures @ ..]) => digits(data, *name, figures),
        (CheckOp::Scaled, [part, _, onto]) => {
            let is_other = data.base_unit(data.observation(*part).unit) != data.base_unit(data.observation(*onto).unit);
            let missing = numbers().is_none().then_some(Refusal::NoDenominator);
            let reason = if is_other { Refusal::DifferentUnit } else { Refusal::SubsetNotStated };
            Finding::refused(missing.into_iter().chain([reason]).collect())
        }
        // What two communities have is two things, whatever it is called.
        (CheckOp::Names, _) => match &check.systems[..] {
            [first, rest @ ..] if rest.iter().any(|id| data.system(*id).community != data.system(*first).community) => {
                Finding::refused(vec![Refusal::AcrossCommunities])
            }
            _ => Finding::of(Verdict::Unverifiable),
        },
        (CheckOp::Trend, figures) => trend(data, figures),
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

/// A whole of which only parts are counted, that may overlap: it is at least the largest of them.
fn floor(parts: &[Interval], stated: Option<&Observation>) -> Finding {
    let least = parts.iter().fold(f64::NEG_INFINITY, |least, part| least.max(part.low));
    match least.is_finite() {
        true => Finding::computed(Interval::of(least, Bound::AtLeast), stated),
        false => Finding::of(Verdict::Unverifiable),
    }
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

/// The first and the last day that a period may touch; `None` where it is open or has no year.
fn ends(period: &Period) -> (Option<Day>, Option<Day>) {
    let first = |date: PartialDate| date.range().map(|(first, _)| first);
    let last = |date: PartialDate| date.range().map(|(_, last)| last);
    match period {
        Period::Unstated => (None, None),
        Period::At(date) => (first(*date), last(*date)),
        Period::Span(start, end) => (start.date().and_then(first), end.date().and_then(last)),
        Period::OneOf(years) => {
            (years.iter().min().map(|year| (*year, 1, 1)), years.iter().max().map(|year| (*year, 12, 31)))
        }
    }
}

/// Whether each date can stand before the next. A date without a year proves nothing.
fn in_order(data: &Dataset, dates: &[ObservationId]) -> Verdict {
    let days: Vec<_> = dates.iter().map(|id| ends(&data.observation(*id).period)).collect();
    let pairs = days.windows(2).map(|pair| pair[0].0.zip(pair[1].1.or(pair[1].0)));
    let in_order: Option<Vec<bool>> = pairs.map(|pair| pair.map(|(first, next)| first <= next)).collect();
    match in_order {
        None => Verdict::Unverifiable,
        Some(pairs) if pairs.iter().all(|is_in_order| *is_in_order) => Verdict::Confirmed,
        Some(_) => Verdict::Conflicting,
    }
}

/// Days since the first of March of the year 0, so that differences are days.
fn day_number((year, month, day): Day) -> i32 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let year = i32::from(year);
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (i32::from(month) * 306 + 5) / 10
        + i32::from(day)
}

/// Days of a month of the Gregorian calendar, on average.
const DAYS_A_MONTH: f64 = 30.436_875;

/// How many months a figure's period lasts, where its source states both ends at least to the month, or a whole year.
pub fn stated_months(row: &Observation) -> Option<f64> {
    let is_stated = row.bases.start == PeriodBasis::Stated && row.bases.end == PeriodBasis::Stated;
    let has_month = |date: PartialDate| date.month.is_some();
    match row.period {
        Period::At(date) if is_stated && row.period_type == PeriodType::CalendarYear && !has_month(date) => {
            date.year.map(|_| 12.0)
        }
        Period::Span(Edge::On(from), Edge::On(to)) if is_stated && has_month(from) && has_month(to) => {
            let ((start, _), (_, end)) = from.range().zip(to.range())?;
            Some(f64::from(day_number(end) - day_number(start) + 1) / DAYS_A_MONTH)
        }
        _ => None,
    }
}

/// The months from the first day of one date to the last of another: at most so long is what lies between. A stated span that
/// is longer cannot have come of what began then.
fn span(data: &Dataset, from: ObservationId, to: ObservationId, stated: Option<&Observation>) -> Finding {
    let (start, end) = (ends(&data.observation(from).period).0, ends(&data.observation(to).period).1);
    let Some((start, end)) = start.zip(end) else { return Finding::of(Verdict::Unverifiable) };
    let months = f64::from(day_number(end) - day_number(start) + 1) / DAYS_A_MONTH;
    // A start known to the year or the month alone bounds the span and no more.
    let is_rough = match data.observation(from).period {
        Period::At(date) | Period::Span(Edge::On(date), _) => date.day.is_none(),
        _ => true,
    };
    let value = Some(Interval::of(months, if is_rough { Bound::Nearly } else { Bound::Exact }));
    // Spans of time by their codes in UCUM.
    let months_of = |row: &Observation| match data.unit(row.unit).ucum.as_deref() {
        Some("a") => Some(12.0),
        Some("mo") => Some(1.0),
        Some("wk") => Some(7.0 / DAYS_A_MONTH),
        Some("d") => Some(1.0 / DAYS_A_MONTH),
        _ => None,
    };
    let verdict = match stated.and_then(|row| Some(interval(row)?.scaled(months_of(row)?))) {
        None if is_rough => Verdict::Bounded,
        None => Verdict::Derived,
        Some(said) if said.low <= months + 0.5 => Verdict::Confirmed,
        Some(_) => Verdict::Conflicting,
    };
    Finding { value, ..Finding::of(verdict) }
}

/// What share a part is of all; it is all only where the others are none.
fn whole(data: &Dataset, part: ObservationId, others: &[ObservationId]) -> Finding {
    let numbers: Option<Vec<Interval>> = others.iter().map(|id| interval(data.observation(*id))).collect();
    let Some((own, numbers)) = interval(data.observation(part)).zip(numbers) else {
        return Finding::of(Verdict::Unverifiable);
    };
    let rest = numbers.into_iter().try_fold(Interval::exact(0.0), |sum, next| sum.combine(Op::Add, next));
    let share = rest.and_then(|rest| own.combine(Op::Divide, own.combine(Op::Add, rest)?));
    let verdict = match rest {
        Some(rest) if rest.high == 0.0 => Verdict::Confirmed,
        Some(rest) if rest.low > 0.0 => Verdict::Conflicting,
        _ => Verdict::Unverifiable,
    };
    Finding { value: share.map(|share| share.scaled(100.0)), ..Finding::of(verdict) }
}

/// How many digits of a name have a figure that puts them into words.
fn digits(data: &Dataset, name: ObservationId, figures: &[ObservationId]) -> Finding {
    let mut left = digits_of(&data.observation(name).scope_name.zh);
    let count = left.len();
    for value in figures.iter().filter_map(|id| data.observation(*id).value) {
        if let Some(at) = left.iter().position(|digit| *digit == value) {
            left.remove(at);
        }
    }
    let verdict = match (left.len(), count) {
        (_, 0) => Verdict::Unverifiable,
        (0, _) => Verdict::Confirmed,
        (left, count) if left == count => Verdict::Unverifiable,
        _ => Verdict::Partial,
    };
    Finding { value: Some(Interval::exact((count - left.len()) as f64)), ..Finding::of(verdict) }
}

/// A change shows only in what was observed twice; a plan does not rise.
fn trend(data: &Dataset, figures: &[ObservationId]) -> Finding {
    let rows: Vec<&Observation> = figures.iter().map(|id| data.observation(*id)).collect();
    if rows.iter().any(|row| is_planned(row)) {
        return Finding::refused(vec![Refusal::PlannedWithObserved]);
    }
    match rows[..] {
        [a, b] if a.indicator == b.indicator && a.period != b.period => {
            let change = interval(a).zip(interval(b)).and_then(|(a, b)| b.combine(Op::Subtract, a));
            change.map_or_else(|| Finding::of(Verdict::Unverifiable), |change| Finding::computed(change, None))
        }
        _ => Finding::of(Verdict::Unverifiable),
    }
}

/// The members a system lists against the number in its name.
fn members(data: &Dataset, id: SystemId) -> Finding {
    let system = data.system(id);
    let listed = system.parts.len();
    let is_open = system.parts_list == PartsList::Open;
    let bound = if is_open && system.parts_stated.is_none() { Bound::AtLeast } else { Bound::Exact };
    let value = Some(Interval::of(listed as f64, bound));
    let verdict = match system.parts_stated.map(usize::from) {
        Some(stated) if stated == listed => Verdict::Confirmed,
        // Of thirteen posts two are named: so far it agrees.
        Some(stated) if listed > 0 && listed < stated && is_open => Verdict::Partial,
        Some(_) if listed > 0 => Verdict::Conflicting,
        None if listed > 0 && is_open => Verdict::Bounded,
        None if listed > 0 => Verdict::Derived,
        _ => Verdict::Unverifiable,
    };
    Finding { value, ..Finding::of(verdict) }
}
