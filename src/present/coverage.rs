//! What stands where a community has no figure of its own, in words.

use super::Context;
use crate::model::*;
use crate::query::Coverage;
use crate::text::Msg;

impl Context<'_> {
    /// Why a community has no figure of its own in a group, in words.
    pub fn why_missing(&self, community: CommunityId, group: CodeId, coverage: Coverage) -> String {
        match coverage {
            Coverage::NotReported => self.words.name(ObsStatus::NotReported),
            Coverage::OutOfSelection => self.words.msg(Msg::NotInSelection),
            Coverage::PlannedOnly => self.words.msg(Msg::OnlyPlanned),
            Coverage::PartOnly => {
                let mut parts: Vec<String> = self
                    .quantities(community, group)
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
