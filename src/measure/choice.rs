//! Which of several figures stands for an indicator.

use super::interval;
use crate::model::*;

/// How exactly a figure is worded; what is more exact stands first.
fn vagueness(row: &Observation) -> usize {
    match row.bound {
        Bound::Exact => 0,
        Bound::About => 1,
        Bound::AtLeast | Bound::Nearly | Bound::LessThan => 2,
    }
}

/// The figure that stands for several: the one chosen by a person, else the most exactly worded, else the first of the file.
pub fn standing(
    data: &Dataset,
    figures: impl IntoIterator<Item = ObservationId>,
    picked: &[ObservationId],
) -> Option<ObservationId> {
    figures.into_iter().min_by_key(|id| (!picked.contains(id), vagueness(data.observation(*id)), *id))
}

/// Of some figures, the sets that say different things of one indicator, scope and time; each set in file order. Both stay.
pub fn conflicts(data: &Dataset, figures: impl Iterator<Item = ObservationId>) -> Vec<Vec<ObservationId>> {
    let mut sets: Vec<Vec<ObservationId>> = Vec::new();
    for id in figures.filter(|id| data.observation(*id).value.is_some()) {
        let row = data.observation(id);
        // A number inside a name is no statement about a quantity.
        if matches!(row.salience, Salience::Label | Salience::Date) {
            continue;
        }
        let speaks_of_the_same = |other: &Observation| {
            (other.community, other.indicator, other.scope, other.status)
                == (row.community, row.indicator, row.scope, row.status)
                && other.scope_name == row.scope_name
                && other.period == row.period
                && other.system == row.system
        };
        match sets.iter_mut().find(|set| speaks_of_the_same(data.observation(set[0]))) {
            Some(set) => set.push(id),
            None => sets.push(vec![id]),
        }
    }
    sets.retain(|set| {
        let first = interval(data.observation(set[0]));
        set.iter().any(|id| interval(data.observation(*id)) != first)
    });
    sets
}
