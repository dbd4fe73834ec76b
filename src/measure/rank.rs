//! Ranks that say only what is sure.

use super::{Comparability, Interval, Refusal, interval};
use crate::model::*;

/// A figure's place among others, the greatest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The best place it may have, from 1.
    pub best: usize,
    /// The worst place it may have; another than `best` where bounds leave it open.
    pub worst: usize,
    /// Whether others are exactly as great.
    pub is_tied: bool,
}

/// The places of numbers. One is above another only if it must be; exactly equal ones share a place.
pub fn places(numbers: &[Interval]) -> Vec<Place> {
    let place = |(at, number): (usize, &Interval)| {
        let others = || numbers.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other);
        let ties = others().filter(|other| is_same_point(number, other)).count();
        let above = others().filter(|other| other.low > number.high).count();
        let below = others().filter(|other| other.high < number.low).count();
        Place { best: above + 1, worst: numbers.len() - below - ties, is_tied: ties > 0 }
    };
    numbers.iter().enumerate().map(place).collect()
}

fn is_same_point(a: &Interval, b: &Interval) -> bool {
    a.low == a.high && b.low == b.high && a.low == b.low
}

/// The places of figures, in their order, or why they have none. Only whole communities have a rank: that a team is larger than
/// another says nothing about where they are.
/// Figures of different or unknown times have one only for a person who insists.
pub fn ranking(data: &Dataset, figures: &[ObservationId], ignores_time: bool) -> Result<Vec<Place>, Vec<Refusal>> {
    let rows: Vec<&Observation> = figures.iter().map(|id| data.observation(*id)).collect();
    let mut refusals: Vec<Refusal> = Vec::new();
    if rows.iter().any(|row| row.scope != Scope::Community) {
        refusals.push(Refusal::DifferentScope);
    }
    for (at, a) in figures.iter().enumerate() {
        for b in &figures[at + 1..] {
            let Comparability { reasons } = super::comparability(data, *a, *b);
            refusals.extend(reasons.into_iter().filter(|reason| reason.forbids() || !ignores_time));
            if data.observation(*a).community == data.observation(*b).community {
                refusals.push(Refusal::OverlappingGroups);
            }
        }
    }
    let refusals = order::distinct(&refusals);
    let numbers: Option<Vec<Interval>> = rows.iter().map(|row| interval(row)).collect();
    match numbers {
        Some(numbers) if refusals.is_empty() => Ok(places(&numbers)),
        Some(_) => Err(refusals),
        None => Err(vec![Refusal::NoDenominator]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(numbers: &[(f64, Bound)]) -> Vec<(usize, usize, bool)> {
        let numbers: Vec<Interval> = numbers.iter().map(|(value, bound)| Interval::of(*value, *bound)).collect();
        places(&numbers).into_iter().map(|place| (place.best, place.worst, place.is_tied)).collect()
    }

    #[test]
    fn ties_share_a_place_and_the_next_is_skipped() {
        let exact = |value| (value, Bound::Exact);
        assert_eq!(
            of(&[exact(5.0), exact(9.0), exact(5.0), exact(1.0)]),
            [(2, 2, true), (1, 1, false), (2, 2, true), (4, 4, false)]
        );
    }

    #[test]
    fn a_bound_leaves_open_what_it_leaves_open() {
        let numbers = [(20.0, Bound::AtLeast), (30.0, Bound::Exact), (10.0, Bound::Exact)];
        assert_eq!(of(&numbers), [(1, 2, false), (1, 2, false), (3, 3, false)]);
        assert_eq!(of(&[(12.0, Bound::LessThan), (10.0, Bound::Exact)]), [(1, 2, false), (1, 2, false)]);
    }

    proptest! {
        #[test]
        fn whatever_the_numbers_are_each_place_is_within_its_range(
            drawn in proptest::collection::vec((1u32..20, 0usize..5, 0u32..1000), 1..7),
        ) {
            // A number that each bound allows, then the places that follow from those numbers alone.
            let stated: Vec<Interval> =
                drawn.iter().map(|(value, bound, _)| Interval::of(f64::from(*value), Bound::ALL[*bound])).collect();
            let real: Vec<f64> = stated.iter().zip(&drawn).map(|(it, (value, _, part))| {
                let part = f64::from(*part) / 1000.0;
                match (it.low.is_finite(), it.high.is_finite()) {
                    (true, true) => it.low + (it.high - it.low) * part,
                    _ => f64::from(*value) * (1.0 + part * 50.0),
                }
            }).collect();
            for (at, place) in places(&stated).into_iter().enumerate() {
                let above = real.iter().filter(|other| **other > real[at]).count();
                let same = real.iter().enumerate().filter(|(other, value)| *other != at && **value == real[at]).count();
                prop_assert!(place.best <= above + 1 + same && above < place.worst + same, "{place:?} of {at} in {real:?}");
            }
        }
    }
}
