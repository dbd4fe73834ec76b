//! The filter panel: facets with counts, chips, and what is announced when the selection changes.

use super::Context;
use crate::query::{DimId, Found, Panel, Selection};
use crate::text::Msg;

/// One facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Its dimension.
    pub dim: DimId,
    /// The word for it in addresses.
    pub key: String,
    /// Whether it is open from the start.
    pub is_open: bool,
    /// Its name.
    pub title: String,
    /// How many of its options are chosen.
    pub chosen: usize,
    /// Its options.
    pub options: Vec<FacetOption>,
}

/// One option of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// Its number in the dimension.
    pub option: u16,
    /// Its name.
    pub label: String,
    /// What choosing it would leave, with the unit: `3个社区`.
    pub count: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Why it cannot be chosen now.
    pub empty: Option<String>,
}

/// A filter in force, as a chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Its dimension.
    pub dim: DimId,
    /// Its option.
    pub option: u16,
    /// `省份:湖南省`.
    pub label: String,
    /// The button's accessible name.
    pub remove: String,
}

impl Context<'_> {
    /// The filter panel.
    pub fn facets(&self, found: &Found, selection: &Selection) -> Vec<Facet> {
        let facet = |dim: DimId| {
            let dimension = self.tables.dimension_of(dim).filter(|dimension| dimension.panel != Panel::Absent)?;
            let of_figures = dimension.is_of_figures();
            let options = found.counts(dim).iter().enumerate().map(|(at, count)| {
                let option = at as u16;
                let chosen = selection.of(dim).contains(&option);
                let (one, many) = match of_figures {
                    true => (Msg::CountFigure, Msg::CountFigures),
                    false => (Msg::CountCommunity, Msg::CountCommunities),
                };
                FacetOption {
                    option,
                    label: self.option(dim, option),
                    count: self.words.counted(*count as usize, one, many),
                    chosen,
                    empty: (*count == 0 && !chosen).then(|| self.why_empty(dim, option, of_figures)),
                }
            });
            Some(Facet {
                dim,
                key: dimension.key.clone(),
                is_open: dimension.panel == Panel::Open,
                title: self.dim(dim),
                chosen: selection.of(dim).len(),
                options: options.collect(),
            })
        };
        self.tables.dims().filter_map(facet).collect()
    }

    /// Nobody has it at all, or nobody has it together with the other filters.
    fn why_empty(&self, dim: DimId, option: u16, is_of_figures: bool) -> String {
        self.words.msg(match (self.tables.is_anywhere(dim, option), is_of_figures) {
            (true, _) => Msg::OptionFilteredOut,
            (false, true) => Msg::OptionEmptyFigures,
            (false, false) => Msg::OptionEmptyCommunities,
        })
    }

    /// The filters in force.
    pub fn chips(&self, selection: &Selection) -> Vec<Chip> {
        let chip = |dim: DimId, option: u16| {
            let label = format!("{}{}{}", self.dim(dim), self.words.pair("：", ": "), self.option(dim, option));
            Chip { dim, option, remove: self.words.fill(Msg::FilterRemove, &[&label]), label }
        };
        let dims = self.tables.dims();
        dims.flat_map(|dim| selection.of(dim).iter().map(move |option| chip(dim, *option))).collect()
    }

    /// What is announced when the selection changes.
    pub fn announcement(&self, found: &Found) -> String {
        let numbers =
            [found.communities().len(), self.data.communities.len(), found.figures().len()].map(|n| n.to_string());
        self.words.fill(Msg::Announce, &[&numbers[0], &numbers[1], &numbers[2]])
    }
}
