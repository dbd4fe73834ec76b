//! What stands where a community has no figure of its own, in words.

use super::Context;
use crate::model::*;
use crate::query::{Coverage, silence};
use crate::text::Msg;

impl Context<'_> {
    /// Whether more than excerpts is known of a community: a case, or one's own.
    pub fn is_deep(&self, community: CommunityId) -> bool {
        self.data.community(community).collection != Collection::Reports
    }

    /// What silence about a community is called: not reported, or, where only excerpts were read, not in the excerpt.
    pub fn silence(&self, community: CommunityId) -> String {
        match silence(self.data.community(community).collection) {
            Coverage::NotInExcerpt => self.words.msg(Msg::NotInExcerpt),
            _ => self.words.name(ObsStatus::NotReported),
        }
    }

    /// The word for the same in files.
    pub fn silence_code(&self, community: CommunityId) -> &'static str {
        silence(self.data.community(community).collection).status()
    }

    /// Why a community has no figure of its own in a group, in words.
    pub fn why_missing(&self, community: CommunityId, group: CodeId, coverage: Coverage) -> String {
        match coverage {
            Coverage::NotInExcerpt => self.words.msg(Msg::NotInExcerpt),
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
