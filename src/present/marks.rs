//! What is said of a mark that is pointed at, and where it leads.

use super::Context;
use super::strip::{Line, ROW};
use crate::chart::{SILENT, SceneMark};
use crate::model::*;
use crate::query::{Choice, Coverage, Found, key as dims};
use crate::state::{Action, OverviewChart, Page};
use crate::text::FarMsg;
use std::sync::Arc;

/// What stands beside a mark that is pointed at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tip {
    /// Whose figure it is.
    pub name: String,
    /// The figure.
    pub value: String,
    /// What else is to be known.
    pub lines: Vec<String>,
    /// Where it leads; nothing where it leads nowhere.
    pub leads: Option<FarMsg>,
}

/// Who says nothing in a row, by what that means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// Which row, where a definition has several.
    pub of: String,
    /// Not reported, or not in the excerpt.
    pub means: Coverage,
    /// In file order.
    pub communities: Vec<CommunityId>,
}

impl Context<'_> {
    /// What stands beside a mark; only where somebody is silent it depends on what was found.
    pub fn tip(&self, mark: &SceneMark, found: &dyn Fn() -> Arc<Found>) -> Tip {
        let action = self.mark_action(&mark.key);
        let leads = action.map(|action| match action {
            Action::Open(_) => FarMsg::TipReceipt,
            Action::Go(Page::Chart(..)) if mark.key.starts_with(SILENT) => FarMsg::TipSilent,
            Action::Go(Page::Chart(..)) => FarMsg::TipDefinition,
            Action::Go(_) => FarMsg::TipPage,
            _ => FarMsg::TipTable,
        });
        let Some(id) = self.data.observation_by_key(&mark.key) else {
            let names = mark.key.strip_prefix(SILENT).and_then(|row| self.names_of_silent(row, &found()));
            return Tip { lines: [mark.spoken.clone()].into_iter().chain(names).collect(), leads, ..Tip::default() };
        };
        let row = self.data.observation(id);
        let what = [self.indicator(row), self.scope_name(row), self.period_short(row)];
        let source = [self.place_path(row.community, PlaceLevel::City), self.published(row.source)];
        Tip {
            name: self.community(row.community),
            value: self.value(row).text,
            lines: vec![self.words.dotted(&what), self.words.dotted(&source)],
            leads,
        }
    }

    /// A few of those who are silent in a row.
    fn names_of_silent(&self, row: &str, found: &Found) -> Option<String> {
        const FEW: usize = 6;
        let first = self.data.observation_by_key(row.strip_prefix(ROW)?)?;
        let group = self.data.indicator(self.data.observation(first).indicator).group;
        let line = self.lines_of(group, found).into_iter().find(|line| line.figures.contains(&first))?;
        let silent = |id: &&CommunityId| self.says(&line, **id).is_some_and(Coverage::is_silent);
        let all: Vec<CommunityId> = found.communities().iter().filter(silent).copied().collect();
        let names: Vec<String> = all.iter().take(FEW).map(|id| self.community(*id)).collect();
        let names = self.words.list(&names);
        Some(if all.len() > FEW { self.words.fill(FarMsg::TipMore, &[&names, &all.len().to_string()]) } else { names })
    }

    /// Who says nothing in the rows that an indicator stands for.
    pub fn silent_under(&self, indicator: IndicatorId, found: &Found) -> Vec<Silent> {
        let lines = self.ranked_lines(indicator, found);
        let several = lines.len() > 1;
        let by = |line: &Line, means: Coverage| Silent {
            of: if several { self.apart(line, &lines) } else { String::new() },
            means,
            communities: found
                .communities()
                .iter()
                .filter(|id| self.says(line, **id) == Some(means))
                .copied()
                .collect(),
        };
        let all =
            lines.iter().flat_map(|line| [Coverage::NotReported, Coverage::NotInExcerpt].map(|means| by(line, means)));
        all.filter(|silent| !silent.communities.is_empty()).collect()
    }

    /// What pointing at a mark leads to: the receipt of its figure; for a cell with several
    /// figures, exactly those.
    pub fn mark_action(&self, key: &str) -> Option<Action> {
        if let Some(figure) = self.data.observation_by_key(key) {
            return Some(Action::Open(figure));
        }
        if let Some(system) = self.data.system_by_key(key) {
            return Some(Action::Go(Page::System(system)));
        }
        // Where a community stands for what it does not report: its page says what it does.
        if let Some(community) = self.data.community_by_key(key) {
            return Some(Action::Go(Page::Community(community)));
        }
        // A row of a strip chart, or who is silent in it.
        if let Some(first) = key.strip_prefix(SILENT).unwrap_or(key).strip_prefix(ROW) {
            let indicator = self.data.observation(self.data.observation_by_key(first)?).indicator;
            let chart = OverviewChart::Group(self.data.indicator(indicator).group);
            return Some(Action::Go(Page::Chart(chart, Some(indicator))));
        }
        let Some((group, community)) = key.split_once('/') else {
            // A group by itself: the figures of that group.
            let group = self.data.code_by_key(CodeList::IndicatorGroup, key)?;
            return Some(Action::List([self.tables.option_of(dims::GROUP, Choice::Code(group))?; 2]));
        };
        let group = self.data.code_by_key(CodeList::IndicatorGroup, group)?;
        let community = self.data.community_by_key(community)?;
        let mut figures = self.quantities(community, group);
        match (figures.next(), figures.next()) {
            (Some(only), None) => Some(Action::Open(only)),
            (Some(_), Some(_)) => Some(Action::List([
                self.tables.option_of(dims::COMMUNITY, Choice::Community(community))?,
                self.tables.option_of(dims::GROUP, Choice::Code(group))?,
            ])),
            // Nothing is reported: the page says what is.
            (None, _) => Some(Action::Go(Page::Community(community))),
        }
    }
}
