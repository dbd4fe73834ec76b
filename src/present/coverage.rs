//! Who reports what. The one place that decides what “not reported” means.

use super::Context;
use crate::model::*;
use crate::query::Found;
use crate::text::Msg;

/// What a community reports in one indicator group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// The sources are silent.
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
}

/// Whether a figure is a quantity: labels and dates have views of their own.
pub fn is_quantity(row: &Observation) -> bool {
    matches!(row.salience, Salience::Core | Salience::Secondary) && row.value.is_some()
}

/// The groups that count quantities, in file order.
pub fn quantity_groups(data: &Dataset) -> impl Iterator<Item = CodeId> + '_ {
    data.codes_in(CodeList::IndicatorGroup).filter(|group| {
        !data.indicators.iter().any(|row| row.group == *group && matches!(row.kind, ValueKind::Label | ValueKind::Date))
    })
}

/// A community's quantities in one group.
pub fn figures_in(data: &Dataset, community: CommunityId, group: CodeId) -> impl Iterator<Item = ObservationId> + '_ {
    data.observation_ids().filter(move |id| {
        let row = data.observation(*id);
        row.community == community && is_quantity(row) && data.indicator(row.indicator).group == group
    })
}

/// Groups whose figures speak of people or households, so that one about a compound or a team is not about the community.
const GROUPS_OF_A_WHOLE: [&str; 5] = ["population", "households", "area", "party_members", "volunteers"];

/// What a community reports in one group, within what was found.
pub fn coverage(data: &Dataset, found: &Found, community: CommunityId, group: CodeId) -> Coverage {
    let mut any = false;
    let mut best = Coverage::NotReported;
    let whole = GROUPS_OF_A_WHOLE.contains(&data.code(group).code.as_str());
    for id in figures_in(data, community, group) {
        any = true;
        if found.observations.binary_search(&id).is_err() {
            continue;
        }
        let row = data.observation(id);
        let this = match (row.status, row.scope) {
            (ObsStatus::Planned, _) => Coverage::PlannedOnly,
            (_, Scope::Compound | Scope::Organisation) if whole => Coverage::PartOnly,
            _ => Coverage::Reported,
        };
        best = best.max(this);
    }
    if any && best == Coverage::NotReported { Coverage::OutOfSelection } else { best }
}

impl Context<'_> {
    /// What stands where a community has no figure of its own, in words.
    pub fn why_missing(&self, community: CommunityId, group: CodeId, coverage: Coverage) -> String {
        match coverage {
            Coverage::NotReported => self.words.name(ObsStatus::NotReported),
            Coverage::OutOfSelection => self.words.msg(Msg::NotInSelection),
            Coverage::PlannedOnly => self.words.msg(Msg::OnlyPlanned),
            Coverage::PartOnly => {
                let mut parts: Vec<String> = figures_in(self.data, community, group)
                    .map(|id| self.words.text(&self.data.observation(id).scope_name))
                    .filter(|name| !name.is_empty())
                    .collect();
                parts.dedup();
                self.words.fill(Msg::OnlyPart, &[&self.words.list(&parts)])
            }
            Coverage::Reported => String::new(),
        }
    }
}
