//! A group of indicators as a strip chart: every definition that somebody compared reports, everybody's figures of it, and those
//! compared by name.

use super::Context;
use super::strip::{Line, Look};
use crate::chart::{StripChart, Who};
use crate::model::*;
use crate::query::Selection;
use crate::state::{Comparison, ScaleChoice};
use crate::text::FarMsg;

impl Context<'_> {
    /// The strip chart of a group. Definitions that nobody compared reports are folded away, and counted.
    pub(super) fn compared_strip(
        &self,
        group: CodeId,
        comparison: &Comparison,
        scale: Option<ScaleChoice>,
    ) -> StripChart {
        let compared = self.compared(&comparison.communities);
        let is_compared = |id: &ObservationId| compared.contains(&self.data.observation(*id).community);
        let everybody = self.tables.communities().flat_map(|community| self.quantities(community, group));
        let everybody: Vec<ObservationId> = everybody.collect();
        let lines = self.lines(&everybody, &self.tables.find(&Selection::default()));
        let (shown, others): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| line.figures.iter().any(is_compared));
        let look = Look { scale, lit: comparison.highlight, is_whole: true };
        let (mut chart, _) = self.strip_chart(&shown, group, look);
        // Here those compared are named, and all others are the ground they stand out from.
        for dot in chart.blocks.iter_mut().flat_map(|block| &mut block.rows).flat_map(|row| &mut row.dots) {
            let id = self.data.observation_by_key(&dot.key);
            let community = id.map(|id| self.data.observation(id).community);
            dot.who = match community.filter(|id| compared.contains(id)) {
                Some(community) if self.is_deep(community) => self.column_who(community, comparison),
                // One of the library stands out as chosen, not as a case.
                Some(_) => Who::Lit,
                None => Who::Other,
            };
        }
        if let Some(last) = chart.blocks.last_mut().filter(|_| !others.is_empty()) {
            last.folded = self.words.fill(FarMsg::StripOthers, &[&others.len().to_string()]);
        }
        chart
    }
}
