//! The top of the overview: what is reported at all, and the main figures side by side.

use super::Context;
use crate::model::order;
use crate::model::*;
use crate::query::Found;
use crate::state::{ChartId, OverviewChart};
use crate::text::Msg;

/// One headline tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it counts: `人口`.
    pub label: String,
    /// The big words: `4 / 5 报告`.
    pub figure: String,
    /// The small words: `5个数字,口径各不相同`.
    pub detail: String,
    /// The chart that shows them.
    pub chart: ChartId,
}

/// A cell of the headline table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadlineCell {
    /// Figures, the most telling first, and how many more there are.
    Figures(Vec<HeadlineFigure>, usize),
    /// Why there is none.
    Missing(String),
}

/// A figure in the headline table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineFigure {
    /// Opens its receipt.
    pub id: ObservationId,
    /// The value.
    pub value: String,
    /// What it measures and when, small.
    pub detail: String,
    /// The whole figure as a sentence.
    pub spoken: String,
}

/// A row of the headline table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineRow {
    /// The community.
    pub community: CommunityId,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub place: String,
    /// One cell per column.
    pub cells: Vec<HeadlineCell>,
}

impl Context<'_> {
    fn headline_groups(&self) -> Vec<CodeId> {
        self.data.groups_with(Role::Headline).collect()
    }

    /// The headline tiles.
    pub fn tiles(&self, found: &Found) -> Vec<Tile> {
        let group = |group: CodeId| {
            let figures: Vec<ObservationId> = found
                .communities()
                .iter()
                .flat_map(|community| self.quantities(*community, group))
                .filter(|id| found.has(*id))
                .collect();
            let mut reporting: Vec<CommunityId> =
                figures.iter().map(|id| self.data.observation(*id).community).collect();
            reporting.dedup();
            let definitions: Vec<&str> = figures
                .iter()
                .map(|id| self.data.indicator(self.data.observation(*id).indicator).comparable.as_str())
                .collect();
            let definitions = order::distinct(&definitions);
            let detail = match figures.len() {
                0 => self.words.msg(Msg::TileNone),
                1 => self.words.msg(Msg::TileOne),
                count if count == definitions.len() => self.words.fill(Msg::TileUnlike, &[&count.to_string()]),
                count => self.words.fill(Msg::TileDefinitions, &[&count.to_string(), &definitions.len().to_string()]),
            };
            let of = [reporting.len().to_string(), found.communities().len().to_string()];
            let chart = ChartId::Overview(OverviewChart::Group(group));
            Tile { label: self.code(group), figure: self.words.fill(Msg::TileReport, &[&of[0], &of[1]]), detail, chart }
        };
        self.headline_groups().into_iter().map(group).collect()
    }

    /// The headline table: its column heads and its rows, a row for each case found; the charts show the library.
    pub fn headline_table(&self, found: &Found) -> (Vec<String>, Vec<HeadlineRow>) {
        let groups = self.headline_groups();
        let row = |community: &CommunityId| HeadlineRow {
            community: *community,
            name: self.community(*community),
            place: self.place_path(*community, PlaceLevel::City),
            cells: groups.iter().map(|group| self.headline_cell(found, *community, *group)).collect(),
        };
        let deep = found.communities().iter().filter(|id| self.is_deep(**id));
        (groups.iter().map(|group| self.code(*group)).collect(), deep.map(row).collect())
    }

    fn headline_cell(&self, found: &Found, community: CommunityId, group: CodeId) -> HeadlineCell {
        const SHOWN: usize = 2;
        let figures: Vec<ObservationId> = self.quantities(community, group).filter(|id| found.has(*id)).collect();
        let figures = order::sorted_by_key(&figures, |id| self.data.observation(*id).salience);
        if figures.is_empty() {
            let coverage = self.coverage(found, community, group);
            return HeadlineCell::Missing(self.why_missing(community, group, coverage));
        }
        let more = figures.len().saturating_sub(SHOWN);
        let show = |id: &ObservationId| {
            let row = self.data.observation(*id);
            let detail = self.words.dotted(&[self.indicator(row), self.scope_name(row), self.period_short(row)]);
            HeadlineFigure { id: *id, value: self.value(row).text, detail, spoken: self.spoken(row) }
        };
        HeadlineCell::Figures(figures.iter().take(SHOWN).map(show).collect(), more)
    }

    /// `湖南省长沙市`: the places above a community down to a level, from the largest.
    pub fn place_path(&self, community: CommunityId, down_to: PlaceLevel) -> String {
        let names: Vec<String> = PlaceLevel::ALL
            .iter()
            .filter(|level| **level <= down_to)
            .filter_map(|level| self.data.place_at(community, *level))
            .map(|id| self.words.text(&self.data.place(id).name))
            .collect();
        if self.words.locale.is_chinese() {
            names.concat()
        } else {
            names.into_iter().rev().collect::<Vec<_>>().join(", ")
        }
    }
}
