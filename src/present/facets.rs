//! The filters: one bar of menus with counts, chips, and what is announced when the selection changes.

use super::Context;
use crate::model::Collection;
use crate::query::{Choice, DimId, Found, Panel, Selection, key};
use crate::text::Msg;

/// One facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Its dimension.
    pub dim: DimId,
    /// The word for it in addresses.
    pub key: String,
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
    /// The same as a number.
    pub number: u32,
    /// How long its bar is, in percent of the longest of its facet.
    pub percent: u32,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Why it cannot be chosen now.
    pub empty: Option<String>,
}

impl FacetOption {
    /// Whether its name has what somebody typed.
    pub fn matches(&self, typed: &str) -> bool {
        let folded = typed.trim().to_ascii_lowercase();
        self.label.to_ascii_lowercase().contains(&folded)
    }
}

/// Facets behind one button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// The word of its first facet in addresses.
    pub key: String,
    /// Its name.
    pub title: String,
    /// How many options of its first facet there is anything for, or how many are chosen.
    pub badge: String,
    /// How many options are chosen.
    pub chosen: usize,
    /// Whether there are so many options that one looks for them by name.
    pub is_long: bool,
    /// What it filters by. The options are worded only when it is opened ([`Context::facets_of`]).
    pub dims: Vec<DimId>,
}

/// The bar of filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Which collection is shown, where there are several: one of its options, or all.
    pub switch: Option<Facet>,
    /// How many communities all collections have.
    pub all: u32,
    /// The menus, in order.
    pub menus: Vec<Menu>,
    /// How many options are chosen in all.
    pub chosen: usize,
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

/// A list with more options than this can be searched.
const LONG: usize = 12;

/// Dimensions that stand behind one button. Every other one has a button of its own.
const TOGETHER: [(Msg, &[&str]); 4] = [
    (Msg::MenuPlace, &["province", "city", "district"]),
    (Msg::MenuSystems, &[key::TOPIC, key::FORM, key::TARGET]),
    (Msg::MenuTime, &["year", key::REPORTED]),
    (Msg::MenuEvidence, &[key::KIND, key::GRADE]),
];

