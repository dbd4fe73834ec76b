//! How good the evidence for a computed figure is.

use crate::model::*;

/// The grade of what is computed from figures: the lowest of theirs, for computing raises none. `None` of no figures.
pub fn grade(data: &Dataset, operands: &[ObservationId]) -> Option<Grade> {
    operands.iter().map(|id| data.observation(*id).grade).max()
}
