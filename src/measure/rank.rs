//! Ranks that say only what is sure.

use super::{Refusal, in_unit, may_rank};
use crate::model::*;

/// A figure's place among others, the greatest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// From 1; equal figures share a place, and the next is skipped.
    pub at: usize,
    /// Whether others are exactly as great.
    pub is_tied: bool,
}

fn places(numbers: &[f64]) -> Vec<Rank> {
    let place = |number: &f64| Rank {
        at: numbers.iter().filter(|other| *other > number).count() + 1,
        is_tied: numbers.iter().filter(|other| *other == number).count() > 1,
    };
    numbers.iter().map(place).collect()
}

/// The places of figures, in their order, or why they have none. Figures of distant or unknown times have one only for a person
/// who insists.
pub fn ranking(data: &Dataset, figures: &[ObservationId], ignores_time: bool) -> Result<Vec<Rank>, Vec<Refusal>> {
    let mut refusals = may_rank(data, figures);
    refusals.retain(|reason| reason.forbids() || !ignores_time);
    let unit = figures.first().map(|id| data.observation(*id).unit);
    let number = |id: &ObservationId| in_unit(data, data.observation(*id), unit?);
    match figures.iter().map(number).collect::<Option<Vec<f64>>>() {
        Some(numbers) if refusals.is_empty() => Ok(places(&numbers)),
        _ => Err(refusals),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_place_and_the_next_is_skipped() {
        let of = |numbers: &[f64]| places(numbers).iter().map(|it| (it.at, it.is_tied)).collect::<Vec<_>>();
        assert_eq!(of(&[5.0, 9.0, 5.0, 1.0]), [(2, true), (1, false), (2, true), (4, false)]);
        assert_eq!(of(&[7.0]), [(1, false)]);
    }
}
