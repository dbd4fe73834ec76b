//! Who reports what. The one place that decides what “not reported” means.

use super::{Found, Tables};
use crate::model::*;

/// What a community reports in one indicator group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// Its excerpts are silent; what the whole texts say is not known.
    NotInExcerpt,
    /// The sources, read whole, are silent.
    NotReported,
    /// It reports something, but not within the chosen filters.
    OutOfSelection,
    /// Only figures about a compound or a single organisation.
    PartOnly,
    /// Only plans.
    PlannedOnly,
    /// Figures about the community.
    Reported,
}

impl Coverage {
    /// Whether the community itself has a figure that was observed.
    pub fn is_reported(self) -> bool {
        self == Coverage::Reported
    }

    /// Whether nothing at all was found in what was read.
    pub fn is_silent(self) -> bool {
        matches!(self, Coverage::NotInExcerpt | Coverage::NotReported)
    }

    /// The word for the status of a thing that is missing, in exports.
    pub fn status(self) -> &'static str {
        match self {
            Coverage::NotInExcerpt => "not_in_excerpt",
            _ => ObsStatus::NotReported.code(),
        }
    }
}

/// What silence about a community means: of those in the library only excerpts were read.
pub fn silence(collection: Collection) -> Coverage {
    match collection {
        Collection::Reports => Coverage::NotInExcerpt,
        _ => Coverage::NotReported,
    }
}

/// Whether a figure is a quantity: labels and dates have views of their own.
pub fn is_quantity(row: &Observation) -> bool {
    matches!(row.salience, Salience::Core | Salience::Secondary) && row.value.is_some()
}

impl Tables {
    /// A community's quantities in one group.
    pub fn quantities<'d>(
        &'d self,
        data: &'d Dataset,
        community: CommunityId,
        group: CodeId,
    ) -> impl Iterator<Item = ObservationId> + 'd {
        self.figures_in(community, group).filter(|id| is_quantity(data.observation(*id)))
    }

    /// What a community reports in one group, within what was found.
    pub fn coverage(&self, data: &Dataset, found: &Found, community: CommunityId, group: CodeId) -> Coverage {
        let mut any = false;
        let place = data.community(community);
        let silent = silence(place.collection);
        let mut best = silent;
        let whole = data.code(group).roles.has(Role::Whole);
        for id in self.quantities(data, community, group) {
            any = true;
            if !found.has(id) {
                continue;
            }
            let row = data.observation(id);
            let this = match (row.status, row.scope) {
                (ObsStatus::Planned, _) => Coverage::PlannedOnly,
                // Of a compound its own figures are whole.
                (_, Scope::Compound) if place.kind == CommunityKind::Compound => Coverage::Reported,
                (_, Scope::Compound | Scope::Organisation) if whole => Coverage::PartOnly,
                _ => Coverage::Reported,
            };
            best = best.max(this);
        }
        if any && best == silent { Coverage::OutOfSelection } else { best }
    }
}