impl Context<'_> {
    fn facet(&self, dim: DimId, found: &Found, selection: &Selection) -> Option<Facet> {
        let dimension = self.tables.dimension_of(dim)?;
        let of_figures = dimension.is_of_figures();
        let counts = found.counts(dim);
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let options = counts.iter().enumerate().map(|(at, count)| {
            let option = at as u16;
            let chosen = selection.of(dim).contains(&option);
            let of = if of_figures { Msg::CountFigures } else { Msg::CountCommunities };
            FacetOption {
                option,
                label: self.option(dim, option),
                count: self.words.counted(*count as usize, of),
                number: *count,
                percent: count * 100 / most,
                chosen,
                empty: (*count == 0 && !chosen).then(|| self.why_empty(dim, option, of_figures)),
            }
        });
        Some(Facet {
            dim,
            key: dimension.key.clone(),
            title: self.dim(dim),
            chosen: selection.of(dim).len(),
            options: options.collect(),
        })
    }

    /// The bar of filters.
    pub fn filter_bar(&self, found: &Found, selection: &Selection) -> Bar {
        let switch = self.tables.dim(key::COLLECTION).filter(|dim| self.tables.options(*dim).len() > 1);
        let mut switch = switch.and_then(|dim| self.facet(dim, found, selection));
        let has_own = self.data.own.is_some_and(|own| found.communities().contains(&own));
        for (dim, option) in switch.iter_mut().flat_map(|facet| facet.options.iter_mut().map(|it| (facet.dim, it))) {
            let short = match self.tables.choice(dim, option.option) {
                Some(Choice::Collection(Collection::Cases)) => Msg::SwitchCases,
                Some(Choice::Collection(Collection::Reports)) => Msg::SwitchReports,
                _ => continue,
            };
            option.label = self.words.msg(short);
            // One's own community is shown with every collection, and counted with none of them.
            option.number = option.number.saturating_sub(u32::from(has_own));
        }
        // A community is in one collection.
        let all = switch.iter().flat_map(|facet| &facet.options).map(|option| option.number).sum();
        let mut bar = Bar { switch, all, menus: Vec::new(), chosen: 0 };
        let mut names: Vec<Option<Msg>> = Vec::new();
        for dim in self.tables.dims().filter(|dim| self.is_in_a_menu(*dim)) {
            let Some(dimension) = self.tables.dimension_of(dim) else { continue };
            let chosen = selection.of(dim).len();
            bar.chosen += chosen;
            let together = TOGETHER.iter().find(|(_, keys)| keys.contains(&&*dimension.key)).map(|(name, _)| *name);
            let with = names.iter().position(|name| together.is_some() && *name == together);
            match with.and_then(|at| bar.menus.get_mut(at)) {
                Some(menu) => {
                    menu.title = self.words.msg(together.unwrap_or(Msg::Filters));
                    menu.chosen += chosen;
                    menu.dims.push(dim);
                }
                None => {
                    let (key, title) = (dimension.key.clone(), self.dim(dim));
                    bar.menus.push(Menu { key, title, badge: String::new(), chosen, is_long: false, dims: vec![dim] });
                    names.push(together);
                }
            }
        }
        for menu in &mut bar.menus {
            menu.is_long = menu.dims.iter().map(|dim| self.tables.options(*dim).len()).sum::<usize>() > LONG;
            menu.badge = match menu.chosen {
                0 => found.counts(menu.dims[0]).iter().filter(|count| **count > 0).count().to_string(),
                chosen => self.words.fill(Msg::FiltersChosen, &[&chosen.to_string()]),
            };
        }
        bar
    }

    fn is_in_a_menu(&self, dim: DimId) -> bool {
        self.tables.dimension_of(dim).is_some_and(|of| of.panel != Panel::Absent)
    }

    /// The facets of a menu, with their options.
    pub fn facets_of(&self, menu: &Menu, found: &Found, selection: &Selection) -> Vec<Facet> {
        menu.dims.iter().filter_map(|dim| self.facet(*dim, found, selection)).collect()
    }

    /// Nobody has it at all, or nobody has it together with the other filters.
    fn why_empty(&self, dim: DimId, option: u16, is_of_figures: bool) -> String {
        self.words.msg(match (self.tables.is_anywhere(dim, option), is_of_figures) {
            (true, _) => Msg::OptionFilteredOut,
            (false, true) => Msg::OptionEmptyFigures,
            (false, false) => Msg::OptionEmptyCommunities,
        })
    }

    /// The filters in force, but for what the switch shows.
    pub fn chips(&self, selection: &Selection) -> Vec<Chip> {
        let chip = |dim: DimId, option: u16| {
            let name = self.option(dim, option);
            let label = format!("{}{}{}", self.dim(dim), self.words.pair("：", ": "), name);
            let is_place = self.tables.dimension_of(dim).is_some_and(|dim| TOGETHER[0].1.contains(&dim.key.as_str()));
            let remove = self.words.fill(Msg::FilterRemove, &[&label]);
            // A place needs no word for what it is.
            Chip { dim, option, remove, label: if is_place { name } else { label } }
        };
        let switch = self.tables.dim(key::COLLECTION);
        let dims = self.tables.dims().filter(|dim| Some(*dim) != switch);
        dims.flat_map(|dim| selection.of(dim).iter().map(move |option| chip(dim, *option))).collect()
    }

    /// What is announced when the selection changes.
    pub fn announcement(&self, found: &Found) -> String {
        let numbers =
            [found.communities().len(), self.data.communities.len(), found.figures().len()].map(|n| n.to_string());
        self.words.fill(Msg::Announce, &[&numbers[0], &numbers[1], &numbers[2]])
    }
}
